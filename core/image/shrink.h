// Making pictures in memory smaller.
//
// Thread contract: pure functions.
#pragma once

#include "core/image/pixels.h"

namespace biomedica::image {

bool isOpaque(const Pixels& pixels);

/// The largest size of that shape that fits into `box`, never larger than `size`, at least 1 × 1.
Size fittedInto(Size size, Size box);

/// Averaged over areas.
Pixels shrunkTo(Pixels pixels, int width, int height);

/// As large as fits into `box`, never enlarged.
Pixels shrunkInto(Pixels pixels, Size box);

} // namespace biomedica::image
