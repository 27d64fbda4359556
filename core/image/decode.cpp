#include "core/image/decode.h"

#include "core/base/text.h"
#include "core/image/codecs.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace biomedica::image {

namespace {

Error unknownFormat()
{
    return Error(ErrorKind::Unsupported, "not an image in a known format (JPEG, PNG, WebP, TIFF, GIF, BMP)");
}

Pixels shrunkTo(const Pixels& pixels, int width, int height)
{
    Pixels small(width, height);
    const cv::Mat source(pixels.height, pixels.width, CV_8UC4, const_cast<std::uint8_t*>(pixels.rgba.data()));
    cv::Mat target(height, width, CV_8UC4, small.rgba.data());
    cv::resize(source, target, target.size(), 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

Result<void> checkSize(std::int64_t width, std::int64_t height, const DecodeLimits& limits)
{
    const std::string size = std::to_string(width) + " × " + std::to_string(height) + " pixels";
    if (width < 1 || height < 1)
        return Error(ErrorKind::Corrupt, "an impossible image size: " + size);
    if (width > limits.maximumPixels / height)
        return Error(ErrorKind::Unsupported, "too large to show: " + size + ", the limit is "
                                                 + withThousands(static_cast<std::uint64_t>(limits.maximumPixels))
                                                 + " pixels");
    return {};
}

std::optional<Format> formatOf(std::string_view bytes)
{
    const auto begins = [bytes](std::string_view signature) { return bytes.starts_with(signature); };
    if (begins("\xff\xd8\xff"))
        return Format::Jpeg;
    if (begins("\x89PNG\r\n\x1a\n"))
        return Format::Png;
    if (begins("RIFF") && bytes.substr(0, 12).ends_with("WEBP"))
        return Format::Webp;
    if (begins(std::string_view("II*\0", 4)) || begins(std::string_view("MM\0*", 4))
        || begins(std::string_view("II+\0", 4)) || begins(std::string_view("MM\0+", 4)))
        return Format::Tiff;
    if (begins("GIF87a") || begins("GIF89a"))
        return Format::Gif;
    if (begins("BM"))
        return Format::Bmp;
    return std::nullopt;
}

bool isImageExtension(std::string_view extension)
{
    const std::size_t dot = extension.rfind('.');
    const std::string last = foldCase(dot == std::string_view::npos ? extension : extension.substr(dot + 1));
    constexpr std::array known = {"jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp"};
    return std::find(known.begin(), known.end(), last) != known.end();
}

Result<Size> readSize(std::string_view bytes)
{
    const auto format = formatOf(bytes);
    if (!format)
        return unknownFormat();
    switch (*format) {
    case Format::Jpeg: return readJpegSize(bytes);
    case Format::Png: return readPngSize(bytes);
    case Format::Webp: return readWebpSize(bytes);
    case Format::Tiff: return readTiffSize(bytes);
    case Format::Gif: return readGifSize(bytes);
    case Format::Bmp: return readBmpSize(bytes);
    }
    return unknownFormat();
}

Result<Pixels> decode(std::string_view bytes, const DecodeLimits& limits)
{
    return decodeReduced(bytes, Size{}, limits);
}

Result<Pixels> decodeReduced(std::string_view bytes, Size wanted, const DecodeLimits& limits)
{
    const auto format = formatOf(bytes);
    if (!format)
        return unknownFormat();
    switch (*format) {
    case Format::Jpeg: return decodeJpeg(bytes, wanted, limits);
    case Format::Png: return decodePng(bytes, limits);
    case Format::Webp: return decodeWebp(bytes, limits);
    case Format::Tiff: return decodeTiff(bytes, limits);
    case Format::Gif: return decodeGif(bytes, limits);
    case Format::Bmp: return decodeBmp(bytes, limits);
    }
    return unknownFormat();
}

Result<Pixels> thumbnail(std::string_view bytes, int longerSide, const DecodeLimits& limits)
{
    TRY(const Size size, readSize(bytes));
    const double scale = std::min(1.0, static_cast<double>(longerSide) / std::max({size.width, size.height, 1}));
    const auto scaled = [scale](int side) { return std::max(1, static_cast<int>(side * scale + 0.5)); };
    const Size target{scaled(size.width), scaled(size.height)};
    TRY(Pixels pixels, decodeReduced(bytes, target, limits));
    if (pixels.width <= target.width && pixels.height <= target.height)
        return pixels;
    return shrunkTo(pixels, std::min(target.width, pixels.width), std::min(target.height, pixels.height));
}

} // namespace biomedica::image
