#include "core/demo/plots/distribution.h"
#include "core/demo/plots/plots.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

enum class BoxLook { Filled, Pale, Open };

struct BoxStyle {
    BoxLook look = BoxLook::Filled;
    bool hasPoints = false;
    bool hasNotch = false;
    bool isOneColour = false;
};

Color fillOf(const BoxStyle& box, Color color)
{
    switch (box.look) {
    case BoxLook::Filled: return color;
    case BoxLook::Pale: return color.lighter(0.6);
    case BoxLook::Open: return white;
    }
    return white;
}

/// The outline of the box from its lower left corner, narrowed at the median where it has a notch.
std::vector<Point> boxOutline(const Plot& plot, const Spread& spread, double x, double half, bool hasNotch)
{
    const double waist = hasNotch ? half * 0.55 : half;
    const double slope = hasNotch ? (spread.upperQuartile - spread.lowerQuartile) * 0.22 : 0;
    return {plot.at(x - half, spread.lowerQuartile),  plot.at(x - half, spread.median - slope),
            plot.at(x - waist, spread.median),        plot.at(x - half, spread.median + slope),
            plot.at(x - half, spread.upperQuartile),  plot.at(x + half, spread.upperQuartile),
            plot.at(x + half, spread.median + slope), plot.at(x + waist, spread.median),
            plot.at(x + half, spread.median - slope), plot.at(x + half, spread.lowerQuartile)};
}

void drawBox(Brush& brush, const Plot& plot, const Spread& spread, std::size_t group, double half, const BoxStyle& box)
{
    const Color color = brush.style.color(box.isOneColour ? 0 : group);
    const Color line = box.look == BoxLook::Filled ? black : brush.style.lineColor(box.isOneColour ? 0 : group);
    const Color fill = fillOf(box, color);
    const Pen pen{line, std::max(1.0, brush.style.lineWidth * 0.8)};
    const auto x = static_cast<double>(group);
    for (const auto& [quartile, whisker] :
         {std::pair{spread.upperQuartile, spread.upperWhisker}, std::pair{spread.lowerQuartile, spread.lowerWhisker}}) {
        brush.canvas.line(plot.at(x, quartile), plot.at(x, whisker), pen);
        brush.canvas.line(plot.at(x - half * 0.45, whisker), plot.at(x + half * 0.45, whisker), pen);
    }
    const auto outline = boxOutline(plot, spread, x, half, box.hasNotch);
    brush.canvas.polygon(outline, fill);
    brush.canvas.outline(outline, pen);
    const double waist = box.hasNotch ? half * 0.55 : half;
    brush.canvas.line(plot.at(x - waist, spread.median), plot.at(x + waist, spread.median),
                      {fill.luminance() < 0.3 ? white : line, pen.width * 1.9});
    if (box.hasPoints) {
        drawScatteredValues(brush, plot, spread, group, half);
        return;
    }
    for (const double value : spread.values)
        if (value < spread.lowerWhisker || value > spread.upperWhisker)
            drawMarker(brush.canvas, Marker::OpenCircle, plot.at(x, value), brush.style.font.size * 0.2, line);
}

} // namespace

PanelText drawBoxPlot(Brush& brush)
{
    BoxStyle box;
    box.look = static_cast<BoxLook>(brush.random.integer(0, 2));
    box.hasPoints = brush.random.chance(0.4);
    box.hasNotch = brush.random.chance(0.12);
    box.isOneColour = brush.random.chance(0.25);
    const std::string outliers = box.hasPoints ? "dots are single values." : "circles are outliers.";
    return drawDistributions(
        brush, "box plot",
        "Boxes show the median and interquartile range, whiskers 1.5 times the interquartile range; " + outliers,
        [&box](Brush& each, const Plot& plot, const Spread& spread, std::size_t group, double half) {
            drawBox(each, plot, spread, group, half, box);
        });
}

} // namespace biomedica::demo
