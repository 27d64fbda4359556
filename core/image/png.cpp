#include "core/image/codecs.h"
#include "core/image/encode.h"

#include <cstring>
#include <png.h>

namespace biomedica::image {

namespace {

// libpng's simplified interface: it catches its own long jumps, and converts every kind of PNG.
class Reader {
public:
    Reader()
    {
        std::memset(&m_image, 0, sizeof m_image);
        m_image.version = PNG_IMAGE_VERSION;
    }
    ~Reader() { png_image_free(&m_image); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Result<Size> begin(std::string_view bytes)
    {
        if (!png_image_begin_read_from_memory(&m_image, bytes.data(), bytes.size()))
            return broken();
        return Size{static_cast<int>(m_image.width), static_cast<int>(m_image.height)};
    }

    Result<Pixels> finish()
    {
        m_image.format = PNG_FORMAT_RGBA;
        Pixels pixels(static_cast<int>(m_image.width), static_cast<int>(m_image.height));
        if (!png_image_finish_read(&m_image, nullptr, pixels.rgba.data(), 0, nullptr))
            return broken();
        return pixels;
    }

private:
    Error broken() const { return Error(ErrorKind::Corrupt, std::string("a broken PNG: ") + m_image.message); }

    png_image m_image;
};

} // namespace

Result<Size> readPngSize(std::string_view bytes)
{
    Reader reader;
    return reader.begin(bytes);
}

Result<Pixels> decodePng(std::string_view bytes, const DecodeLimits& limits)
{
    Reader reader;
    TRY(const Size size, reader.begin(bytes));
    TRY_VOID(checkSize(size.width, size.height, limits));
    return reader.finish();
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
