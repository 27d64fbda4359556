// Plots of groups of single values: the frame that box plots and violin plots share.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/axes.h"
#include "core/demo/plots/cohorts.h"

#include <functional>
#include <string>

namespace biomedica::demo {

/// A group's place in the plot: values run upwards or, lying, to the right.
struct Slot {
    const Plot& plot;
    double middle;     ///< groups stand at 0, 1, …
    double halfWidth;  ///< in groups, to either side
    std::size_t color; ///< of the palette
    bool isLying;
    double least; ///< the lowest value that the plot shows

    /// `across`: in groups, from the middle.
    Point at(double across, double value) const;
    double pixels() const { return isLying ? plot.pixelsPerY() : plot.pixelsPerX(); } ///< of a group's room
};

using GroupDraw = std::function<void(Brush&, const Slot&, const Spread&)>;

/// A measure in cohorts, axes, legend and brackets included. `name` is what the plot is called in the topic; the
/// first detail says how the spread is to be read.
PanelText drawDistributions(Brush& brush, const std::string& name, const std::string& reading, const GroupDraw& draw);

/// The values as points, scattered sideways.
void drawScatteredValues(Brush& brush, const Slot& slot, const Spread& spread, Color color);

} // namespace biomedica::demo
