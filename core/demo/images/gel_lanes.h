// What runs in the lanes of a gel, and the light or stain it leaves.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/plane.h"

#include <vector>

namespace biomedica::demo {

struct Band {
    double y = 0; ///< 0 top to 1 bottom
    double peak = 0;
    double thickness = 0; ///< sd as a share of the height
};

struct Lane {
    std::vector<Band> bands;
    double smear = 0;
};

/// Adds one lane, the bands smiling at their ends: they hang lower there by this share of the height.
void exposeLane(Plane& plane, const Lane& lane, double left, double width, double smile);

/// A whole gel as it lies on the glass.
struct Slab {
    Plane stain;                  ///< 0 where there is none
    std::vector<Point> lanes;     ///< middle of the well of each lane in use, in pixels
    std::vector<bool> areLadders; ///< of those
};

/// One comb or two, often only some of the wells used.
Slab runGel(Random& random, int width, int height, bool isProtein);

} // namespace biomedica::demo
