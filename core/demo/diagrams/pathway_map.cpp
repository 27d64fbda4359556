#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 8> titles = {"{gene} SIGNALING PATHWAY",
                                                    "{disease}",
                                                    "Response to {drug}",
                                                    "{other} pathway",
                                                    "Pathways in {disease}",
                                                    "Apoptosis",
                                                    "Regulation of {gene} by {other}",
                                                    "Immune response in the {tissue}"};
constexpr std::array<std::string_view, 9> outcomes = {"Apoptosis",     "Cell cycle",  "MAPK signaling pathway",
                                                      "Proliferation", "DNA repair",  "Ubiquitin mediated proteolysis",
                                                      "Angiogenesis",  "Cell growth", "Calcium signaling pathway"};
constexpr std::array<std::string_view, 6> compartments = {"Extracellular", "Plasma membrane", "Cytosol",
                                                          "Nucleus",       "Mitochondrion",   "ER lumen"};

enum class Coloring { Plain, Green, Expression, Groups };

struct Node {
    int column = 0;
    int row = 0;
    Rect rect;
    Color fill = white;
    bool isMap = false; ///< the name of another pathway
};

class MapSheet {
public:
    explicit MapSheet(Brush& brush)
        : m_brush(brush),
          m_coloring(static_cast<Coloring>(brush.random.weighted({2, 3, 4, 2}))), m_line{brush.random.chance(0.7)
                                                                                             ? black
                                                                                             : rgb(0x555555),
                                                                                         brush.random.real(0.7, 1.5)},
          m_isRounded(brush.random.chance(0.3)), m_hasGaps(brush.random.chance(0.6))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        m_font = brush.style.font.scaled(random.real(0.6, 0.95));
        const double header = random.chance(0.7) ? m_font.size * 2.4 : 2;
        const double footer = m_coloring == Coloring::Expression ? m_font.size * 2.4 : 2;
        m_title = header > 2 ? filled(random.pick(titles), brush.subject) : "";
        m_field = area.inset(m_font.size * 0.6, header, m_font.size * 0.6, footer);
        m_columns = std::clamp(static_cast<int>(m_field.width / random.real(70, 130)), 3, 8);
        m_rows = std::clamp(static_cast<int>(m_field.height / random.real(34, 70)), 4, 12);
        placeNodes();
    }

    void draw()
    {
        if (m_brush.random.chance(0.25))
            m_brush.canvas.fill(m_brush.area, m_brush.style.color(1).lighter(0.88));
        if (m_brush.random.chance(0.6))
            drawFrames();
        if (!m_title.empty())
            drawTitle();
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            linkOnwards(i);
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            drawNode(m_brush.canvas, m_nodes[i].isMap || m_isRounded ? NodeForm::Pill : NodeForm::Box, m_nodes[i].rect,
                     m_nodes[i].fill, {m_line.color, 0.9}, m_names[i], m_font);
        if (m_coloring == Coloring::Expression)
            drawKey();
    }

    std::size_t nodes() const { return m_nodes.size(); }
    bool isColoured() const { return m_coloring == Coloring::Expression; }

private:
    double cellWidth() const { return m_field.width / m_columns; }
    double cellHeight() const { return m_field.height / m_rows; }

    void placeNodes()
    {
        Random& random = m_brush.random;
        const double density = random.real(0.35, 0.85);
        std::vector<Node> all;
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                if (!m_hasGaps || random.chance(density))
                    all.push_back({column, row, {}, white, false});
        while (all.size() < 5)
            all.push_back({static_cast<int>(all.size()) % m_columns, m_rows - 1, {}, white, false});
        const std::size_t most = 40;
        all.resize(std::min(all.size(), most));
        const double width = cellWidth() * random.real(0.55, 0.74);
        const double height = std::min(cellHeight() * 0.62, m_font.size * random.real(1.35, 1.9));
        m_font.size = std::min(m_font.size, height * 0.72);
        const std::vector<std::string> proteins = proteinNames(random, m_brush.subject, static_cast<int>(all.size()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            Node& node = all[i];
            const Point middle{m_field.x + (node.column + 0.5) * cellWidth(),
                               m_field.y + (node.row + 0.5) * cellHeight()};
            node.rect = {middle.x - width / 2, middle.y - height / 2, width, height};
            node.isMap = node.column == m_columns - 1 && random.chance(0.4);
            node.fill = node.isMap ? white : fillOf(node);
            m_names.push_back(node.isMap ? std::string(random.pick(outcomes)) : proteins[i]);
            m_nodes.push_back(node);
        }
    }

    Color fillOf(const Node& node)
    {
        const Style& style = m_brush.style;
        switch (m_coloring) {
        case Coloring::Plain: return white;
        case Coloring::Green: return m_brush.random.chance(0.8) ? rgb(0xbfffbf) : white;
        case Coloring::Expression: return expressionColor(m_brush.random.normal(0, 0.55));
        case Coloring::Groups: return style.color(static_cast<std::size_t>(node.row * 3 / m_rows)).lighter(0.35);
        }
        return white;
    }

    /// Blue for −1, white for 0, red for 1.
    static Color expressionColor(double change)
    {
        const double share = std::min(1.0, std::abs(change));
        return between(white, change < 0 ? rgb(0x3a6fc4) : rgb(0xd8342c), share);
    }

    /// One frame or two over some of the rows, and their names.
    void drawFrames()
    {
        Random& random = m_brush.random;
        const int cut = random.integer(1, m_rows - 2);
        const bool isFilled = random.chance(0.5);
        const Font font = m_font.scaled(0.9).italic();
        const double radius = random.real(6, 22);
        for (int part = random.integer(0, 1); part < 2; ++part) {
            const double top = m_field.y + (part == 0 ? 0 : cut * cellHeight());
            const double bottom = part == 0 ? m_field.y + cut * cellHeight() - 3 : m_field.bottom();
            const Rect frame{m_field.x, top, m_field.width, bottom - top};
            const Color color = m_brush.style.lineColor(static_cast<std::size_t>(part));
            if (isFilled)
                m_brush.canvas.fillRounded(frame, color.lighter(0.85), radius);
            m_brush.canvas.outline(frame, {color, random.real(1, 3)}, radius);
            m_brush.canvas.text(random.pick(compartments), {frame.x + radius * 0.7 + 2, frame.y + 3}, font, color,
                                {Horizontal::Left, Vertical::Top});
        }
    }

    void drawTitle()
    {
        const Rect& area = m_brush.area;
        const Font font = m_font.bold().scaled(1.25);
        const double width = std::min(m_brush.canvas.textWidth(m_title, font) + font.size * 1.6, area.width - 4);
        const Rect box{area.x + 2, area.y + 2, width, font.size * 1.6};
        if (m_brush.random.chance(0.5))
            m_brush.canvas.outline(box, m_line, font.size * 0.5);
        drawFitting(m_brush.canvas, m_title, box.center(), font, black, width - font.size);
    }

    void linkOnwards(std::size_t index)
    {
        const Node& from = m_nodes[index];
        for (std::size_t other = 0; other < m_nodes.size(); ++other) {
            const Node& to = m_nodes[other];
            const bool isNext = to.row == from.row && to.column == from.column + 1;
            const bool isBelow = to.column == from.column && to.row == from.row + 1;
            const bool isAcross = to.column == from.column + 1 && std::abs(to.row - from.row) <= 2;
            if (m_brush.random.chance(isNext ? 0.75 : isBelow ? 0.3 : isAcross ? 0.16 : 0))
                link(from.rect, to.rect, isBelow);
        }
    }

    void link(const Rect& from, const Rect& to, bool isBelow)
    {
        Pen pen = m_line;
        if (m_brush.random.chance(0.18))
            pen.dashes = {4, 3};
        const Ending ending = m_brush.random.chance(0.15) ? Ending::Bar : Ending::Arrow;
        if (isBelow) {
            const std::vector<Point> line = {{from.center().x, from.bottom()}, {to.center().x, to.y - 1}};
            drawLink(m_brush.canvas, line, pen, ending, headSize());
            return;
        }
        // Out at the right, along the gutter between the columns, in at the left.
        const double gutter = (from.right() + to.x) / 2;
        const std::vector<Point> line = {{from.right(), from.center().y},
                                         {gutter, from.center().y},
                                         {gutter, to.center().y},
                                         {to.x - 1, to.center().y}};
        drawLink(m_brush.canvas, line, pen, ending, headSize());
    }

    double headSize() const { return std::min(m_font.size * 0.55, cellWidth() * 0.12); }

    void drawKey()
    {
        const Rect& area = m_brush.area;
        const double size = m_font.size;
        const double width = area.width * 0.25;
        const Rect bar{area.right() - width - size * 2, area.bottom() - size * 1.9, width, size * 0.8};
        constexpr int steps = 24;
        for (int i = 0; i < steps; ++i)
            m_brush.canvas.fill({bar.x + bar.width * i / steps, bar.y, bar.width / steps + 0.5, bar.height},
                                expressionColor(2.0 * i / (steps - 1) - 1));
        m_brush.canvas.outline(bar, {black, 0.7});
        const Font font = m_font.scaled(0.8);
        const double y = bar.bottom() + 2;
        for (const auto& [text, x] :
             {std::pair{"−2", bar.x}, std::pair{"0", bar.center().x}, std::pair{"2", bar.right()}})
            m_brush.canvas.text(text, {x, y}, font, black, {Horizontal::Center, Vertical::Top});
        m_brush.canvas.text("log2 fold change", {bar.x - size, bar.center().y}, font, black,
                            {Horizontal::Right, Vertical::Middle});
    }

    Brush& m_brush;
    Coloring m_coloring;
    Pen m_line;
    bool m_isRounded;
    bool m_hasGaps;
    Font m_font;
    std::string m_title;
    Rect m_field; ///< what is divided into rows and columns
    int m_columns = 0;
    int m_rows = 0;
    std::vector<Node> m_nodes;
    std::vector<std::string> m_names;
};

} // namespace

PanelText drawPathwayMap(Brush& brush)
{
    MapSheet sheet(brush);
    sheet.draw();
    PanelText text;
    const std::string count = std::to_string(sheet.nodes());
    text.topic = "pathway map of " + brush.subject.gene + " signalling with " + count + " nodes";
    text.details = {sheet.isColoured()
                        ? "Fill, change of expression after " + brush.subject.drug + "."
                        : "Arrows indicate activation and bars inhibition in " + brush.subject.disease + ".",
                    "Dashed lines are indirect effects."};
    text.shown = {"pathway map", brush.subject.gene, count};
    return text;
}

} // namespace biomedica::demo
