// Bytes of an image file → pixels. All input is hostile: sizes are checked before anything is
// allocated, and a decoder's complaint becomes an Error.
//
// One meaning for every format: the first frame or page; colours as RGB (CMYK without a profile, by
// the usual product); 16 bits rounded to 8; alpha kept; turned upright as its EXIF or TIFF orientation
// says. Sizes are those of the upright picture.
//
// Memory: one decode takes at most DecodeLimits::maximumBytes beside the file's own bytes (and a few
// rows). What would take more is averaged over n × n pixels while it is decoded, row by row, or
// refused where the format has to be held whole (progressive JPEG, lossless WebP, a TIFF in one
// compressed strip).
//
// Libraries: libjpeg-turbo, libpng, libwebp, libtiff, giflib; BMP is read here. OpenCV's imgcodecs
// was rejected: it brings 140 libraries and 0.09 s to every start, and reads no GIF.
//
// Thread contract: pure functions, safe from any number of threads at once.
#pragma once

#include "core/base/result.h"
#include "core/image/pixels.h"

#include <optional>
#include <stop_token>
#include <string_view>

namespace biomedica::image {

enum class Format { Jpeg, Png, Webp, Tiff, Gif, Bmp };

/// By the first bytes, never by a name.
std::optional<Format> formatOf(std::string_view bytes);

/// "jpg", "JPEG", "png", "webp", "tif", "tiff", "gif", "bmp", with or without leading parts ("rgb.png").
bool isImageExtension(std::string_view extension);

/// Width and height of the upright picture, from the header alone.
Result<Size> readSize(std::string_view bytes);

struct DecodeLimits {
    /// Beside the file's own bytes. 200 MB hold 50 megapixels at full size: two thumbnails and the
    /// viewer's picture, decoded at once, stay below 1 GB.
    std::int64_t maximumBytes = 200'000'000;
    /// Of the stored picture: 40,000 × 40,000 takes some ten seconds, which is as long as anybody waits.
    std::int64_t maximumPixels = 1'600'000'000;
    /// Ends a long decode with Cancelled.
    std::stop_token stop{};
};

/// At full size; refused where that is above the limit. A damaged file gives the pixels before the damage,
/// and says so in Pixels::damage, or Corrupt where there are none.
Result<Pixels> decode(std::string_view bytes, const DecodeLimits& limits = {});

/// As decode(), but reduced while it is decoded (JPEG: n/8; all: averaged over n × n), such that neither side
/// falls below `wanted` unless the image itself is smaller or the limit asks for less.
Result<Pixels> decodeReduced(std::string_view bytes, Size wanted, const DecodeLimits& limits = {});

/// As large as fits into `box`, never enlarged, averaged over areas.
Result<Pixels> thumbnail(std::string_view bytes, Size box, const DecodeLimits& limits = {});

/// At most `longerSide` pixels on the longer side.
inline Result<Pixels> thumbnail(std::string_view bytes, int longerSide, const DecodeLimits& limits = {})
{
    return thumbnail(bytes, Size{longerSide, longerSide}, limits);
}

} // namespace biomedica::image
