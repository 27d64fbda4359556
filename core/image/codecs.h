// One function pair a format, used by decode.cpp only, and what they share.
//
// Thread contract: pure functions.
#pragma once

#include "core/image/decode.h"

#include <string_view>

namespace biomedica::image {

struct Header {
    Size size;           ///< as stored, before it is turned upright
    int orientation = 1; ///< 1 to 8, as in EXIF
};

struct Request {
    Size wanted;                 ///< as stored; 0 × 0: full size
    std::int64_t pixelBytes = 4; ///< that a pixel of the result takes
    DecodeLimits limits;
};

/// Refuses sizes below 1 × 1, and those that take too long to decode.
Result<void> checkSize(std::int64_t width, std::int64_t height, const DecodeLimits& limits);

/// How many pixels each way become one: as many as `wanted` allows, and at least as many as memory asks for
/// beside `working` bytes of the decoder's own.
Result<int> factorFor(Size stored, const Request& request, std::int64_t working = 0);

/// "too large to show: a progressive JPEG of 9 × 9 pixels takes 3 MB to decode, the limit is 2 MB"
Error tooLarge(std::string_view what, Size size, std::int64_t bytes, const DecodeLimits& limits);

Error cancelled();

/// Sides of a picture averaged over `factor` × `factor`, the last row and column from what is left.
inline int reduced(int side, int factor)
{
    return (side - 1) / factor + 1;
}

Result<Header> readJpegHeader(std::string_view bytes);
Result<Pixels> decodeJpeg(std::string_view bytes, const Request& request);

Result<Header> readPngHeader(std::string_view bytes);
Result<Pixels> decodePng(std::string_view bytes, const Request& request);

Result<Header> readWebpHeader(std::string_view bytes);
Result<Pixels> decodeWebp(std::string_view bytes, const Request& request);

Result<Header> readTiffHeader(std::string_view bytes);
Result<Pixels> decodeTiff(std::string_view bytes, const Request& request);

Result<Header> readGifHeader(std::string_view bytes);
Result<Pixels> decodeGif(std::string_view bytes, const Request& request);

Result<Header> readBmpHeader(std::string_view bytes);
Result<Pixels> decodeBmp(std::string_view bytes, const Request& request);

} // namespace biomedica::image
