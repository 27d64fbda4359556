// Writes an uncompressed tar: new members as BIOMEDICA's shards have them, or members of another tar
// with their header bytes kept.
//
// Thread contract: one writer belongs to one thread.
#pragma once

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace biomedica::archive {

/// The header blocks of a new member: ustar, mode 0444, owner "bigdata", time 0 as WebDataset's
/// writer leaves them; a PAX path record in front where the name is over 100 bytes.
std::string newHeader(std::string_view name, std::uint64_t size);

/// `header` (all blocks of one member, long-name blocks included) with another size, every other byte
/// kept. Unsupported where the size stands in a PAX record: write a new header then.
Result<std::string> resizedHeader(std::string header, std::uint64_t size);

class TarWriter {
public:
    static Result<TarWriter> create(const std::filesystem::path& path);

    Result<void> add(std::string_view name, std::string_view data);
    /// One member whose header blocks are given; pads the data.
    Result<void> addRaw(std::string_view header, std::string_view data);

    /// End marker, padding to the customary 10,240 bytes, and a sync to disk.
    Result<void> finish();

    std::uint64_t bytes() const { return m_bytes; }
    /// SHA-256 of the whole file; call once, after finish().
    std::string checksum() { return m_checksum->finish(); }

private:
    explicit TarWriter(File file) : m_file(std::move(file)), m_checksum(std::make_unique<Sha256>()) {}

    Result<void> write(std::string_view bytes);

    File m_file;
    std::unique_ptr<Sha256> m_checksum;
    std::uint64_t m_bytes = 0;
};

} // namespace biomedica::archive
