#include "tests/support/image_files.h"

#include <QtGlobal>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
// jpeglib.h wants <cstdio> before it.
#include <jpeglib.h>
#include <webp/encode.h>
#include <zlib.h>

namespace biomedica::test {

namespace {

std::string bigEndian(std::uint32_t number)
{
    return {char(number >> 24), char(number >> 16), char(number >> 8), char(number)};
}

/// zlib, a piece at a time.
class Deflater {
public:
    Deflater() { deflateInit(&m_stream, Z_BEST_SPEED); }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void add(const std::string& bytes, int flush = Z_NO_FLUSH)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        std::array<char, 65536> buffer;
        do {
            m_stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
            m_stream.avail_out = buffer.size();
            deflate(&m_stream, flush);
            m_result.append(buffer.data(), buffer.size() - m_stream.avail_out);
        } while (m_stream.avail_out == 0);
    }

    std::string finish()
    {
        add({}, Z_FINISH);
        return std::move(m_result);
    }

private:
    z_stream m_stream{};
    std::string m_result;
};

std::string pngChunk(const std::string& name, const std::string& data)
{
    const std::string body = name + data;
    const uLong crc = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return bigEndian(static_cast<std::uint32_t>(data.size())) + body + bigEndian(static_cast<std::uint32_t>(crc));
}

std::size_t samplesOf(int colourType)
{
    constexpr std::size_t samples[] = {1, 0, 3, 1, 2, 0, 4};
    return samples[colourType];
}

/// The seven passes of Adam7: first column and row, steps.
std::string interlaced(const PngSpec& spec, const RowSource& rows)
{
    struct Pass {
        int x, y, stepX, stepY;
    };
    constexpr Pass passes[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                               {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
    const std::size_t pixel = samplesOf(spec.colourType) * static_cast<std::size_t>(spec.bits) / 8;
    Deflater deflater;
    for (const Pass& pass : passes)
        for (int y = pass.y; y < spec.height && pass.x < spec.width; y += pass.stepY) {
            const std::string row = rows(y);
            std::string part(1, '\0');
            for (int x = pass.x; x < spec.width; x += pass.stepX)
                part.append(row, static_cast<std::size_t>(x) * pixel, pixel);
            deflater.add(part);
        }
    return deflater.finish();
}

std::string tag(int number, int type, std::uint32_t count, std::uint32_t value)
{
    return u16(static_cast<std::uint32_t>(number)) + u16(static_cast<std::uint32_t>(type)) + u32(count) + u32(value);
}

std::string riffChunk(const std::string& name, const std::string& data)
{
    return name + u32(static_cast<std::uint32_t>(data.size())) + data + std::string(data.size() % 2, '\0');
}

std::string u24(int number)
{
    return u32(static_cast<std::uint32_t>(number)).substr(0, 3);
}

/// The chunk VP8L of a still picture.
std::string losslessChunk(const image::Pixels& pixels)
{
    WebPConfig config;
    WebPPicture picture;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    if (!WebPConfigInit(&config) || !WebPPictureInit(&picture))
        qFatal("libwebp does not start");
    config.lossless = 1;
    config.exact = 1; // colours below alpha 0, too
    picture.use_argb = 1;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    if (!WebPPictureImportRGBA(&picture, pixels.rgba.data(), pixels.width * 4) || !WebPEncode(&config, &picture))
        qFatal("cannot write a WebP");
    const std::string file(reinterpret_cast<const char*>(writer.mem), writer.size);
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
    return file.substr(12); // without RIFF, size, WEBP
}

std::string webpFile(const std::string& chunks)
{
    return riffChunk("RIFF", "WEBP" + chunks);
}

} // namespace

std::string u16(std::uint32_t number)
{
    return {char(number), char(number >> 8)};
}

std::string u32(std::uint32_t number)
{
    return u16(number) + u16(number >> 16);
}

RowSource rowsOf(const image::Pixels& pixels)
{
    return [pixels](int y) {
        return std::string(reinterpret_cast<const char*>(pixels.row(y)), static_cast<std::size_t>(pixels.width) * 4);
    };
}

std::string exif(int orientation, bool isBigEndian)
{
    if (isBigEndian)
        return std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + char(orientation)
               + std::string(6, '\0');
    return "II*" + std::string(1, '\0') + u32(8) + u16(1) + tag(0x0112, 3, 1, static_cast<std::uint32_t>(orientation))
           + u32(0);
}

std::string png(const PngSpec& spec, const RowSource& rows)
{
    std::string file = "\x89PNG\r\n\x1a\n";
    file += pngChunk("IHDR", bigEndian(static_cast<std::uint32_t>(spec.width))
                                 + bigEndian(static_cast<std::uint32_t>(spec.height)) + char(spec.bits)
                                 + char(spec.colourType) + '\0' + '\0' + char(spec.isInterlaced));
    for (const auto& [name, data] : spec.chunks)
        file += pngChunk(name, data);
    if (spec.isInterlaced) {
        file += pngChunk("IDAT", interlaced(spec, rows));
    } else {
        Deflater deflater;
        for (int y = 0; y < spec.height; ++y)
            deflater.add('\0' + rows(y));
        file += pngChunk("IDAT", deflater.finish());
    }
    return file + pngChunk("IEND", "");
}

std::string jpeg(const JpegSpec& spec, const RowSource& rows)
{
    struct Colours {
        int samples;
        J_COLOR_SPACE given, stored;
    };
    constexpr Colours table[] = {{1, JCS_GRAYSCALE, JCS_GRAYSCALE},
                                 {3, JCS_RGB, JCS_RGB},
                                 {3, JCS_RGB, JCS_YCbCr},
                                 {4, JCS_CMYK, JCS_CMYK},
                                 {4, JCS_CMYK, JCS_YCCK}};
    const Colours& colours = table[static_cast<std::size_t>(spec.colours)];
    jpeg_compress_struct info{};
    jpeg_error_mgr errors; // ends the program, as it may in a test
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = static_cast<unsigned>(spec.width);
    info.image_height = static_cast<unsigned>(spec.height);
    info.input_components = colours.samples;
    info.in_color_space = colours.given;
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, colours.stored);
    jpeg_set_quality(&info, 100, TRUE);
    for (int i = 0; i < info.num_components; ++i)
        info.comp_info[i].h_samp_factor = info.comp_info[i].v_samp_factor = 1;
    info.write_Adobe_marker = spec.hasAdobeMarker;
    if (spec.isProgressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    if (!spec.exif.empty()) {
        const std::string block = std::string("Exif\0\0", 6) + spec.exif;
        jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(block.data()),
                          static_cast<unsigned>(block.size()));
    }
    for (int y = 0; y < spec.height; ++y) {
        std::string row = rows(y);
        auto* line = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string file(reinterpret_cast<const char*>(buffer), size);
    std::free(buffer);
    return file;
}

std::string tiff(const TiffSpec& spec, const RowSource& rows)
{
    constexpr std::size_t headerSize = 8;
    std::string data;
    std::string offsets;
    std::string counts;
    for (int y = 0; y < spec.height; y += spec.rowsPerStrip) {
        std::string strip;
        Deflater deflater;
        for (int row = y; row < std::min(spec.height, y + spec.rowsPerStrip); ++row) {
            if (spec.isDeflated)
                deflater.add(rows(row));
            else
                strip += rows(row);
        }
        if (spec.isDeflated)
            strip = deflater.finish();
        offsets += u32(static_cast<std::uint32_t>(headerSize + data.size()));
        counts += u32(static_cast<std::uint32_t>(strip.size()));
        data += strip;
    }
    const auto place = [&](const std::string& bytes) {
        data += std::string(data.size() % 2, '\0');
        const auto offset = static_cast<std::uint32_t>(headerSize + data.size());
        data += bytes;
        return offset;
    };
    const auto strips = static_cast<std::uint32_t>(offsets.size() / 4);
    const auto listed = [&](const std::string& numbers) {
        return strips == 1
                   ? static_cast<std::uint32_t>(std::uint8_t(numbers[0]) | std::uint8_t(numbers[1]) << 8
                                                | std::uint8_t(numbers[2]) << 16 | std::uint8_t(numbers[3]) << 24)
                   : place(numbers);
    };
    std::string bits;
    for (int i = 0; i < spec.samples; ++i)
        bits += u16(static_cast<std::uint32_t>(spec.bits));
    const auto n = [](int number) { return static_cast<std::uint32_t>(number); };
    std::vector<std::string> tags = {
        tag(256, 4, 1, n(spec.width)),
        tag(257, 4, 1, n(spec.height)),
        tag(258, 3, n(spec.samples), spec.samples > 2 ? place(bits) : n(spec.bits) * (spec.samples == 2 ? 0x10001 : 1)),
        tag(259, 3, 1, spec.isDeflated ? 8 : 1),
        tag(262, 3, 1, n(spec.photometric)),
        tag(273, 4, strips, listed(offsets)),
        tag(274, 3, 1, n(spec.orientation)),
        tag(277, 3, 1, n(spec.samples)),
        tag(278, 4, 1, n(spec.rowsPerStrip)),
        tag(279, 4, strips, listed(counts)),
    };
    if (!spec.palette.empty())
        tags.push_back(tag(320, 3, n(static_cast<int>(spec.palette.size() / 2)), place(spec.palette)));
    if (spec.extraSample >= 0)
        tags.push_back(tag(338, 3, 1, n(spec.extraSample)));
    std::string directory = u16(n(static_cast<int>(tags.size())));
    for (const std::string& entry : tags)
        directory += entry;
    const std::uint32_t where = place(directory + u32(0));
    return "II*" + std::string(1, '\0') + u32(where) + data;
}

std::string bmp(int width, int height, int bits, const std::string& palette, const std::string& data, int compression)
{
    const auto offset = static_cast<std::uint32_t>(54 + palette.size());
    return "BM" + u32(0) + u32(0) + u32(offset) + u32(40) + u32(static_cast<std::uint32_t>(width))
           + u32(static_cast<std::uint32_t>(height)) + u16(1) + u16(static_cast<std::uint32_t>(bits))
           + u32(static_cast<std::uint32_t>(compression)) + u32(0) + u32(0) + u32(0)
           + u32(static_cast<std::uint32_t>(palette.size() / 4)) + u32(0) + palette + data;
}

std::string gif(int width, int height, const std::string& palette, const std::vector<GifFrame>& frames)
{
    const auto n = [](int number) { return static_cast<std::uint32_t>(number); };
    std::string file = "GIF89a" + u16(n(width)) + u16(n(height)) + '\x93' + '\0' + '\0' + palette;
    for (const GifFrame& frame : frames) {
        file += std::string("\x21\xf9\x04", 3) + char(frame.transparent >= 0) + u16(0)
                + char(std::max(frame.transparent, 0)) + '\0';
        file += ',' + u16(n(frame.left)) + u16(n(frame.top)) + u16(n(frame.width)) + u16(n(frame.height))
                + (frame.isInterlaced ? '\x40' : '\0');
        // Codes of 8 bits that stay so: a table that is cleared before it grows is no compression at all.
        constexpr int clear = 128, end = 129, between = 100;
        std::string codes;
        for (std::size_t i = 0; i < frame.indices.size(); ++i) {
            if (i % between == 0)
                codes += char(clear);
            codes += frame.indices[i];
        }
        codes += char(end);
        file += '\x07';
        for (std::size_t at = 0; at < codes.size(); at += 255) {
            const std::string block = codes.substr(at, 255);
            file += char(block.size()) + block;
        }
        file += '\0';
    }
    return file + ';';
}

std::string webp(const image::Pixels& pixels, const std::string& exif)
{
    if (exif.empty())
        return webpFile(losslessChunk(pixels));
    constexpr char hasExif = 0x08, hasAlpha = 0x10;
    const std::string header = std::string{char(hasExif | hasAlpha), 0, 0, 0};
    return webpFile(riffChunk("VP8X", header + u24(pixels.width - 1) + u24(pixels.height - 1)) + losslessChunk(pixels)
                    + riffChunk("EXIF", exif));
}

std::string animatedWebp(int width, int height, const std::vector<WebpFrame>& frames)
{
    constexpr char isAnimated = 0x02, hasAlpha = 0x10;
    const std::string header = std::string{char(isAnimated | hasAlpha), 0, 0, 0};
    std::string chunks = riffChunk("VP8X", header + u24(width - 1) + u24(height - 1));
    chunks += riffChunk("ANIM", u32(0) + u16(0));
    for (const WebpFrame& frame : frames)
        chunks += riffChunk("ANMF", u24(frame.left / 2) + u24(frame.top / 2) + u24(frame.pixels.width - 1)
                                        + u24(frame.pixels.height - 1) + u24(100) + std::string(1, '\0')
                                        + losslessChunk(frame.pixels));
    return webpFile(chunks);
}

} // namespace biomedica::test
