#include "core/compression/zstdwriter.h"

#include "core/compression/zstdframes.h"

#include <zstd.h>

namespace biomedica::compression {

namespace {

/// Measured on shards of BIOMEDICA's shape: frames of 1 MB cost 1 % of size against 4 MB and make a random read four
/// times quicker (0.55 against 2.1 ms).
constexpr std::size_t frameSize = 1 << 20, largestFrame = 16 << 20;

/// Pictures do not shrink; the text beside them does at any level.
constexpr int level = 3;

void put(std::string& bytes, std::uint32_t number)
{
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>(number >> (8 * i));
}

} // namespace

struct ZstdWriter::Context {
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> library{ZSTD_createCCtx(), ZSTD_freeCCtx};
    std::string buffer;
};

ZstdWriter::ZstdWriter(Sink sink) : m_sink(std::move(sink)), m_context(std::make_unique<Context>())
{
    ZSTD_CCtx_setParameter(m_context->library.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_context->library.get(), ZSTD_c_checksumFlag, 1);
}

ZstdWriter::~ZstdWriter() = default;
ZstdWriter::ZstdWriter(ZstdWriter&&) noexcept = default;
ZstdWriter& ZstdWriter::operator=(ZstdWriter&&) noexcept = default;

Result<void> ZstdWriter::write(std::string_view content)
{
    while (!content.empty()) {
        const std::size_t count = std::min(content.size(), largestFrame - m_pending.size());
        m_pending += content.substr(0, count);
        content.remove_prefix(count);
        if (m_pending.size() == largestFrame)
            TRY_VOID(cut());
    }
    return {};
}

Result<void> ZstdWriter::mayCut()
{
    return m_pending.size() >= frameSize ? cut() : Result<void>();
}

Result<void> ZstdWriter::cut()
{
    if (m_pending.empty())
        return {};
    std::string& buffer = m_context->buffer;
    buffer.resize(ZSTD_compressBound(m_pending.size()));
    const std::size_t size =
        ZSTD_compress2(m_context->library.get(), buffer.data(), buffer.size(), m_pending.data(), m_pending.size());
    if (ZSTD_isError(size))
        return Error(ErrorKind::Io, std::string("cannot compress: ") + ZSTD_getErrorName(size));
    m_frames.push_back({static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(m_pending.size())});
    m_pending.clear();
    return m_sink(std::string_view(buffer).substr(0, size));
}

Result<void> ZstdWriter::finish()
{
    TRY_VOID(cut());
    std::string entries;
    for (const Frame& frame : m_frames) {
        put(entries, frame.stored);
        put(entries, frame.content);
    }
    put(entries, static_cast<std::uint32_t>(m_frames.size()));
    entries += '\0'; // no checksums: each frame has its own
    put(entries, zstdSeekTableEndMagic);
    std::string table;
    put(table, zstdSeekTableMagic);
    put(table, static_cast<std::uint32_t>(entries.size()));
    return m_sink(table + entries);
}

} // namespace biomedica::compression
