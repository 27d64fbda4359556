// A field of stained cells under the fluorescence microscope.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/demo/drawing/plane.h"

#include <string_view>
#include <vector>

namespace biomedica::demo {

/// Where a stain sits in the cell.
enum class Pattern { Filaments, Membrane, Cytoplasm, Puncta, NuclearFoci };

struct Cell {
    double x = 0;
    double y = 0;
    double radius = 0;     ///< of the nucleus, in pixels
    double elongation = 1; ///< long over short axis
    double angle = 0;
    double brightness = 1;
};

/// Cells that keep their distance, some cut by the edge.
std::vector<Cell> scatterCells(Random& random, int width, int height, double nucleusRadius, double density);

void addNuclei(Plane& plane, const std::vector<Cell>& cells, const Texture& texture);
void addStain(Plane& plane, Pattern pattern, const std::vector<Cell>& cells, const Texture& texture, Random& random,
              double strength);

} // namespace biomedica::demo
