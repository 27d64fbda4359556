#include "core/base/mapped_array.h"

#include "core/base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <utility>

namespace biomedica {

Result<void> MappedArray::place(const Piece& piece, char* at)
{
    const auto failed = [&] {
        return Error(ErrorKind::Io, "cannot read '" + piece.file.string() + "': " + std::strerror(errno));
    };
    if (piece.file.empty()) {
        if (::mprotect(at, (piece.size + pageSize - 1) / pageSize * pageSize, PROT_READ | PROT_WRITE) != 0)
            return failed();
        std::memcpy(at, piece.bytes.data(), piece.size);
        return {};
    }
    TRY(const File file, File::openForReading(piece.file));
    void* const mapped =
        ::mmap(at, piece.size, PROT_READ, MAP_SHARED | MAP_FIXED, file.m_descriptor, static_cast<off_t>(piece.offset));
    if (mapped == MAP_FAILED)
        return failed();
    m_watches.emplace_back(std::string_view(at, piece.size), file.m_descriptor, piece.offset, piece.file);
    return {};
}

Result<MappedArray> MappedArray::of(std::span<const Piece> pieces)
{
    MappedArray array;
    std::size_t size = 0;
    for (const Piece& piece : pieces)
        size += piece.size;
    if (size == 0) // cannot be mapped
        return array;
    void* const room = ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED)
        return Error(ErrorKind::Io, std::string("cannot map columns: ") + std::strerror(errno));
    array.m_bytes = std::string_view(static_cast<const char*>(room), size);
    std::size_t at = 0;
    for (const Piece& piece : pieces) {
        if (piece.size > 0)
            TRY_VOID(array.place(piece, static_cast<char*>(room) + at));
        at += piece.size;
    }
    return array;
}

bool MappedArray::isDamaged() const
{
    return std::any_of(m_watches.begin(), m_watches.end(), [](const MappingWatch& watch) { return watch.isDamaged(); });
}

Result<void> MappedArray::check() const
{
    for (const MappingWatch& watch : m_watches)
        TRY_VOID(watch.check());
    return {};
}

MappedArray::MappedArray(MappedArray&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {})), m_watches(std::move(other.m_watches))
{
}

MappedArray& MappedArray::operator=(MappedArray&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_watches, other.m_watches);
    return *this;
}

MappedArray::~MappedArray()
{
    m_watches.clear();
    if (!m_bytes.empty())
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

} // namespace biomedica
