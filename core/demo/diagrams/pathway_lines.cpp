#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

constexpr std::array nodeForms = {NodeForm::Text, NodeForm::Oval, NodeForm::Oval, NodeForm::Box, NodeForm::Pill};

struct Node {
    Point at;
    double halfWidth = 0;
    double halfHeight = 0;
    int level = 0;
};

class LineSheet {
public:
    explicit LineSheet(Brush& brush)
        : m_brush(brush), m_form(brush.random.pick(nodeForms)),
          m_isRound(m_form == NodeForm::Oval && brush.random.chance(0.5)), m_pen{black, brush.random.real(0.9, 2.4)},
          m_isSideways(brush.random.chance(0.35))
    {
        Random& random = brush.random;
        m_levels = random.integer(3, 6);
        m_font = brush.style.font.scaled(random.real(0.8, 1.25));
        m_font.isBold = random.chance(0.3);
        m_font.isSerif = m_font.isSerif || random.chance(0.3);
        m_font.size = std::min({m_font.size, brush.area.height / m_levels / 3.2, brush.area.width / 22});
        place();
    }

    void draw()
    {
        drawLinks();
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            drawNode(m_nodes[i], m_names[i]);
    }

    std::size_t nodes() const { return m_nodes.size(); }

private:
    void place()
    {
        Random& random = m_brush.random;
        std::vector<int> sizes;
        int total = 0;
        for (int level = 0; level < m_levels; ++level)
            total += sizes.emplace_back(random.integer(level == 0 ? 1 : 2, 4));
        m_names = proteinNames(random, m_brush.subject, total);
        for (int level = 0; level < m_levels; ++level)
            for (int i = 0; i < sizes[static_cast<std::size_t>(level)]; ++i)
                m_nodes.push_back(nodeAt(level, (i + 0.5) / sizes[static_cast<std::size_t>(level)]));
    }

    /// `across`: 0 to 1 along the level.
    Node nodeAt(int level, double across)
    {
        const Rect& area = m_brush.area;
        const double along = (level + 0.5) / m_levels;
        Node node;
        node.level = level;
        const double room = m_isSideways ? area.width / m_levels : area.width / 4;
        node.halfWidth = std::min(room * 0.42, m_font.size * (m_isRound ? 1.6 : 2.4));
        node.halfHeight = m_isRound                  ? node.halfWidth
                          : m_form == NodeForm::Text ? m_font.size * 0.7
                                                     : m_font.size * 0.95;
        node.halfHeight = std::min(node.halfHeight, (m_isSideways ? area.height / 4 : area.height / m_levels) * 0.36);
        node.at = {area.x + area.width * (m_isSideways ? along : across),
                   area.y + area.height * (m_isSideways ? across : along)};
        return node;
    }

    void drawLinks()
    {
        Random& random = m_brush.random;
        const double bend = random.chance(0.3) ? random.real(0.06, 0.16) : 0;
        const double density = random.real(0.25, 0.6);
        for (std::size_t from = 0; from < m_nodes.size(); ++from) {
            bool isLinked = false;
            for (std::size_t to = from + 1; to < m_nodes.size(); ++to)
                if (m_nodes[to].level == m_nodes[from].level + 1 && (!isLinked || random.chance(density))) {
                    link(m_nodes[from], m_nodes[to], bend);
                    isLinked = true;
                }
        }
    }

    void link(const Node& from, const Node& to, double bend)
    {
        Pen pen = m_pen;
        if (m_brush.random.chance(0.15))
            pen.dashes = {5, 4};
        const Ending ending = m_brush.random.chance(0.28) ? Ending::Bar : Ending::Arrow;
        const double gap = m_font.size * 0.35;
        const auto reach = [&](const Node& node) { return (m_isSideways ? node.halfWidth : node.halfHeight) + gap; };
        const Point start =
            m_isSideways ? Point{from.at.x + reach(from), from.at.y} : Point{from.at.x, from.at.y + reach(from)};
        const Point end = m_isSideways ? Point{to.at.x - reach(to), to.at.y} : Point{to.at.x, to.at.y - reach(to)};
        drawLink(m_brush.canvas, bowed(start, end, bend), pen, ending, m_font.size * 0.6);
    }

    void drawNode(const Node& node, const std::string& name)
    {
        const Rect box{node.at.x - node.halfWidth, node.at.y - node.halfHeight, 2 * node.halfWidth,
                       2 * node.halfHeight};
        demo::drawNode(m_brush.canvas, m_form, box, white, m_pen, name, m_font);
    }

    Brush& m_brush;
    NodeForm m_form;
    bool m_isRound; ///< as high as wide
    Pen m_pen;
    bool m_isSideways; ///< levels from left to right
    int m_levels = 0;
    Font m_font;
    std::vector<Node> m_nodes;
    std::vector<std::string> m_names;
};

} // namespace

PanelText drawLineDiagram(Brush& brush)
{
    LineSheet sheet(brush);
    sheet.draw();
    PanelText text;
    text.topic = "model of the regulation of " + brush.subject.gene + " and " + std::to_string(sheet.nodes() - 1)
                 + " other proteins in " + brush.subject.disease;
    text.details = {"Arrows, activation; bars, inhibition.", "Dashed lines are hypothetical."};
    text.shown = {"model", brush.subject.gene, "bars"};
    return text;
}

} // namespace biomedica::demo
