// PNG by libpng, line by line. Its simplified interface would hold the whole picture, and takes 16-bit
// files without a gamma for linear light, which no other viewer does.
//
// libpng leaves its errors by longjmp. The functions of Reader that set the jump hold nothing that
// needs a destructor.

#include "core/image/codecs.h"
#include "core/image/encode.h"
#include "core/image/orientation.h"
#include "core/image/reducer.h"

#include <algorithm>
#include <cstring>
#include <png.h>

namespace biomedica::image {

namespace {

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes)
    {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, keepError, [](png_structp, png_const_charp) {});
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] bool readHeader()
    {
        if (!m_info)
            return false;
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_read_fn(m_png, this, readInput);
        // Texts and profiles may claim gigabytes, and libpng takes them at their word: it reads what colours need.
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
        constexpr png_byte needed[] = "gAMA\0sRGB\0tRNS";
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_AS_DEFAULT, needed, 3);
        png_read_info(m_png, m_info);
        return true;
    }

    /// From here on rows are 8-bit RGBA in sRGB.
    [[nodiscard]] bool start()
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_alpha_mode_fixed(m_png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_add_alpha(m_png, 0xff, PNG_FILLER_AFTER);
        png_read_update_info(m_png, m_info);
        return true;
    }

    [[nodiscard]] bool readRow(std::uint8_t* rgba)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_read_row(m_png, rgba, nullptr);
        return true;
    }

    Size size() const
    {
        return {static_cast<int>(png_get_image_width(m_png, m_info)),
                static_cast<int>(png_get_image_height(m_png, m_info))};
    }
    bool isInterlaced() const { return png_get_interlace_type(m_png, m_info) != PNG_INTERLACE_NONE; }
    bool isOpaque() const
    {
        return !(png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA)
               && !png_get_valid(m_png, m_info, PNG_INFO_tRNS);
    }
    const char* message() const { return m_message; }
    Error broken() const { return Error(ErrorKind::Corrupt, std::string("a broken PNG: ") + m_message); }

private:
    static void readInput(png_structp png, png_bytep buffer, std::size_t size)
    {
        auto& reader = *static_cast<Reader*>(png_get_io_ptr(png));
        if (size > reader.m_rest.size())
            png_error(png, "the file ends too early");
        std::memcpy(buffer, reader.m_rest.data(), size);
        reader.m_rest.remove_prefix(size);
    }

    [[noreturn]] static void keepError(png_structp png, png_const_charp text)
    {
        auto& reader = *static_cast<Reader*>(png_get_error_ptr(png));
        std::strncpy(reader.m_message, text, sizeof reader.m_message - 1);
        png_longjmp(png, 1);
    }

    std::string_view m_rest;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    char m_message[128] = "";
};

/// Of the chunk eXIf, which may stand behind the picture, where libpng's header reading does not get.
int findOrientation(std::string_view bytes)
{
    constexpr std::size_t signatureSize = 8, around = 12; // length, name, CRC
    for (std::size_t at = signatureSize; at + around <= bytes.size();) {
        const std::size_t length = png_get_uint_32(reinterpret_cast<png_const_bytep>(bytes.data()) + at);
        if (length > bytes.size() - at - around)
            break;
        if (bytes.substr(at + 4, 4) == "eXIf")
            return orientationOf(bytes.substr(at + 8, length));
        at += around + length;
    }
    return 1;
}

/// Rows until the file ends, the decoder complains or somebody asks to stop; all of them: true.
bool readRows(Reader& reader, Reducer& reducer, const std::stop_token& stop, int& rows)
{
    const Size size = reader.size();
    for (; rows < size.height; ++rows) {
        std::uint8_t* row = reducer.buffer(rows);
        if (stop.stop_requested() || !reader.readRow(row))
            return false;
        reducer.add(rows, row, size.width);
    }
    return true;
}

/// As the seven passes come: each has its own rows and columns.
bool readPasses(Reader& reader, Reducer& reducer, const std::stop_token& stop)
{
    const Size size = reader.size();
    const auto width = static_cast<png_uint_32>(size.width);
    const auto height = static_cast<png_uint_32>(size.height);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(size.width) * 4);
    for (unsigned pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass) {
        const auto columns = static_cast<int>(PNG_PASS_COLS(width, pass));
        const auto rows = static_cast<int>(PNG_PASS_ROWS(height, pass));
        for (int y = 0; columns > 0 && y < rows; ++y) {
            if (stop.stop_requested() || !reader.readRow(row.data()))
                return false;
            reducer.add(static_cast<int>(PNG_ROW_FROM_PASS_ROW(y, pass)), row.data(), columns,
                        static_cast<int>(PNG_COL_FROM_PASS_COL(0, pass)), 1 << PNG_PASS_COL_SHIFT(pass));
        }
    }
    return true;
}

} // namespace

Result<Header> readPngHeader(std::string_view bytes)
{
    Reader reader(bytes);
    if (!reader.readHeader())
        return reader.broken();
    return Header{reader.size(), findOrientation(bytes)};
}

Result<Pixels> decodePng(std::string_view bytes, const Request& request)
{
    Reader reader(bytes);
    if (!reader.readHeader())
        return reader.broken();
    Request asked = request;
    const bool isInterlaced = reader.isInterlaced();
    // Where rows come seven times, the sums of all of them are kept until the end.
    if (isInterlaced && request.wanted.width > 0)
        asked.pixelBytes += Reducer::sumBytes;
    TRY(const int factor, factorFor(reader.size(), asked));
    if (!reader.start())
        return reader.broken();
    Reducer reducer(reader.size(), factor, reader.isOpaque());
    int rows = 0;
    const bool isComplete = isInterlaced ? readPasses(reader, reducer, request.limits.stop)
                                         : readRows(reader, reducer, request.limits.stop, rows);
    if (request.limits.stop.stop_requested())
        return cancelled();
    // A cut interlaced file has single pixels all over: nothing to look at.
    if (!isComplete && rows == 0)
        return reader.broken();
    Pixels pixels = reducer.take();
    if (!isComplete)
        pixels.damage = std::string("a damaged PNG: ") + reader.message();
    return pixels;
}

Result<std::string> encodePng(const Pixels& pixels)
{
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(), 0, nullptr))
        return Error(ErrorKind::Invalid, std::string("cannot write a PNG: ") + image.message);
    bytes.resize(size);
    return bytes;
}

} // namespace biomedica::image
