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

/// Draws the group of this spread around x = `group`, `halfWidth` of the slot to either side.
using GroupDraw = std::function<void(Brush&, const Plot&, const Spread&, std::size_t group, double halfWidth)>;

/// A measure in two to five groups, axes and brackets included. `name` is what the plot is called in the
/// topic; the first detail says how the spread is to be read.
PanelText drawDistributions(Brush& brush, const std::string& name, const std::string& reading, const GroupDraw& draw);

/// The values as points, scattered sideways.
void drawScatteredValues(Brush& brush, const Plot& plot, const Spread& spread, std::size_t group, double halfWidth);

} // namespace biomedica::demo
