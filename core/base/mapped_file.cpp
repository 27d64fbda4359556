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
    return MappedFile(std::string_view(static_cast<const char*>(bytes), stamp.size), path);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {})), m_path(std::move(other.m_path))
{
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_path, other.m_path);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

} // namespace biomedica
