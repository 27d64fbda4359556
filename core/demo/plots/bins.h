// What histograms show: invented values of one variable, counted in bins.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/panel.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

struct Bins {
    std::vector<double> values;
    std::vector<double> heights; ///< counts, unless made something else
    double mean = 0;
    double sd = 0;

    double highest() const;
};

/// How many of the values, all within [low, high), lie in each of `count` bins of equal width.
std::vector<double> countedIn(std::span<const double> values, double low, double high, int count);

struct Distribution {
    std::string variable;
    std::string unit;
    std::string counted; ///< what the bars count
    std::string context;
    double low = 0;
    double high = 1;
    bool isMonths = false;          ///< values are months of a year and a half
    std::vector<std::string> names; ///< of the groups; empty: one
    std::vector<Bins> groups;

    double binWidth() const { return (high - low) / static_cast<double>(groups[0].heights.size()); }
};

/// One to four groups in five to a hundred bins.
Distribution makeDistribution(Brush& brush);

} // namespace biomedica::demo
