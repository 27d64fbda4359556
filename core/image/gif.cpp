#include "core/image/codecs.h"

#include <algorithm>
#include <cstring>
#include <gif_lib.h>
#include <memory>

namespace biomedica::image {

namespace {

struct Input {
    std::string_view bytes;
};

int readInput(GifFileType* gif, GifByteType* buffer, int size)
{
    auto& input = *static_cast<Input*>(gif->UserData);
    const std::size_t count = std::min(static_cast<std::size_t>(std::max(size, 0)), input.bytes.size());
    std::memcpy(buffer, input.bytes.data(), count);
    input.bytes.remove_prefix(count);
    return static_cast<int>(count);
}

struct Closer {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Closer>;

Error broken(int code)
{
    const char* text = GifErrorString(code);
    return Error(ErrorKind::Corrupt, std::string("a broken GIF: ") + (text ? text : "its first frame cannot be read"));
}

Result<Gif> openGif(Input& input)
{
    int code = 0;
    Gif gif(DGifOpen(&input, readInput, &code));
    if (!gif)
        return broken(code);
    return gif;
}

int transparentIndexOf(const GifByteType* extension)
{
    GraphicsControlBlock control;
    if (extension[0] >= 4 && DGifExtensionToGCB(extension[0], extension + 1, &control) == GIF_OK)
        return control.TransparentColor;
    return NO_TRANSPARENT_COLOR;
}

void paintRow(Pixels& pixels, int y, int left, const std::vector<GifPixelType>& row, const ColorMapObject& colours,
              int transparent)
{
    if (y < 0 || y >= pixels.height)
        return;
    for (int x = 0; x < static_cast<int>(row.size()) && left + x < pixels.width; ++x) {
        const int index = row[static_cast<std::size_t>(x)];
        if (index == transparent || index >= colours.ColorCount || left + x < 0)
            continue;
        std::uint8_t* target = pixels.row(y) + (left + x) * 4;
        const GifColorType colour = colours.Colors[index];
        target[0] = colour.Red;
        target[1] = colour.Green;
        target[2] = colour.Blue;
        target[3] = 255;
    }
}

/// Rows of a frame in the order in which the file stores them.
std::vector<int> rowOrder(int height, bool isInterlaced)
{
    std::vector<int> order;
    order.reserve(static_cast<std::size_t>(height));
    if (!isInterlaced) {
        for (int y = 0; y < height; ++y)
            order.push_back(y);
        return order;
    }
    constexpr int starts[] = {0, 4, 2, 1};
    constexpr int steps[] = {8, 8, 4, 2};
    for (int pass = 0; pass < 4; ++pass)
        for (int y = starts[pass]; y < height; y += steps[pass])
            order.push_back(y);
    return order;
}

Result<Pixels> readFirstFrame(GifFileType* gif, int transparent, const DecodeLimits& limits)
{
    if (DGifGetImageDesc(gif) != GIF_OK)
        return broken(gif->Error);
    const GifImageDesc& frame = gif->Image;
    const ColorMapObject* colours = frame.ColorMap ? frame.ColorMap : gif->SColorMap;
    if (!colours)
        return Error(ErrorKind::Corrupt, "a broken GIF: it has no colour table");
    TRY_VOID(checkSize(frame.Width, frame.Height, limits));
    Pixels pixels(gif->SWidth, gif->SHeight);
    std::vector<GifPixelType> row(static_cast<std::size_t>(frame.Width));
    bool hasRows = false;
    for (const int y : rowOrder(frame.Height, frame.Interlace)) {
        if (DGifGetLine(gif, row.data(), frame.Width) != GIF_OK) {
            if (!hasRows)
                return broken(gif->Error);
            break; // a cut file shows what it has
        }
        hasRows = true;
        paintRow(pixels, frame.Top + y, frame.Left, row, *colours, transparent);
    }
    return pixels;
}

} // namespace

Result<Size> readGifSize(std::string_view bytes)
{
    Input input{bytes};
    TRY(const Gif gif, openGif(input));
    return Size{gif->SWidth, gif->SHeight};
}

Result<Pixels> decodeGif(std::string_view bytes, const DecodeLimits& limits)
{
    Input input{bytes};
    TRY(const Gif gif, openGif(input));
    TRY_VOID(checkSize(gif->SWidth, gif->SHeight, limits));
    int transparent = NO_TRANSPARENT_COLOR;
    for (;;) {
        GifRecordType type = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif.get(), &type) != GIF_OK)
            return broken(gif->Error);
        if (type == IMAGE_DESC_RECORD_TYPE)
            return readFirstFrame(gif.get(), transparent, limits);
        if (type == TERMINATE_RECORD_TYPE)
            return Error(ErrorKind::Corrupt, "a broken GIF: it holds no picture");
        if (type != EXTENSION_RECORD_TYPE)
            continue;
        int code = 0;
        GifByteType* extension = nullptr;
        if (DGifGetExtension(gif.get(), &code, &extension) != GIF_OK)
            return broken(gif->Error);
        while (extension) {
            if (code == GRAPHICS_EXT_FUNC_CODE)
                transparent = transparentIndexOf(extension);
            if (DGifGetExtensionNext(gif.get(), &extension) != GIF_OK)
                return broken(gif->Error);
        }
    }
}

} // namespace biomedica::image
