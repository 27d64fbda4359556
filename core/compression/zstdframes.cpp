#include "core/compression/zstdframes.h"

#include "core/compression/decoder.h"

#include <algorithm>

namespace biomedica::compression {

namespace {

constexpr std::uint32_t frameMagic = 0xFD2FB528;
constexpr std::uint32_t skippableMagic = 0x184D2A50; ///< to …5F

constexpr std::size_t tableFooterSize = 9;
constexpr std::uint64_t tableHeaderSize = 8;

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// nullopt where there is no table, or one that does not fit the file: then the headers tell.
Result<std::optional<ZstdFrames>> readTable(const File& file, std::uint64_t fileSize)
{
    const std::optional<ZstdFrames> none;
    if (fileSize < tableHeaderSize + tableFooterSize)
        return none;
    TRY(const std::string footer, file.readExactly(fileSize - tableFooterSize, tableFooterSize));
    const std::string_view bytes = footer;
    if (littleEndian(bytes.substr(5)) != zstdSeekTableEndMagic)
        return none;
    const std::uint64_t count = littleEndian(bytes.substr(0, 4));
    const bool hasChecksums = static_cast<unsigned char>(bytes[4]) & 0x80u;
    const std::uint64_t entrySize = hasChecksums ? 12 : 8;
    const std::uint64_t tableSize = count * entrySize + tableFooterSize;
    if (tableSize + tableHeaderSize > fileSize)
        return none;
    const std::uint64_t begin = fileSize - tableSize - tableHeaderSize;
    TRY(const std::string table, file.readExactly(begin, static_cast<std::size_t>(tableHeaderSize + tableSize)));
    const std::string_view whole = table;
    if (littleEndian(whole.substr(0, 4)) != zstdSeekTableMagic || littleEndian(whole.substr(4, 4)) != tableSize)
        return none;
    ZstdFrames found;
    found.isFromTable = true;
    std::uint64_t stored = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string_view entry = whole.substr(static_cast<std::size_t>(tableHeaderSize + i * entrySize));
        const std::uint64_t content = littleEndian(entry.substr(4, 4));
        if (content > 0)
            found.frames.push_back({stored, content});
        stored += littleEndian(entry.substr(0, 4));
    }
    if (stored != begin)
        return none;
    found.end = fileSize;
    return std::optional(std::move(found));
}

/// Walks frame and block headers.
class Walker {
public:
    Walker(const File& file, std::uint64_t fileSize) : m_input(file), m_fileSize(fileSize) {}

    Result<ZstdFrames> run(const Job& job)
    {
        ZstdFrames found;
        for (;;) {
            TRY_VOID(job.check());
            found.end = m_position;
            TRY(const auto magic, number(4));
            if (!magic)
                return found;
            const bool isSkippable = (*magic & ~std::uint64_t{0xf}) == skippableMagic;
            if (!isSkippable && *magic != frameMagic)
                return found;
            ZstdFrame frame{found.end, std::nullopt};
            TRY(const bool isWhole, isSkippable ? skipFrame() : walkFrame(frame, job));
            if (!isSkippable && frame.content != 0)
                found.frames.push_back(frame);
            if (!isWhole)
                return found;
        }
    }

private:
    /// nullopt at the end of the file.
    Result<std::optional<std::uint64_t>> number(std::size_t size)
    {
        std::uint64_t value = 0;
        m_input.seek(m_position);
        for (std::size_t i = 0; i < size; ++i) {
            TRY(const bool isThere, m_input.fill());
            if (!isThere)
                return std::optional<std::uint64_t>();
            value |= std::uint64_t{static_cast<unsigned char>(m_input.available().front())} << (8 * i);
            m_input.take(1);
        }
        m_position += size;
        return std::optional(value);
    }

    Result<bool> skipFrame()
    {
        TRY(const auto size, number(4));
        if (!size || *size > m_fileSize - m_position)
            return false;
        m_position += *size;
        return true;
    }

    Result<bool> walkFrame(ZstdFrame& frame, const Job& job)
    {
        TRY(const auto descriptor, number(1));
        if (!descriptor)
            return false;
        const bool isSingleSegment = *descriptor & 0x20;
        const bool hasChecksum = *descriptor & 0x04;
        static constexpr std::size_t dictionarySizes[] = {0, 1, 2, 4};
        static constexpr std::size_t contentSizes[] = {0, 2, 4, 8};
        const std::size_t sizeBytes = isSingleSegment && *descriptor >> 6 == 0 ? 1 : contentSizes[*descriptor >> 6];
        m_position += (isSingleSegment ? 0 : 1) + dictionarySizes[*descriptor & 3]; // window, dictionary's id
        TRY(const auto content, number(sizeBytes));
        if (!content)
            return false;
        if (sizeBytes > 0)
            frame.content = *content + (sizeBytes == 2 ? 256 : 0);
        TRY(const bool isWhole, walkBlocks(job));
        if (!isWhole)
            return false;
        m_position += hasChecksum ? 4 : 0;
        return m_position <= m_fileSize;
    }

    Result<bool> walkBlocks(const Job& job)
    {
        for (std::uint64_t i = 0;; ++i) {
            if (i % 256 == 0)
                TRY_VOID(job.check());
            TRY(const auto header, number(3));
            if (!header)
                return false;
            constexpr std::uint64_t runOfOneByte = 1, reserved = 3;
            const std::uint64_t type = *header >> 1 & 3;
            const std::uint64_t size = type == runOfOneByte ? 1 : *header >> 3;
            if (type == reserved || size > m_fileSize - m_position)
                return false;
            m_position += size;
            if (*header & 1)
                return true;
        }
    }

    Input m_input;
    std::uint64_t m_fileSize;
    std::uint64_t m_position = 0;
};

} // namespace

std::optional<std::uint64_t> ZstdFrames::contentSize(std::uint64_t fileSize) const
{
    if (end != fileSize)
        return std::nullopt;
    std::uint64_t sum = 0;
    for (const ZstdFrame& frame : frames) {
        if (!frame.content || *frame.content > UINT64_MAX / 2 - sum)
            return std::nullopt;
        sum += *frame.content;
    }
    return sum;
}

Result<ZstdFrames> findZstdFrames(const File& file, std::uint64_t fileSize, const Job& job)
{
    TRY(auto table, readTable(file, fileSize));
    if (table)
        return std::move(*table);
    return Walker(file, fileSize).run(job);
}

} // namespace biomedica::compression
