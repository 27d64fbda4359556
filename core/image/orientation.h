// Which way up a picture is stored, and turning it upright.
//
// The eight orientations are those of TIFF 6.0 and EXIF 2.3 (tag 0x0112): 1 upright, 2 mirrored,
// 3 upside down, 4 flipped, 5 to 8 with width and height exchanged.
//
// Thread contract: pure functions.
#pragma once

#include "core/image/pixels.h"

#include <string_view>

namespace biomedica::image {

/// From an EXIF block, with or without "Exif\0\0" in front; 1 where it says nothing sensible.
int orientationOf(std::string_view exif);

inline bool exchangesSides(int orientation)
{
    return orientation >= 5;
}

/// The size of a picture that is stored as `size`, upright; and the other way round.
Size upright(Size size, int orientation);

Pixels upright(Pixels pixels, int orientation);

} // namespace biomedica::image
