#include "core/image/codecs.h"
#include "core/image/orientation.h"

#include <algorithm>
#include <memory>
#include <webp/decode.h>
#include <webp/demux.h>

namespace biomedica::image {

namespace {

struct DemuxerCloser {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DemuxerCloser>;

struct FrameCloser {
    void operator()(WebPIterator* frame) const { WebPDemuxReleaseIterator(frame); }
};

struct ChunkCloser {
    void operator()(WebPChunkIterator* chunk) const { WebPDemuxReleaseChunkIterator(chunk); }
};

Result<Demuxer> openWebp(std::string_view bytes)
{
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    Demuxer demuxer(WebPDemux(&data));
    if (!demuxer)
        return Error(ErrorKind::Corrupt, "a broken WebP: its header is damaged or the file ends too early");
    return demuxer;
}

Size sizeOf(const Demuxer& demuxer)
{
    return {static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
            static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
}

int orientationIn(const Demuxer& demuxer)
{
    WebPChunkIterator chunk{};
    if (!WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk))
        return 1;
    const std::unique_ptr<WebPChunkIterator, ChunkCloser> owned(&chunk);
    return orientationOf({reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size});
}

/// What the decoder holds beside the picture: a lossless one whole, of a lossy one its alpha.
Result<std::int64_t> workingBytes(const WebPIterator& frame)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(frame.fragment.bytes, frame.fragment.size, &features) != VP8_STATUS_OK)
        return Error(ErrorKind::Corrupt, "a broken WebP: its picture has no header");
    constexpr int lossless = 2;
    const std::int64_t pixels = std::int64_t{features.width} * features.height;
    return features.format == lossless ? pixels * 4 : features.has_alpha ? pixels : 0;
}

/// The frame, reduced by libwebp itself, which averages too, into its place on the canvas.
bool decodeFrame(const WebPIterator& frame, int factor, Pixels& canvas)
{
    const int left = frame.x_offset / factor;
    const int top = frame.y_offset / factor;
    WebPDecoderConfig config;
    if (left >= canvas.width || top >= canvas.height || !WebPInitDecoderConfig(&config))
        return false;
    const int width = std::min(reduced(frame.width, factor), canvas.width - left);
    const int height = std::min(reduced(frame.height, factor), canvas.height - top);
    config.options.use_scaling = factor > 1;
    config.options.scaled_width = width;
    config.options.scaled_height = height;
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = canvas.row(top) + static_cast<std::size_t>(left) * 4;
    config.output.u.RGBA.stride = canvas.width * 4;
    config.output.u.RGBA.size = static_cast<std::size_t>(height - 1) * static_cast<std::size_t>(canvas.width) * 4
                                + static_cast<std::size_t>(width) * 4;
    return WebPDecode(frame.fragment.bytes, frame.fragment.size, &config) == VP8_STATUS_OK;
}

} // namespace

Result<Header> readWebpHeader(std::string_view bytes)
{
    TRY(const Demuxer demuxer, openWebp(bytes));
    return Header{sizeOf(demuxer), orientationIn(demuxer)};
}

Result<Pixels> decodeWebp(std::string_view bytes, const Request& request)
{
    TRY(const Demuxer demuxer, openWebp(bytes));
    const Size size = sizeOf(demuxer);
    WebPIterator frame{};
    if (!WebPDemuxGetFrame(demuxer.get(), 1, &frame))
        return Error(ErrorKind::Corrupt, "a broken WebP: it holds no picture");
    const std::unique_ptr<WebPIterator, FrameCloser> owned(&frame);
    TRY(const std::int64_t working, workingBytes(frame));
    if (working > request.limits.maximumBytes - request.pixelBytes)
        return tooLarge("a lossless WebP", size, working, request.limits);
    TRY(const int factor, factorFor(size, request, working));
    Pixels pixels(reduced(size.width, factor), reduced(size.height, factor));
    if (!decodeFrame(frame, factor, pixels))
        return Error(ErrorKind::Corrupt, "a broken WebP: its picture data is damaged");
    return pixels;
}

} // namespace biomedica::image
