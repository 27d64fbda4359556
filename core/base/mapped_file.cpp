#include "core/base/mapped_file.h"

#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <utility>

namespace biomedica {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path)
{
    TRY(const File file, File::openForReading(path));
    TRY(const FileStamp stamp, file.stamp());
    if (stamp.size == 0) // cannot be mapped
        return MappedFile({}, path);
    void* const bytes = ::mmap(nullptr, stamp.size, PROT_READ, MAP_SHARED, file.m_descriptor, 0);
    if (bytes == MAP_FAILED)
        return Error(ErrorKind::Io, "cannot read '" + path.string() + "': " + std::strerror(errno));
    MappedFile mapped(std::string_view(static_cast<const char*>(bytes), stamp.size), path);
    mapped.m_watch = MappingWatch(mapped.m_bytes, file.m_descriptor, 0, path);
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {})), m_path(std::move(other.m_path)), m_watch(std::move(other.m_watch))
{
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_path, other.m_path);
    std::swap(m_watch, other.m_watch);
    return *this;
}

MappedFile::~MappedFile()
{
    m_watch = MappingWatch();
    if (!m_bytes.empty())
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

} // namespace biomedica
