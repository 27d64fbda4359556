#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

struct Cycle {
    std::string_view name;
    std::vector<std::string_view> nodes;
};

const std::vector<Cycle>& cycles()
{
    static const std::vector<Cycle> all = {
        {"TCA cycle",
         {"Citrate", "Isocitrate", "α-Ketoglutarate", "Succinyl-CoA", "Succinate", "Fumarate", "Malate",
          "Oxaloacetate"}},
        {"Urea cycle", {"Citrulline", "Argininosuccinate", "Arginine", "Ornithine", "Carbamoyl-P"}},
        {"Cell cycle", {"G1", "S", "G2", "M", "Cytokinesis"}},
        {"Methionine cycle", {"Methionine", "SAM", "SAH", "Homocysteine", "5-MTHF"}},
        {"Calvin cycle", {"RuBP", "3-PGA", "1,3-BPG", "G3P", "DHAP", "F6P", "E4P", "Xu5P", "R5P", "Ru5P"}},
        {"Life cycle", {"Egg", "L1 larva", "L2 larva", "L3 larva", "Pupa", "Adult"}},
        {"Lipid cycle", {"PC", "LPC", "PA", "DAG", "CDP-DAG", "PI", "PIP", "PIP2", "IP3", "IP2", "IP", "Inositol"}},
    };
    return all;
}

constexpr std::array<std::string_view, 9> cofactors = {"NAD⁺",  "NADH", "ATP", "ADP", "CO2",
                                                       "FADH2", "GTP",  "H2O", "CoA"};

constexpr std::array nodeForms = {NodeForm::Text, NodeForm::Box, NodeForm::Pill, NodeForm::Oval, NodeForm::Hexagon};

class CycleSheet {
public:
    CycleSheet(Brush& brush, const Cycle& cycle)
        : m_brush(brush), m_cycle(cycle), m_form(brush.random.pick(nodeForms)),
          m_color(brush.style.lineColor(static_cast<std::size_t>(brush.random.integer(0, 3)))),
          m_pen{brush.random.chance(0.5) ? rgb(0x333333) : m_color, brush.random.real(1, 4.5)},
          m_start(brush.random.real(-120, -60)), m_isOneColor(brush.random.chance(0.4))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        m_font = brush.style.font.scaled(random.real(0.8, 1.1));
        m_font.size = std::min({m_font.size, area.width / 24, area.height / 15});
        const double side = std::min(area.width / 3.2, m_font.size * 5.4);
        m_nodeWidth = m_form == NodeForm::Oval ? std::min(side, m_font.size * 4.2) : side;
        m_nodeHeight = m_form == NodeForm::Oval ? m_nodeWidth : m_font.size * 1.7;
        m_radiusX = (area.width - m_nodeWidth) / 2 - m_font.size * 1.6;
        m_radiusY = (area.height - m_nodeHeight) / 2 - m_font.size * 2.2;
        if (random.chance(0.6))
            m_radiusX = m_radiusY = std::min(m_radiusX, m_radiusY);
    }

    void draw()
    {
        const Point center = m_brush.area.center();
        if (m_brush.random.chance(0.3))
            m_brush.canvas.polygon(ellipse(center, m_radiusX, m_radiusY), m_color.lighter(0.82));
        const bool hasCofactors = m_brush.random.chance(0.6);
        for (std::size_t i = 0; i < m_cycle.nodes.size(); ++i) {
            drawStep(i);
            if (hasCofactors && m_brush.random.chance(0.6))
                drawCofactor(i);
        }
        for (std::size_t i = 0; i < m_cycle.nodes.size(); ++i)
            drawNode(i);
        if (m_brush.random.chance(0.8))
            drawMiddle();
    }

private:
    double step() const { return 360.0 / static_cast<double>(m_cycle.nodes.size()); }
    double angleOf(double index) const { return m_start + step() * index; }

    Point onRing(double degrees, double share) const
    {
        const Point center = m_brush.area.center();
        const double angle = degrees * std::numbers::pi / 180;
        return {center.x + m_radiusX * share * std::cos(angle), center.y + m_radiusY * share * std::sin(angle)};
    }

    Color colorOf(std::size_t index) const
    {
        return m_isOneColor ? m_color.lighter(0.6) : m_brush.style.color(index).lighter(0.3);
    }

    /// How far from the node's middle its edge lies in this direction.
    double reach(double degrees) const
    {
        const double angle = (degrees + 90) * std::numbers::pi / 180;
        const double along = std::abs(std::cos(angle)) < 1e-6 ? 1e9 : m_nodeWidth / 2 / std::abs(std::cos(angle));
        const double up = std::abs(std::sin(angle)) < 1e-6 ? 1e9 : m_nodeHeight / 2 / std::abs(std::sin(angle));
        return std::min(along, up) + m_font.size * 0.3;
    }

    void drawStep(std::size_t index)
    {
        const double from = angleOf(static_cast<double>(index));
        const auto line = arc(m_brush.area.center(), m_radiusX, m_radiusY, from, from + step());
        drawLink(m_brush.canvas, trimmed(line, reach(from), reach(from + step())), m_pen, Ending::Arrow,
                 std::max(m_font.size * 0.6, m_pen.width * 3));
    }

    /// A bent arrow that touches the step from within, and what it brings.
    void drawCofactor(std::size_t index)
    {
        const double middle = angleOf(static_cast<double>(index) + 0.5);
        const double turn = step() * 0.22;
        const std::vector<Point> points = {onRing(middle - turn, 0.76), onRing(middle, 0.95),
                                           onRing(middle + turn, 0.76)};
        drawLink(m_brush.canvas, smoothed(points), {rgb(0x555555), 1}, Ending::Arrow, m_font.size * 0.45);
        const Font font = m_font.scaled(0.7);
        for (const double side : {-1.0, 1.0})
            drawFitting(m_brush.canvas, m_brush.random.pick(cofactors), onRing(middle + side * turn, 0.66), font,
                        rgb(0x8a2a2a), m_font.size * 3);
    }

    void drawNode(std::size_t index)
    {
        const Point at = onRing(angleOf(static_cast<double>(index)), 1);
        const Rect box{at.x - m_nodeWidth / 2, at.y - m_nodeHeight / 2, m_nodeWidth, m_nodeHeight};
        demo::drawNode(m_brush.canvas, m_form, box, colorOf(index),
                       {m_form == NodeForm::Text ? black : m_pen.color, 1.2}, m_cycle.nodes[index], m_font);
    }

    void drawMiddle()
    {
        drawFitting(m_brush.canvas, m_cycle.name, m_brush.area.center(), m_font.bold().scaled(1.4), m_pen.color,
                    m_radiusX * 0.9);
    }

    Brush& m_brush;
    const Cycle& m_cycle;
    NodeForm m_form;
    Color m_color;
    Pen m_pen;
    double m_start; ///< degrees of the first node
    bool m_isOneColor;
    Font m_font;
    double m_nodeWidth = 0;
    double m_nodeHeight = 0;
    double m_radiusX = 0;
    double m_radiusY = 0;
};

} // namespace

PanelText drawCycle(Brush& brush)
{
    const Cycle& cycle = brush.random.pick(cycles());
    CycleSheet(brush, cycle).draw();
    PanelText text;
    const std::string name = uncapitalised(cycle.name);
    text.topic = "scheme of the " + name + " in the " + brush.subject.tissue;
    text.details = {"Steps that " + brush.subject.drug + " changes follow " + uncapitalised(cycle.nodes.front()) + "."};
    text.shown = {name};
    return text;
}

} // namespace biomedica::demo
