// One function pair a format, used by decode.cpp only.
//
// Thread contract: pure functions.
#pragma once

#include "core/image/decode.h"

#include <string_view>

namespace biomedica::image {

/// Refuses sizes below 1 × 1 or above the limit, with the size in the message.
Result<void> checkSize(std::int64_t width, std::int64_t height, const DecodeLimits& limits);

Result<Size> readJpegSize(std::string_view bytes);
/// `wanted` of 0 × 0 means full size.
Result<Pixels> decodeJpeg(std::string_view bytes, Size wanted, const DecodeLimits& limits);

Result<Size> readPngSize(std::string_view bytes);
Result<Pixels> decodePng(std::string_view bytes, const DecodeLimits& limits);

Result<Size> readWebpSize(std::string_view bytes);
Result<Pixels> decodeWebp(std::string_view bytes, const DecodeLimits& limits);

Result<Size> readTiffSize(std::string_view bytes);
Result<Pixels> decodeTiff(std::string_view bytes, const DecodeLimits& limits);

Result<Size> readGifSize(std::string_view bytes);
Result<Pixels> decodeGif(std::string_view bytes, const DecodeLimits& limits);

Result<Size> readBmpSize(std::string_view bytes);
Result<Pixels> decodeBmp(std::string_view bytes, const DecodeLimits& limits);

} // namespace biomedica::image
