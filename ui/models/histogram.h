// Counts of numbers as the bars of a histogram.
//
// Thread contract: pure functions.
#pragma once

#include "ui/models/facetmodel.h"

namespace biomedica::ui {

/// Years: one bar each, without holes, at most the latest 60. Pixels: bars at 10, 15, 20, 30, 50, 70, 100, …, which
/// are about equally wide on a logarithmic scale, because half as wide matters as much as twice as wide.
std::vector<Histogram::Bar> barsOf(const query::Facet& counts);

} // namespace biomedica::ui
