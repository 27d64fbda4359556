// TIFF by libtiff, strip by strip or one row of tiles after another.

#include "core/image/codecs.h"
#include "core/image/reducer.h"

#include <algorithm>
#include <bit>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <tiffio.h>

namespace biomedica::image {

namespace {

struct Input {
    std::string_view bytes;
    std::uint64_t position = 0;
};

tmsize_t readInput(thandle_t handle, void* buffer, tmsize_t size)
{
    auto& input = *static_cast<Input*>(handle);
    if (size < 0 || input.position >= input.bytes.size())
        return 0;
    const auto count = std::min<std::uint64_t>(static_cast<std::uint64_t>(size), input.bytes.size() - input.position);
    std::memcpy(buffer, input.bytes.data() + input.position, count);
    input.position += count;
    return static_cast<tmsize_t>(count);
}

toff_t seekInput(thandle_t handle, toff_t offset, int whence)
{
    auto& input = *static_cast<Input*>(handle);
    if (whence == SEEK_CUR)
        offset += input.position;
    else if (whence == SEEK_END)
        offset += input.bytes.size();
    input.position = offset;
    return offset;
}

tmsize_t refuseToWrite(thandle_t, void*, tmsize_t)
{
    return -1;
}

int closeInput(thandle_t)
{
    return 0;
}

toff_t sizeOfInput(thandle_t handle)
{
    return static_cast<Input*>(handle)->bytes.size();
}

int keepMessage(TIFF*, void* message, const char*, const char* format, va_list arguments)
{
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    *static_cast<std::string*>(message) = text;
    return 1; // handled: nothing goes to the process-wide handler
}

int ignoreWarning(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

struct Closer {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
struct OptionsCloser {
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

/// libtiff's conversion of any kind of picture to RGBA.
class Converter {
public:
    Converter() = default;
    ~Converter()
    {
        if (m_isOpen)
            TIFFRGBAImageEnd(&m_image);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool open(TIFF* tiff, char why[1024])
    {
        m_isOpen = TIFFRGBAImageOK(tiff, why) && TIFFRGBAImageBegin(&m_image, tiff, 1, why);
        // Rows as they are stored: turning is done for all formats alike.
        m_image.orientation = ORIENTATION_TOPLEFT;
        m_image.req_orientation = ORIENTATION_TOPLEFT;
        return m_isOpen;
    }

    bool read(std::uint32_t* raster, int firstRow, int width, int rows)
    {
        m_image.row_offset = firstRow;
        m_image.col_offset = 0;
        return TIFFRGBAImageGet(&m_image, raster, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(rows));
    }

    bool isOpaque() const { return m_image.alpha == 0; }

private:
    TIFFRGBAImage m_image{};
    bool m_isOpen = false;
};

class Reader {
public:
    Reader(std::string_view bytes, const DecodeLimits& limits) : m_input{bytes}, m_limits(limits)
    {
        const std::unique_ptr<TIFFOpenOptions, OptionsCloser> options(TIFFOpenOptionsAlloc());
        TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(limits.maximumBytes));
        TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepMessage, &m_message);
        TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignoreWarning, nullptr);
        m_tiff.reset(TIFFClientOpenExt("figure", "rm", &m_input, readInput, refuseToWrite, seekInput, closeInput,
                                       sizeOfInput, nullptr, nullptr, options.get()));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Result<Header> header() const
    {
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        if (!m_tiff || !TIFFGetField(m_tiff.get(), TIFFTAG_IMAGEWIDTH, &width)
            || !TIFFGetField(m_tiff.get(), TIFFTAG_IMAGELENGTH, &height) || width > INT32_MAX || height > INT32_MAX)
            return broken();
        std::uint16_t orientation = ORIENTATION_TOPLEFT;
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_ORIENTATION, &orientation);
        const bool isKnown = orientation >= ORIENTATION_TOPLEFT && orientation <= ORIENTATION_LEFTBOT;
        return Header{{static_cast<int>(width), static_cast<int>(height)}, isKnown ? orientation : 1};
    }

    Result<Pixels> read(Size size, const Request& request)
    {
        char why[1024] = "";
        Converter converter;
        if (!converter.open(m_tiff.get(), why))
            return Error(ErrorKind::Unsupported, std::string("a TIFF of an uncommon kind: ") + why);
        const int rows = rowsAtOnce(size.height);
        const std::int64_t working = workingBytes(size, rows);
        if (working > m_limits.maximumBytes - request.pixelBytes)
            return tooLarge("a TIFF whose rows stand in one piece", size, working, m_limits);
        TRY(const int factor, factorFor(size, request, working));
        Reducer reducer(size, factor, converter.isOpaque());
        int y = 0;
        if (!readRows(converter, size, rows, reducer, y)) {
            if (m_limits.stop.stop_requested())
                return cancelled();
            if (y == 0)
                return broken();
        }
        Pixels pixels = reducer.take();
        if (y < size.height)
            pixels.damage = "a damaged TIFF: " + m_message;
        return pixels;
    }

private:
    /// A strip or a row of tiles: decoding starts at its beginning only.
    int rowsAtOnce(int height) const
    {
        std::uint32_t rows = 0;
        if (!TIFFGetField(m_tiff.get(), TIFFIsTiled(m_tiff.get()) ? TIFFTAG_TILELENGTH : TIFFTAG_ROWSPERSTRIP, &rows))
            return height;
        return static_cast<int>(std::clamp<std::uint32_t>(rows, 1, static_cast<std::uint32_t>(height)));
    }

    /// The strip or tile as stored (three at most where colours stand apart), and its rows as RGBA.
    std::int64_t workingBytes(Size size, int rows) const
    {
        const std::uint64_t piece =
            TIFFIsTiled(m_tiff.get()) ? TIFFTileSize64(m_tiff.get()) : TIFFStripSize64(m_tiff.get());
        std::uint16_t planes = PLANARCONFIG_CONTIG;
        std::uint16_t samples = 1;
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_PLANARCONFIG, &planes);
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_SAMPLESPERPIXEL, &samples);
        const std::uint64_t pieces = planes == PLANARCONFIG_SEPARATE ? samples : 1;
        constexpr std::uint64_t huge = std::uint64_t{1} << 40; // far above any limit, far below an overflow
        return static_cast<std::int64_t>(std::min(piece, huge) * pieces) + std::int64_t{size.width} * rows * 4;
    }

    /// False where the file is damaged or somebody asks to stop; `y` counts the rows that came.
    bool readRows(Converter& converter, Size size, int rows, Reducer& reducer, int& y)
    {
        const auto width = static_cast<std::size_t>(size.width);
        std::vector<std::uint32_t> raster(width * static_cast<std::size_t>(rows));
        while (y < size.height) {
            const int count = std::min(rows, size.height - y);
            if (m_limits.stop.stop_requested() || !converter.read(raster.data(), y, size.width, count))
                return false;
            for (int i = 0; i < count; ++i, ++y) {
                std::uint32_t* row = raster.data() + width * static_cast<std::size_t>(i);
                toRgba(row, width, converter.isOpaque());
                reducer.add(y, reinterpret_cast<const std::uint8_t*>(row), size.width);
            }
        }
        return true;
    }

    /// libtiff gives 0xAABBGGRR as numbers, with colours multiplied by alpha.
    static void toRgba(std::uint32_t* pixels, std::size_t count, bool isOpaque)
    {
        if (isOpaque && std::endian::native == std::endian::little)
            return; // these are the bytes already
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t abgr = pixels[i];
            const unsigned alpha = isOpaque ? 255 : TIFFGetA(abgr);
            const auto plain = [alpha](unsigned colour) {
                const unsigned value = alpha == 0 ? 0 : (colour * 255 + alpha / 2) / alpha;
                return static_cast<std::uint8_t>(std::min(value, 255u));
            };
            const std::uint8_t rgba[4] = {plain(TIFFGetR(abgr)), plain(TIFFGetG(abgr)), plain(TIFFGetB(abgr)),
                                          static_cast<std::uint8_t>(alpha)};
            std::memcpy(pixels + i, rgba, 4);
        }
    }

    Error broken() const
    {
        return Error(ErrorKind::Corrupt,
                     "a broken TIFF: " + (m_message.empty() ? "its first page cannot be read" : m_message));
    }

    Input m_input;
    DecodeLimits m_limits;
    std::string m_message;
    std::unique_ptr<TIFF, Closer> m_tiff;
};

} // namespace

Result<Header> readTiffHeader(std::string_view bytes)
{
    return Reader(bytes, {}).header();
}

Result<Pixels> decodeTiff(std::string_view bytes, const Request& request)
{
    Reader reader(bytes, request.limits);
    TRY(const Header header, reader.header());
    TRY_VOID(checkSize(header.size.width, header.size.height, request.limits));
    return reader.read(header.size, request);
}

} // namespace biomedica::image
