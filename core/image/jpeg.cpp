// JPEG by libjpeg-turbo, line by line: its wrapper (turbojpeg) would hold the whole picture.
//
// libjpeg leaves its errors by longjmp. The functions of Decompressor that set the jump hold nothing
// that needs a destructor.

#include "core/image/codecs.h"
#include "core/image/encode.h"
#include "core/image/orientation.h"
#include "core/image/reducer.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
// jpeglib.h wants <cstdio> before it.
#include <jerror.h>
#include <jpeglib.h>

namespace biomedica::image {

namespace {

/// Real files have some ten; each one walks over the whole picture.
constexpr int maximumScans = 100;
constexpr int exifMarker = JPEG_APP0 + 1;

struct Trap : jpeg_error_mgr {
    std::jmp_buf jump;
    char message[JMSG_LENGTH_MAX] = "";
    char damage[JMSG_LENGTH_MAX] = "";
    bool isUnsupported = false;
    bool isCancelled = false;
};

Trap& trapOf(j_common_ptr info)
{
    return *static_cast<Trap*>(info->err);
}

[[noreturn]] void leave(j_common_ptr info)
{
    Trap& trap = trapOf(info);
    trap.format_message(info, trap.message);
    trap.isUnsupported = trap.msg_code == JERR_SOF_UNSUPPORTED || trap.msg_code == JERR_BAD_PRECISION
                         || trap.msg_code == JERR_CONVERSION_NOTIMPL;
    std::longjmp(trap.jump, 1);
}

// Many warnings are harmless (bytes between markers); these tell that a part of the picture is missing.
void keepWarning(j_common_ptr info, int level)
{
    Trap& trap = trapOf(info);
    const bool isDamage =
        trap.msg_code == JWRN_HIT_MARKER || trap.msg_code == JWRN_JPEG_EOF || trap.msg_code == JWRN_HUFF_BAD_CODE;
    if (level < 0 && isDamage && trap.damage[0] == '\0')
        trap.format_message(info, trap.damage);
}

struct Watch : jpeg_progress_mgr {
    const std::stop_token* stop = nullptr;
};

void watchProgress(j_common_ptr info)
{
    const auto& watch = *static_cast<Watch*>(info->progress);
    Trap& trap = trapOf(info);
    trap.isCancelled = watch.stop->stop_requested();
    if (trap.isCancelled)
        std::longjmp(trap.jump, 1);
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maximumScans) {
        std::snprintf(trap.message, sizeof trap.message, "more than %d scans", maximumScans);
        std::longjmp(trap.jump, 1);
    }
}

class Decompressor {
public:
    Decompressor(std::string_view bytes, const DecodeLimits& limits) : m_bytes(bytes), m_limits(limits)
    {
        m_info.err = jpeg_std_error(&m_trap);
        m_trap.error_exit = leave;
        m_trap.emit_message = keepWarning;
        m_trap.output_message = [](j_common_ptr) {};
        m_watch.progress_monitor = watchProgress;
        m_watch.stop = &m_limits.stop;
    }
    ~Decompressor() { jpeg_destroy_decompress(&m_info); }
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    [[nodiscard]] bool readHeader()
    {
        if (setjmp(m_trap.jump) != 0)
            return false;
        jpeg_create_decompress(&m_info);
        m_info.progress = &m_watch;
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char*>(m_bytes.data()), m_bytes.size());
        jpeg_save_markers(&m_info, exifMarker, 0xffff);
        jpeg_read_header(&m_info, TRUE);
        return true;
    }

    /// At `eighths`/8 of the size.
    [[nodiscard]] bool start(int eighths, std::int64_t workingBytes)
    {
        if (setjmp(m_trap.jump) != 0)
            return false;
        m_info.mem->max_memory_to_use = workingBytes;
        m_info.scale_num = static_cast<unsigned>(eighths);
        m_info.scale_denom = 8;
        m_info.out_color_space = isCmyk() ? JCS_CMYK : JCS_EXT_RGBA;
        m_info.dct_method = JDCT_ISLOW;
        jpeg_start_decompress(&m_info);
        return true;
    }

    [[nodiscard]] bool readRow(std::uint8_t* rgba)
    {
        if (setjmp(m_trap.jump) != 0)
            return false;
        jpeg_read_scanlines(&m_info, &rgba, 1);
        return true;
    }

    const jpeg_decompress_struct& info() const { return m_info; }

    bool isCmyk() const { return m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK; }

    int orientation() const
    {
        for (const jpeg_marker_struct* marker = m_info.marker_list; marker; marker = marker->next) {
            const std::string_view text(reinterpret_cast<const char*>(marker->data), marker->data_length);
            if (text.starts_with("Exif"))
                return orientationOf(text);
        }
        return 1;
    }

    /// What the decoder holds of the whole picture: a file of several scans is complete only at its end.
    std::int64_t coefficientBytes()
    {
        if (!jpeg_has_multiple_scans(&m_info))
            return 0;
        std::int64_t blocks = 0;
        for (int i = 0; i < m_info.num_components; ++i)
            blocks += std::int64_t{m_info.comp_info[i].width_in_blocks} * m_info.comp_info[i].height_in_blocks;
        return blocks * static_cast<std::int64_t>(sizeof(JBLOCK));
    }

    Error failure() const
    {
        if (m_trap.isCancelled)
            return cancelled();
        if (m_trap.isUnsupported)
            return Error(ErrorKind::Unsupported, std::string("a JPEG of an uncommon kind: ") + m_trap.message);
        return Error(ErrorKind::Corrupt, std::string("a broken JPEG: ") + m_trap.message);
    }

    /// "" where all of the picture came.
    std::string damage(bool isComplete) const
    {
        const char* why = m_trap.damage[0] ? m_trap.damage : m_trap.message;
        return isComplete && !m_trap.damage[0] ? "" : std::string("a damaged JPEG: ") + why;
    }

private:
    std::string_view m_bytes;
    DecodeLimits m_limits;
    jpeg_decompress_struct m_info{};
    Trap m_trap;
    Watch m_watch{};
};

int scaled(unsigned side, int eighths)
{
    return static_cast<int>((std::int64_t{side} * eighths + 7) / 8);
}

Size scaled(const jpeg_decompress_struct& info, int eighths)
{
    return {scaled(info.image_width, eighths), scaled(info.image_height, eighths)};
}

/// The smallest of libjpeg's scales that keeps both sides at least as large as wanted, or a smaller one for
/// memory's sake.
int eighthsFor(const jpeg_decompress_struct& info, const Request& request, std::int64_t room)
{
    const Size wanted = request.wanted;
    if (wanted.width < 1 || wanted.height < 1)
        return 8;
    int eighths = 8;
    const auto fits = [&](int number) {
        const Size size = scaled(info, number);
        return size.width >= wanted.width && size.height >= wanted.height;
    };
    const auto bytes = [&](int number) {
        const Size size = scaled(info, number);
        return std::int64_t{size.width} * size.height * request.pixelBytes;
    };
    while (eighths > 1 && (fits(eighths - 1) || bytes(eighths) > room))
        --eighths;
    return eighths;
}

/// Inks to light. Adobe's programs, from which nearly all of these files come, store inks inverted:
/// 255 = none. Files without Adobe's marker do not.
void cmykToRgb(std::uint8_t* pixels, int count, bool isInverted)
{
    for (std::uint8_t* pixel = pixels; pixel < pixels + std::size_t(count) * 4; pixel += 4) {
        const unsigned flip = isInverted ? 0 : 255;
        const unsigned light = pixel[3] ^ flip;
        for (std::size_t c = 0; c < 3; ++c)
            pixel[c] = static_cast<std::uint8_t>(((pixel[c] ^ flip) * light + 127) / 255);
        pixel[3] = 255;
    }
}

/// Rows that came.
int readRows(Decompressor& decompressor, Reducer& reducer, const std::stop_token& stop)
{
    const jpeg_decompress_struct& info = decompressor.info();
    const auto width = static_cast<int>(info.output_width);
    const auto height = static_cast<int>(info.output_height);
    int y = 0;
    while (y < height && !stop.stop_requested()) {
        std::uint8_t* row = reducer.buffer(y);
        if (!decompressor.readRow(row))
            break;
        if (decompressor.isCmyk())
            cmykToRgb(row, width, info.saw_Adobe_marker);
        reducer.add(y++, row, width);
    }
    return y;
}

// Left by longjmp, too.
bool compress(jpeg_compress_struct& info, Trap& trap, const Pixels& pixels, int quality, Chroma chroma,
              unsigned char** buffer, unsigned long* size)
{
    if (setjmp(trap.jump) != 0)
        return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, buffer, size);
    info.image_width = static_cast<unsigned>(pixels.width);
    info.image_height = static_cast<unsigned>(pixels.height);
    info.input_components = 4;
    info.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    if (chroma == Chroma::Full)
        info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    info.dct_method = JDCT_ISLOW;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = const_cast<JSAMPROW>(pixels.row(static_cast<int>(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

} // namespace

Result<Header> readJpegHeader(std::string_view bytes)
{
    Decompressor decompressor(bytes, {});
    if (!decompressor.readHeader())
        return decompressor.failure();
    return Header{scaled(decompressor.info(), 8), decompressor.orientation()};
}

Result<Pixels> decodeJpeg(std::string_view bytes, const Request& request)
{
    const DecodeLimits& limits = request.limits;
    Decompressor decompressor(bytes, limits);
    if (!decompressor.readHeader())
        return decompressor.failure();
    const Size size = scaled(decompressor.info(), 8);
    const std::int64_t working = decompressor.coefficientBytes();
    const std::int64_t room = limits.maximumBytes - working;
    if (room < request.pixelBytes)
        return tooLarge("a JPEG in several scans", size, working, limits);
    const int eighths = eighthsFor(decompressor.info(), request, room);
    TRY(const int factor, factorFor(scaled(decompressor.info(), eighths), request, working));
    if (!decompressor.start(eighths, limits.maximumBytes))
        return decompressor.failure();
    const Size output{static_cast<int>(decompressor.info().output_width),
                      static_cast<int>(decompressor.info().output_height)};
    Reducer reducer(output, factor, true);
    const int rows = readRows(decompressor, reducer, limits.stop);
    if (limits.stop.stop_requested())
        return cancelled();
    if (rows == 0)
        return decompressor.failure();
    Pixels pixels = reducer.take();
    pixels.damage = decompressor.damage(rows == output.height);
    return pixels;
}

Result<std::string> encodeJpeg(const Pixels& pixels, int quality, Chroma chroma)
{
    jpeg_compress_struct info{};
    Trap trap;
    info.err = jpeg_std_error(&trap);
    trap.error_exit = leave;
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const bool isWritten = compress(info, trap, pixels, std::clamp(quality, 1, 100), chroma, &buffer, &size);
    jpeg_destroy_compress(&info);
    const std::unique_ptr<unsigned char, decltype(&std::free)> owned(buffer, std::free);
    if (!isWritten)
        return Error(ErrorKind::Invalid, std::string("cannot write a JPEG: ") + trap.message);
    return std::string(reinterpret_cast<const char*>(buffer), size);
}

} // namespace biomedica::image
