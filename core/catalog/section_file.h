// A file of sections, mapped: what a file of columns is made of.
//
//     bytes  0..7    "BMCCOL\r\n"
//            8..11   version (1)
//           12..15   number of sections
//           16..23   XXH64 of the table
//     then the table: a section each: name (u32), 0 (u32), offset, size, XXH64 of its bytes (u64 each)
//     then the sections, each from a multiple of 64 on; the first two from one of 4096, so that they can be mapped
//     beside other files'
//
// Numbers are little-endian. Files are written whole under another name and renamed, and never changed afterwards; a
// file that is cut, of another version or whose bytes do not sum up, as a power cut may leave it, is not believed.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/mapped_file.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace biomedica::catalog {

class SectionWriter {
public:
    template <typename T>
    void add(std::uint32_t name, std::span<const T> values)
    {
        addBytes(name, {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    void addBytes(std::uint32_t name, std::string_view bytes);
    /// The whole file.
    std::string finish() const;

private:
    struct Section {
        std::uint32_t name;
        std::string bytes;
    };
    std::vector<Section> m_sections;
};

class SectionFile {
public:
    /// Corrupt where it is not to be believed; Unsupported where it is of another version.
    static Result<SectionFile> open(const std::filesystem::path& path);
    /// The same from memory, where there was no room on the disk.
    static Result<SectionFile> fromBytes(std::string bytes);

    /// "" where it is in memory.
    const std::filesystem::path& path() const { return m_path; }
    /// Whether every section sums up: reads the whole file.
    bool isSound() const;
    /// Whether a read met the end of the file, which was cut short since it was opened.
    bool isDamaged() const { return m_mapped && m_mapped->isDamaged(); }
    /// Corrupt, naming the file, where it was cut short; costs a look at its size.
    Result<void> check() const { return m_mapped ? m_mapped->check() : Result<void>(); }

    std::string_view bytes(std::uint32_t name) const;
    std::uint64_t offset(std::uint32_t name) const;
    template <typename T>
    std::span<const T> values(std::uint32_t name) const
    {
        const std::string_view found = bytes(name);
        return {reinterpret_cast<const T*>(found.data()), found.size() / sizeof(T)};
    }

private:
    struct Place {
        std::uint64_t offset = 0, size = 0, checksum = 0;
    };

    Result<void> readTable();
    std::string_view whole() const { return m_mapped ? m_mapped->bytes() : std::string_view(*m_memory); }

    std::optional<MappedFile> m_mapped;
    std::unique_ptr<const std::string> m_memory;
    std::filesystem::path m_path;
    std::map<std::uint32_t, Place> m_places;
};

} // namespace biomedica::catalog
