// Writes a tar, plain or in zstd frames: new members as BIOMEDICA's shards have them, or members of another tar
// with their header bytes kept.
//
// Thread contract: one writer belongs to one thread.
#pragma once

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/compression/zstdwriter.h"

#include <cstdint>
#include <memory>
#include <optional>
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
    static Result<TarWriter> create(const std::filesystem::path& path, bool isCompressed = false);

    /// Here a sample begins: a compressed tar can be entered at such places.
    Result<void> beginSample();

    Result<void> add(std::string_view name, std::string_view data);
    /// One member whose header blocks are given; pads the data.
    Result<void> addRaw(std::string_view header, std::string_view data);

    /// End marker, padding to the customary 10,240 bytes, and a sync to disk.
    Result<void> finish();

    /// Of the file, compressed or not.
    std::uint64_t bytes() const { return m_output->bytes; }
    /// SHA-256 of the whole file; call once, after finish().
    std::string checksum() { return m_output->checksum.finish(); }

private:
    /// The file as it is written: stays where it is when the writer moves.
    struct Output {
        explicit Output(File target) : file(std::move(target)) {}
        Result<void> write(std::string_view stored);

        File file;
        Sha256 checksum;
        std::uint64_t bytes = 0;
    };

    explicit TarWriter(File file) : m_output(std::make_unique<Output>(std::move(file))) {}

    Result<void> write(std::string_view content);

    std::unique_ptr<Output> m_output;
    std::optional<compression::ZstdWriter> m_frames;
    std::uint64_t m_content = 0; ///< bytes before compression
};

} // namespace biomedica::archive
