#include "core/demo/plots/distribution.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

enum class BoxLook { Filled, Pale, Open };

struct BoxStyle {
    BoxLook look = BoxLook::Filled;
    bool hasPoints = false;
    bool hasNotch = false;
    bool isOneColour = false;
    bool areWhiskersDashed = false;
    std::size_t color = 0;    ///< of all boxes, where they have one
    double capShare = 0.45;   ///< of the box's width; 0: whiskers end without
    double medianWidth = 1.9; ///< times the outline's
    Marker outlier = Marker::OpenCircle;
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
std::vector<Point> boxOutline(const Slot& slot, const Spread& spread, bool hasNotch)
{
    const double half = slot.halfWidth;
    const double waist = hasNotch ? half * 0.55 : half;
    const double slope = hasNotch ? (spread.upperQuartile - spread.lowerQuartile) * 0.22 : 0;
    return {slot.at(-half, spread.lowerQuartile), slot.at(-half, spread.median - slope),
            slot.at(-waist, spread.median),       slot.at(-half, spread.median + slope),
            slot.at(-half, spread.upperQuartile), slot.at(half, spread.upperQuartile),
            slot.at(half, spread.median + slope), slot.at(waist, spread.median),
            slot.at(half, spread.median - slope), slot.at(half, spread.lowerQuartile)};
}

void drawWhiskers(Brush& brush, const Slot& slot, const Spread& spread, double capShare, const Pen& pen)
{
    for (const auto& [quartile, whisker] :
         {std::pair{spread.upperQuartile, spread.upperWhisker}, std::pair{spread.lowerQuartile, spread.lowerWhisker}}) {
        brush.canvas.line(slot.at(0, quartile), slot.at(0, whisker), pen);
        const double cap = slot.halfWidth * capShare;
        if (cap > 0)
            brush.canvas.line(slot.at(-cap, whisker), slot.at(cap, whisker), {pen.color, pen.width});
    }
}

void drawBox(Brush& brush, const Slot& slot, const Spread& spread, const BoxStyle& box)
{
    const std::size_t index = box.isOneColour ? box.color : slot.group;
    const Color color = brush.style.color(index);
    const Color line = box.look == BoxLook::Filled ? black : brush.style.lineColor(index);
    const Color fill = fillOf(box, color);
    const Pen pen{line, std::max(0.9, brush.style.lineWidth * 0.7)};
    drawWhiskers(brush, slot, spread, box.capShare,
                 {line, pen.width, box.areWhiskersDashed ? std::vector{4.0, 3.0} : std::vector<double>{}});
    const auto outline = boxOutline(slot, spread, box.hasNotch);
    brush.canvas.polygon(outline, fill);
    brush.canvas.outline(outline, pen);
    const double waist = slot.halfWidth * (box.hasNotch ? 0.55 : 1);
    brush.canvas.line(slot.at(-waist, spread.median), slot.at(waist, spread.median),
                      {fill.luminance() < 0.3 ? white : line, pen.width * box.medianWidth});
    if (box.hasPoints) {
        drawScatteredValues(brush, slot, spread);
        return;
    }
    for (const double value : spread.values)
        if (value < spread.lowerWhisker || value > spread.upperWhisker)
            drawMarker(brush.canvas, box.outlier, slot.at(0, value), brush.style.font.size * 0.2, line);
}

} // namespace

PanelText drawBoxPlot(Brush& brush)
{
    static constexpr std::array outliers = {Marker::OpenCircle, Marker::Circle, Marker::Plus};
    static constexpr std::array<std::string_view, 3> outlierNames = {"circles", "dots", "crosses"};
    Random& random = brush.random;
    BoxStyle box;
    box.look = static_cast<BoxLook>(random.integer(0, 2));
    box.hasPoints = random.chance(0.25);
    box.hasNotch = random.chance(0.1);
    box.isOneColour = random.chance(0.45);
    box.areWhiskersDashed = random.chance(0.2);
    box.color = static_cast<std::size_t>(random.integer(0, 3));
    box.capShare = random.chance(0.35) ? 0 : random.real(0.25, 1);
    box.medianWidth = random.real(1, 2.8);
    const auto outlier = static_cast<std::size_t>(random.weighted({45, 40, 15}));
    box.outlier = outliers[outlier];
    const std::string marks =
        box.hasPoints ? "dots are single values." : std::string(outlierNames[outlier]) + " are outliers.";
    return drawDistributions(
        brush, "box plot",
        "Boxes show the median and interquartile range, whiskers 1.5 times the interquartile range; " + marks,
        [&box](Brush& each, const Slot& slot, const Spread& spread) { drawBox(each, slot, spread, box); });
}

} // namespace biomedica::demo
