#include "core/demo/plots/distribution.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Inside { Box, Quartiles, Points, Nothing };

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

struct Look {
    Inside inside = Inside::Box;
    bool isOutlined = true;
    bool isHalf = false; ///< one side only
    double fill = 0.3;   ///< how much lighter than the palette
};

std::vector<Point> violinOutline(const Slot& slot, const Spread& spread, double half, bool isHalf)
{
    constexpr int steps = 40;
    // The tails run on beyond the values, but not out of the plot.
    const double tail = std::min((spread.upperQuartile - spread.lowerQuartile) * 0.15,
                                 (spread.values.back() - spread.values.front()) * 0.07);
    const double low = std::max(slot.least, spread.values.front() - tail);
    const double high = spread.values.back() + tail * 0.5;
    const auto density = densities(spread, low, high, steps);
    std::vector<Point> outline;
    for (int i = 0; i <= steps; ++i)
        outline.push_back(slot.at(half * density[static_cast<std::size_t>(i)], low + (high - low) * i / steps));
    for (int i = steps; i >= 0; --i)
        outline.push_back(
            slot.at(isHalf ? 0 : -half * density[static_cast<std::size_t>(i)], low + (high - low) * i / steps));
    return outline;
}

void drawInside(Brush& brush, const Slot& slot, const Spread& spread, Inside inside)
{
    const double half = slot.halfWidth;
    const double thin = std::max(1.0, brush.style.lineWidth * 0.7);
    switch (inside) {
    case Inside::Nothing: return;
    case Inside::Points: {
        const Slot narrow{slot.plot, slot.middle, half * 0.5, slot.color, slot.isLying, slot.least};
        return drawScatteredValues(brush, narrow, spread, rgb(0x202020).withAlpha(0.6));
    }
    case Inside::Quartiles:
        for (const double value : {spread.lowerQuartile, spread.median, spread.upperQuartile})
            brush.canvas.line(slot.at(-half * 0.4, value), slot.at(half * 0.4, value),
                              {black, thin, value == spread.median ? std::vector<double>{} : std::vector{3.0, 2.0}});
        return;
    case Inside::Box: {
        brush.canvas.line(slot.at(0, spread.lowerWhisker), slot.at(0, spread.upperWhisker), {black, thin});
        const double width = std::clamp(slot.pixels() * half * 0.22, 4.0, 12.0);
        brush.canvas.line(slot.at(0, spread.lowerQuartile), slot.at(0, spread.upperQuartile), {black, width});
        brush.canvas.disc(slot.at(0, spread.median), width * 0.32, white);
    }
    }
}

void drawViolin(Brush& brush, const Slot& slot, const Spread& spread, const Look& look)
{
    const auto outline = violinOutline(slot, spread, std::min(0.48, slot.halfWidth * 1.15), look.isHalf);
    const Color color = brush.style.lineColor(slot.color);
    brush.canvas.polygon(outline, color.lighter(color.luminance() < 0.3 ? std::max(0.5, look.fill) : look.fill));
    if (look.isOutlined)
        brush.canvas.outline(outline, {black, std::max(0.8, brush.style.lineWidth * 0.6)});
    drawInside(brush, slot, spread, look.inside);
}

std::string readingOf(Inside inside)
{
    switch (inside) {
    case Inside::Points: return "Violins show the density; dots are single values.";
    case Inside::Box: return "Violins show the density, white dots the median, bars the interquartile range.";
    case Inside::Quartiles: return "Lines within the violins mark the median and quartiles.";
    case Inside::Nothing: return "Violins show the density.";
    }
    return {};
}

} // namespace

PanelText drawViolinPlot(Brush& brush)
{
    Random& random = brush.random;
    Look look;
    look.inside = static_cast<Inside>(random.integer(0, 3));
    look.isOutlined = random.chance(0.6);
    look.isHalf = random.chance(0.15);
    look.fill = random.chance(0.3) ? 0.7 : random.real(0, 0.4);
    return drawDistributions(
        brush, "violin plot", readingOf(look.inside),
        [&look](Brush& each, const Slot& slot, const Spread& spread) { drawViolin(each, slot, spread, look); });
}

} // namespace biomedica::demo
