#include "core/catalog/section_file.h"

#include "core/base/hash.h"

#include <algorithm>
#include <bit>

namespace biomedica::catalog {

static_assert(std::endian::native == std::endian::little, "columns are mapped as they stand on the disk");

namespace {

constexpr std::string_view magic = "BMCCOL\r\n";
constexpr std::uint32_t version = 1;
constexpr std::size_t page = 4096, line = 64;
constexpr std::size_t sectionsOnPages = 2;

struct Header {
    char magic[8];
    std::uint32_t version, sections;
    std::uint64_t checksum; ///< of the table
};

struct Entry {
    std::uint32_t name, reserved;
    std::uint64_t offset, size, checksum;
};

std::string_view bytesOf(const std::vector<Entry>& table)
{
    return {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Entry)};
}

/// From where on the section of this number may begin.
std::size_t aligned(std::size_t offset, std::size_t section)
{
    const std::size_t alignment = section < sectionsOnPages ? page : line;
    return (offset + alignment - 1) / alignment * alignment;
}

Error damaged(const std::filesystem::path& path)
{
    return Error(ErrorKind::Corrupt, "the columns in '" + path.string() + "' are damaged");
}

} // namespace

void SectionWriter::addBytes(std::uint32_t name, std::string_view bytes)
{
    m_sections.push_back({name, std::string(bytes)});
}

std::string SectionWriter::finish() const
{
    std::vector<Entry> table;
    std::size_t end = sizeof(Header) + m_sections.size() * sizeof(Entry);
    for (const Section& section : m_sections) {
        end = aligned(end, table.size());
        table.push_back({section.name, 0, end, section.bytes.size(), hash64(section.bytes)});
        end += section.bytes.size();
    }
    Header header{{}, version, static_cast<std::uint32_t>(table.size()), hash64(bytesOf(table))};
    std::copy(magic.begin(), magic.end(), header.magic);
    std::string file(end, '\0');
    std::memcpy(file.data(), &header, sizeof header);
    std::memcpy(file.data() + sizeof header, table.data(), table.size() * sizeof(Entry));
    for (std::size_t i = 0; i < table.size(); ++i)
        std::copy(m_sections[i].bytes.begin(), m_sections[i].bytes.end(),
                  file.begin() + static_cast<std::ptrdiff_t>(table[i].offset));
    return file;
}

Result<SectionFile> SectionFile::open(const std::filesystem::path& path)
{
    SectionFile file;
    TRY(file.m_mapped, MappedFile::open(path));
    file.m_path = path;
    TRY_VOID(file.readTable());
    return file;
}

Result<SectionFile> SectionFile::fromBytes(std::string bytes)
{
    SectionFile file;
    file.m_memory = std::make_unique<const std::string>(std::move(bytes));
    TRY_VOID(file.readTable());
    return file;
}

Result<void> SectionFile::readTable()
{
    const std::string_view bytes = whole();
    Header header{};
    if (bytes.size() < sizeof header)
        return damaged(m_path);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (std::string_view(header.magic, sizeof header.magic) != magic)
        return damaged(m_path);
    if (header.version != version)
        return Error(ErrorKind::Unsupported, "the columns in '" + m_path.string() + "' are of another version");
    if (header.sections > (bytes.size() - sizeof header) / sizeof(Entry))
        return damaged(m_path);
    std::vector<Entry> table(header.sections);
    std::memcpy(table.data(), bytes.data() + sizeof header, table.size() * sizeof(Entry));
    if (hash64(bytesOf(table)) != header.checksum)
        return damaged(m_path);
    for (const Entry& entry : table) {
        if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset)
            return damaged(m_path);
        m_places[entry.name] = {entry.offset, entry.size, entry.checksum};
    }
    return {};
}

bool SectionFile::isSound() const
{
    const bool sumsUp = std::all_of(m_places.begin(), m_places.end(), [this](const auto& named) {
        return hash64(whole().substr(named.second.offset, named.second.size)) == named.second.checksum;
    });
    return sumsUp && check();
}

std::string_view SectionFile::bytes(std::uint32_t name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? std::string_view() : whole().substr(found->second.offset, found->second.size);
}

std::uint64_t SectionFile::offset(std::uint32_t name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? 0 : found->second.offset;
}

} // namespace biomedica::catalog
