#include "core/demo/plots/legend.h"

#include <algorithm>

namespace biomedica::demo {

void drawMarker(Canvas& canvas, Marker marker, Point where, double radius, Color color)
{
    const auto [x, y] = where;
    const double r = radius;
    const Pen open{color, std::max(1.0, r * 0.35)};
    switch (marker) {
    case Marker::None: return;
    case Marker::Circle: return canvas.disc(where, r, color);
    case Marker::OpenCircle: canvas.disc(where, r, white); return canvas.circle(where, r, open);
    case Marker::OpenSquare:
        canvas.fill({x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8}, white);
        return canvas.outline({x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8}, open);
    case Marker::Cross:
        canvas.line({x - r * 0.8, y - r * 0.8}, {x + r * 0.8, y + r * 0.8}, open);
        return canvas.line({x - r * 0.8, y + r * 0.8}, {x + r * 0.8, y - r * 0.8}, open);
    case Marker::Plus: canvas.line({x - r, y}, {x + r, y}, open); return canvas.line({x, y - r}, {x, y + r}, open);
    case Marker::Square: return canvas.fill({x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8}, color);
    case Marker::Triangle:
        return canvas.polygon(
            std::vector<Point>{{x, y - r * 1.2}, {x + r * 1.1, y + r * 0.8}, {x - r * 1.1, y + r * 0.8}}, color);
    case Marker::Diamond:
        return canvas.polygon(
            std::vector<Point>{{x, y - r * 1.25}, {x + r * 1.25, y}, {x, y + r * 1.25}, {x - r * 1.25, y}}, color);
    }
}

Legend::Legend(Brush& brush, std::vector<LegendEntry> entries, const Font& font)
    : m_brush(brush), m_entries(std::move(entries)), m_font(font)
{
}

double Legend::columnWidth() const
{
    double widest = 0;
    for (const LegendEntry& entry : m_entries)
        widest = std::max(widest, entryWidth(entry));
    return widest;
}

double Legend::columnHeight() const
{
    return static_cast<double>(m_entries.size()) * Canvas::lineHeight(m_font);
}

double Legend::rowsHeight(double width) const
{
    return static_cast<double>(rowsWithin(width).size()) * Canvas::lineHeight(m_font);
}

double Legend::entryWidth(const LegendEntry& entry) const
{
    return m_brush.canvas.textWidth(entry.text, m_font) + m_font.size * (entry.isLine ? 3.6 : 2.4);
}

std::vector<Legend::Row> Legend::rowsWithin(double width) const
{
    std::vector<Row> rows;
    double used = width;
    for (const LegendEntry& entry : m_entries) {
        const double need = entryWidth(entry);
        if (rows.empty() || used + need > width) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(&entry);
        used += need;
    }
    return rows;
}

void Legend::drawColumn(Point topLeft) const
{
    double y = topLeft.y + Canvas::lineHeight(m_font) / 2;
    for (const LegendEntry& entry : m_entries) {
        drawEntry(entry, {topLeft.x, y});
        y += Canvas::lineHeight(m_font);
    }
}

void Legend::drawRows(Point topLeft, double width) const
{
    double y = topLeft.y + Canvas::lineHeight(m_font) / 2;
    for (const Row& row : rowsWithin(width)) {
        double used = 0;
        for (const LegendEntry* entry : row)
            used += entryWidth(*entry);
        double x = topLeft.x + std::max(m_font.size * 0.5, (width - used) / 2);
        for (const LegendEntry* entry : row) {
            drawEntry(*entry, {x, y});
            x += entryWidth(*entry);
        }
        y += Canvas::lineHeight(m_font);
    }
}

void Legend::drawEntry(const LegendEntry& entry, Point leftMiddle) const
{
    Canvas& canvas = m_brush.canvas;
    const double size = m_font.size;
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
        if (m_brush.style.areBarsOutlined || entry.color.luminance() > 0.9)
            canvas.outline(box, {black, 0.8});
    }
    canvas.text(entry.text, {x + symbol + size * 0.4, y}, m_font, m_brush.style.ink,
                {Horizontal::Left, Vertical::Middle});
}

} // namespace biomedica::demo
