// A whole file as bytes in memory, read by the operating system where it is touched.
//
// Thread contract: immutable; shared between threads. The file must not shrink while it is mapped: reading what is
// gone ends the program. Removing it is fine, the bytes stay until the last object goes.
#pragma once

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

private:
    MappedFile(std::string_view bytes, std::filesystem::path path) : m_bytes(bytes), m_path(std::move(path)) {}

    std::string_view m_bytes;
    std::filesystem::path m_path;
};

} // namespace biomedica
