#include "core/demo/plots/fieldmap.h"

#include "core/demo/plots/axes.h"
#include "core/demo/plots/colormap.h"
#include "core/demo/plots/matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Quantities {
    std::string_view x;
    std::string_view y;
    std::string_view value;
    std::string_view context;
    double xHigh;
    double yHigh;
};

// clang-format off
constexpr std::array<Quantities, 7> fields = {{
    {"Time (s)", "Frequency (Hz)", "power", "recordings from {tissue}", 10, 80},
    {"x (mm)", "y (mm)", "intensity", "the {tissue} of {animal}", 12, 9},
    {"{drug} (µM)", "{inhibitor} (µM)", "synergy", "{cells} cells given both drugs", 20, 20},
    {"{gene} expression", "{other} expression", "density of cells", "single cells of {tissue}", 8, 8},
    {"Excitation (nm)", "Emission (nm)", "fluorescence", "extracts of {tissue}", 500, 600},
    {"Time lag (ms)", "Channel", "coherence", "{animal} given {drug}", 400, 64},
    {"Predicted value", "Observed value", "density of points", "the model of {disease}", 100, 100},
}};
// clang-format on

enum class Tiling { Surface, Squares, Hexagons };

/// Counts of a cloud of points in cells, 0 to 1; clouds lie along a diagonal or in two knots.
std::vector<double> countedCloud(Random& random, int columns, int rows)
{
    std::vector<double> counts(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const double slope = random.real(-0.9, 0.9);
    const double width = random.real(0.05, 0.16);
    const bool isTwo = random.chance(0.4);
    for (int i = random.integer(1500, 9000); i > 0; --i) {
        const double shift = isTwo && random.chance(0.5) ? 0.24 : isTwo ? -0.2 : 0;
        const double x = 0.5 + shift + random.normal(0, isTwo ? 0.09 : 0.17);
        const double y = 0.5 + slope * (x - 0.5) + random.normal(0, width);
        if (x <= 0 || x >= 1 || y <= 0 || y >= 1)
            continue;
        ++counts[static_cast<std::size_t>(static_cast<int>(y * rows) * columns + static_cast<int>(x * columns))];
    }
    const double most = std::log1p(*std::max_element(counts.begin(), counts.end()));
    for (double& count : counts)
        count = std::log1p(count) / most;
    return counts;
}

void drawSurface(Brush& brush, const Rect& inner, const ColorMap& map)
{
    const Matrix matrix = makeSmooth(brush);
    const auto rows = static_cast<double>(matrix.rows.size());
    const auto columns = static_cast<double>(matrix.columns.size());
    for (std::size_t r = 0; r < matrix.rows.size(); ++r)
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            const double x = std::round(inner.x + inner.width * static_cast<double>(c) / columns);
            const double y = std::round(inner.y + inner.height * static_cast<double>(r) / rows);
            brush.canvas.fill({x, y, std::round(inner.x + inner.width * static_cast<double>(c + 1) / columns) - x,
                               std::round(inner.y + inner.height * static_cast<double>(r + 1) / rows) - y},
                              map.at(matrix.values[r][c]));
        }
}

void drawTiles(Brush& brush, const Rect& inner, const ColorMap& map, Tiling tiling)
{
    const int columns = brush.random.integer(14, 46);
    const double side = inner.width / columns;
    const int rows = std::max(4, static_cast<int>(inner.height / side));
    const auto counts = countedCloud(brush.random, columns, rows);
    const double height = inner.height / rows;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const double count = counts[static_cast<std::size_t>(r * columns + c)];
            if (count <= 0)
                continue;
            const Rect cell{inner.x + c * side, inner.bottom() - (r + 1) * height, side, height};
            if (tiling == Tiling::Squares) {
                brush.canvas.fill({cell.x, cell.y, cell.width + 0.4, cell.height + 0.4}, map.at(count));
                continue;
            }
            std::vector<Point> corners;
            const Point middle{cell.center().x + (r % 2 == 0 ? side / 4 : -side / 4), cell.center().y};
            for (int i = 0; i < 6; ++i)
                corners.push_back({middle.x + side * 0.57 * std::sin(i * 1.0471976),
                                   middle.y + height * 0.66 * std::cos(i * 1.0471976)});
            brush.canvas.polygon(corners, map.at(count));
        }
}

} // namespace

PanelText drawFieldMap(Brush& brush)
{
    Random& random = brush.random;
    const Quantities& field = random.pick(fields);
    const ColorMap& map = random.pick(colorMaps());
    const auto tiling = static_cast<Tiling>(random.weighted({50, 22, 28}));
    const double size = brush.style.font.size;
    const bool hasKey = random.chance(0.8);
    Style style = brush.style;
    style.grid = Grid::None;
    if (tiling == Tiling::Surface)
        style.spines = Spines::Box;
    Brush left{brush.canvas, brush.area.inset(0, 0, hasKey ? size * 4 : 0, 0), style, brush.subject, random};
    const std::string x = filled(field.x, brush.subject);
    const std::string y = filled(field.y, brush.subject);
    const Plot plot(left, {exactAxis(x, 0, field.xHigh), exactAxis(y, 0, field.yHigh)});
    const Rect& inner = plot.inner();
    {
        const Canvas::Clip clip(brush.canvas, inner);
        if (tiling == Tiling::Surface)
            drawSurface(brush, inner, map);
        else
            drawTiles(brush, inner, map, tiling);
    }
    if (style.spines == Spines::Box)
        brush.canvas.outline(inner, {style.ink, style.frameWidth});
    if (hasKey)
        drawColorKey(brush, {brush.area.right() - size * 3, inner.y, size * 0.9, std::max(size, inner.height)}, map,
                     {0, 1, ""}, brush.style.font.scaled(0.8));

    PanelText text;
    text.topic = "heatmap of the " + std::string(field.value) + " in " + filled(field.context, brush.subject);
    text.details = {std::string(map.words), "The axes are " + x + " and " + y + "."};
    text.shown = {"heatmap", std::string(field.value)};
    return text;
}

} // namespace biomedica::demo
