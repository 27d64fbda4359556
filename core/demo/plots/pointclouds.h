// Scatter plots without a regression: strips of points by category, bubbles, points coloured by a value.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/axes.h"

#include <cstddef>

namespace biomedica::demo {

/// How the points of one plot look.
struct PointLook {
    Marker marker = Marker::Circle;
    double radius = 3; ///< pixels
    double alpha = 0.8;
};

/// Tiny to large, smaller for many points.
PointLook makePointLook(Brush& brush, std::size_t points);

/// Single values of categories, which stand along either axis.
PanelText drawStrips(Brush& brush);
/// Points whose area is a third quantity.
PanelText drawBubbles(Brush& brush);
/// Points whose colour is a third quantity, with its scale.
PanelText drawColoredPoints(Brush& brush);

} // namespace biomedica::demo
