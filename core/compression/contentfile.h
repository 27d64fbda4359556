// A file's content at any offset, whether it is stored as it is or compressed with gzip or zstd. The content is
// never held whole: compressed files are decoded from the nearest place where that can begin.
//
// Thread contract: all functions of an open file may be called from several threads at once.
#pragma once

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/compression/limits.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace biomedica::compression {

enum class Packing { None, Gzip, Zstd };

class ContentFile {
public:
    /// Looks at the first bytes, never at the name. What is learned about the places where decoding can begin is kept
    /// in `indexFolder` (it is made where missing) and used again for the same file; without a folder it goes with
    /// the object. Unsupported where the file needs more than 128 MB to decode.
    static Result<std::shared_ptr<const ContentFile>>
    open(const std::filesystem::path& path, const std::filesystem::path& indexFolder = {}, const Limits& limits = {});
    virtual ~ContentFile() = default;

    const std::filesystem::path& path() const { return m_file.path(); }
    /// Of the file as it was opened, compressed or not.
    FileStamp stamp() const { return m_stamp; }
    virtual Packing packing() const { return Packing::None; }

    /// Up to buffer.size() bytes of content from `offset`; fewer only at its end. Corrupt where the compressed data is
    /// damaged before all of them, or breaks a limit.
    virtual Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer, const Job& job = {}) const;

    /// Exactly `size` bytes from `offset`; Corrupt where the content ends before.
    Result<std::string> readExactly(std::uint64_t offset, std::size_t size, const Job& job = {}) const;

    /// Whether the content has at least `size` bytes. Decodes what it has to.
    virtual Result<bool> reaches(std::uint64_t size, const Job& job = {}) const;

    /// Whether many places can only be reached by decoding for long: then it is best read in order, by one thread.
    virtual bool isSlow() const { return false; }

    /// Decodes what nobody has read yet: checksums are compared, and every place is known and kept.
    virtual Result<void> finish(const Job&) const { return {}; }

    /// What a person should know about the file, a sentence each; whole after finish().
    virtual std::vector<std::string> remarks() const { return {}; }

protected:
    ContentFile(File file, FileStamp stamp) : m_file(std::move(file)), m_stamp(stamp) {}

    const File& file() const { return m_file; }

private:
    File m_file;
    FileStamp m_stamp;
};

/// Removes from an index folder what belongs to none of these files as they are now, and what killed processes left
/// there more than a day ago.
void removeOtherIndexes(const std::filesystem::path& indexFolder, const std::vector<std::filesystem::path>& files);

} // namespace biomedica::compression
