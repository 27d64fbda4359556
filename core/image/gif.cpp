#include "core/image/codecs.h"
#include "core/image/reducer.h"

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

std::string reasonOf(int code)
{
    const char* text = GifErrorString(code);
    return text ? text : "its first frame cannot be read";
}

Error broken(int code)
{
    return Error(ErrorKind::Corrupt, "a broken GIF: " + reasonOf(code));
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

/// The part of a row that lies on the canvas, as RGBA; what is transparent or has no colour stays clear.
void colourRow(std::vector<std::uint8_t>& rgba, const GifPixelType* indices, const ColorMapObject& colours,
               int transparent)
{
    std::fill(rgba.begin(), rgba.end(), std::uint8_t{0});
    for (std::size_t x = 0; x < rgba.size() / 4; ++x) {
        const int index = indices[x];
        if (index == transparent || index >= colours.ColorCount)
            continue;
        const GifColorType colour = colours.Colors[index];
        rgba[x * 4] = colour.Red;
        rgba[x * 4 + 1] = colour.Green;
        rgba[x * 4 + 2] = colour.Blue;
        rgba[x * 4 + 3] = 255;
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

Result<Pixels> readFirstFrame(GifFileType* gif, int transparent, const Request& request)
{
    if (DGifGetImageDesc(gif) != GIF_OK)
        return broken(gif->Error);
    const GifImageDesc& frame = gif->Image;
    const ColorMapObject* colours = frame.ColorMap ? frame.ColorMap : gif->SColorMap;
    if (!colours)
        return Error(ErrorKind::Corrupt, "a broken GIF: it has no colour table");
    TRY_VOID(checkSize(frame.Width, frame.Height, request.limits));
    const Size canvas{gif->SWidth, gif->SHeight};
    Request asked = request;
    if (frame.Interlace && request.wanted.width > 0)
        asked.pixelBytes += Reducer::sumBytes; // rows come in four passes
    TRY(const int factor, factorFor(canvas, asked));
    Reducer reducer(canvas, factor, false);
    std::vector<GifPixelType> row(static_cast<std::size_t>(frame.Width));
    const int visible = std::clamp(canvas.width - frame.Left, 0, frame.Width);
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(visible) * 4);
    bool hasRows = false;
    bool isCut = false;
    for (const int y : rowOrder(frame.Height, frame.Interlace)) {
        if (request.limits.stop.stop_requested())
            return cancelled();
        isCut = DGifGetLine(gif, row.data(), frame.Width) != GIF_OK;
        if (isCut)
            break;
        hasRows = true;
        colourRow(rgba, row.data(), *colours, transparent);
        if (visible > 0 && frame.Top + y < canvas.height)
            reducer.add(frame.Top + y, rgba.data(), visible, frame.Left);
    }
    if (!hasRows)
        return broken(gif->Error);
    Pixels pixels = reducer.take();
    if (isCut)
        pixels.damage = "a damaged GIF: " + reasonOf(gif->Error);
    return pixels;
}

} // namespace

Result<Header> readGifHeader(std::string_view bytes)
{
    Input input{bytes};
    TRY(const Gif gif, openGif(input));
    return Header{{gif->SWidth, gif->SHeight}};
}

Result<Pixels> decodeGif(std::string_view bytes, const Request& request)
{
    Input input{bytes};
    TRY(const Gif gif, openGif(input));
    int transparent = NO_TRANSPARENT_COLOR;
    for (;;) {
        GifRecordType type = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif.get(), &type) != GIF_OK)
            return broken(gif->Error);
        if (type == IMAGE_DESC_RECORD_TYPE)
            return readFirstFrame(gif.get(), transparent, request);
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
