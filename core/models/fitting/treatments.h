// What journals, converters and authors do to a figure without making it another kind of figure.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/base/result.h"
#include "core/demo/drawing/random.h"
#include "core/image/pixels.h"

#include <vector>

namespace biomedica::models {

/// The picture as it is, and treated in `count` of twelve ways, or in all: grey, as a poor JPEG, smaller, tiny,
/// cropped, on a wider sheet, stretched, in other colours, tinted, inverted, noisy, mirrored.
Result<std::vector<image::Pixels>> treated(const image::Pixels& picture, int count, demo::Random& random);

} // namespace biomedica::models
