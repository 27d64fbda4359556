// Living cells in a culture flask, as thickness: what phase and interference contrast turn into light.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/plane.h"

namespace biomedica::demo {

enum class CellShape { Spindle, Cobblestone, Round, Neurite };

struct Culture {
    CellShape shape = CellShape::Spindle;
    double size = 20;        ///< of a cell's body, in pixels
    double confluence = 0.5; ///< share of the ground that is covered
    double wound = 0;        ///< width of a scratch from top to bottom, as a share of the picture
    double rounded = 0;      ///< dividing or dying cells per cell
};

/// Phase shift in radians: about 1 in flat cells, above 2 in round ones.
Plane grown(Random& random, int width, int height, const Culture& culture);

} // namespace biomedica::demo
