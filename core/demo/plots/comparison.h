// Groups that are compared by a measure: what bar, box and violin plots share.
//
// Thread contract: immutable tables; drawing as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

struct Measure {
    std::string_view name;
    std::string_view unit;
    double low; ///< of an untreated group
    double high;
};

std::span<const Measure> measures();

struct Grouping {
    std::string_view axis;
    std::string_view context; ///< how the caption names the groups
    std::vector<std::string_view> names;
    bool isOrdered;             ///< dose or time: the effect grows along the axis
    std::string_view reference; ///< what the first group is called in a comparison
};

const std::vector<Grouping>& groupings();

/// "Glucose (mM)", or the name alone.
std::string withUnit(const std::string& name, std::string_view unit);

/// What a bracket with its stars or words takes above the data.
double bracketHeight(const Style& style);
void drawBracket(Brush& brush, double fromX, double toX, double y, const std::string& text);

} // namespace biomedica::demo
