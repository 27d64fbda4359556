#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Step {
    std::string_view metabolite;
    std::string_view enzyme; ///< of the step onwards
};

struct Route {
    std::string_view name;
    std::vector<Step> steps;
};

const std::vector<Route>& routes()
{
    // clang-format off
    static const std::vector<Route> all = {
        {"glycolysis", {{"Glucose", "HK"}, {"Glucose-6-P", "GPI"}, {"Fructose-6-P", "PFK"}, {"Fructose-1,6-BP", "ALDO"},
                        {"GAP", "GAPDH"}, {"1,3-BPG", "PGK"}, {"3-PG", "PGM"}, {"2-PG", "ENO"}, {"PEP", "PK"}, {"Pyruvate", ""}}},
        {"kynurenine pathway", {{"Tryptophan", "IDO1"}, {"N-Formylkynurenine", "AFMID"}, {"Kynurenine", "KMO"},
                                {"3-HK", "KYNU"}, {"3-HAA", "HAAO"}, {"Quinolinic acid", "QPRT"}, {"NAD⁺", ""}}},
        {"mevalonate pathway", {{"Acetyl-CoA", "ACAT"}, {"Acetoacetyl-CoA", "HMGCS"}, {"HMG-CoA", "HMGCR"},
                                {"Mevalonate", "MVK"}, {"Mevalonate-P", "PMVK"}, {"IPP", "FDPS"}, {"FPP", "FDFT1"},
                                {"Squalene", "SQLE"}, {"Lanosterol", "CYP51"}, {"Cholesterol", ""}}},
        {"steroid synthesis", {{"Cholesterol", "CYP11A1"}, {"Pregnenolone", "HSD3B"}, {"Progesterone", "CYP17A1"},
                               {"17-OHP", "CYP17A1"}, {"Androstenedione", "HSD17B"}, {"Testosterone", "CYP19A1"}, {"Oestradiol", ""}}},
        {"phenylpropanoid pathway", {{"Phenylalanine", "PAL"}, {"Cinnamic acid", "C4H"}, {"p-Coumaric acid", "4CL"},
                                     {"p-Coumaroyl-CoA", "CHS"}, {"Naringenin", "F3H"}, {"Dihydrokaempferol", "DFR"}, {"Anthocyanin", ""}}},
        {"purine synthesis", {{"PRPP", "PPAT"}, {"PRA", "GART"}, {"GAR", "GART"}, {"FGAR", "PFAS"}, {"AIR", "PAICS"},
                              {"SAICAR", "ADSL"}, {"AICAR", "ATIC"}, {"IMP", ""}}},
        {"haem synthesis", {{"Glycine", "ALAS"}, {"ALA", "ALAD"}, {"Porphobilinogen", "HMBS"}, {"Uroporphyrinogen", "UROD"},
                            {"Protoporphyrin IX", "FECH"}, {"Haem", ""}}},
    };
    // clang-format on
    return all;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> cofactors = {{{"ATP", "ADP"},
                                                                                     {"NAD⁺", "NADH"},
                                                                                     {"NADPH", "NADP⁺"},
                                                                                     {"H2O", "Pi"},
                                                                                     {"CoA", "CO2"},
                                                                                     {"O2", "H2O"},
                                                                                     {"SAM", "SAH"}}};

enum class Change { None, Up, Down };
enum class Marking { None, Letters, Arrows, Squares };

class ChainSheet {
public:
    ChainSheet(Brush& brush, const Route& route)
        : m_brush(brush), m_route(route), m_font(brush.style.font.scaled(brush.random.real(0.85, 1.6))),
          m_isSideways(brush.area.width > brush.area.height * 1.25 && brush.random.chance(0.6)),
          m_marking(static_cast<Marking>(brush.random.weighted({35, 25, 25, 15}))),
          m_enzymeForm(brush.random.chance(0.55)  ? NodeForm::Text
                       : brush.random.chance(0.5) ? NodeForm::Box
                                                  : NodeForm::Pill),
          m_metaboliteForm(brush.random.chance(0.65) ? NodeForm::Text : NodeForm::Rounded),
          m_enzymeColor(brush.random.chance(0.3) ? black : brush.style.lineColor(1)),
          m_cofactorShare(brush.random.chance(0.35) ? 0 : brush.random.real(0.3, 0.9)),
          m_pen{brush.random.chance(0.75) ? black : rgb(0x5b7a99), brush.random.real(0.9, 2.6)},
          m_isTwoWay(brush.random.chance(0.3))
    {
        // A long route is folded into columns or rows, as many as there is room for.
        const Rect& area = brush.area;
        const double across = m_isSideways ? area.height : area.width;
        const double perLine = m_font.size * (m_isSideways ? 9 : brush.random.real(14, 20));
        const auto steps = route.steps.size();
        m_lines = std::clamp(static_cast<std::size_t>(across / perLine), std::size_t{1}, steps / 3);
        m_perLine = (steps + m_lines - 1) / m_lines;
        const double along = (m_isSideways ? area.width : area.height) / static_cast<double>(m_perLine);
        m_font.size = std::min({m_font.size, across / static_cast<double>(m_lines) / (m_isSideways ? 6 : 13),
                                along / (m_isSideways ? 7.5 : 2.6)});
        m_bold = m_font;
        m_bold.isBold = brush.random.chance(0.4);
    }

    void draw()
    {
        if (m_brush.random.chance(0.2))
            m_brush.canvas.fill(m_brush.area, m_brush.style.color(2).lighter(0.85));
        for (std::size_t i = 0; i + 1 < m_route.steps.size(); ++i)
            drawStep(i);
        for (std::size_t i = 0; i < m_route.steps.size(); ++i)
            drawMetabolite(i);
    }

    bool hasMarks() const { return m_marking != Marking::None; }

private:
    Point at(std::size_t index) const
    {
        const Rect& area = m_brush.area;
        const double along = (static_cast<double>(index % m_perLine) + 0.5) / static_cast<double>(m_perLine);
        const double across =
            (static_cast<double>(index / m_perLine) + (m_lines > 1 ? 0.5 : 0.45)) / static_cast<double>(m_lines);
        return m_isSideways ? Point{area.x + area.width * along, area.y + area.height * across}
                            : Point{area.x + area.width * across, area.y + area.height * along};
    }

    double gap() const { return m_font.size * (m_metaboliteForm == NodeForm::Text ? 0.9 : 1.15); }

    Point metaboliteHalf(std::size_t index) const
    {
        const double room = m_isSideways ? m_brush.area.width / static_cast<double>(m_perLine) * 0.34 : m_font.size * 5;
        const double width = m_brush.canvas.textWidth(m_route.steps[index].metabolite, m_bold) / 2 + m_font.size * 0.5;
        return {std::min(width, room), m_font.size * 0.95};
    }

    /// An arrow to the next, in the next column where this one ends, with its enzyme and what it takes and gives.
    void drawStep(std::size_t index)
    {
        const Point from = at(index);
        const Point to = at(index + 1);
        const double head = std::max(m_font.size * 0.55, m_pen.width * 2.6);
        if ((index + 1) % m_perLine == 0) {
            drawTurn(from, to, head);
            return;
        }
        const Point start =
            m_isSideways ? Point{from.x + metaboliteHalf(index).x, from.y} : Point{from.x, from.y + gap()};
        const Point end = m_isSideways ? Point{to.x - metaboliteHalf(index + 1).x, to.y} : Point{to.x, to.y - gap()};
        drawLink(m_brush.canvas, std::vector<Point>{start, end}, m_pen, Ending::Arrow, head);
        if (m_isTwoWay && index % 3 == 1)
            m_brush.canvas.arrowHead(end, start, head, m_pen.color);
        const Point middle{(start.x + end.x) / 2, (start.y + end.y) / 2};
        drawEnzyme(index, middle);
        if (m_brush.random.chance(m_cofactorShare))
            drawCofactor(start, end);
    }

    void drawTurn(Point from, Point to, double head)
    {
        const double out = m_font.size * 1.4;
        std::vector<Point> line;
        if (m_isSideways) {
            const double between = (from.y + to.y) / 2;
            line = {{from.x, from.y + out}, {from.x, between}, {to.x, between}, {to.x, to.y - out}};
        } else {
            const double between = (from.x + to.x) / 2;
            const double reach = m_font.size * 4;
            line = {{std::min(from.x + reach, between), from.y},
                    {between, from.y},
                    {between, to.y},
                    {std::max(to.x - reach, between), to.y}};
        }
        drawLink(m_brush.canvas, line, m_pen, Ending::Arrow, head);
    }

    void drawEnzyme(std::size_t index, Point middle)
    {
        const std::string name(m_route.steps[index].enzyme);
        const Font font = m_enzymeForm == NodeForm::Text ? m_font.scaled(0.88).italic() : m_font.scaled(0.88);
        const double half = m_brush.canvas.textWidth(name, font) / 2 + m_font.size * 0.4;
        const Point at = m_isSideways ? Point{middle.x, middle.y - m_font.size * 1.2}
                                      : Point{middle.x - half - m_font.size * 0.6, middle.y};
        const Rect rect{at.x - half, at.y - font.size * 0.75, 2 * half, font.size * 1.5};
        const Color fill = changeOf(index) == Change::None ? m_enzymeColor.lighter(0.75) : colorOf(changeOf(index));
        drawNode(m_brush.canvas, m_enzymeForm, rect, fill, {m_enzymeColor, 1}, name, font);
    }

    /// A bow that touches the arrow, on the side away from the enzyme.
    void drawCofactor(Point start, Point end)
    {
        const auto& [in, out] = m_brush.random.pick(cofactors);
        const double reach = m_font.size * 1.5;
        const auto place = [&](double share, double away) {
            return Point{start.x + (end.x - start.x) * share + (m_isSideways ? 0 : away),
                         start.y + (end.y - start.y) * share + (m_isSideways ? away : 0)};
        };
        const std::vector<Point> bow = {place(0.2, reach), place(0.5, m_pen.width), place(0.85, reach)};
        drawLink(m_brush.canvas, smoothed(bow), {rgb(0x666666), 1}, Ending::Arrow, m_font.size * 0.4);
        const Font font = m_font.scaled(0.72);
        const Anchor anchor =
            m_isSideways ? Anchor{Horizontal::Center, Vertical::Top} : Anchor{Horizontal::Left, Vertical::Middle};
        const double away = reach + font.size * 0.3;
        m_brush.canvas.text(in, place(m_isSideways ? 0.05 : 0.2, away), font, rgb(0x555555), anchor);
        m_brush.canvas.text(out, place(m_isSideways ? 0.95 : 0.85, away), font, rgb(0x555555), anchor);
    }

    Change changeOf(std::size_t index) const
    {
        if (m_marking == Marking::None)
            return Change::None;
        // The same wherever it is asked for.
        return static_cast<Change>((index * 7 + m_route.name.size()) % 3);
    }

    static Color colorOf(Change change)
    {
        return change == Change::Up ? rgb(0xd0312d) : change == Change::Down ? rgb(0x2f6fb5) : black;
    }

    void drawMetabolite(std::size_t index)
    {
        const Point middle = at(index);
        const Point half = metaboliteHalf(index);
        const Rect rect{middle.x - half.x, middle.y - half.y, 2 * half.x, 2 * half.y};
        const Change change = changeOf(index);
        const bool isLettered = m_marking == Marking::Letters && change != Change::None;
        drawNode(m_brush.canvas, m_metaboliteForm, rect, isLettered ? colorOf(change).lighter(0.7) : rgb(0xf4f4f4),
                 {isLettered ? colorOf(change) : black, 1}, m_route.steps[index].metabolite, m_bold);
        const double size = m_font.size * 0.9;
        const Point beside{middle.x + half.x + size * 0.6, middle.y};
        if (m_marking == Marking::Arrows && change != Change::None) {
            const double up = change == Change::Up ? -1 : 1;
            m_brush.canvas.arrow({beside.x, beside.y - up * size * 0.6}, {beside.x, beside.y + up * size * 0.6},
                                 {colorOf(change), size * 0.2}, size * 0.6);
        }
        for (int i = 0; i < 4 && m_marking == Marking::Squares; ++i) {
            const double shift = m_brush.random.normal(0, 0.5);
            const Color fill =
                between(white, shift < 0 ? rgb(0x2f6fb5) : rgb(0xd0312d), std::min(1.0, std::abs(shift)));
            const Rect square{beside.x + size * 0.62 * i - size * 0.3, beside.y - size * 0.3, size * 0.6, size * 0.6};
            m_brush.canvas.fill(square, fill);
            m_brush.canvas.outline(square, {rgb(0x777777), 0.6});
        }
    }

    Brush& m_brush;
    const Route& m_route;
    Font m_font;
    bool m_isSideways;
    Marking m_marking;
    NodeForm m_enzymeForm;
    NodeForm m_metaboliteForm;
    Color m_enzymeColor;
    double m_cofactorShare;
    Pen m_pen;
    bool m_isTwoWay;
    Font m_bold; ///< of the metabolites
    std::size_t m_perLine = 1;
    std::size_t m_lines = 1;
};

} // namespace

PanelText drawMetabolicChain(Brush& brush)
{
    const Route& route = brush.random.pick(routes());
    ChainSheet sheet(brush, route);
    sheet.draw();
    PanelText text;
    const std::string name(route.name);
    text.topic = "metabolic scheme of the " + name + " in the " + brush.subject.tissue;
    text.details = {"The route leads from " + std::string(route.steps.front().metabolite) + " to "
                        + std::string(route.steps.back().metabolite) + ".",
                    sheet.hasMarks() ? "Red, increased; blue, decreased." : "Enzymes stand beside the arrows."};
    text.shown = {name, std::string(route.steps.back().metabolite)};
    return text;
}

} // namespace biomedica::demo
