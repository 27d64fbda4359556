#include "core/demo/images/scalebar.h"

#include <algorithm>

namespace biomedica::demo {

ScaleBar scaleBarFor(double pixelsPerUnit, double width, const std::string& unit)
{
    int length = 5;
    for (const int usual : {5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000}) {
        length = usual;
        if (usual * pixelsPerUnit > width * 0.13)
            break;
    }
    const bool isMicron = unit == "nm" && length >= 1000;
    return {length * pixelsPerUnit, std::to_string(isMicron ? length / 1000 : length) + " " + (isMicron ? "µm" : unit)};
}

void drawScaleBar(Brush& brush, const Rect& picture, const ScaleBar& bar, Color color, bool hasText)
{
    const double margin = std::max(6.0, picture.width * 0.035);
    const double thickness = std::clamp(picture.width * 0.012, 2.0, 5.0);
    const Rect rect{picture.right() - margin - bar.length, picture.bottom() - margin - thickness, bar.length,
                    thickness};
    brush.canvas.fill(rect, color);
    const Font font = brush.style.font.scaled(0.85);
    if (!hasText || brush.canvas.textWidth(bar.text, font) > picture.width * 0.5)
        return;
    const double half = brush.canvas.textWidth(bar.text, font) / 2;
    const double x = std::min(rect.center().x, picture.right() - 3 - half);
    // A shadow of the opposite brightness, for ground of any.
    const Color shadow = color.luminance() > 0.5 ? black : white;
    for (const auto& [offset, each] : {std::pair{1.0, shadow}, std::pair{0.0, color}})
        brush.canvas.text(bar.text, {x + offset, rect.y - 3 + offset}, font, each,
                          {Horizontal::Center, Vertical::Bottom});
}

void drawPointer(Brush& brush, Point tip, double length, Color color)
{
    const Point tail{tip.x - length, tip.y - length * 0.7};
    const Point neck{tip.x - length * 0.3, tip.y - length * 0.21};
    brush.canvas.line(tail, neck, {color, 2});
    brush.canvas.arrowHead(tail, tip, length * 0.55, color);
}

} // namespace biomedica::demo
