#include "core/base/file.h"

#include "core/base/hash.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace biomedica {

namespace fs = std::filesystem;

namespace {

Error systemError(std::string_view doing, const fs::path& path, int code = errno)
{
    const auto kind = code == ENOENT ? ErrorKind::NotFound : ErrorKind::Io;
    std::string message = std::string(doing) + " '" + path.string() + "': ";
    switch (code) {
    case ENOENT: message += "it does not exist"; break;
    case EACCES:
    case EPERM: message += "permission denied"; break;
    case ENOSPC:
    case EDQUOT: message += "the disk is full; free some space and try again"; break;
    case EROFS: message += "the disk is read-only"; break;
    default: message += std::strerror(code);
    }
    return Error(kind, message);
}

FileStamp toStamp(const struct stat& status)
{
    return {static_cast<std::uint64_t>(status.st_size),
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

} // namespace

Result<FileStamp> stampOf(const fs::path& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return systemError("cannot read", path);
    if (!S_ISREG(status.st_mode))
        return Error(ErrorKind::Invalid, "'" + path.string() + "' is not a regular file");
    return toStamp(status);
}

Result<File> File::openForReading(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError("cannot open", path);
    return File(descriptor, path);
}

Result<File> File::createForWriting(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return systemError("cannot write", path);
    return File(descriptor, path);
}

Result<File> File::openForAppending(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return systemError("cannot write", path);
    return File(descriptor, path);
}

File::File(File&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path))
{
}

File& File::operator=(File&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

File::~File()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FileStamp> File::stamp() const
{
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0)
        return systemError("cannot read", m_path);
    return toStamp(status);
}

Result<std::size_t> File::readAt(std::uint64_t offset, std::span<char> buffer) const
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto count =
            ::pread(m_descriptor, buffer.data() + filled, buffer.size() - filled, static_cast<off_t>(offset + filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError("cannot read", m_path);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

Result<std::string> File::readExactly(std::uint64_t offset, std::size_t size) const
{
    std::string bytes(size, '\0');
    TRY(const std::size_t count, readAt(offset, bytes));
    if (count != size)
        return Error(ErrorKind::Corrupt, "'" + m_path.string() + "' ends in the middle of a record");
    return bytes;
}

Result<void> File::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError("cannot write", m_path);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

int File::tryLock() const
{
    // Locks of the open file, not of the process, so that two of one process meet (fcntl(2), F_OFD_SETLK).
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return ::fcntl(m_descriptor, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

Result<void> File::sync()
{
    if (::fsync(m_descriptor) != 0)
        return systemError("cannot write", m_path);
    return {};
}

Result<std::string> readFile(const fs::path& path)
{
    TRY(const File file, File::openForReading(path));
    TRY(const FileStamp stamp, file.stamp());
    return file.readExactly(0, stamp.size);
}

namespace {

/// Writes PATH.part and returns its name; leaves nothing where that fails.
template <typename Finish>
Result<fs::path> writePart(const fs::path& path, std::string_view bytes, Finish finish)
{
    fs::path part = path;
    part += ".part";
    const auto write = [&]() -> Result<void> {
        TRY(File file, File::createForWriting(part));
        TRY_VOID(file.append(bytes));
        return finish(file);
    };
    if (auto written = write(); !written) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return written.error();
    }
    return part;
}

Result<void> renameAtOnce(const fs::path& from, const fs::path& to)
{
    return ::rename(from.c_str(), to.c_str()) == 0 ? Result<void>() : systemError("cannot write", to);
}

} // namespace

Result<void> writeFileDurably(const fs::path& path, std::string_view bytes)
{
    TRY(const fs::path part, writePart(path, bytes, [](File& file) { return file.sync(); }));
    return renameDurably(part, path);
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes)
{
    TRY(const fs::path part, writePart(path, bytes, [](File&) { return Result<void>(); }));
    return renameAtOnce(part, path);
}

Result<void> syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError("cannot open", folder);
    const int status = ::fsync(descriptor);
    const int code = errno;
    ::close(descriptor);
    // Some file systems cannot sync a folder; they say so, and there is nothing better to do.
    if (status != 0 && code != EINVAL && code != EROFS)
        return systemError("cannot write", folder, code);
    return {};
}

Result<void> renameDurably(const fs::path& from, const fs::path& to)
{
    TRY_VOID(renameAtOnce(from, to));
    return syncFolder(to.parent_path());
}

Result<bool> areLocksSeen(const fs::path& folder)
{
    const fs::path path = folder / (".lock-" + randomId());
    TRY(const File first, File::createForWriting(path));
    auto second = File::createForWriting(path);
    std::error_code ignored;
    fs::remove(path, ignored);
    if (!second)
        return second.error();
    if (const int code = first.tryLock(); code != 0)
        return code == EINVAL; // a system without locks of this kind tells nothing
    const int code = second->tryLock();
    return code == EAGAIN || code == EACCES;
}

Result<void> makeFolders(const fs::path& folder)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        return systemError("cannot create", folder, problem.value());
    return {};
}

} // namespace biomedica
