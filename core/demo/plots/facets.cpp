#include "core/demo/plots/facets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr double leastSide = 85; // pixels of a facet

std::size_t columnsFor(const Rect& area, std::size_t facets)
{
    const double aspect = area.width / area.height;
    if (facets <= 3)
        return aspect < 0.75 ? 1 : facets;
    const double wanted = std::sqrt(static_cast<double>(facets) * aspect);
    // As wide as the panel, but rather without a gap in the last row.
    const auto cost = [&](std::size_t columns) {
        return std::abs(std::log(static_cast<double>(columns) / wanted)) + (facets % columns == 0 ? 0 : 0.35);
    };
    std::size_t best = 1;
    for (std::size_t columns = 2; columns <= facets; ++columns)
        if (cost(columns) < cost(best))
            best = columns;
    return best;
}

/// Where the facets stand, and what the outermost need for the writing along the axes.
class FacetSheet {
public:
    FacetSheet(Brush& brush, const std::vector<std::string>& names)
        : m_brush(brush), m_names(names), m_style(brush.style), m_columns(columnsFor(brush.area, names.size())),
          m_rows((names.size() + m_columns - 1) / m_columns), m_font(brush.style.font.scaled(0.9)),
          m_isStripFilled(brush.random.chance(0.5)), m_gap(brush.style.font.size * brush.random.real(0.3, 1))
    {
        static constexpr std::array grounds = {rgb(0xd9d9d9), rgb(0xffe5cc), rgb(0xf0f0f0), rgb(0xc8dcec)};
        m_stripGround = brush.random.pick(grounds);
        m_style.legend = LegendPlace::None;
        if (m_style.axisTitles == AxisTitles::YAsTitle)
            m_style.axisTitles = AxisTitles::Both;
    }

    void draw(const FacetSpec& specOf, const FacetDraw& drawData)
    {
        measure(specOf(0));
        if (m_style.panelGround.luminance() < 0.999)
            m_brush.canvas.fill(m_brush.area, m_style.panelGround);
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            Brush part{m_brush.canvas, cell(i).inset(0, stripHeight() - m_style.font.size * 0.6, 0, 0), m_style,
                       m_brush.subject, m_brush.random};
            const Plot plot(part, trimmedSpec(specOf(i), i));
            drawStrip(plot.inner(), m_names[i]);
            drawData(part, plot, i);
        }
    }

private:
    bool isAtLeft(std::size_t i) const { return i % m_columns == 0; }
    bool isAtBottom(std::size_t i) const { return i / m_columns + 1 == m_rows; }
    double stripHeight() const { return m_font.size * 1.55; }

    void measure(const PlotSpec& spec)
    {
        const double size = m_style.font.size;
        const bool hasTitles = m_style.axisTitles == AxisTitles::Both;
        double widest = 0;
        for (const Tick& tick : spec.y.ticks)
            widest = std::max(widest, m_brush.canvas.textWidth(tick.text, m_style.font.scaled(m_style.tickScale)));
        m_leftExtra = m_columns == 1 ? 0
                                     : std::min(widest, m_brush.area.width * 0.2)
                                           + (hasTitles && !spec.y.label.empty() ? size * 1.5 : 0);
        m_bottomExtra = m_rows > 1 && hasTitles && !spec.x.label.empty() ? size * 1.4 : 0;
    }

    Rect cell(std::size_t i) const
    {
        const Rect& area = m_brush.area;
        const double width = (area.width - m_leftExtra + m_gap) / static_cast<double>(m_columns) - m_gap;
        const double height = (area.height - m_bottomExtra + m_gap) / static_cast<double>(m_rows) - m_gap;
        const double x = area.x + m_leftExtra + static_cast<double>(i % m_columns) * (width + m_gap);
        const double y = area.y + static_cast<double>(i / m_columns) * (height + m_gap);
        const double left = isAtLeft(i) ? m_leftExtra : 0;
        return {x - left, y, width + left, height + (isAtBottom(i) ? m_bottomExtra : 0)};
    }

    PlotSpec trimmedSpec(PlotSpec spec, std::size_t i) const
    {
        spec.legend.clear();
        if (!isAtLeft(i)) {
            spec.y.label.clear();
            for (Tick& tick : spec.y.ticks)
                tick.text.clear();
        }
        // A label under the middle one stands for all.
        if (!isAtBottom(i) || (m_columns > 1 && i % m_columns != m_columns / 2))
            spec.x.label = spec.x.label.empty() || !isAtBottom(i) ? "" : " ";
        return spec;
    }

    void drawStrip(const Rect& inner, const std::string& name)
    {
        // Its outline stays within the cell.
        const double height = stripHeight() - m_style.frameWidth;
        const Rect strip{inner.x, inner.y - height, inner.width, height};
        if (m_isStripFilled)
            m_brush.canvas.fill(strip.inset(0, 0, 0, 1), m_stripGround);
        if (m_isStripFilled && m_style.spines == Spines::Box)
            m_brush.canvas.outline(strip, {m_style.ink, m_style.frameWidth});
        const Font font = m_isStripFilled ? m_font : m_font.bold();
        const double share = inner.width * 0.95 / m_brush.canvas.textWidth(name, font);
        m_brush.canvas.text(name, strip.center(), font.scaled(std::min(1.0, share)), m_style.ink,
                            {Horizontal::Center, Vertical::Middle});
    }

    Brush& m_brush;
    const std::vector<std::string>& m_names;
    Style m_style;
    std::size_t m_columns;
    std::size_t m_rows;
    Font m_font;
    bool m_isStripFilled;
    double m_gap;
    Color m_stripGround;
    double m_leftExtra = 0;
    double m_bottomExtra = 0;
};

} // namespace

bool isRoomForFacets(const Brush& brush, std::size_t facets, const std::vector<std::string>& names)
{
    const std::size_t columns = columnsFor(brush.area, facets);
    const std::size_t rows = (facets + columns - 1) / columns;
    const double size = brush.style.font.size;
    const double width = brush.area.width / static_cast<double>(columns) - size * 2;
    const double height = brush.area.height / static_cast<double>(rows) - size * 3;
    const double widest = brush.canvas.widest(names, brush.style.font.scaled(brush.style.tickScale));
    // Names that do not fit beside each other are turned, and take height.
    const bool areTurned = !names.empty() && widest > width / static_cast<double>(names.size());
    return width > leastSide && height - (areTurned ? widest : 0) > leastSide;
}

void drawFacets(Brush& brush, const std::vector<std::string>& names, const FacetSpec& specOf, const FacetDraw& draw)
{
    FacetSheet(brush, names).draw(specOf, draw);
}

} // namespace biomedica::demo
