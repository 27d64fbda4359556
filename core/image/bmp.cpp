// Windows bitmaps, read here because no small library in Debian does it: 1, 4, 8, 16, 24 and 32 bits
// a pixel, with bit fields. Run-length coded ones (rare in articles) are refused by name.
//
// Source of the format: Microsoft, "Bitmap Storage" (BITMAPFILEHEADER, BITMAPINFOHEADER, V4, V5).

#include "core/image/codecs.h"

#include <array>
#include <bit>
#include <cstdlib>

namespace biomedica::image {

namespace {

constexpr std::size_t fileHeaderSize = 14;
enum Compression : std::uint32_t { None = 0, Rle8 = 1, Rle4 = 2, BitFields = 3, AlphaBitFields = 6 };

struct Header {
    std::uint32_t pixelOffset = 0;
    std::uint32_t headerSize = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool isTopDown = false;
    std::uint16_t bits = 0;
    std::uint32_t compression = None;
    std::uint32_t colours = 0;
    std::size_t colourBytes = 4;
    std::array<std::uint32_t, 4> masks{}; ///< red, green, blue, alpha
};

class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}
    bool has(std::size_t offset, std::size_t size) const
    {
        return offset <= m_bytes.size() && size <= m_bytes.size() - offset;
    }
    std::uint8_t u8(std::size_t at) const { return has(at, 1) ? static_cast<std::uint8_t>(m_bytes[at]) : 0; }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(u8(at) | u8(at + 1) << 8); }
    std::uint32_t u32(std::size_t at) const { return u16(at) | std::uint32_t{u16(at + 2)} << 16; }
    std::int32_t i32(std::size_t at) const { return static_cast<std::int32_t>(u32(at)); }

private:
    std::string_view m_bytes;
};

Error broken(const char* why)
{
    return Error(ErrorKind::Corrupt, std::string("a broken BMP: ") + why);
}

void readMasks(const Bytes& bytes, Header& header)
{
    if (header.compression == BitFields || header.compression == AlphaBitFields) {
        const std::size_t count = header.headerSize >= 56 || header.compression == AlphaBitFields ? 4 : 3;
        for (std::size_t i = 0; i < count; ++i)
            header.masks[i] = bytes.u32(fileHeaderSize + 40 + 4 * i);
    } else if (header.bits == 16) {
        header.masks = {0x7c00, 0x03e0, 0x001f, 0};
    } else {
        header.masks = {0xff0000, 0x00ff00, 0x0000ff, 0};
    }
}

Result<Header> readHeader(const Bytes& bytes)
{
    Header header;
    header.pixelOffset = bytes.u32(10);
    header.headerSize = bytes.u32(fileHeaderSize);
    if (!bytes.has(fileHeaderSize, 12) || !bytes.has(fileHeaderSize, header.headerSize))
        return broken("the file ends in its header");
    if (header.headerSize == 12) { // OS/2
        header.width = bytes.u16(18);
        header.height = bytes.u16(20);
        header.bits = bytes.u16(24);
        header.colourBytes = 3;
    } else if (header.headerSize >= 40) {
        header.width = bytes.i32(18);
        header.height = bytes.i32(22);
        header.bits = bytes.u16(28);
        header.compression = bytes.u32(30);
        header.colours = bytes.u32(46);
    } else {
        return broken("a header of an unknown size");
    }
    header.isTopDown = header.height < 0;
    header.height = std::abs(header.height);
    if (header.compression == Rle8 || header.compression == Rle4)
        return Error(ErrorKind::Unsupported, "a run-length coded BMP, which this version does not show");
    const bool hasKnownBits = header.bits == 1 || header.bits == 4 || header.bits == 8 || header.bits == 16
                              || header.bits == 24 || header.bits == 32;
    if (!hasKnownBits || header.compression > AlphaBitFields)
        return broken("an unknown number of bits a pixel");
    readMasks(bytes, header);
    return header;
}

std::uint8_t channelOf(std::uint32_t pixel, std::uint32_t mask)
{
    if (mask == 0)
        return 0;
    const std::uint32_t top = mask >> std::countr_zero(mask);
    return static_cast<std::uint8_t>(std::uint64_t{(pixel & mask) >> std::countr_zero(mask)} * 255 / top);
}

std::uint32_t rawPixel(const Bytes& bytes, std::size_t row, std::int64_t x, unsigned bits)
{
    const auto column = static_cast<std::size_t>(x);
    switch (bits) {
    case 16: return bytes.u16(row + column * 2);
    case 24: return bytes.u16(row + column * 3) | std::uint32_t{bytes.u8(row + column * 3 + 2)} << 16;
    case 32: return bytes.u32(row + column * 4);
    default: {
        const std::size_t bit = column * bits;
        return bytes.u8(row + bit / 8) >> (8 - bits - bit % 8) & ((1u << bits) - 1);
    }
    }
}

} // namespace

Result<Size> readBmpSize(std::string_view text)
{
    TRY(const Header header, readHeader(Bytes(text)));
    TRY_VOID(checkSize(header.width, header.height, DecodeLimits{INT64_MAX}));
    return Size{static_cast<int>(header.width), static_cast<int>(header.height)};
}

Result<Pixels> decodeBmp(std::string_view text, const DecodeLimits& limits)
{
    const Bytes bytes(text);
    TRY(const Header header, readHeader(bytes));
    TRY_VOID(checkSize(header.width, header.height, limits));
    const std::size_t rowBytes = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
    if (!bytes.has(header.pixelOffset, rowBytes * static_cast<std::size_t>(header.height)))
        return broken("the file ends before its pixels do");
    const std::size_t palette = fileHeaderSize + header.headerSize;
    Pixels pixels(static_cast<int>(header.width), static_cast<int>(header.height));
    for (int y = 0; y < pixels.height; ++y) {
        const int stored = header.isTopDown ? y : pixels.height - 1 - y;
        const std::size_t row = header.pixelOffset + rowBytes * static_cast<std::size_t>(stored);
        for (int x = 0; x < pixels.width; ++x) {
            std::uint32_t pixel = rawPixel(bytes, row, x, header.bits);
            const bool isIndexed = header.bits <= 8;
            if (isIndexed) {
                const std::size_t entry = palette + pixel * header.colourBytes;
                pixel = bytes.u16(entry) | std::uint32_t{bytes.u8(entry + 2)} << 16;
            }
            std::uint8_t* target = pixels.row(y) + x * 4;
            for (std::size_t c = 0; c < 3; ++c)
                target[c] =
                    isIndexed ? static_cast<std::uint8_t>(pixel >> (16 - 8 * c)) : channelOf(pixel, header.masks[c]);
            target[3] = !isIndexed && header.masks[3] ? channelOf(pixel, header.masks[3]) : 255;
        }
    }
    return pixels;
}

} // namespace biomedica::image
