#include "core/demo/diagrams/map.h"

#include "core/demo/diagrams/diagrams.h"

#include <array>

namespace biomedica::demo {

void drawScaleLine(Brush& brush, Point left, int kilometres, double length)
{
    const Font font = brush.style.font.scaled(0.82);
    for (int i = 0; i < 2; ++i)
        brush.canvas.fill({left.x + i * length / 2, left.y - 4, length / 2, 4}, i == 0 ? black : white);
    brush.canvas.outline(Rect{left.x, left.y - 4, length, 4}, {black, 0.8});
    brush.canvas.text(std::to_string(kilometres) + " km", {left.x + length + font.size * 0.4, left.y - 2}, font, black,
                      {Horizontal::Left, Vertical::Middle});
}

void drawNorth(Brush& brush, Point at, double size)
{
    brush.canvas.polygon(std::vector<Point>{{at.x, at.y}, {at.x + size * 0.4, at.y + size}, {at.x, at.y + size * 0.75}},
                         black);
    const std::vector<Point> left = {{at.x, at.y}, {at.x - size * 0.4, at.y + size}, {at.x, at.y + size * 0.75}};
    brush.canvas.polygon(left, white);
    brush.canvas.outline(left, {black, 1});
    brush.canvas.text("N", {at.x, at.y + size * 1.15}, brush.style.font.bold().scaled(0.9), black,
                      {Horizontal::Center, Vertical::Top});
}

PanelText drawMap(Brush& brush)
{
    static constexpr std::array<PanelText (*)(Brush&), 3> styles = {drawDistricts, drawSites, drawGlobe};
    return styles[static_cast<std::size_t>(brush.random.weighted({4, 5, 1.5}))](brush);
}

} // namespace biomedica::demo
