#include "core/image/codecs.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>
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

// libtiff 4.5 reports through process-wide handlers only; the last message of this thread is kept.
thread_local std::string lastMessage;

void keepMessage(const char*, const char* format, va_list arguments)
{
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    lastMessage = text;
}

struct Closer {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

Error broken(const std::string& why)
{
    return Error(ErrorKind::Corrupt, "a broken TIFF: " + (why.empty() ? "its first page cannot be read" : why));
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_input{bytes}
    {
        static std::once_flag handlersAreSet;
        std::call_once(handlersAreSet, [] {
            TIFFSetErrorHandler(keepMessage);
            TIFFSetWarningHandler(nullptr);
        });
        lastMessage.clear();
        m_tiff.reset(TIFFClientOpen("figure", "rm", &m_input, readInput, refuseToWrite, seekInput, closeInput,
                                    sizeOfInput, nullptr, nullptr));
    }

    Result<Size> size() const
    {
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        if (!m_tiff || !TIFFGetField(m_tiff.get(), TIFFTAG_IMAGEWIDTH, &width)
            || !TIFFGetField(m_tiff.get(), TIFFTAG_IMAGELENGTH, &height) || width > INT32_MAX || height > INT32_MAX)
            return broken(lastMessage);
        return Size{static_cast<int>(width), static_cast<int>(height)};
    }

    Result<Pixels> read(Size size)
    {
        char why[1024] = "";
        if (!TIFFRGBAImageOK(m_tiff.get(), why))
            return Error(ErrorKind::Unsupported, std::string("a TIFF of an uncommon kind: ") + why);
        // Strips are decoded one after another into memory of their declared size: check that first.
        if (TIFFStripSize64(m_tiff.get()) > (std::uint64_t{1} << 29))
            return broken("a strip of more than 512 MB");
        Pixels pixels(size.width, size.height);
        auto* raster = reinterpret_cast<std::uint32_t*>(pixels.rgba.data());
        if (!TIFFReadRGBAImageOriented(m_tiff.get(), static_cast<std::uint32_t>(size.width),
                                       static_cast<std::uint32_t>(size.height), raster, ORIENTATION_TOPLEFT, 1))
            return broken(lastMessage);
        for (std::size_t i = 0; i < pixels.rgba.size() / 4; ++i) {
            const std::uint32_t abgr = raster[i];
            const std::uint8_t rgba[4] = {
                static_cast<std::uint8_t>(TIFFGetR(abgr)), static_cast<std::uint8_t>(TIFFGetG(abgr)),
                static_cast<std::uint8_t>(TIFFGetB(abgr)), static_cast<std::uint8_t>(TIFFGetA(abgr))};
            std::memcpy(pixels.rgba.data() + i * 4, rgba, 4);
        }
        return pixels;
    }

private:
    Input m_input;
    std::unique_ptr<TIFF, Closer> m_tiff;
};

} // namespace

Result<Size> readTiffSize(std::string_view bytes)
{
    return Reader(bytes).size();
}

Result<Pixels> decodeTiff(std::string_view bytes, const DecodeLimits& limits)
{
    Reader reader(bytes);
    TRY(const Size size, reader.size());
    TRY_VOID(checkSize(size.width, size.height, limits));
    return reader.read(size);
}

} // namespace biomedica::image
