// Windows bitmaps, read here because no small library in Debian does it: 1, 4, 8, 16, 24 and 32 bits
// a pixel, with bit fields or run-length coded. Pixels that a run-length code skips are transparent.
//
// Source of the format: Microsoft, "Bitmap Storage" (BITMAPFILEHEADER, BITMAPINFOHEADER, V4, V5).

#include "core/image/codecs.h"
#include "core/image/reducer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>

namespace biomedica::image {

namespace {

constexpr std::size_t fileHeaderSize = 14;
constexpr std::uint32_t os2HeaderSize = 64; // counts its compressions differently from 3 on
enum Compression : std::uint32_t { None = 0, Rle8 = 1, Rle4 = 2, BitFields = 3, AlphaBitFields = 6 };

struct BmpHeader {
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

void readMasks(const Bytes& bytes, BmpHeader& header)
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

Result<BmpHeader> readHeader(const Bytes& bytes)
{
    BmpHeader header;
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
    const bool isKnown = header.compression <= BitFields || header.compression == AlphaBitFields;
    if (!isKnown || (header.headerSize == os2HeaderSize && header.compression >= BitFields))
        return Error(ErrorKind::Unsupported, "a BMP with an uncommon compression");
    if ((header.compression == Rle8 && header.bits != 8) || (header.compression == Rle4 && header.bits != 4))
        return broken("a run-length code that does not fit its bits a pixel");
    const bool hasKnownBits = header.bits == 1 || header.bits == 4 || header.bits == 8 || header.bits == 16
                              || header.bits == 24 || header.bits == 32;
    if (!hasKnownBits)
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

using Colour = std::array<std::uint8_t, 4>;

/// As many colours as the bits can name; those that the file leaves out are black.
std::vector<Colour> readPalette(const Bytes& bytes, const BmpHeader& header)
{
    std::vector<Colour> palette(header.bits <= 8 ? std::size_t{1} << header.bits : 0, Colour{0, 0, 0, 255});
    const std::size_t stored = header.colours ? std::min<std::size_t>(header.colours, palette.size()) : palette.size();
    for (std::size_t i = 0; i < stored; ++i) {
        const std::size_t entry = fileHeaderSize + header.headerSize + i * header.colourBytes;
        palette[i] = {bytes.u8(entry + 2), bytes.u8(entry + 1), bytes.u8(entry), 255};
    }
    return palette;
}

/// Writes rows in the order of the file into the picture.
class Rows {
public:
    Rows(const BmpHeader& header, Reducer& reducer)
        : m_header(header), m_reducer(reducer), m_row(static_cast<std::size_t>(header.width) * 4)
    {
    }

    bool isComplete() const { return m_count == m_header.height; }
    std::int64_t count() const { return m_count; }

    void set(std::int64_t x, const Colour& colour)
    {
        if (x < m_header.width)
            std::memcpy(m_row.data() + x * 4, colour.data(), colour.size());
    }

    /// The next row begins, clear.
    void next()
    {
        if (isComplete())
            return;
        const std::int64_t y = m_header.isTopDown ? m_count : m_header.height - 1 - m_count;
        m_reducer.add(static_cast<int>(y), m_row.data(), static_cast<int>(m_header.width));
        std::fill(m_row.begin(), m_row.end(), std::uint8_t{0});
        ++m_count;
    }

private:
    const BmpHeader& m_header;
    Reducer& m_reducer;
    std::vector<std::uint8_t> m_row;
    std::int64_t m_count = 0;
};

/// One row after another, until the file or the picture ends.
void readPlain(const Bytes& bytes, const BmpHeader& header, Rows& rows, const std::stop_token& stop)
{
    const std::vector<Colour> palette = readPalette(bytes, header);
    const std::size_t rowBytes = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
    for (std::size_t row = header.pixelOffset; !rows.isComplete() && bytes.has(row, rowBytes); row += rowBytes) {
        if (stop.stop_requested())
            return;
        for (std::int64_t x = 0; x < header.width; ++x) {
            const std::uint32_t pixel = rawPixel(bytes, row, x, header.bits);
            if (!palette.empty()) {
                rows.set(x, palette[pixel]);
                continue;
            }
            Colour colour{0, 0, 0, 255};
            for (std::size_t c = 0; c < (header.masks[3] ? 4 : 3); ++c)
                colour[c] = channelOf(pixel, header.masks[c]);
            rows.set(x, colour);
        }
        rows.next();
    }
}

/// Runs, pixels as they are, jumps, ends of lines; until the file, its picture or its code ends.
void readRuns(const Bytes& bytes, const BmpHeader& header, Rows& rows, const std::stop_token& stop)
{
    enum Escape : unsigned { EndOfLine = 0, EndOfPicture = 1, Jump = 2 };
    const std::vector<Colour> palette = readPalette(bytes, header);
    const bool isNibbles = header.bits == 4;
    std::int64_t x = 0;
    std::size_t at = header.pixelOffset;
    while (!rows.isComplete() && bytes.has(at, 2) && !stop.stop_requested()) {
        const unsigned count = bytes.u8(at);
        const unsigned value = bytes.u8(at + 1);
        at += 2;
        if (count > 0) {
            for (unsigned i = 0; i < count; ++i)
                rows.set(x++, palette[!isNibbles ? value : i % 2 ? value & 15 : value >> 4]);
        } else if (value == EndOfLine) {
            rows.next();
            x = 0;
        } else if (value == EndOfPicture) {
            while (!rows.isComplete())
                rows.next();
        } else if (value == Jump) {
            x += bytes.u8(at);
            for (unsigned down = bytes.u8(at + 1); down > 0; --down)
                rows.next();
            at += 2;
        } else {
            for (unsigned i = 0; i < value; ++i) {
                const unsigned byte = bytes.u8(at + (isNibbles ? i / 2 : i));
                rows.set(x++, palette[!isNibbles ? byte : i % 2 ? byte & 15 : byte >> 4]);
            }
            const unsigned size = isNibbles ? (value + 1) / 2 : value;
            at += size + size % 2; // up to a whole word
        }
    }
}

} // namespace

Result<Header> readBmpHeader(std::string_view text)
{
    TRY(const BmpHeader header, readHeader(Bytes(text)));
    TRY_VOID(checkSize(header.width, header.height, DecodeLimits{}));
    return Header{{static_cast<int>(header.width), static_cast<int>(header.height)}};
}

Result<Pixels> decodeBmp(std::string_view text, const Request& request)
{
    const Bytes bytes(text);
    TRY(const BmpHeader header, readHeader(bytes));
    TRY_VOID(checkSize(header.width, header.height, request.limits));
    const Size size{static_cast<int>(header.width), static_cast<int>(header.height)};
    TRY(const int factor, factorFor(size, request));
    const bool isRuns = header.compression == Rle8 || header.compression == Rle4;
    Reducer reducer(size, factor, !isRuns && header.masks[3] == 0);
    Rows rows(header, reducer);
    (isRuns ? readRuns : readPlain)(bytes, header, rows, request.limits.stop);
    if (request.limits.stop.stop_requested())
        return cancelled();
    if (rows.count() == 0)
        return broken("the file ends before its pixels begin");
    Pixels pixels = reducer.take();
    if (!rows.isComplete())
        pixels.damage = "a damaged BMP: the file ends before its pixels do";
    return pixels;
}

} // namespace biomedica::image
