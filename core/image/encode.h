// Pixels → bytes of a file.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"
#include "core/image/pixels.h"

#include <string>

namespace biomedica::image {

/// Baseline JPEG, 4:2:0, alpha ignored. `quality` 1 to 100.
Result<std::string> encodeJpeg(const Pixels& pixels, int quality);

/// PNG, RGBA; the same pixels give the same bytes.
Result<std::string> encodePng(const Pixels& pixels);

} // namespace biomedica::image
