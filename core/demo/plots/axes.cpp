#include "core/demo/plots/axes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// 1, 2, 2.5 or 5 times a power of ten.
double niceStep(double range, int wantedTicks)
{
    const double raw = range / wantedTicks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (raw <= factor * power * 1.0001)
            return factor * power;
    return 10 * power;
}

int decimalsFor(double step)
{
    int decimals = 0;
    while (decimals < 4 && std::abs(step - std::round(step)) > 1e-6 * std::pow(10, decimals)) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

std::string withMinus(std::string text)
{
    if (text.starts_with('-'))
        text.replace(0, 1, "\u2212");
    return text;
}

std::vector<Tick> ticksWithin(double low, double high, double step)
{
    std::vector<Tick> ticks;
    const double slack = step * 1e-6;
    for (double index = std::ceil((low - slack) / step); index * step <= high + slack; ++index)
        ticks.push_back({index * step, withMinus(fixed(index * step, decimalsFor(step)))});
    return ticks;
}

std::string powerOfTen(int exponent)
{
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "10⁻" : "10";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += digits[digit - '0'];
    return text;
}

} // namespace

Axis linearAxis(std::string label, double low, double high, int wantedTicks)
{
    const double step = niceStep(high - low, wantedTicks);
    return exactAxis(std::move(label), std::floor(low / step + 1e-6) * step, std::ceil(high / step - 1e-6) * step,
                     wantedTicks);
}

Axis exactAxis(std::string label, double low, double high, int wantedTicks)
{
    return {std::move(label), low, high, ticksWithin(low, high, niceStep(high - low, wantedTicks))};
}

Axis axisFromZero(std::string label, double high, bool hasHeadroom)
{
    return hasHeadroom ? exactAxis(std::move(label), 0, high * 1.02) : linearAxis(std::move(label), 0, high * 1.02);
}

bool hasHeadroom(const PlotSpec& spec, const Style& style)
{
    return spec.headroom > 0 || (!spec.legend.empty() && style.legend == LegendPlace::Inside);
}

Axis logAxis(std::string label, double low, double high)
{
    Axis axis{std::move(label), low, high, {}};
    for (int power = static_cast<int>(std::ceil(low - 1e-6)); power <= high + 1e-6; ++power)
        axis.ticks.push_back({static_cast<double>(power), powerOfTen(power)});
    return axis;
}

Axis categoryAxis(std::string label, const std::vector<std::string>& names)
{
    Axis axis{std::move(label), -0.5, static_cast<double>(names.size()) - 0.5, {}, true};
    for (std::size_t i = 0; i < names.size(); ++i)
        axis.ticks.push_back({static_cast<double>(i), names[i]});
    return axis;
}

void drawMarker(Canvas& canvas, Marker marker, Point where, double radius, Color color)
{
    const auto [x, y] = where;
    const double r = radius;
    switch (marker) {
    case Marker::None: return;
    case Marker::Circle: return canvas.disc(where, r, color);
    case Marker::OpenCircle:
        canvas.disc(where, r, white);
        return canvas.circle(where, r, {color, std::max(1.0, r * 0.35)});
    case Marker::Square: return canvas.fill({x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8}, color);
    case Marker::Triangle:
        return canvas.polygon(
            std::vector<Point>{{x, y - r * 1.2}, {x + r * 1.1, y + r * 0.8}, {x - r * 1.1, y + r * 0.8}}, color);
    case Marker::Diamond:
        return canvas.polygon(
            std::vector<Point>{{x, y - r * 1.25}, {x + r * 1.25, y}, {x, y + r * 1.25}, {x - r * 1.25, y}}, color);
    }
}

struct Plot::LegendLayout {
    std::vector<std::vector<const LegendEntry*>> rows;
    double height = 0;
};

Plot::Plot(Brush& brush, PlotSpec spec)
    : m_brush(brush), m_spec(std::move(spec)), m_tickFont(brush.style.font.scaled(0.88)),
      m_tickLength(brush.style.font.size * 0.35), m_legendPlace(brush.style.legend)
{
    for (const LegendEntry& entry : m_spec.legend)
        m_legendWidth = std::max(m_legendWidth, entryWidth(entry));
    if (m_legendPlace == LegendPlace::Right && m_legendWidth > brush.area.width * 0.3)
        m_legendPlace = LegendPlace::Top;
    place();
    drawFrame();
    drawTicks();
    drawLabels();
    const double gap = m_brush.style.font.size * 0.5;
    m_freeTop = m_inner.y;
    if (m_spec.legend.empty())
        return;
    const double height = legendLayout(m_inner.width).height;
    switch (m_legendPlace) {
    case LegendPlace::Top: drawLegend({m_inner.x, brush.area.y}, m_inner.width, false); break;
    case LegendPlace::Right: drawLegend({m_inner.right() + gap, m_inner.y}, m_legendWidth, true); break;
    case LegendPlace::Inside:
        drawLegend({m_inner.x, m_inner.y + gap / 2}, m_inner.width, false);
        m_freeTop += height + gap / 2;
        break;
    }
}

double Plot::entryWidth(const LegendEntry& entry) const
{
    return m_brush.canvas.textWidth(entry.text, m_tickFont) + m_tickFont.size * (entry.isLine ? 3.6 : 2.4);
}

Plot::LegendLayout Plot::legendLayout(double width) const
{
    LegendLayout layout;
    double used = width;
    for (const LegendEntry& entry : m_spec.legend) {
        const double need = entryWidth(entry);
        if (layout.rows.empty() || used + need > width) {
            layout.rows.emplace_back();
            used = 0;
        }
        layout.rows.back().push_back(&entry);
        used += need;
    }
    layout.height = static_cast<double>(layout.rows.size()) * Canvas::lineHeight(m_tickFont);
    return layout;
}

double Plot::widestTick(const Axis& axis) const
{
    double widest = 0;
    for (const Tick& tick : axis.ticks)
        widest = std::max(widest, m_brush.canvas.textWidth(tick.text, m_tickFont));
    return widest;
}

void Plot::place()
{
    const double size = m_brush.style.font.size;
    const double yTickRoom = widestTick(m_spec.y) + m_tickLength + size * 0.4;
    const double left = yTickRoom + (m_spec.y.label.empty() ? 0 : size * 1.5);
    double right = std::max(size * 0.6, m_spec.x.ticks.empty() || m_spec.x.areTicksNames
                                            ? 0
                                            : m_brush.canvas.textWidth(m_spec.x.ticks.back().text, m_tickFont) / 2);
    if (!m_spec.legend.empty() && m_legendPlace == LegendPlace::Right)
        right = m_legendWidth + size * 0.6;
    m_inner = m_brush.area.inset(left, size * 0.6, right, 0);
    turnNamesIfTight();
    const double turnedWidth = widestTick(m_spec.x) * std::numbers::sqrt2 / 2;
    if (m_areNamesTurned) {
        // The first name reaches left of its tick.
        const double firstTick = m_inner.width / (m_spec.x.high - m_spec.x.low) / 2;
        const double extra = std::max(0.0, turnedWidth + size * 0.5 - firstTick - left);
        m_inner = m_inner.inset(extra, 0, 0, 0);
    }
    m_tickTextHeight = m_areNamesTurned ? turnedWidth + size * 0.7 : m_tickFont.size * 1.05;
    const double bottom =
        m_tickLength + size * 0.35 + m_tickTextHeight + (m_spec.x.label.empty() ? size * 0.2 : size * 1.6);
    double top = 0;
    if (!m_spec.legend.empty() && m_legendPlace == LegendPlace::Top)
        top = legendLayout(m_inner.width).height + size * 0.2;
    m_inner = m_inner.inset(0, top, 0, bottom);
    double headroom = m_spec.headroom;
    if (!m_spec.legend.empty() && m_legendPlace == LegendPlace::Inside)
        headroom += legendLayout(m_inner.width).height + size * 0.8;
    if (headroom > 0)
        makeHeadroom(headroom);
}

void Plot::turnNamesIfTight()
{
    const double slot = m_inner.width / (m_spec.x.high - m_spec.x.low);
    m_areNamesTurned = m_spec.x.areTicksNames && widestTick(m_spec.x) > slot * 0.94;
}

void Plot::makeHeadroom(double pixels)
{
    Axis& y = m_spec.y;
    const double share = std::min(0.6, pixels / m_inner.height);
    const double dataHigh = y.high;
    const double step = y.ticks.size() > 1 ? y.ticks[1].value - y.ticks[0].value : y.high - y.low;
    y.high = y.low + (dataHigh - y.low) / (1 - share);
    if (y.high - dataHigh > step)
        y.ticks = ticksWithin(y.low, y.high, step);
}

Point Plot::at(double x, double y) const
{
    return {m_inner.x + (x - m_spec.x.low) / (m_spec.x.high - m_spec.x.low) * m_inner.width,
            m_inner.bottom() - (y - m_spec.y.low) / (m_spec.y.high - m_spec.y.low) * m_inner.height};
}

void Plot::drawFrame()
{
    const Style& style = m_brush.style;
    Canvas& canvas = m_brush.canvas;
    canvas.fill(m_inner, style.plotGround);
    if (style.hasGrid) {
        const Pen pen{style.plotGround.luminance() < 0.99 ? white : rgb(0xdddddd), 1};
        for (const Tick& tick : m_spec.y.ticks)
            canvas.line({m_inner.x, at(0, tick.value).y}, {m_inner.right(), at(0, tick.value).y}, pen);
        if (!m_spec.x.areTicksNames)
            for (const Tick& tick : m_spec.x.ticks)
                canvas.line({at(tick.value, 0).x, m_inner.y}, {at(tick.value, 0).x, m_inner.bottom()}, pen);
    }
    const Pen pen{black, std::max(1.0, style.lineWidth * 0.75)};
    if (style.spines == Spines::Box)
        canvas.outline(m_inner, pen);
    else
        canvas.polyline(std::vector<Point>{{m_inner.x, m_inner.y},
                                           {m_inner.x, m_inner.bottom()},
                                           {m_inner.right(), m_inner.bottom()}},
                        pen);
}

void Plot::drawTicks()
{
    Canvas& canvas = m_brush.canvas;
    const Pen pen{black, std::max(1.0, m_brush.style.lineWidth * 0.75)};
    const double length = m_brush.style.areTicksInside ? -m_tickLength : m_tickLength;
    const double gap = m_tickLength + m_brush.style.font.size * 0.3;
    for (const Tick& tick : m_spec.y.ticks) {
        const double y = at(0, tick.value).y;
        canvas.line({m_inner.x, y}, {m_inner.x - length, y}, pen);
        canvas.text(tick.text, {m_inner.x - gap, y}, m_tickFont, black, {Horizontal::Right, Vertical::Middle});
    }
    for (const Tick& tick : m_spec.x.ticks) {
        const double x = at(tick.value, 0).x;
        const double y = m_inner.bottom();
        canvas.line({x, y}, {x, y + length}, pen);
        if (m_areNamesTurned)
            canvas.text(tick.text, {x + m_tickFont.size * 0.25, y + gap}, m_tickFont, black,
                        {Horizontal::Right, Vertical::Middle, 45});
        else
            canvas.text(tick.text, {x, y + gap}, m_tickFont, black, {Horizontal::Center, Vertical::Top});
    }
}

void Plot::drawLabels()
{
    const Font& font = m_brush.style.font;
    const Rect& area = m_brush.area;
    const auto fitted = [&](const std::string& label, double room) {
        return font.scaled(std::min(1.0, room / m_brush.canvas.textWidth(label, font)));
    };
    if (!m_spec.y.label.empty()) {
        const double room = std::min(area.height - font.size * 0.4, m_inner.height * 1.25);
        const Font own = fitted(m_spec.y.label, room);
        const double half = m_brush.canvas.textWidth(m_spec.y.label, own) / 2;
        const double y = std::clamp(m_inner.center().y, area.y + half, area.bottom() - half);
        m_brush.canvas.text(m_spec.y.label, {area.x + font.size * 0.7, y}, own, black,
                            {Horizontal::Center, Vertical::Middle, 90});
    }
    if (!m_spec.x.label.empty()) {
        const Font own = fitted(m_spec.x.label, area.width);
        const double half = m_brush.canvas.textWidth(m_spec.x.label, own) / 2;
        const double x = std::clamp(m_inner.center().x, area.x + half, area.right() - half);
        m_brush.canvas.text(m_spec.x.label, {x, area.bottom()}, own, black, {Horizontal::Center, Vertical::Bottom});
    }
}

void Plot::drawLegend(Point topLeft, double width, bool isColumn)
{
    const double rowHeight = Canvas::lineHeight(m_tickFont);
    double y = topLeft.y + rowHeight / 2;
    if (isColumn) {
        for (const LegendEntry& entry : m_spec.legend) {
            drawEntry(entry, {topLeft.x, y});
            y += rowHeight;
        }
        return;
    }
    for (const auto& row : legendLayout(width).rows) {
        double used = 0;
        for (const LegendEntry* entry : row)
            used += entryWidth(*entry);
        double x = topLeft.x + std::max(m_tickFont.size * 0.5, (width - used) / 2);
        for (const LegendEntry* entry : row) {
            drawEntry(*entry, {x, y});
            x += entryWidth(*entry);
        }
        y += rowHeight;
    }
}

void Plot::drawEntry(const LegendEntry& entry, Point leftMiddle)
{
    Canvas& canvas = m_brush.canvas;
    const double size = m_tickFont.size;
    const auto [x, y] = leftMiddle;
    double symbol = size;
    if (entry.isLine) {
        symbol = size * 2.2;
        canvas.line({x, y}, {x + symbol, y}, {entry.color, m_brush.style.lineWidth, entry.dashes});
    }
    if (entry.marker != Marker::None) {
        drawMarker(canvas, entry.marker, {x + symbol / 2, y}, size * 0.32, entry.color);
    } else if (!entry.isLine) {
        const Rect box{x, y - size * 0.4, size, size * 0.8};
        canvas.fill(box, entry.color);
        canvas.outline(box, {black, 0.8});
    }
    canvas.text(entry.text, {x + symbol + size * 0.4, y}, m_tickFont, black, {Horizontal::Left, Vertical::Middle});
}

} // namespace biomedica::demo
