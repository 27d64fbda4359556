// What bar plots with error bars show: a measure in groups, some of several series, in one panel or a few.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

struct Bar {
    double value = 0;
    double error = 0; ///< as drawn
    double sem = 0;
};

using BarGroups = std::vector<std::vector<Bar>>; ///< groups × series

struct Experiment {
    std::string measure;
    std::string unit;
    std::string axis;      ///< what the groups are; may be empty
    std::string context;   ///< how the caption tells groups and series apart
    std::string reference; ///< what the first group or series is called in a comparison
    std::vector<std::string> groups;
    std::vector<std::string> series; ///< empty: one
    std::vector<std::string> panels; ///< empty: one
    std::vector<BarGroups> bars;     ///< of each panel
    int n = 3;
    bool isSem = false; ///< what the errors are, else standard deviations

    double highest() const; ///< errors included
};

Experiment makeExperiment(Brush& brush);

} // namespace biomedica::demo
