#include "core/image/codecs.h"
#include "core/image/encode.h"

#include <algorithm>
#include <memory>
#include <turbojpeg.h>

namespace biomedica::image {

namespace {

struct HandleCloser {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, HandleCloser>;

struct Header {
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colourSpace = 0;
};

const unsigned char* data(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Error broken(const Handle& handle)
{
    return Error(ErrorKind::Corrupt, std::string("a broken JPEG: ") + tjGetErrorStr2(handle.get()));
}

Result<Header> readHeader(const Handle& handle, std::string_view bytes)
{
    Header header;
    if (tjDecompressHeader3(handle.get(), data(bytes), bytes.size(), &header.width, &header.height, &header.subsampling,
                            &header.colourSpace)
            != 0
        && tjGetErrorCode(handle.get()) == TJERR_FATAL)
        return broken(handle);
    return header;
}

/// The smallest of turbojpeg's scales that keeps both sides at least as large as wanted.
tjscalingfactor scaleFor(const Header& header, Size wanted)
{
    tjscalingfactor best{1, 1};
    if (wanted.width < 1 || wanted.height < 1)
        return best;
    int count = 0;
    const tjscalingfactor* factors = tjGetScalingFactors(&count);
    for (int i = 0; i < count; ++i) {
        const tjscalingfactor factor = factors[i];
        if (TJSCALED(header.width, factor) >= wanted.width && TJSCALED(header.height, factor) >= wanted.height
            && factor.num * best.denom < best.num * factor.denom)
            best = factor;
    }
    return best;
}

// CMYK JPEGs come from Adobe's programs, which store the inks inverted: 255 = no ink. turbojpeg hands
// the stored values on.
void cmykToRgb(Pixels& pixels)
{
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        const unsigned black = pixels.rgba[i + 3];
        for (std::size_t c = 0; c < 3; ++c)
            pixels.rgba[i + c] = static_cast<std::uint8_t>(pixels.rgba[i + c] * black / 255);
        pixels.rgba[i + 3] = 255;
    }
}

} // namespace

Result<Size> readJpegSize(std::string_view bytes)
{
    const Handle handle(tjInitDecompress());
    TRY(const Header header, readHeader(handle, bytes));
    return Size{header.width, header.height};
}

Result<Pixels> decodeJpeg(std::string_view bytes, Size wanted, const DecodeLimits& limits)
{
    const Handle handle(tjInitDecompress());
    TRY(const Header header, readHeader(handle, bytes));
    const tjscalingfactor scale = scaleFor(header, wanted);
    const int width = TJSCALED(header.width, scale);
    const int height = TJSCALED(header.height, scale);
    TRY_VOID(checkSize(width, height, limits));
    const bool isCmyk = header.colourSpace == TJCS_CMYK || header.colourSpace == TJCS_YCCK;
    Pixels pixels(width, height);
    const int status = tjDecompress2(handle.get(), data(bytes), bytes.size(), pixels.rgba.data(), width, 0, height,
                                     isCmyk ? TJPF_CMYK : TJPF_RGBA, TJFLAG_ACCURATEDCT);
    // A warning leaves a picture with a grey rest, as every viewer shows it.
    if (status != 0 && tjGetErrorCode(handle.get()) == TJERR_FATAL)
        return broken(handle);
    if (isCmyk)
        cmykToRgb(pixels);
    return pixels;
}

Result<std::string> encodeJpeg(const Pixels& pixels, int quality)
{
    const Handle handle(tjInitCompress());
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const int status = tjCompress2(handle.get(), pixels.rgba.data(), pixels.width, 0, pixels.height, TJPF_RGBX, &buffer,
                                   &size, TJSAMP_420, std::clamp(quality, 1, 100), TJFLAG_ACCURATEDCT);
    std::string bytes;
    if (status == 0)
        bytes.assign(reinterpret_cast<const char*>(buffer), size);
    tjFree(buffer);
    if (status != 0)
        return Error(ErrorKind::Invalid, std::string("cannot write a JPEG: ") + tjGetErrorStr2(handle.get()));
    return bytes;
}

} // namespace biomedica::image
