// Where a plot shows its data, and the marks in there: bars, lines and points without what all plots share.
//
// Thread contract: as prepared.h.
#pragma once

#include "core/models/prepared/prepared.h"

namespace biomedica::models {

/// Sets plotArea, marks and marksTurned. The axes are the longest straight edges along rows and columns: of those that
/// are nearly as long, the lowest and the leftmost. Without
/// axes it is what is drawn, and all of the picture where that is small.
void findPlotArea(Prepared& picture);

} // namespace biomedica::models
