#include "core/image/codecs.h"

#include <webp/decode.h>

namespace biomedica::image {

namespace {

const std::uint8_t* data(std::string_view bytes)
{
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

} // namespace

Result<Size> readWebpSize(std::string_view bytes)
{
    Size size;
    if (!WebPGetInfo(data(bytes), bytes.size(), &size.width, &size.height))
        return Error(ErrorKind::Corrupt, "a broken WebP header");
    return size;
}

Result<Pixels> decodeWebp(std::string_view bytes, const DecodeLimits& limits)
{
    TRY(const Size size, readWebpSize(bytes));
    TRY_VOID(checkSize(size.width, size.height, limits));
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data(bytes), bytes.size(), &features) == VP8_STATUS_OK && features.has_animation)
        return Error(ErrorKind::Unsupported, "an animated WebP, which this version does not show");
    Pixels pixels(size.width, size.height);
    if (!WebPDecodeRGBAInto(data(bytes), bytes.size(), pixels.rgba.data(), pixels.rgba.size(), size.width * 4))
        return Error(ErrorKind::Corrupt, "a broken WebP: its picture data is damaged");
    return pixels;
}

} // namespace biomedica::image
