// Frames of RFC 8878, one after the other.

#include "core/compression/decoder.h"

#include <zstd.h>
#include <zstd_errors.h>

namespace biomedica::compression {

namespace {

/// A decoder's memory is the frame's window: 8 MB for "zstd -19", 128 MB for "zstd --long=27".
constexpr int maximumWindowLog = 27;

bool isError(std::size_t status, ZSTD_ErrorCode code)
{
    return std::string_view(ZSTD_getErrorName(status)) == ZSTD_getErrorString(code);
}

class ZstdDecoder final : public Decoder {
public:
    explicit ZstdDecoder(const File& file) : m_input(file), m_context(ZSTD_createDCtx(), ZSTD_freeDCtx)
    {
        ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, maximumWindowLog);
    }

    Result<void> start(const Checkpoint& from, std::string_view) override
    {
        if (!m_context)
            return Error(ErrorKind::Io, "there is no memory left to read '" + m_input.file().path().string() + "'");
        ZSTD_DCtx_reset(m_context.get(), ZSTD_reset_session_only);
        m_input.seek(from.stored);
        m_isBetween = true;
        m_failure = 0;
        return {};
    }

    Result<std::size_t> decode(std::span<char> out) override
    {
        if (m_failure != 0)
            return problem();
        ZSTD_outBuffer output{out.data(), out.size(), 0};
        while (output.pos < out.size()) {
            TRY(const bool isThere, m_input.fill());
            if (!isThere && output.pos == 0 && m_isBetween)
                return std::size_t{0};
            const std::string_view available = m_input.available();
            ZSTD_inBuffer input{available.data(), available.size(), 0};
            const std::size_t before = output.pos;
            const std::size_t status = ZSTD_decompressStream(m_context.get(), &output, &input);
            m_input.take(input.pos);
            if (ZSTD_isError(status)) {
                m_failure = status;
                if (output.pos == 0)
                    return problem();
                break; // what came before is good
            }
            const bool isStuck = !isThere && output.pos == before;
            m_isBetween = status == 0;
            if (isStuck && output.pos == 0 && !m_isBetween)
                return damaged(m_input.file(), m_input.position(), "the compressed data ends too early");
            if (isStuck || (m_isBetween && output.pos > 0))
                break;
        }
        return output.pos;
    }

    bool isAtPlace() const override { return m_isBetween; }
    Checkpoint place(std::string& window) const override
    {
        window.clear();
        return {0, m_input.position(), false, 0};
    }
    std::uint64_t stored() const override { return m_input.position(); }

private:
    /// 0 where other bytes follow the last frame; else what is wrong.
    Result<std::size_t> problem()
    {
        const File& file = m_input.file();
        const std::uint64_t position = m_input.position();
        if (m_isBetween && position > 0 && isError(m_failure, ZSTD_error_prefix_unknown)) {
            remark(trailingBytes(file, position));
            m_input.seek(file.stamp().value_or(FileStamp{}).size);
            m_failure = 0;
            return std::size_t{0};
        }
        if (isError(m_failure, ZSTD_error_frameParameter_windowTooLarge))
            return Error(ErrorKind::Unsupported, "'" + file.path().string()
                                                     + "' needs more than 128 MB of memory to decompress: compress it "
                                                       "again without --ultra and --long");
        return damaged(file, position, ZSTD_getErrorName(m_failure));
    }

    Input m_input;
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> m_context;
    bool m_isBetween = true;   ///< two frames
    std::size_t m_failure = 0; ///< of the library
};

} // namespace

std::unique_ptr<Decoder> makeZstdDecoder(const File& file)
{
    return std::make_unique<ZstdDecoder>(file);
}

} // namespace biomedica::compression
