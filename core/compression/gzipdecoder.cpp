// Members of RFC 1952, decoded as raw deflate (RFC 1951), so that decoding can begin inside one. The idea of
// remembering bit position and window is Mark Adler's (zlib, examples/zran.c).

#include "core/compression/decoder.h"

#include <zlib.h>

#include <algorithm>

namespace biomedica::compression {

namespace {

constexpr std::size_t windowSize = 32768;

enum HeaderFlag : unsigned { HasChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16 };

class GzipDecoder final : public Decoder {
public:
    explicit GzipDecoder(const File& file) : m_input(file)
    {
        // Fails only without memory, and then inflate() says so.
        m_isReady = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK;
    }
    ~GzipDecoder() override { inflateEnd(&m_stream); }
    GzipDecoder(const GzipDecoder&) = delete;
    GzipDecoder& operator=(const GzipDecoder&) = delete;

    Result<void> start(const Checkpoint& from, std::string_view window) override
    {
        m_isInside = from.isInside;
        m_isAtPlace = !from.isInside;
        m_isWhole = false;
        m_input.seek(from.stored);
        if (!m_isReady || inflateReset2(&m_stream, -MAX_WBITS) != Z_OK)
            return Error(ErrorKind::Io, "there is no memory left to read '" + m_input.file().path().string() + "'");
        if (!from.isInside)
            return {};
        if (from.bits > 0) {
            TRY(const std::string byte, m_input.file().readExactly(from.stored - 1, 1));
            inflatePrime(&m_stream, from.bits, static_cast<unsigned char>(byte[0]) >> (8 - from.bits));
        }
        inflateSetDictionary(&m_stream, reinterpret_cast<const Bytef*>(window.data()),
                             static_cast<uInt>(window.size()));
        return {};
    }

    Result<std::size_t> decode(std::span<char> out) override
    {
        for (;;) {
            if (!m_isInside) {
                TRY(const bool isThere, beginMember());
                if (!isThere)
                    return std::size_t{0};
            }
            TRY(const std::size_t count, inflateSome(out));
            if (count > 0)
                return count;
        }
    }

    bool isAtPlace() const override { return m_isAtPlace; }

    Checkpoint place(std::string& window) const override
    {
        window.clear();
        if (!m_isInside)
            return {0, m_input.position(), false, 0};
        window.resize(windowSize);
        uInt size = 0;
        inflateGetDictionary(const_cast<z_streamp>(&m_stream), reinterpret_cast<Bytef*>(window.data()), &size);
        window.resize(size);
        return {0, m_input.position(), true, static_cast<std::uint8_t>(m_stream.data_type & 7)};
    }

    std::uint64_t stored() const override { return m_input.position(); }

private:
    Error damage(const std::string& what) const { return damaged(m_input.file(), m_input.position(), what); }

    Result<unsigned> nextByte()
    {
        TRY(const bool isThere, m_input.fill());
        if (!isThere)
            return damage("the compressed data ends too early");
        const auto byte = static_cast<unsigned char>(m_input.available().front());
        m_input.take(1);
        return unsigned{byte};
    }

    Result<std::uint32_t> nextNumber(int bytes)
    {
        std::uint32_t number = 0;
        for (int i = 0; i < bytes; ++i) {
            TRY(const unsigned byte, nextByte());
            number |= byte << (8 * i);
        }
        return number;
    }

    Result<void> skipText()
    {
        for (;;) {
            TRY(const unsigned byte, nextByte());
            if (byte == 0)
                return {};
        }
    }

    /// False at the end of the file, or where something else than a member follows one.
    Result<bool> beginMember()
    {
        const std::uint64_t begin = m_input.position();
        TRY(const bool isThere, m_input.fill());
        if (!isThere)
            return false;
        const auto first = nextByte();
        const auto second = first && *first == 0x1f ? nextByte() : first;
        if (!second || *first != 0x1f || *second != 0x8b) {
            m_input.seek(begin);
            if (begin == 0)
                return damage("it is no gzip file");
            remark(trailingBytes(m_input.file(), begin));
            m_input.seek(m_input.file().stamp().value_or(FileStamp{}).size);
            return false;
        }
        TRY(const unsigned method, nextByte());
        TRY(const unsigned flags, nextByte());
        if (method != Z_DEFLATED || flags > 31)
            return damage("a gzip header that this version does not know");
        TRY_VOID(nextNumber(4)); // time
        TRY_VOID(nextNumber(2)); // how hard it tried, on which system
        if (flags & HasExtra) {
            TRY(const std::uint32_t length, nextNumber(2));
            for (std::uint32_t i = 0; i < length; ++i)
                TRY_VOID(nextByte());
        }
        for (const unsigned text : {HasName, HasComment})
            if (flags & text)
                TRY_VOID(skipText());
        if (flags & HasChecksum)
            TRY_VOID(nextNumber(2));
        inflateReset(&m_stream);
        m_isInside = m_isWhole = true;
        m_isAtPlace = false;
        m_checksum = crc32(0, nullptr, 0);
        m_size = 0;
        return true;
    }

    Result<std::size_t> inflateSome(std::span<char> out)
    {
        m_isAtPlace = false;
        std::size_t written = 0;
        while (written < out.size()) {
            TRY(const bool isThere, m_input.fill());
            if (!isThere && written == 0)
                return damage("the compressed data ends too early");
            if (!isThere)
                break; // the next call says so
            const std::string_view in = m_input.available();
            m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
            m_stream.avail_in = static_cast<uInt>(in.size());
            m_stream.next_out = reinterpret_cast<Bytef*>(out.data() + written);
            m_stream.avail_out = static_cast<uInt>(out.size() - written);
            const int status = inflate(&m_stream, Z_BLOCK);
            m_input.take(in.size() - m_stream.avail_in);
            const std::size_t now = out.size() - m_stream.avail_out;
            note(out.subspan(written, now - written));
            written = now;
            if (status == Z_STREAM_END) {
                TRY_VOID(endMember());
                break;
            }
            if (status != Z_OK && status != Z_BUF_ERROR) {
                if (written > 0)
                    break; // inflate() says it again
                return damage(m_stream.msg ? m_stream.msg : "the compressed data makes no sense");
            }
            const bool isAfterBlock = (m_stream.data_type & 128) && !(m_stream.data_type & 64);
            if (isAfterBlock) {
                m_isAtPlace = true;
                if (written > 0)
                    break;
                m_isAtPlace = false;
            }
        }
        return written;
    }

    void note(std::span<const char> content)
    {
        if (!m_isWhole)
            return;
        m_checksum =
            crc32(m_checksum, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
        m_size += static_cast<std::uint32_t>(content.size());
    }

    Result<void> endMember()
    {
        m_isInside = false;
        const auto checksum = nextNumber(4);
        const auto size = checksum ? nextNumber(4) : checksum;
        m_isAtPlace = size.has_value();
        const std::string place =
            "in '" + m_input.file().path().string() + "' the checksum at byte " + std::to_string(m_input.position());
        if (!size && size.error().kind() != ErrorKind::Corrupt)
            return size.error();
        if (!size)
            remark(place + " is cut off: figures before it may be damaged");
        else if (m_isWhole && (*checksum != m_checksum || *size != m_size))
            remark(place + " does not fit: figures before it may be damaged");
        return {};
    }

    Input m_input;
    z_stream m_stream{};
    bool m_isReady = false;
    bool m_isInside = false; ///< a member
    bool m_isAtPlace = false;
    bool m_isWhole = false; ///< decoded from the member's beginning, so that its checksum can be compared
    uLong m_checksum = 0;
    std::uint32_t m_size = 0; ///< modulo 2^32, as the trailer has it
};

} // namespace

std::unique_ptr<Decoder> makeGzipDecoder(const File& file)
{
    return std::make_unique<GzipDecoder>(file);
}

} // namespace biomedica::compression
