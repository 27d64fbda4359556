// Bytes of an image file → pixels. All input is hostile: sizes are checked before anything is
// allocated, and a decoder's complaint becomes an Error.
//
// Libraries: libjpeg-turbo, libpng, libwebp, libtiff, giflib; BMP is read here. OpenCV's imgcodecs
// was rejected: it brings 140 libraries and 0.09 s to every start, and reads no GIF.
//
// Thread contract: pure functions, safe from any number of threads at once.
#pragma once

#include "core/base/result.h"
#include "core/image/pixels.h"

#include <optional>
#include <string_view>

namespace biomedica::image {

enum class Format { Jpeg, Png, Webp, Tiff, Gif, Bmp };

/// By the first bytes, never by a name.
std::optional<Format> formatOf(std::string_view bytes);

/// "jpg", "JPEG", "png", "webp", "tif", "tiff", "gif", "bmp", with or without leading parts ("rgb.png").
bool isImageExtension(std::string_view extension);

/// Width and height from the header alone.
Result<Size> readSize(std::string_view bytes);

struct DecodeLimits {
    /// Decoded pixels at most; larger images are refused with their size. 4 bytes each: 400 MB.
    std::int64_t maximumPixels = 100'000'000;
};

/// The first frame, colours converted to RGB, 16 bits cut to 8.
Result<Pixels> decode(std::string_view bytes, const DecodeLimits& limits = {});

/// As decode(), but at a reduced scale where the format can do so while decoding (JPEG: n/8), such that
/// neither side falls below `wanted` unless the image itself is smaller.
Result<Pixels> decodeReduced(std::string_view bytes, Size wanted, const DecodeLimits& limits = {});

/// At most `longerSide` pixels on the longer side, never enlarged, averaged over areas.
Result<Pixels> thumbnail(std::string_view bytes, int longerSide, const DecodeLimits& limits = {});

} // namespace biomedica::image
