#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// A cascade from the receptor down to what the cell does. Two columns that may be joined.
struct Cascade {
    std::string_view ligand;
    std::string_view receptor;
    std::vector<std::string_view> left;
    std::vector<std::string_view> right;
    std::string_view outcome;
};

const std::vector<Cascade>& cascades()
{
    // clang-format off
    static const std::vector<Cascade> all = {
        {"EGF", "EGFR", {"RAS", "RAF", "MEK1/2", "ERK1/2"}, {"PI3K", "PDK1", "AKT", "mTOR"}, "Proliferation"},
        {"TNF-α", "TNFR1", {"TRADD", "TAK1", "IKK", "NF-κB"}, {"FADD", "Caspase-8", "tBid", "Caspase-3"}, "Inflammation"},
        {"TGF-β", "TGFBR", {"SMAD2/3", "SMAD4"}, {"TAK1", "MKK3/6", "p38"}, "Fibrosis"},
        {"Wnt", "Frizzled", {"DVL", "GSK-3β", "β-catenin"}, {"RAC1", "JNK", "c-Jun"}, "Differentiation"},
        {"Insulin", "INSR", {"IRS1", "PI3K", "AKT", "GLUT4"}, {"SHC", "RAS", "ERK1/2"}, "Glucose uptake"},
        {"LPS", "TLR4", {"MyD88", "IRAK4", "TRAF6", "NF-κB"}, {"TRIF", "TBK1", "IRF3"}, "Cytokine release"},
        {"IL-6", "gp130", {"JAK1", "STAT3"}, {"SHP2", "RAS", "ERK1/2"}, "Survival"},
    };
    // clang-format on
    return all;
}

struct Palette {
    Color cell;
    Color membrane;
    Color nucleus;
    Color left;
    Color right;
};

// clang-format off
constexpr std::array<Palette, 5> palettes = {{
    {rgb(0xfdf6e9), rgb(0xd9a65c), rgb(0xe4ecf7), rgb(0x5b8fc7), rgb(0xd9825b)},
    {rgb(0xeef7f2), rgb(0x7fb79a), rgb(0xdcefe4), rgb(0x2f7f6f), rgb(0x8c6bb1)},
    {rgb(0xffffff), rgb(0x8a8a8a), rgb(0xf0f0f0), rgb(0xd0d0d0), rgb(0xb0b0b0)},
    {rgb(0xeaf3fb), rgb(0x6fa3d4), rgb(0xcfe2f3), rgb(0x3d6fa5), rgb(0xb94a48)},
    {rgb(0xfbeff2), rgb(0xd48aa1), rgb(0xf3dbe3), rgb(0xa8476a), rgb(0x4f7f8f)},
}};
// clang-format on

constexpr std::array nodeForms = {NodeForm::Oval, NodeForm::Rounded, NodeForm::Box, NodeForm::Pill, NodeForm::Hexagon};

class PathwaySheet {
public:
    PathwaySheet(Brush& brush, const Cascade& cascade, const Palette& palette)
        : m_brush(brush), m_cascade(cascade), m_palette(palette), m_form(brush.random.pick(nodeForms)),
          m_font(brush.style.font)
    {
        const Rect& area = brush.area;
        m_font.size = std::min({std::max(m_font.size, area.width / 30), area.height / 24, area.width / 17});
        m_membrane = area.y + area.height * 0.16;
        m_nucleusTop = area.y + area.height * 0.77;
        m_nodeHeight = m_font.size * 1.9;
    }

    void draw(bool hasInhibitor, const std::string& drug)
    {
        drawCell();
        const Rect& area = m_brush.area;
        const double center = area.center().x;
        const Point receptor{center, m_membrane};
        drawReceptor(receptor);
        const double leftX = area.x + area.width * 0.29;
        const double rightX = area.x + area.width * 0.71;
        const Rect lastLeft = drawColumn(m_cascade.left, leftX, receptor, m_palette.left);
        const Rect lastRight = drawColumn(m_cascade.right, rightX, receptor, m_palette.right);
        drawNucleus({lastLeft, lastRight});
        if (hasInhibitor)
            drawInhibitor(drug);
    }

private:
    void drawCell()
    {
        const Rect& area = m_brush.area;
        m_brush.canvas.fill({area.x, m_membrane, area.width, area.bottom() - m_membrane}, m_palette.cell);
        const double bead = m_font.size * 0.28;
        const std::vector<Point> line = {{area.x + bead, m_membrane}, {area.right() - bead, m_membrane}};
        drawBilayer(m_brush.canvas, line, bead, m_palette.membrane, m_palette.membrane);
        const Font font = m_font.scaled(0.82).italic();
        m_brush.canvas.text("Extracellular", {area.x + 3, m_membrane - bead * 4.6}, font, rgb(0x555555),
                            {Horizontal::Left, Vertical::Bottom});
        m_brush.canvas.text("Cytoplasm", {area.x + 3, m_membrane + bead * 4.6}, font, rgb(0x555555),
                            {Horizontal::Left, Vertical::Top});
    }

    void drawReceptor(Point at)
    {
        const double size = m_font.size;
        const auto form = static_cast<ReceptorForm>(m_brush.random.integer(0, receptorForms - 1));
        demo::drawReceptor(m_brush.canvas, form, at, size * 1.5, m_palette.right.lighter(0.15));
        const std::string name(m_cascade.receptor);
        m_brush.canvas.text(name, {at.x + size * 1.3, at.y - size * 1.9}, m_font.bold(), black,
                            {Horizontal::Left, Vertical::Middle});
        const std::string ligand(m_cascade.ligand);
        const double half = m_brush.canvas.textWidth(ligand, m_font) / 2 + size * 0.5;
        const Point middle{at.x - size * 0.2 - half - size, m_brush.area.y + size * 1.1};
        m_brush.canvas.polygon(ellipse(middle, half, size * 0.95), rgb(0xffe08a));
        m_brush.canvas.outline(ellipse(middle, half, size * 0.95), {rgb(0x7a6420), 1});
        m_brush.canvas.text(ligand, middle, m_font, black, {Horizontal::Center, Vertical::Middle});
        arrow({middle.x + half * 0.8, middle.y + size * 0.6}, {at.x - size * 0.6, at.y - size * 1.7});
    }

    /// Boxes one below the other, arrows between; returns the last box.
    Rect drawColumn(const std::vector<std::string_view>& names, double x, Point from, Color color)
    {
        const double top = m_membrane + m_font.size * 4.4;
        const double bottom = m_nucleusTop - m_font.size * 1.6;
        const auto count = static_cast<double>(names.size());
        // Two columns of different length end at the same height.
        const double step = count > 1 ? (bottom - top - m_nodeHeight) / (count - 1) : 0;
        Point tail{from.x + (x < from.x ? -m_font.size * 0.5 : m_font.size * 0.5), from.y + m_font.size * 1.7};
        Rect rect;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string name(names[i]);
            const double width =
                std::max(m_font.size * 4.2, m_brush.canvas.textWidth(name, m_font) + m_font.size * 1.4);
            rect = {x - width / 2, top + step * static_cast<double>(i), width, m_nodeHeight};
            arrow(tail, {i == 0 ? x + (x < from.x ? width * 0.1 : -width * 0.1) : x, rect.y - 1});
            drawNode(m_brush.canvas, m_form, rect, color, {rgb(0x333333), 1}, name, m_font);
            m_nodes.push_back(rect);
            if (m_brush.random.chance(0.35))
                drawPhosphate(m_brush.canvas, {rect.right() + m_font.size * 0.1, rect.y + m_font.size * 0.1},
                              m_font.size * 0.5, rgb(0xffd54f));
            tail = {x, rect.bottom() + 1};
        }
        return rect;
    }

    void drawNucleus(const std::array<Rect, 2>& last)
    {
        const Rect& area = m_brush.area;
        const Point center{area.center().x, area.y + area.height * 0.885};
        const double radiusX = area.width * 0.4;
        const double radiusY = area.height * 0.108;
        const auto outline = ellipse(center, radiusX, radiusY);
        m_brush.canvas.polygon(outline, m_palette.nucleus);
        m_brush.canvas.outline(outline, {m_palette.membrane, 2.2});
        for (const Rect& rect : last)
            arrow({rect.center().x, rect.bottom() + 1},
                  {rect.center().x * 0.8 + center.x * 0.2, center.y - radiusY * 0.78});
        drawHelix(m_brush.canvas, {center.x - radiusX * 0.62, center.y - radiusY * 0.22, radiusX * 0.5, radiusY * 0.44},
                  m_palette.left, m_palette.right, 1.8);
        const Font gene = m_font.italic();
        const double x = center.x + radiusX * 0.32;
        m_brush.canvas.text(m_brush.subject.gene, {x, center.y - radiusY * 0.22}, gene, black,
                            {Horizontal::Center, Vertical::Middle});
        m_brush.canvas.text(std::string(m_cascade.outcome), {x, center.y + radiusY * 0.38}, m_font.scaled(0.9).bold(),
                            black, {Horizontal::Center, Vertical::Middle});
    }

    /// A blunt line from the drug, which stands between the columns, to a node of one of them.
    void drawInhibitor(const std::string& drug)
    {
        const Rect& target =
            m_nodes[static_cast<std::size_t>(m_brush.random.integer(1, static_cast<int>(m_cascade.left.size()) - 1))];
        const Color red = rgb(0xb71c1c);
        const double size = m_font.size;
        // Between the target and the widest box of the other column.
        double end = m_brush.area.right();
        for (std::size_t i = m_cascade.left.size(); i < m_nodes.size(); ++i)
            end = std::min(end, m_nodes[i].x);
        const double start = target.right() + size * 1.4;
        const double room = end - size * 0.8 - start;
        const Font font = m_font.bold().scaled(std::min(0.95, room / m_brush.canvas.textWidth(drug, m_font.bold())));
        const double half = m_brush.canvas.textWidth(drug, font) / 2;
        const Point middle{start + room / 2, target.center().y};
        m_brush.canvas.text(drug, middle, font, red, {Horizontal::Center, Vertical::Middle});
        const Point tip{target.right() + size * 0.7, middle.y};
        m_brush.canvas.line({middle.x - half - 4, middle.y}, tip, {red, 1.8});
        m_brush.canvas.line({tip.x, tip.y - size * 0.6}, {tip.x, tip.y + size * 0.6}, {red, 2.2});
    }

    void arrow(Point from, Point to)
    {
        m_brush.canvas.arrow(from, to, {rgb(0x333333), std::max(1.2, m_brush.style.lineWidth)}, m_font.size * 0.6);
    }

    Brush& m_brush;
    const Cascade& m_cascade;
    const Palette& m_palette;
    NodeForm m_form;
    Font m_font;
    std::vector<Rect> m_nodes;
    double m_membrane = 0;
    double m_nucleusTop = 0;
    double m_nodeHeight = 0;
};

} // namespace

PanelText drawCascade(Brush& brush)
{
    const Cascade& cascade = brush.random.pick(cascades());
    const bool hasInhibitor = brush.random.chance(0.75);
    PathwaySheet(brush, cascade, brush.random.pick(palettes)).draw(hasInhibitor, brush.subject.drug);
    const std::string receptor(cascade.receptor);
    PanelText text;
    text.topic = "schematic of the " + receptor + " signalling pathway in " + brush.subject.disease;
    const std::string effect = uncapitalised(cascade.outcome);
    text.details = {(hasInhibitor ? "The proposed target of " + brush.subject.drug + " is marked; "
                                  : std::string("Arrows indicate activation; "))
                        + std::string(cascade.ligand) + " leads to " + effect + " through " + brush.subject.gene + ".",
                    "P, phosphorylation."};
    text.shown = {receptor, "signalling pathway", brush.subject.gene};
    return text;
}

} // namespace biomedica::demo
