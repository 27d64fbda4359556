#include "core/base/mapped_array.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace biomedica {

namespace {

Result<void> place(const MappedArray::Piece& piece, char* at)
{
    const auto failed = [&] {
        return Error(ErrorKind::Io, "cannot read '" + piece.file.string() + "': " + std::strerror(errno));
    };
    if (piece.file.empty()) {
        if (::mprotect(at, (piece.size + MappedArray::pageSize - 1) / MappedArray::pageSize * MappedArray::pageSize,
                       PROT_READ | PROT_WRITE)
            != 0)
            return failed();
        std::memcpy(at, piece.bytes.data(), piece.size);
        return {};
    }
    const int descriptor = ::open(piece.file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failed();
    void* const mapped =
        ::mmap(at, piece.size, PROT_READ, MAP_SHARED | MAP_FIXED, descriptor, static_cast<off_t>(piece.offset));
    ::close(descriptor);
    if (mapped == MAP_FAILED)
        return failed();
    return {};
}

} // namespace

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
            TRY_VOID(place(piece, static_cast<char*>(room) + at));
        at += piece.size;
    }
    return array;
}

MappedArray::MappedArray(MappedArray&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedArray& MappedArray::operator=(MappedArray&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedArray::~MappedArray()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

} // namespace biomedica
