// What computed tomography shows of a body, slice by slice: air 0, lung 0.07, fat 0.24, soft tissue 0.46, bone 1.
//
// Thread contract: as the scan.
#pragma once

#include "core/demo/images/scan.h"

#include <optional>

namespace biomedica::demo {

/// `level` runs from 0 to 1: from below upwards or from behind to the front. Returns where the finding is.
using CtScene = std::optional<Point> (*)(Scan& scan, double level, bool hasFinding);

std::optional<Point> drawHeadSlice(Scan& scan, double level, bool hasFinding);
std::optional<Point> drawChestSlice(Scan& scan, double level, bool hasFinding);
std::optional<Point> drawAbdomenSlice(Scan& scan, double level, bool hasFinding);
std::optional<Point> drawPelvisSlice(Scan& scan, double level, bool hasFinding);
std::optional<Point> drawCoronalSlice(Scan& scan, double level, bool hasFinding);

} // namespace biomedica::demo
