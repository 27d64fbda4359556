// What plain bar plots show: invented values of categories, alone or in several series.
//
// Thread contract: pure functions.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

struct BarTable {
    std::string measure;
    std::string unit;
    std::string axis;    ///< what the categories are; may be empty
    std::string context; ///< how the caption names the categories
    std::vector<std::string> names;
    std::vector<std::string> series;         ///< empty: one
    std::vector<std::string> blocks;         ///< of names, in equal parts; may be none
    std::vector<std::vector<double>> values; ///< names × series
    bool areNamesInOrder = false;            ///< numbers or dates
    bool areNamesLong = false;               ///< whole phrases
    bool isMirrored = false;                 ///< the first series runs to the left, its values below zero
    bool areSums = false;                    ///< the series are parts of a whole

    double highest() const; ///< of single values, at least 0
    double lowest() const;  ///< of single values, at most 0
    double highestSum() const;
};

/// Two to fourteen categories of one series.
BarTable makeCategories(Brush& brush);
/// Six to twenty-four phrases, as tests of enrichment list them, sorted.
BarTable makeTerms(Brush& brush);
/// Ten to forty numbers, years or dates.
BarTable makeSequence(Brush& brush);
/// Four to sixty values above and below zero.
BarTable makeChanges(Brush& brush);
/// Two groups by age, back to back.
BarTable makePyramid(Brush& brush);
/// Two to ten categories of two to six parts.
BarTable makeParts(Brush& brush);

} // namespace biomedica::demo
