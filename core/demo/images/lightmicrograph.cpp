#include "core/demo/images/images.h"
#include "core/demo/images/lightview.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// How tiles lie, and what is written into them.
struct Tiling {
    int columns = 1;
    int rows = 1;
    double gap = 3;
    bool hasNames = false;
    bool areNamesInside = false;
    bool hasBar = false;
    bool hasBarText = false;
    bool hasArrows = false;
    Color ink = white;
};

Tiling chooseTiling(Brush& brush)
{
    Random& random = brush.random;
    Tiling tiling;
    if (brush.isBare)
        return tiling;
    const double aspect = brush.area.width / brush.area.height;
    if (brush.area.width > 220 && random.chance(0.6)) {
        tiling.columns = aspect > 1.7 ? random.integer(2, 4) : 2;
        tiling.rows = tiling.columns == 2 && aspect < 1.6 && random.chance(0.6) ? 2 : 1;
    }
    tiling.gap = random.integer(0, 5);
    tiling.hasNames = tiling.columns > 1 && random.chance(0.75);
    tiling.areNamesInside = tiling.rows > 1 || random.chance(0.4);
    tiling.hasBar = random.chance(0.75);
    tiling.hasBarText = random.chance(0.6);
    tiling.hasArrows = random.chance(0.25);
    tiling.ink = random.chance(0.5) ? white : black;
    return tiling;
}

/// A name above the tile or in its upper left corner.
void drawName(Brush& brush, const Rect& tile, const std::string& name, const Tiling& tiling)
{
    const Font font = brush.style.font.scaled(0.95);
    if (!tiling.areNamesInside) {
        brush.canvas.text(name, {tile.center().x, tile.y - 3}, font, black, {Horizontal::Center, Vertical::Bottom});
        return;
    }
    const Point at{tile.x + font.size * 0.4, tile.y + font.size * 0.35};
    const Color shadow = tiling.ink.luminance() > 0.5 ? black : white;
    for (const auto& [offset, color] : {std::pair{1.0, shadow}, std::pair{0.0, tiling.ink}})
        brush.canvas.text(name, {at.x + offset, at.y + offset}, font.bold(), color, {Horizontal::Left, Vertical::Top});
}

void drawArrows(Brush& brush, const Rect& tile, Color color)
{
    for (int i = brush.random.integer(1, 3); i > 0; --i)
        drawPointer(
            brush,
            {tile.x + tile.width * brush.random.real(0.25, 0.85), tile.y + tile.height * brush.random.real(0.25, 0.75)},
            std::max(11.0, tile.width * 0.055), color);
}

void drawTiles(Brush& brush, const View& view, const Tiling& tiling, const Rect& grid, const ScaleBar& bar)
{
    const double width = std::floor((grid.width - tiling.gap * (tiling.columns - 1)) / tiling.columns);
    const double height = std::floor((grid.height - tiling.gap * (tiling.rows - 1)) / tiling.rows);
    for (int i = 0; i < tiling.columns * tiling.rows; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const Rect tile{grid.x + i % tiling.columns * (width + tiling.gap),
                        grid.y + std::floor(i / tiling.columns) * (height + tiling.gap), width, height};
        brush.canvas.paint(view.expose(brush.random, static_cast<int>(width), static_cast<int>(height), index),
                           {tile.x, tile.y});
        if (tiling.hasNames)
            drawName(brush, tile, view.names[index], tiling);
        if (tiling.hasBar)
            drawScaleBar(brush, tile, bar, tiling.ink, tiling.hasBarText);
        if (tiling.hasArrows)
            drawArrows(brush, tile, tiling.ink);
    }
}

} // namespace

PanelText drawLightMicrograph(Brush& brush)
{
    const Tiling tiling = chooseTiling(brush);
    const double width = brush.area.width / tiling.columns;
    const View view = anyView(brush.random, brush.subject, width);
    const bool needsHeader = tiling.hasNames && !tiling.areNamesInside;
    const Rect grid = brush.area.inset(0, needsHeader ? brush.style.font.size * 1.5 : 0, 0, 0).snapped();
    const ScaleBar bar = scaleBarFor(view.pixelsPerMicron, width, "µm");
    drawTiles(brush, view, tiling, grid, bar);

    PanelText text;
    text.topic = view.topic;
    text.shown = view.shown;
    const std::string objective = std::to_string(brush.random.pick(std::array{4, 10, 20, 40, 60})) + "×";
    text.details = {tiling.hasBar ? "Scale bar, " + bar.text + "."
                                  : "Images were taken with a " + objective + " objective."};
    if (tiling.hasBar)
        text.shown.push_back(bar.text);
    if (tiling.hasArrows)
        text.details.push_back("Arrows point to " + view.pointedAt + ".");
    if (tiling.hasNames)
        text.details.push_back("Conditions and times are given in the panels.");
    return text;
}

} // namespace biomedica::demo
