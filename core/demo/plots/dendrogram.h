// The tree of a hierarchical clustering beside what it orders.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <cstddef>
#include <functional>

namespace biomedica::demo {

/// Leaves stand `step` apart, the root is up to `depth` away; `place` turns (along, height) into a point.
void drawDendrogram(Brush& brush, std::size_t leaves, double step, double depth,
                    const std::function<Point(double along, double height)>& place);

} // namespace biomedica::demo
