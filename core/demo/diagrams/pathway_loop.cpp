#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr std::array nodeForms = {NodeForm::Text, NodeForm::Text, NodeForm::Box,    NodeForm::Rounded,
                                  NodeForm::Oval, NodeForm::Pill, NodeForm::Hexagon};

/// Three to six large names in a row, a column, a ring or a fork, and a line back from the last to the first.
class LoopSheet {
public:
    explicit LoopSheet(Brush& brush)
        : m_brush(brush), m_form(brush.random.pick(nodeForms)),
          m_font(brush.style.font.scaled(brush.random.real(1.1, 2))), m_isColoured(brush.random.chance(0.6)),
          m_count(brush.random.integer(3, 6))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        static constexpr std::array grounds = {white, white, white, white, rgb(0xeef4fa), rgb(0xfbf5e6), rgb(0x182233)};
        m_ground = random.pick(grounds);
        m_line = {m_isColoured && random.chance(0.4) ? brush.style.lineColor(0) : inkOn(m_ground), random.real(1.2, 5)};
        if (m_ground.luminance() < 0.4)
            m_line.color = rgb(0xe8ecf4);
        m_font.isBold = random.chance(0.5);
        m_font.isSerif = m_font.isSerif || random.chance(0.2);
        const double aspect = area.width / area.height;
        m_layout = aspect > 1.7   ? Layout::Row
                   : aspect < 0.6 ? Layout::Column
                                  : static_cast<Layout>(random.integer(0, 3));
        const int besides = m_layout == Layout::Row ? m_count : m_layout == Layout::Fork ? std::max(3, m_count) : 3;
        const double across = area.width / besides;
        m_font.size = std::min({m_font.size, across / 5.2, area.height / 11});
        m_half = {m_font.size * 2.3, m_font.size * 1.05};
        place();
        m_names = proteinNames(random, brush.subject, m_count);
    }

    void draw()
    {
        if (m_ground.luminance() < 1)
            m_brush.canvas.fill(m_brush.area, m_ground);
        for (std::size_t i = 0; i + 1 < m_nodes.size(); ++i)
            if (m_layout == Layout::Fork && i > 0)
                link(0, i + 1, 0);
            else
                link(i, i + 1, m_layout == Layout::Ring ? -0.12 : 0);
        drawReturn();
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            drawOne(i);
    }

    bool isNegative() const { return m_isNegative; }
    int count() const { return m_count; }

private:
    enum class Layout { Row, Column, Ring, Fork };

    void place()
    {
        const Rect field = m_brush.area.inset(m_half.x + m_font.size * 0.6, m_half.y + m_font.size * 2.4,
                                              m_half.x + m_font.size * 0.6, m_half.y + m_font.size * 2.4);
        for (int i = 0; i < m_count; ++i) {
            const double share = static_cast<double>(i) / (m_count - 1);
            const double angle = 2 * std::numbers::pi * (i / static_cast<double>(m_count) - 0.25);
            switch (m_layout) {
            case Layout::Row: m_nodes.push_back({field.x + field.width * share, field.center().y}); break;
            case Layout::Column: m_nodes.push_back({field.center().x, field.y + field.height * share}); break;
            case Layout::Ring:
                m_nodes.push_back({field.center().x + field.width / 2 * std::cos(angle),
                                   field.center().y + field.height / 2 * std::sin(angle)});
                break;
            case Layout::Fork:
                if (i == 0)
                    m_nodes.push_back({field.center().x, field.y});
                else
                    m_nodes.push_back({field.x + field.width * (i - 0.5) / (m_count - 1), field.bottom()});
            }
        }
    }

    /// How far from the node's middle its edge is in this direction.
    double reach(Point from, Point to) const
    {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        const double along = std::abs(to.x - from.x) / length;
        const double up = std::abs(to.y - from.y) / length;
        return std::min(m_half.x / std::max(along, 1e-6), m_half.y / std::max(up, 1e-6)) + m_font.size * 0.3;
    }

    void link(std::size_t from, std::size_t to, double bend)
    {
        const Point a = m_nodes[from];
        const Point b = m_nodes[to];
        const Ending ending = m_brush.random.chance(0.3) ? Ending::Bar : Ending::Arrow;
        drawLink(m_brush.canvas, trimmed(bowed(a, b, bend), reach(a, b), reach(b, a)), m_line, ending, headSize());
    }

    double headSize() const { return std::max(m_font.size * 0.7, m_line.width * 2.8); }

    /// The feedback: from the last back to the first, blunt where it is negative.
    void drawReturn()
    {
        m_isNegative = m_brush.random.chance(0.6);
        const Point last = m_nodes.back();
        const Point first = m_nodes.front();
        const double out = m_half.y + m_font.size * 1.5;
        std::vector<Point> line;
        if (m_layout == Layout::Row)
            line = {{last.x, last.y + m_half.y + 2},
                    {last.x, last.y + out},
                    {first.x, first.y + out},
                    {first.x, first.y + m_half.y + 4}};
        else if (m_layout == Layout::Column)
            line = {{last.x + m_half.x + 2, last.y},
                    {last.x + m_half.x + m_font.size * 1.4, last.y},
                    {first.x + m_half.x + m_font.size * 1.4, first.y},
                    {first.x + m_half.x + 4, first.y}};
        else
            line = trimmed(bowed(last, first, m_layout == Layout::Ring ? -0.12 : 0.3), reach(last, first),
                           reach(first, last));
        Pen pen = m_line;
        if (m_isColoured)
            pen.color = m_isNegative ? rgb(0xc62828) : rgb(0x2e7d32);
        if (m_brush.random.chance(0.4))
            pen.dashes = {7, 5};
        if (m_layout == Layout::Column && m_brush.random.chance(0.5))
            line = bowed(line.front(), line.back(), -0.5);
        drawLink(m_brush.canvas, line, pen, m_isNegative ? Ending::Bar : Ending::Arrow, headSize());
    }

    void drawOne(std::size_t index)
    {
        const Point at = m_nodes[index];
        const Rect rect{at.x - m_half.x, at.y - m_half.y, 2 * m_half.x, 2 * m_half.y};
        const Color fill =
            m_isColoured ? m_brush.style.lineColor(index).lighter(m_ground.luminance() < 0.4 ? 0 : 0.4) : m_ground;
        drawNode(m_brush.canvas, m_form, rect, fill, {m_line.color, std::max(1.0, m_line.width * 0.5)}, m_names[index],
                 m_font);
    }

    Brush& m_brush;
    NodeForm m_form;
    Font m_font;
    bool m_isColoured;
    int m_count;
    Color m_ground;
    Pen m_line;
    Layout m_layout = Layout::Row;
    Point m_half; ///< of a node
    std::vector<Point> m_nodes;
    std::vector<std::string> m_names;
    bool m_isNegative = false;
};

} // namespace

PanelText drawFeedback(Brush& brush)
{
    LoopSheet sheet(brush);
    sheet.draw();
    PanelText text;
    const std::string kind = sheet.isNegative() ? "negative feedback" : "positive feedback";
    text.topic = "model of " + kind + " on " + brush.subject.gene + " in " + brush.subject.disease;
    text.details = {"The loop has " + std::to_string(sheet.count()) + " members.",
                    "Arrows, activation; bars, inhibition."};
    text.shown = {kind, brush.subject.gene, "loop"};
    return text;
}

} // namespace biomedica::demo
