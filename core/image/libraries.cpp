#include "core/image/libraries.h"

#include <cstdio> // before jpeglib.h, which needs it
#include <gif_lib.h>
#include <jpeglib.h>
#include <opencv2/core/version.hpp>
#include <png.h>
#include <tiffio.h>
#include <webp/decode.h>

namespace biomedica::image {

namespace {

/// "LIBTIFF, Version 4.5.0\nCopyright …" → "4.5.0"
std::string tiffVersion()
{
    const std::string text = TIFFGetVersion();
    const std::size_t begin = text.find_first_of("0123456789");
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find('\n') - begin);
}

std::string webpVersion()
{
    const int version = WebPGetDecoderVersion(); // one byte a part
    return std::to_string(version >> 16) + "." + std::to_string(version >> 8 & 0xff) + "."
           + std::to_string(version & 0xff);
}

std::string jpegVersion()
{
    const int version = LIBJPEG_TURBO_VERSION_NUMBER; // 2001005 is 2.1.5
    return std::to_string(version / 1'000'000) + "." + std::to_string(version / 1000 % 1000) + "."
           + std::to_string(version % 1000);
}

} // namespace

Libraries libraries()
{
    return {{"libjpeg-turbo", jpegVersion(), "IJG AND BSD-3-Clause AND Zlib"},
            {"libpng", png_get_libpng_ver(nullptr), "libpng-2.0"},
            {"libwebp", webpVersion(), "BSD-3-Clause"},
            {"LibTIFF", tiffVersion(), "libtiff"},
            {"giflib",
             std::to_string(GIFLIB_MAJOR) + "." + std::to_string(GIFLIB_MINOR) + "." + std::to_string(GIFLIB_RELEASE),
             "MIT"},
            {"OpenCV", CV_VERSION, "Apache-2.0"}};
}

} // namespace biomedica::image
