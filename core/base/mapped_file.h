// A whole file as bytes in memory, read by the operating system where it is touched.
//
// Thread contract: immutable; shared between threads. Removing the file is fine, the bytes stay until the last object
// goes. Where it is cut short meanwhile, what is gone reads as zeros and check() says so (mapping_watch.h).
#pragma once

#include "core/base/mapping_watch.h"
#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace biomedica {

class MappedFile {
public:
    static Result<MappedFile> open(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    const std::filesystem::path& path() const { return m_path; }
    std::string_view bytes() const { return m_bytes; }

    /// A look at memory, whether a read met the end of the file.
    bool isDamaged() const { return m_watch.isDamaged(); }
    /// Corrupt where it is damaged; costs a look at the file's size.
    Result<void> check() const { return m_watch.check(); }

private:
    MappedFile(std::string_view bytes, std::filesystem::path path) : m_bytes(bytes), m_path(std::move(path)) {}

    std::string_view m_bytes;
    std::filesystem::path m_path;
    MappingWatch m_watch;
};

} // namespace biomedica
