// Pixels → bytes of a file.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"
#include "core/image/pixels.h"

#include <string>

namespace biomedica::image {

/// How finely a JPEG keeps colour beside brightness.
enum class Chroma {
    Half, ///< 4:2:0, as photographs are
    Full, ///< 4:4:4, for thin coloured lines
};

/// Baseline JPEG, alpha ignored. `quality` 1 to 100.
Result<std::string> encodeJpeg(const Pixels& pixels, int quality, Chroma chroma = Chroma::Half);

/// PNG, RGBA; the same pixels give the same bytes.
Result<std::string> encodePng(const Pixels& pixels);

} // namespace biomedica::image
