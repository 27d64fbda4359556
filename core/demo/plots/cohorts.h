// Groups of single values, invented: what box plots and violin plots show.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/panel.h"

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

    double share(double part) const; ///< the value that this part of them lies below
    double mean() const;
    double error() const; ///< standard error of the mean, taken from the quartiles
};

/// At least four values.
Spread spreadOf(std::vector<double> values);

struct Cohorts {
    std::string measure;
    std::string unit;
    std::string axis;      ///< what the groups are; may be empty
    std::string context;   ///< how the caption names the groups
    std::string reference; ///< what the first group is called in a comparison
    std::vector<std::string> names;
    std::vector<std::string> series;                       ///< within each group; empty: one
    std::vector<std::string> panels;                       ///< empty: one
    std::vector<std::vector<std::vector<Spread>>> spreads; ///< panels × names × series
    int n = 0;                                             ///< values of each
    bool isLog = false;                                    ///< values are decimal logarithms

    double lowest() const;
    double highest() const;
};

/// One to thirty groups, some of two to four series, some in two to twelve panels where there
/// is room for these.
Cohorts makeCohorts(Brush& brush);

} // namespace biomedica::demo
