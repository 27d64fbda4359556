#include "core/image/decode.h"

#include "core/base/text.h"
#include "core/image/codecs.h"
#include "core/image/orientation.h"
#include "core/image/shrink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace biomedica::image {

namespace {

using ReadHeader = Result<Header> (*)(std::string_view);
using Decode = Result<Pixels> (*)(std::string_view, const Request&);

struct Codec {
    ReadHeader readHeader;
    Decode decode;
};

Codec codecOf(Format format)
{
    switch (format) {
    case Format::Jpeg: return {readJpegHeader, decodeJpeg};
    case Format::Png: return {readPngHeader, decodePng};
    case Format::Webp: return {readWebpHeader, decodeWebp};
    case Format::Tiff: return {readTiffHeader, decodeTiff};
    case Format::Gif: return {readGifHeader, decodeGif};
    case Format::Bmp: return {readBmpHeader, decodeBmp};
    }
    return {};
}

/// A file whose header is read.
struct Stored {
    std::string_view bytes;
    Codec codec;
    Header header;
};

Result<Stored> readStored(std::string_view bytes)
{
    const auto format = formatOf(bytes);
    if (!format)
        return Error(ErrorKind::Unsupported, "not an image in a known format (JPEG, PNG, WebP, TIFF, GIF, BMP)");
    Stored stored{bytes, codecOf(*format), {}};
    TRY(stored.header, stored.codec.readHeader(bytes));
    return stored;
}

/// `wanted` and the result as stored, not upright.
Result<Pixels> decodeStored(const Stored& stored, Size wanted, const DecodeLimits& limits)
{
    TRY_VOID(checkSize(stored.header.size.width, stored.header.size.height, limits));
    // Turning needs the picture twice.
    const std::int64_t pixelBytes = exchangesSides(stored.header.orientation) ? 8 : 4;
    return stored.codec.decode(stored.bytes, Request{wanted, pixelBytes, limits});
}

std::string sizeText(std::int64_t width, std::int64_t height)
{
    return std::to_string(width) + " × " + std::to_string(height) + " pixels";
}

std::int64_t bytesOf(Size stored, std::int64_t factor, std::int64_t pixelBytes)
{
    return ((stored.width - 1) / factor + 1) * ((stored.height - 1) / factor + 1) * pixelBytes;
}

} // namespace

Result<void> checkSize(std::int64_t width, std::int64_t height, const DecodeLimits& limits)
{
    if (width < 1 || height < 1 || width > INT32_MAX || height > INT32_MAX)
        return Error(ErrorKind::Corrupt, "an impossible image size: " + sizeText(width, height));
    if (width > limits.maximumPixels / height)
        return Error(ErrorKind::Unsupported, "too large to show: " + sizeText(width, height) + ", the limit is "
                                                 + withThousands(static_cast<std::uint64_t>(limits.maximumPixels))
                                                 + " pixels");
    return {};
}

Error tooLarge(std::string_view what, Size size, std::int64_t bytes, const DecodeLimits& limits)
{
    constexpr std::int64_t megabyte = 1'000'000;
    const auto megabytes = [](std::int64_t number) {
        return withThousands(static_cast<std::uint64_t>((number + megabyte - 1) / megabyte)) + " MB";
    };
    return Error(ErrorKind::Unsupported, "too large to show: " + std::string(what) + " of "
                                             + sizeText(size.width, size.height) + " takes " + megabytes(bytes)
                                             + " to decode, the limit is " + megabytes(limits.maximumBytes));
}

Error cancelled()
{
    return Error(ErrorKind::Cancelled, "decoding was cancelled");
}

Result<int> factorFor(Size stored, const Request& request, std::int64_t working)
{
    const std::int64_t room = request.limits.maximumBytes - working;
    const auto fits = [&](std::int64_t factor) { return bytesOf(stored, factor, request.pixelBytes) <= room; };
    const Size wanted = request.wanted;
    if (wanted.width < 1 || wanted.height < 1) {
        if (!fits(1))
            return tooLarge("an image", stored, bytesOf(stored, 1, request.pixelBytes) + working, request.limits);
        return 1;
    }
    int factor = std::max(1, std::min(stored.width / wanted.width, stored.height / wanted.height));
    if (!fits(factor)) {
        // Only rounding up at the borders keeps this from being exact.
        const double pixels = static_cast<double>(stored.width) * stored.height;
        const double least = std::sqrt(pixels * static_cast<double>(request.pixelBytes)
                                       / static_cast<double>(std::max<std::int64_t>(room, 1)));
        const int most = std::max(stored.width, stored.height);
        factor = std::max(factor, static_cast<int>(std::min(least, static_cast<double>(most))));
        while (factor < most && !fits(factor))
            factor += 1 + factor / 16;
        factor = std::min(factor, most);
    }
    if (!fits(factor))
        return tooLarge("an image", stored, request.pixelBytes + working, request.limits);
    return factor;
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
    TRY(const Stored stored, readStored(bytes));
    return upright(stored.header.size, stored.header.orientation);
}

Result<Pixels> decode(std::string_view bytes, const DecodeLimits& limits)
{
    return decodeReduced(bytes, Size{}, limits);
}

Result<Pixels> decodeReduced(std::string_view bytes, Size wanted, const DecodeLimits& limits)
{
    TRY(const Stored stored, readStored(bytes));
    const int orientation = stored.header.orientation;
    TRY(Pixels pixels, decodeStored(stored, upright(wanted, orientation), limits));
    return upright(std::move(pixels), orientation);
}

Result<Pixels> thumbnail(std::string_view bytes, Size box, const DecodeLimits& limits)
{
    TRY(const Stored stored, readStored(bytes));
    const auto [size, orientation] = stored.header;
    TRY_VOID(checkSize(size.width, size.height, limits));
    const Size target = fittedInto(size, upright(box, orientation));
    TRY(Pixels pixels, decodeStored(stored, target, limits));
    if (pixels.width > target.width || pixels.height > target.height)
        pixels =
            shrunkTo(std::move(pixels), std::min(target.width, pixels.width), std::min(target.height, pixels.height));
    return upright(std::move(pixels), orientation);
}

} // namespace biomedica::image
