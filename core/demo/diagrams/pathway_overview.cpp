#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 9> regions = {
    "Carbohydrate metabolism", "Lipid metabolism",    "Amino acid metabolism",
    "Nucleotide metabolism",   "Energy metabolism",   "Cofactors and vitamins",
    "Xenobiotics degradation", "Glycan biosynthesis", "Terpenoids"};

/// Hundreds of steps at once: thin lines along a grid with dots where they meet, or very many small boxes.
class OverviewSheet {
public:
    explicit OverviewSheet(Brush& brush)
        : m_brush(brush), m_areBoxes(brush.random.chance(0.45)), m_isDark(brush.random.chance(0.2)),
          m_font(brush.style.font.scaled(0.9))
    {
        const Rect& area = brush.area;
        m_columns = std::clamp(static_cast<int>(area.width / brush.random.real(28, 46)), 7, 26);
        m_rows = std::clamp(static_cast<int>(area.height / brush.random.real(18, 34)), 9, 34);
        m_step = {area.width / (m_columns + 1), area.height / (m_rows + 1)};
        m_font.size = std::min({m_font.size, area.width / 30, area.height / 28});
        m_hasRegions = brush.random.chance(0.6);
        m_isGreyed = brush.random.chance(0.35);
        m_pen = {m_isDark ? rgb(0xaab4c4) : rgb(0x6b6b6b), brush.random.real(0.7, 2.2)};
    }

    void draw()
    {
        if (m_isDark)
            m_brush.canvas.fill(m_brush.area, rgb(0x141a26));
        if (m_hasRegions)
            drawRegions();
        const int routes = m_columns * m_rows / (m_areBoxes ? 7 : 4);
        for (int i = 0; i < routes; ++i)
            drawRoute();
        for (const auto& [place, color] : m_nodes)
            drawPlace(place, color);
    }

    std::size_t nodes() const { return m_nodes.size(); }
    bool isGreyed() const { return m_isGreyed; }

private:
    Point at(int column, int row) const
    {
        return {m_brush.area.x + m_step.x * (column + 1), m_brush.area.y + m_step.y * (row + 1)};
    }

    Color regionColor(int column, int row) const
    {
        const auto region = static_cast<std::size_t>(column * 3 / m_columns + 3 * (row * 3 / m_rows));
        const Color color = m_brush.style.lineColor(region);
        return m_isDark ? color.lighter(0.3) : color;
    }

    void drawRegions()
    {
        const Rect& area = m_brush.area;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const Rect part{area.x + area.width / 3 * static_cast<double>(i % 3),
                            area.y + area.height / 3 * static_cast<double>(i / 3), area.width / 3, area.height / 3};
            const Color color = m_brush.style.lineColor(i);
            if (!m_isDark)
                m_brush.canvas.fillRounded(part.inset(3), color.lighter(0.86), 8);
            drawFitting(m_brush.canvas, regions[i], {part.center().x, part.y + m_font.size}, m_font.bold(),
                        m_isDark ? color.lighter(0.4) : color, part.width * 0.9);
        }
    }

    /// A walk along the grid, mostly straight on.
    void drawRoute()
    {
        Random& random = m_brush.random;
        int column = random.integer(0, m_columns - 1);
        int row = random.integer(0, m_rows - 1);
        bool isDown = random.chance(0.5);
        const Color color = !m_areBoxes && (!m_isGreyed || random.chance(0.12))
                                ? regionColor(column, row)
                                : m_pen.color.lighter(m_isDark ? 0 : 0.3);
        std::vector<Point> line = {at(column, row)};
        addPlace(column, row, color);
        for (int i = random.integer(1, m_areBoxes ? 3 : 6); i > 0; --i) {
            if (random.chance(0.35))
                isDown = !isDown;
            const int way = random.chance(0.8) ? 1 : -1;
            (isDown ? row : column) += way;
            if (column < 0 || row < 0 || column >= m_columns || row >= m_rows)
                break;
            line.push_back(at(column, row));
            addPlace(column, row, color);
        }
        const bool hasHead = m_areBoxes || random.chance(0.25);
        drawLink(m_brush.canvas, m_areBoxes ? trimmed(line, 0, m_step.y * 0.35) : line, {color, m_pen.width},
                 hasHead ? Ending::Arrow : Ending::None, std::min(m_step.x, m_step.y) * 0.22);
    }

    void addPlace(int column, int row, Color color)
    {
        const Point place = at(column, row);
        const bool isThere = std::any_of(m_nodes.begin(), m_nodes.end(), [&](const auto& node) {
            return node.first.x == place.x && node.first.y == place.y;
        });
        if (!isThere)
            m_nodes.push_back({place, m_areBoxes ? regionColor(column, row) : color});
    }

    void drawPlace(Point place, Color color)
    {
        Random& random = m_brush.random;
        if (!m_areBoxes) {
            m_brush.canvas.disc(place, std::max(1.2, std::min(m_step.x, m_step.y) * 0.13), color);
            return;
        }
        const Rect box{place.x - m_step.x * 0.34, place.y - m_step.y * 0.28, m_step.x * 0.68, m_step.y * 0.56};
        const Color fill = m_isGreyed && random.chance(0.85) ? rgb(0xf0f0f0) : color.lighter(random.real(0.1, 0.7));
        const Font font{std::max(3.5, std::min(box.height * 0.7, m_font.size * 0.8))};
        drawNode(m_brush.canvas, NodeForm::Box, box, fill, {m_pen.color, 0.7}, nameOf(), font);
    }

    std::string nameOf()
    {
        // Small letters that nobody reads: a few names over and over.
        if (m_names.empty())
            m_names = proteinNames(m_brush.random, m_brush.subject, 60);
        return m_brush.random.pick(m_names);
    }

    Brush& m_brush;
    bool m_areBoxes;
    bool m_isDark;
    Font m_font;
    int m_columns = 0;
    int m_rows = 0;
    Point m_step;
    bool m_hasRegions = false;
    bool m_isGreyed = false; ///< but for what is pointed out
    Pen m_pen;
    std::vector<std::pair<Point, Color>> m_nodes;
    std::vector<std::string> m_names;
};

} // namespace

PanelText drawPathwayOverview(Brush& brush)
{
    OverviewSheet sheet(brush);
    sheet.draw();
    PanelText text;
    const std::string count = std::to_string(sheet.nodes());
    text.topic = "overview of the metabolic pathways of the " + brush.subject.tissue + " with " + count + " nodes";
    text.details = {sheet.isGreyed() ? "What " + brush.subject.drug + " changes is in colour."
                                     : "Colours are regions of metabolism.",
                    "Lines are reactions."};
    text.shown = {"overview", "pathways", count};
    return text;
}

} // namespace biomedica::demo
