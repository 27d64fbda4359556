// Groups of single values and their spread: what box plots and violin plots show.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/axes.h"

#include <functional>
#include <string>
#include <vector>

namespace biomedica::demo {

struct Spread {
    std::vector<double> values; ///< ascending
    double lowerQuartile = 0;
    double median = 0;
    double upperQuartile = 0;
    double lowerWhisker = 0; ///< the last value within 1.5 interquartile ranges
    double upperWhisker = 0;
};

/// At least four values.
Spread spreadOf(std::vector<double> values);

/// A group's place in the plot: values run upwards or, lying, to the right.
struct Slot {
    const Plot& plot;
    std::size_t group;
    double halfWidth; ///< of the slot to either side
    bool isLying;

    /// `across` counts slots from the middle of this one.
    Point at(double across, double value) const;
    double pixels() const { return isLying ? plot.pixelsPerY() : plot.pixelsPerX(); } ///< of a slot
};

using GroupDraw = std::function<void(Brush&, const Slot&, const Spread&)>;

/// A measure in one to twelve groups, axes and brackets included. `name` is what the plot is called in the
/// topic; the first detail says how the spread is to be read.
PanelText drawDistributions(Brush& brush, const std::string& name, const std::string& reading, const GroupDraw& draw);

/// The values as points, scattered sideways.
void drawScatteredValues(Brush& brush, const Slot& slot, const Spread& spread);

} // namespace biomedica::demo
