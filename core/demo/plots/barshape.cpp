#include "core/demo/plots/barshape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// Lines across the rectangle, `step` apart, that rise by `slope`.
void drawStripes(Brush& brush, const Rect& rect, double slope, double step, const Pen& pen)
{
    const double rise = rect.width * slope;
    const double first = rect.y - std::max(0.0, -rise);
    const double last = rect.bottom() + std::max(0.0, rise);
    for (double y = first; y <= last + step; y += step)
        brush.canvas.line({rect.x, y}, {rect.right(), y - rise}, pen);
}

/// The patterns of printed black and white, one for each series.
void drawHatching(Brush& brush, const Rect& rect, std::size_t series, Color color)
{
    const double step = std::max(4.0, brush.style.font.size * 0.42);
    const Pen pen{color, std::max(0.8, step * 0.16)};
    const Canvas::Clip clip(brush.canvas, rect);
    switch (series % 6) {
    case 0: return drawStripes(brush, rect, 1, step * 1.4, pen);
    case 1: return brush.canvas.fill(rect, color);
    case 2: return;
    case 3: drawStripes(brush, rect, 1, step * 1.4, pen); return drawStripes(brush, rect, -1, step * 1.4, pen);
    case 4: return drawStripes(brush, rect, 0, step, pen);
    default:
        for (double y = rect.y + step / 2; y < rect.bottom(); y += step)
            for (double x = rect.x + step / 2; x < rect.right(); x += step)
                brush.canvas.disc({x, y}, step * 0.18, color);
    }
}

/// A box seen from the right and from above.
void drawDeep(Brush& brush, const Rect& rect, Color color)
{
    const double depth = std::min({brush.style.font.size * 0.5, rect.width * 0.5, rect.height * 0.5});
    const Color side = between(color, black, 0.35);
    brush.canvas.polygon(std::vector<Point>{{rect.right(), rect.y},
                                            {rect.right() + depth, rect.y - depth},
                                            {rect.right() + depth, rect.bottom() - depth},
                                            {rect.right(), rect.bottom()}},
                         side);
    brush.canvas.polygon(std::vector<Point>{{rect.x, rect.y},
                                            {rect.x + depth, rect.y - depth},
                                            {rect.right() + depth, rect.y - depth},
                                            {rect.right(), rect.y}},
                         color.lighter(0.35));
    brush.canvas.fill(rect, color);
}

/// Bright along the middle, as a cylinder.
void drawShaded(Brush& brush, const Rect& rect, Color color, bool isLying)
{
    constexpr int strips = 9;
    for (int i = 0; i < strips; ++i) {
        const double share = 0.5 * (1 - std::abs(2.0 * i / (strips - 1) - 0.8));
        const double from = std::round((isLying ? rect.height : rect.width) * i / strips);
        const double to = std::round((isLying ? rect.height : rect.width) * (i + 1) / strips);
        brush.canvas.fill(isLying ? Rect{rect.x, rect.y + from, rect.width, to - from}
                                  : Rect{rect.x + from, rect.y, to - from, rect.height},
                          color.lighter(std::max(0.0, share)));
    }
}

/// A line from the foot with a dot at its end, or the dot alone.
void drawThin(Brush& brush, const Rect& rect, const BarLook& look, Color color, bool isNegative)
{
    const Point middle = rect.center();
    Point foot{middle.x, isNegative ? rect.y : rect.bottom()};
    Point end{middle.x, isNegative ? rect.bottom() : rect.y};
    if (look.isLying) {
        foot = {isNegative ? rect.right() : rect.x, middle.y};
        end = {isNegative ? rect.x : rect.right(), middle.y};
    }
    const double room = look.isLying ? rect.height : rect.width;
    const double radius = std::clamp(room * 0.35, 1.5, brush.style.font.size * 0.55);
    if (look.form == BarForm::Stick)
        brush.canvas.line(foot, end, {color, std::max(1.0, radius * 0.35)});
    brush.canvas.disc(end, radius, color);
}

} // namespace

BarLook makeBarLook(Brush& brush, bool canBeThin)
{
    static constexpr std::array forms = {BarForm::Filled,  BarForm::Open,  BarForm::Pale,
                                         BarForm::Hatched, BarForm::Deep,  BarForm::Shaded,
                                         BarForm::Rounded, BarForm::Stick, BarForm::Dot};
    const double thin = canBeThin ? 1 : 0;
    BarLook look;
    look.form = forms[static_cast<std::size_t>(brush.random.weighted({58, 7, 7, 7, 4, 3, 2, 7 * thin, 5 * thin}))];
    look.isOutlined = brush.style.areBarsOutlined;
    return look;
}

void drawBarBody(Brush& brush, const Rect& rect, const BarLook& look, std::size_t series, bool isNegative)
{
    const Color color = brush.style.color(series);
    const Color line = brush.style.lineColor(series);
    Canvas& canvas = brush.canvas;
    bool isOutlined = look.isOutlined || color.luminance() > 0.9;
    switch (look.form) {
    case BarForm::Filled: canvas.fill(rect, color); break;
    case BarForm::Open:
        canvas.fill(rect, white);
        return canvas.outline(rect, {line, std::max(1.2, brush.style.lineWidth)});
    case BarForm::Pale:
        canvas.fill(rect, line.lighter(0.65));
        return canvas.outline(rect, {line, std::max(1.0, brush.style.lineWidth * 0.8)});
    case BarForm::Hatched:
        canvas.fill(rect, white);
        drawHatching(brush, rect, series, line.luminance() < 0.6 ? line : black);
        isOutlined = true;
        break;
    case BarForm::Deep: drawDeep(brush, rect, color); break;
    case BarForm::Shaded: drawShaded(brush, rect, line, look.isLying); break;
    case BarForm::Rounded: return canvas.fillRounded(rect, line, std::min(rect.width, rect.height) * 0.3);
    case BarForm::Stick:
    case BarForm::Dot: return drawThin(brush, rect, look, line, isNegative);
    }
    if (isOutlined)
        canvas.outline(rect, {black, 0.9});
}

} // namespace biomedica::demo
