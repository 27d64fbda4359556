// Files, portably: positioned reads, durable writes. The only place that talks to POSIX.
//
// Thread contract: File::readAt may be called from several threads at once; everything else on one
// object belongs to one thread.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace biomedica {

struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modifiedNs = 0; ///< modification time, nanoseconds since 1970

    bool operator==(const FileStamp&) const = default;
};

/// Size and time of a regular file.
Result<FileStamp> stampOf(const std::filesystem::path& path);

class File {
public:
    static Result<File> openForReading(const std::filesystem::path& path);
    /// Creates or empties it.
    static Result<File> createForWriting(const std::filesystem::path& path);
    /// Creates it where it is missing; what is there stays and can be read.
    static Result<File> openForAppending(const std::filesystem::path& path);

    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    const std::filesystem::path& path() const { return m_path; }
    Result<FileStamp> stamp() const;

    /// Reads up to buffer.size() bytes from `offset`; fewer only at the end of the file.
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) const;

    /// Exactly `size` bytes from `offset`; Corrupt where the file ends before.
    Result<std::string> readExactly(std::uint64_t offset, std::size_t size) const;

    Result<void> append(std::string_view bytes);

    /// Returns when what was appended is on the disk.
    Result<void> sync();

    /// Locks the whole file, open for writing, against others until it is closed, without waiting; 0 or the system's
    /// error code.
    int tryLock() const;

private:
    friend class MappedFile;
    friend class MappedArray;
    File(int descriptor, std::filesystem::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}

    int m_descriptor = -1;
    std::filesystem::path m_path;
};

Result<std::string> readFile(const std::filesystem::path& path);

/// Replaces the file as one step that survives a power cut: temporary name, sync, rename, sync folder.
Result<void> writeFileDurably(const std::filesystem::path& path, std::string_view bytes);

/// Replaces the file as one step, at once: a power cut may leave the old one or a damaged one. For what carries its
/// sums and can be made again.
Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes);

/// Makes a rename or creation inside `folder` survive a power cut.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Renames durably; both paths lie on one file system.
Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether a lock on a file in the folder keeps others out; false on drives that refuse or ignore locks. Tried on a
/// file of its own, which goes again.
Result<bool> areLocksSeen(const std::filesystem::path& folder);

/// Creates the folder and its parents; an existing folder is fine.
Result<void> makeFolders(const std::filesystem::path& folder);

} // namespace biomedica
