// Image files of every kind made in code, row by row, so that huge ones never stand in memory.
//
// Rows are bytes as the format stores them: samples in order, 16 bits big-endian in PNG and
// little-endian in TIFF.
#pragma once

#include "core/image/pixels.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace biomedica::test {

using RowSource = std::function<std::string(int y)>;

/// Little-endian numbers.
std::string u16(std::uint32_t number);
std::string u32(std::uint32_t number);

/// Rows of RGBA bytes.
RowSource rowsOf(const image::Pixels& pixels);

/// An EXIF block that says nothing but the orientation; starts with "II" or "MM".
std::string exif(int orientation, bool isBigEndian = false);

struct PngSpec {
    int width = 0;
    int height = 0;
    int bits = 8;
    int colourType = 6;                                        ///< 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
    bool isInterlaced = false;                                 ///< whole bytes a pixel only
    std::vector<std::pair<std::string, std::string>> chunks{}; ///< before the picture: PLTE, tRNS, eXIf, …
};
std::string png(const PngSpec& spec, const RowSource& rows);

enum class JpegColours { Grey, Rgb, YCbCr, Cmyk, Ycck };

struct JpegSpec {
    int width = 0;
    int height = 0;
    JpegColours colours = JpegColours::YCbCr;
    bool hasAdobeMarker = false;
    bool isProgressive = false;
    std::string exif{};
};
/// Rows of 1 (grey), 3 (RGB) or 4 (CMYK as stored) bytes a pixel; no colour is stored at half size.
std::string jpeg(const JpegSpec& spec, const RowSource& rows);

struct TiffSpec {
    int width = 0;
    int height = 0;
    int bits = 8;
    int samples = 4;
    int photometric = 2;  ///< 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK
    int extraSample = -1; ///< 1 colours multiplied by alpha, 2 not
    int rowsPerStrip = 4;
    int orientation = 1;
    bool isDeflated = false;
    std::string palette{}; ///< 16-bit: all reds, all greens, all blues
};
std::string tiff(const TiffSpec& spec, const RowSource& rows);

/// `data`: the rows as stored, from below.
std::string bmp(int width, int height, int bits, const std::string& palette, const std::string& data,
                int compression = 0);

struct GifFrame {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::string indices; ///< row by row, below 16
    int transparent = -1;
    bool isInterlaced = false;
};
/// `palette`: 16 colours of 3 bytes.
std::string gif(int width, int height, const std::string& palette, const std::vector<GifFrame>& frames);

/// Lossless, so that pixels come back exactly.
std::string webp(const image::Pixels& pixels, const std::string& exif = {});

struct WebpFrame {
    int left = 0; ///< even
    int top = 0;  ///< even
    image::Pixels pixels;
};
std::string animatedWebp(int width, int height, const std::vector<WebpFrame>& frames);

} // namespace biomedica::test
