#include "core/demo/plots/distribution.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Inside { Box, Quartiles, Points };

/// Gaussian kernel density at `steps` + 1 values from `low` to `high`, 1 at its highest.
std::vector<double> densities(const Spread& spread, double low, double high, int steps)
{
    const double bandwidth = std::max(1e-9, (spread.upperQuartile - spread.lowerQuartile) * 0.38);
    std::vector<double> result;
    double highest = 0;
    for (int i = 0; i <= steps; ++i) {
        const double at = low + (high - low) * i / steps;
        double sum = 0;
        for (const double value : spread.values) {
            const double z = (value - at) / bandwidth;
            sum += std::exp(-z * z / 2);
        }
        highest = std::max(highest, result.emplace_back(sum));
    }
    for (double& density : result)
        density /= highest;
    return result;
}

std::vector<Point> violinOutline(const Plot& plot, const Spread& spread, double x, double half)
{
    constexpr int steps = 40;
    const double low = spread.values.front();
    const double high = spread.values.back();
    const auto density = densities(spread, low, high, steps);
    std::vector<Point> outline;
    for (int i = 0; i <= steps; ++i)
        outline.push_back(plot.at(x + half * density[static_cast<std::size_t>(i)], low + (high - low) * i / steps));
    for (int i = steps; i >= 0; --i)
        outline.push_back(plot.at(x - half * density[static_cast<std::size_t>(i)], low + (high - low) * i / steps));
    return outline;
}

void drawInside(Brush& brush, const Plot& plot, const Spread& spread, std::size_t group, double half, Inside inside)
{
    const auto x = static_cast<double>(group);
    const Pen thin{black, std::max(1.0, brush.style.lineWidth * 0.7)};
    switch (inside) {
    case Inside::Points: return drawScatteredValues(brush, plot, spread, group, half * 0.5);
    case Inside::Quartiles:
        for (const double value : {spread.lowerQuartile, spread.median, spread.upperQuartile})
            brush.canvas.line(
                plot.at(x - half * 0.4, value), plot.at(x + half * 0.4, value),
                {black, thin.width, value == spread.median ? std::vector<double>{} : std::vector{3.0, 2.0}});
        return;
    case Inside::Box: {
        brush.canvas.line(plot.at(x, spread.lowerWhisker), plot.at(x, spread.upperWhisker), thin);
        const Point top = plot.at(x, spread.upperQuartile);
        const double width = std::clamp(plot.pixelsPerX() * half * 0.22, 4.0, 12.0);
        brush.canvas.fill({top.x - width / 2, top.y, width, plot.at(x, spread.lowerQuartile).y - top.y}, black);
        brush.canvas.disc(plot.at(x, spread.median), width * 0.32, white);
    }
    }
}

} // namespace

PanelText drawViolinPlot(Brush& brush)
{
    const auto inside = static_cast<Inside>(brush.random.integer(0, 2));
    const bool isOutlined = brush.random.chance(0.7);
    const std::string reading = inside == Inside::Points ? "Violins show the density; dots are single values."
                                : inside == Inside::Box
                                    ? "Violins show the density, white dots the median, bars the interquartile range."
                                    : "Lines within the violins mark the median and quartiles.";
    return drawDistributions(brush, "violin plot", reading,
                             [&](Brush& each, const Plot& plot, const Spread& spread, std::size_t group, double half) {
                                 const auto outline =
                                     violinOutline(plot, spread, static_cast<double>(group), half * 1.25);
                                 const Color color = each.style.lineColor(group);
                                 each.canvas.polygon(outline, color.lighter(color.luminance() < 0.3 ? 0.55 : 0.25));
                                 if (isOutlined)
                                     each.canvas.outline(outline, {black, std::max(0.8, each.style.lineWidth * 0.6)});
                                 drawInside(each, plot, spread, group, half, inside);
                             });
}

} // namespace biomedica::demo
