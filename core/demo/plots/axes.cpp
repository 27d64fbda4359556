#include "core/demo/plots/axes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

bool hasHeadroom(const PlotSpec& spec, const Style& style)
{
    return spec.headroom > 0 || (!spec.legend.empty() && style.legend == LegendPlace::Inside);
}

Plot::Plot(Brush& brush, PlotSpec spec)
    : m_brush(brush), m_spec(std::move(spec)),
      m_font(brush.style.areAxesBold ? brush.style.font.bold() : brush.style.font),
      m_tickFont(m_font.scaled(brush.style.tickScale)), m_yTickFont(m_tickFont),
      m_legend(brush, m_spec.legend, brush.style.font.scaled(0.88)),
      m_tickLength(brush.style.tickMarks == TickMarks::None ? 0 : brush.style.font.size * 0.35),
      m_legendPlace(brush.style.legend)
{
    titleFromAxes();
    placeLegend();
    place();
    simplifyIfTight();
    makeHeadroom();
    place(); // numbers in the room above may be wider
    m_freeTop = legendTop();
    drawGround();
    if (!m_spec.isFrameless)
        drawSpines();
    drawYTicks();
    drawXTicks();
    drawTitle();
    drawLabels();
    drawLegend();
}

void Plot::titleFromAxes()
{
    Axis& named = m_spec.y.areTicksNames && !m_spec.x.label.empty() ? m_spec.x : m_spec.y;
    if (m_brush.style.axisTitles == AxisTitles::YAsTitle)
        m_title = std::move(named.label);
    if (m_brush.style.axisTitles == AxisTitles::None)
        m_spec.x.label.clear();
    if (m_brush.style.axisTitles != AxisTitles::Both)
        named.label.clear();
}

void Plot::placeLegend()
{
    if (m_legendPlace == LegendPlace::None)
        m_legend.clear();
    const bool isWide = m_legend.columnWidth() > m_brush.area.width * 0.3;
    if (m_legendPlace == LegendPlace::Right && (isWide || m_legend.columnHeight() > m_brush.area.height * 0.8))
        m_legendPlace = LegendPlace::Top;
}

/// In a panel too small for all of it, title and legend give way to the data.
void Plot::simplifyIfTight()
{
    const auto isTight = [&] {
        return m_inner.width < m_brush.area.width * 0.38 || m_inner.height < m_brush.area.height * 0.36
               || legendTop() - m_inner.y > m_inner.height * 0.4;
    };
    if (!isTight())
        return;
    m_legend.clear();
    m_title.clear();
    place();
    if (!isTight())
        return;
    m_spec.x.label.clear();
    m_spec.y.label.clear();
    place();
}

double Plot::widestTick(const Axis& axis, const Font& font) const
{
    double widest = 0;
    for (const Tick& tick : axis.ticks)
        widest = std::max(widest, m_brush.canvas.textWidth(tick.text, font));
    return widest;
}

Font Plot::fitted(const std::string& text, const Font& font, double room) const
{
    return font.scaled(std::min(1.0, room / m_brush.canvas.textWidth(text, font)));
}

void Plot::place()
{
    const double size = m_brush.style.font.size;
    if (m_spec.y.areTicksNames)
        m_yTickFont = m_tickFont.scaled(std::min(1.0, m_brush.area.width * 0.36 / widestTick(m_spec.y, m_tickFont)));
    // Half of the number under an end of the axis reaches beyond it.
    const auto halfWidth = [&](const Tick& tick) { return m_brush.canvas.textWidth(tick.text, m_tickFont) / 2; };
    const bool hasNumbers = !m_spec.x.areTicksNames && !m_spec.x.ticks.empty();
    const double left = std::max(hasNumbers ? halfWidth(m_spec.x.ticks.front()) : 0,
                                 widestTick(m_spec.y, m_yTickFont) + m_tickLength + size * 0.4
                                     + (m_spec.y.label.empty() ? 0 : size * 1.5));
    double right = std::max(size * 0.6, hasNumbers ? halfWidth(m_spec.x.ticks.back()) : 0);
    if (!m_legend.isEmpty() && m_legendPlace == LegendPlace::Right)
        right = std::max(right, m_legend.columnWidth() + size * 0.6);
    const double title = m_title.empty() ? 0 : size * 1.7;
    m_inner = m_brush.area.inset(left, size * 0.6 + title, right, 0);
    arrangeNames(left);
    const double bottom =
        m_tickLength + size * 0.35 + xNamesHeight() + (m_spec.x.label.empty() ? size * 0.2 : size * 1.6);
    const bool isOnTop = !m_legend.isEmpty() && m_legendPlace == LegendPlace::Top;
    m_inner = m_inner.inset(0, isOnTop ? m_legend.rowsHeight(m_inner.width) + size * 0.2 : 0, 0, bottom);
}

/// Names that are too long for their slots are left out in part, where they are in order, or turned.
void Plot::arrangeNames(double left)
{
    m_names = Names::Level;
    m_nameStep = 1;
    const double slot = m_inner.width / (m_spec.x.high - m_spec.x.low);
    const double widest = widestTick(m_spec.x, m_tickFont);
    if (!m_spec.x.areTicksNames || widest <= slot * 0.94)
        return;
    if (m_spec.x.areNamesInOrder && widest < m_inner.width * 0.2) {
        m_nameStep = static_cast<std::size_t>(std::ceil(widest * 1.15 / slot));
        return;
    }
    m_names = slot > m_tickFont.size * 1.7 ? Names::Turned : Names::Upright;
    m_nameStep = static_cast<std::size_t>(std::ceil(m_tickFont.size * 1.05 / slot));
    // The first name reaches left of its tick.
    if (m_names == Names::Turned)
        m_inner =
            m_inner.inset(std::max(0.0, xNamesHeight() - m_brush.style.font.size * 0.2 - slot / 2 - left), 0, 0, 0);
}

double Plot::xNamesHeight() const
{
    const double widest = widestTick(m_spec.x, m_tickFont);
    switch (m_names) {
    case Names::Level: return m_tickFont.size * 1.05;
    case Names::Turned: return widest * std::numbers::sqrt2 / 2 + m_brush.style.font.size * 0.7;
    case Names::Upright: return widest + m_brush.style.font.size * 0.3;
    }
    return 0;
}

/// The bottom of a legend that stands inside, else the top of the plot.
double Plot::legendTop() const
{
    if (m_legend.isEmpty() || m_legendPlace != LegendPlace::Inside)
        return m_inner.y;
    return m_inner.y + m_legend.rowsHeight(m_inner.width) + m_brush.style.font.size * 0.25;
}

void Plot::makeHeadroom()
{
    const double legend = legendTop() - m_inner.y;
    const double pixels = m_spec.headroom + (legend > 0 ? legend + m_tickFont.size * 0.6 : 0);
    if (pixels <= 0)
        return;
    const double share = std::min(0.6, pixels / m_inner.height);
    extendTo(m_spec.y, m_spec.y.low + (m_spec.y.high - m_spec.y.low) / (1 - share));
}

Point Plot::at(double x, double y) const
{
    return {m_inner.x + (x - m_spec.x.low) / (m_spec.x.high - m_spec.x.low) * m_inner.width,
            m_inner.bottom() - (y - m_spec.y.low) / (m_spec.y.high - m_spec.y.low) * m_inner.height};
}

void Plot::drawGround()
{
    const Style& style = m_brush.style;
    Canvas& canvas = m_brush.canvas;
    if (style.panelGround.luminance() < 0.999)
        canvas.fill(m_brush.area, style.panelGround);
    canvas.fill(m_inner, m_spec.isFrameless ? style.panelGround : style.plotGround);
    if (style.grid == Grid::None || m_spec.isFrameless)
        return;
    const Pen pen{style.gridColor, std::max(0.7, style.frameWidth * 0.7)};
    // Lines across the values: upright ones where the categories stand at the left.
    if (!m_spec.y.areTicksNames)
        for (const Tick& tick : m_spec.y.ticks)
            canvas.line({m_inner.x, at(0, tick.value).y}, {m_inner.right(), at(0, tick.value).y}, pen);
    if (m_spec.y.areTicksNames || style.grid == Grid::Both)
        for (const Tick& tick : m_spec.x.ticks)
            if (!m_spec.x.areTicksNames)
                canvas.line({at(tick.value, 0).x, m_inner.y}, {at(tick.value, 0).x, m_inner.bottom()}, pen);
}

void Plot::drawSpines()
{
    const Pen pen{m_brush.style.ink, m_brush.style.frameWidth};
    const Point corner{m_inner.x, m_inner.bottom()};
    switch (m_brush.style.spines) {
    case Spines::None: return;
    case Spines::Box: return m_brush.canvas.outline(m_inner, pen);
    case Spines::BottomOnly:
        // Of bars that lie, the line they start from.
        return m_brush.canvas.line(
            corner, m_spec.y.areTicksNames ? Point{m_inner.x, m_inner.y} : Point{m_inner.right(), corner.y}, pen);
    case Spines::LeftAndBottom:
        return m_brush.canvas.polyline(std::vector<Point>{{m_inner.x, m_inner.y}, corner, {m_inner.right(), corner.y}},
                                       pen);
    }
}

void Plot::drawYTicks()
{
    const Style& style = m_brush.style;
    const double length = style.tickMarks == TickMarks::Inside ? -m_tickLength : m_tickLength;
    const double gap = m_tickLength + style.font.size * 0.3;
    const double slot = m_spec.y.areTicksNames ? pixelsPerY() : m_inner.height;
    const auto step = static_cast<std::size_t>(std::ceil(m_yTickFont.size * 1.02 / slot));
    for (std::size_t i = 0; i < m_spec.y.ticks.size(); ++i) {
        const double y = at(0, m_spec.y.ticks[i].value).y;
        if (m_tickLength > 0 && !m_spec.isFrameless)
            m_brush.canvas.line({m_inner.x, y}, {m_inner.x - length, y}, {style.ink, style.frameWidth});
        if (i % step == 0)
            m_brush.canvas.text(m_spec.y.ticks[i].text, {m_inner.x - gap, y}, m_yTickFont, style.ink,
                                {Horizontal::Right, Vertical::Middle});
    }
}

void Plot::drawXTicks()
{
    const Style& style = m_brush.style;
    Canvas& canvas = m_brush.canvas;
    const double y = m_inner.bottom();
    const double length = style.tickMarks == TickMarks::Inside ? -m_tickLength : m_tickLength;
    const double below = y + m_tickLength + style.font.size * 0.3;
    for (std::size_t i = 0; i < m_spec.x.ticks.size(); ++i) {
        const Tick& tick = m_spec.x.ticks[i];
        const double x = at(tick.value, 0).x;
        if (m_tickLength > 0 && !m_spec.isFrameless)
            canvas.line({x, y}, {x, y + length}, {style.ink, style.frameWidth});
        if (i % m_nameStep != 0)
            continue;
        switch (m_names) {
        case Names::Level:
            canvas.text(tick.text, {x, below}, m_tickFont, style.ink, {Horizontal::Center, Vertical::Top});
            break;
        case Names::Turned:
            canvas.text(tick.text, {x + m_tickFont.size * 0.25, below}, m_tickFont, style.ink,
                        {Horizontal::Right, Vertical::Middle, 45});
            break;
        case Names::Upright:
            canvas.text(tick.text, {x, below}, m_tickFont, style.ink, {Horizontal::Right, Vertical::Middle, 90});
            break;
        }
    }
}

void Plot::drawTitle()
{
    if (m_title.empty())
        return;
    const Font font = m_brush.random.chance(0.5) ? m_font.bold() : m_font.scaled(1.1);
    const Font own = fitted(m_title, font, m_brush.area.width * 0.98);
    const double half = m_brush.canvas.textWidth(m_title, own) / 2;
    const double x = std::clamp(m_inner.center().x, m_brush.area.x + half, m_brush.area.right() - half);
    m_brush.canvas.text(m_title, {x, m_brush.area.y + own.size * 0.2}, own, m_brush.style.ink,
                        {Horizontal::Center, Vertical::Top});
}

void Plot::drawLabels()
{
    const Font& font = m_font;
    const Rect& area = m_brush.area;
    if (!m_spec.y.label.empty()) {
        const double room = std::min(area.height - font.size * 0.4, m_inner.height * 1.25);
        const Font own = fitted(m_spec.y.label, font, room);
        const double half = m_brush.canvas.textWidth(m_spec.y.label, own) / 2;
        const double y = std::clamp(m_inner.center().y, area.y + half, area.bottom() - half);
        m_brush.canvas.text(m_spec.y.label, {area.x + font.size * 0.7, y}, own, m_brush.style.ink,
                            {Horizontal::Center, Vertical::Middle, 90});
    }
    if (!m_spec.x.label.empty()) {
        const Font own = fitted(m_spec.x.label, font, area.width);
        const double half = m_brush.canvas.textWidth(m_spec.x.label, own) / 2;
        const double x = std::clamp(m_inner.center().x, area.x + half, area.right() - half);
        m_brush.canvas.text(m_spec.x.label, {x, area.bottom()}, own, m_brush.style.ink,
                            {Horizontal::Center, Vertical::Bottom});
    }
}

void Plot::drawLegend()
{
    const double size = m_brush.style.font.size;
    if (m_legend.isEmpty())
        return;
    switch (m_legendPlace) {
    case LegendPlace::Top:
        return m_legend.drawRows({m_inner.x, m_brush.area.y + (m_title.empty() ? 0 : size * 1.7)}, m_inner.width);
    case LegendPlace::Right: return m_legend.drawColumn({m_inner.right() + size * 0.5, m_inner.y});
    case LegendPlace::Inside: return m_legend.drawRows({m_inner.x, m_inner.y + size * 0.25}, m_inner.width);
    case LegendPlace::None: return;
    }
}

} // namespace biomedica::demo
