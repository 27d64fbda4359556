#include "core/archive/tarreader.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace biomedica::archive {

namespace {

// Long names are a few hundred bytes, extended attributes some kilobytes. A larger block is an attack.
constexpr std::uint64_t maximumExtensionSize = 4 << 20;

struct Signature {
    std::string_view bytes;
    std::string_view format;
};
constexpr std::array signatures = {
    Signature{"BZh", "bzip2"},         Signature{"\xfd\x37zXZ", "xz"},
    Signature{"\x1f\x9d", "compress"}, Signature{"\x04\x22\x4d\x18", "lz4"},
    Signature{"\x89LZO", "lzop"},      Signature{"LZIP", "lzip"},
    Signature{"PK\x03\x04", "zip"},
};

Error notATar(const std::filesystem::path& path, std::string_view head)
{
    const std::string name = "'" + path.string() + "'";
    for (const Signature& signature : signatures)
        if (head.starts_with(signature.bytes))
            return Error(ErrorKind::Unsupported,
                         name + " is compressed (" + std::string(signature.format)
                             + "); shards may be plain or compressed with gzip or zstd: decompress it first");
    return Error(ErrorKind::Corrupt, name + " is not a tar file: its first header is damaged or missing");
}

EntryType typeOf(char flag, std::string_view name)
{
    switch (flag) {
    case '\0': return name.ends_with('/') ? EntryType::Folder : EntryType::File; // v7 marks folders by name
    case '0':
    case '7': return EntryType::File;
    case '1': return EntryType::HardLink;
    case '2': return EntryType::SymbolicLink;
    case '5': return EntryType::Folder;
    case 'S': return EntryType::SparseFile;
    default: return EntryType::Other;
    }
}

bool carriesData(EntryType type)
{
    return type != EntryType::SymbolicLink && type != EntryType::Folder;
}

std::string nameOf(const Block& header)
{
    const std::string name(textOf(header, field::name));
    const std::string_view magic(header.data() + field::magic.offset, 6);
    const std::string_view prefix = textOf(header, field::prefix);
    if (magic != std::string_view("ustar\0", 6) || prefix.empty())
        return name; // GNU's magic is "ustar  ", its prefix field holds other things
    return std::string(prefix) + "/" + name;
}

std::string withoutTrailingNuls(std::string text)
{
    while (!text.empty() && text.back() == '\0')
        text.pop_back();
    return text;
}

} // namespace

Result<TarReader> TarReader::open(std::shared_ptr<const compression::ContentFile> file, const Job& job)
{
    if (file->stamp().size == 0)
        return Error(ErrorKind::Corrupt, "'" + file->path().string() + "' is empty (0 bytes)");
    Block head{};
    TRY(const std::size_t count, file->readAt(0, head, job));
    if (count < blockSize || (!isZero(head) && !hasValidChecksum(head)))
        return notATar(file->path(), std::string_view(head.data(), count));
    return TarReader(std::move(file), job);
}

Result<TarReader> TarReader::open(const std::filesystem::path& path)
{
    static const Job unstoppable;
    TRY(auto file, compression::ContentFile::open(path));
    return open(std::move(file), unstoppable);
}

Error TarReader::corruptAt(std::uint64_t offset, const std::string& what) const
{
    return Error(ErrorKind::Corrupt,
                 "'" + m_file->path().string() + "' is damaged at byte " + std::to_string(offset) + ": " + what);
}

/// A caption and the header behind it come with the caption's header: a third fewer reads.
Result<std::size_t> TarReader::readAhead(std::uint64_t offset, Block& block)
{
    constexpr std::size_t aheadSize = 4 * blockSize;
    if (m_file->packing() != compression::Packing::None) // decoded anyway, and an error behind the block is not its own
        return m_file->readAt(offset, block, *m_job);
    if (offset < m_aheadOffset || offset + blockSize > m_aheadOffset + m_ahead.size()) {
        m_ahead.resize(aheadSize);
        TRY(const std::size_t count, m_file->readAt(offset, m_ahead, *m_job));
        m_ahead.resize(count);
        m_aheadOffset = offset;
    }
    const std::string_view found = std::string_view(m_ahead).substr(offset - m_aheadOffset, blockSize);
    std::copy(found.begin(), found.end(), block.begin());
    return found.size();
}

Result<std::optional<Block>> TarReader::readBlock(std::uint64_t offset)
{
    Block block{};
    TRY(const std::size_t count, readAhead(offset, block));
    if (count == 0)
        return std::optional<Block>();
    if (count < blockSize)
        return corruptAt(offset, "the file ends in the middle of a header");
    return std::optional<Block>(block);
}

Result<std::string> TarReader::readExtension(const Block& header, std::uint64_t offset) const
{
    const auto size = numberOf(header, field::size);
    if (!size || *size > maximumExtensionSize)
        return corruptAt(offset, "an extended header with an impossible size");
    TRY(const bool isWhole, m_file->reaches(offset + blockSize + *size, *m_job));
    if (!isWhole)
        return corruptAt(offset, "the file ends in the middle of an extended header");
    return m_file->readExactly(offset + blockSize, *size, *m_job);
}

// Each record is "LENGTH KEY=VALUE\n", LENGTH counting the whole record.
Result<TarReader::Attributes> TarReader::parseAttributes(std::string_view text, std::uint64_t offset) const
{
    Attributes attributes;
    while (!text.empty() && text.front() != '\0') {
        const std::size_t blank = text.find(' ');
        const auto length = parseInteger(text.substr(0, blank));
        if (blank == std::string_view::npos || !length || *length <= static_cast<std::int64_t>(blank) + 1
            || static_cast<std::uint64_t>(*length) > text.size())
            return corruptAt(offset, "a PAX record with a wrong length");
        std::string_view record = text.substr(blank + 1, static_cast<std::size_t>(*length) - blank - 1);
        text.remove_prefix(static_cast<std::size_t>(*length));
        if (record.ends_with('\n'))
            record.remove_suffix(1);
        const std::size_t equals = record.find('=');
        if (equals == std::string_view::npos)
            return corruptAt(offset, "a PAX record without '='");
        attributes[std::string(record.substr(0, equals))] = record.substr(equals + 1);
    }
    return attributes;
}

Result<void> TarReader::placeData(TarEntry& entry, const Block& header, std::uint64_t blockOffset)
{
    entry.dataOffset = blockOffset + blockSize;
    // The old GNU sparse format puts more of its map into blocks of its own before the data.
    bool isExtended = header[field::type.offset] == 'S' && header[field::oldSparseIsExtended] != 0;
    while (isExtended) {
        TRY(const std::optional<Block> map, readBlock(entry.dataOffset));
        if (!map)
            return corruptAt(entry.dataOffset, "the file ends in the middle of a sparse map");
        entry.dataOffset += blockSize;
        isExtended = (*map)[field::sparseIsExtended] != 0;
    }
    // Writers disagree whether a hard link that states a size also stores the bytes: it does not
    // where another header stands at once.
    if (entry.type == EntryType::HardLink && entry.size > 0) {
        TRY(const std::optional<Block> following, readBlock(entry.dataOffset));
        if (!following || isZero(*following) || hasValidChecksum(*following))
            entry.size = 0;
    }
    const bool isPossible = entry.size <= UINT64_MAX / 2;
    TRY(const bool isWhole, isPossible ? m_file->reaches(entry.dataOffset + entry.size, *m_job) : Result<bool>(false));
    if (!isWhole)
        return corruptAt(entry.headerOffset, "the file ends in the middle of '" + toValidUtf8(entry.name) + "'");
    return {};
}

Result<TarEntry> TarReader::makeEntry(const Block& header, std::uint64_t headerOffset, std::uint64_t blockOffset,
                                      const Attributes& attributes)
{
    TarEntry entry;
    entry.headerOffset = headerOffset;
    entry.name = nameOf(header);
    if (const auto path = attributes.find("path"); path != attributes.end())
        entry.name = path->second;
    entry.type = typeOf(header[field::type.offset], entry.name);
    if (attributes.lower_bound("GNU.sparse.") != attributes.lower_bound("GNU.sparse/")
        || attributes.contains("SUN.holesdata"))
        entry.type = EntryType::SparseFile;
    if (!carriesData(entry.type)) {
        TRY_VOID(placeData(entry, header, blockOffset));
        return entry;
    }
    auto size = numberOf(header, field::size);
    if (const auto stated = attributes.find("size"); stated != attributes.end()) {
        const auto number = parseInteger(stated->second);
        size = number && *number >= 0 ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
    }
    if (!size)
        return corruptAt(blockOffset, "a member with an impossible size");
    entry.size = *size;
    TRY_VOID(placeData(entry, header, blockOffset));
    return entry;
}

Result<std::optional<TarEntry>> TarReader::next()
{
    const std::uint64_t headerOffset = m_position;
    std::uint64_t offset = m_position;
    Attributes attributes;
    for (;;) {
        TRY(const std::optional<Block> header, readBlock(offset));
        if (!header || isZero(*header)) {
            if (offset != headerOffset)
                return corruptAt(headerOffset, "an extended header with no member after it");
            return std::optional<TarEntry>();
        }
        if (!hasValidChecksum(*header))
            return corruptAt(offset, "a header whose checksum does not fit");
        const char flag = (*header)[field::type.offset];
        if (flag != 'x' && flag != 'X' && flag != 'g' && flag != 'L' && flag != 'K') {
            TRY(TarEntry entry, makeEntry(*header, headerOffset, offset, attributes));
            m_position = entry.endOffset();
            return std::optional(std::move(entry));
        }
        TRY(std::string text, readExtension(*header, offset));
        offset += blockSize + paddedToBlock(text.size());
        if (flag == 'L') {
            attributes["path"] = withoutTrailingNuls(std::move(text));
        } else if (flag == 'x' || flag == 'X') {
            TRY(Attributes parsed, parseAttributes(text, headerOffset));
            for (auto& [key, value] : parsed)
                attributes[key] = std::move(value);
        }
        // 'g' sets defaults for all members (comments, times) and 'K' the target of a link: neither
        // says where a member's bytes are.
    }
}

Result<TarEntry> TarReader::entryAt(std::uint64_t headerOffset)
{
    m_position = headerOffset;
    TRY(std::optional<TarEntry> entry, next());
    if (!entry)
        return corruptAt(headerOffset, "there is no member here");
    return std::move(*entry);
}

} // namespace biomedica::archive
