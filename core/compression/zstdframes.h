// Where the frames of a .zst file are, without decoding them. Inside this room only.
//
// Sources: RFC 8878 (frame and block headers); facebook/zstd,
// contrib/seekable_format/zstd_seekable_compression_format.md (the table that some writers put at the end).
//
// Thread contract: a pure function of the file.
#pragma once

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace biomedica::compression {

struct ZstdFrame {
    std::uint64_t stored = 0;             ///< where it begins in the file
    std::optional<std::uint64_t> content; ///< size; unknown where the writer did not state it
};

struct ZstdFrames {
    std::vector<ZstdFrame> frames; ///< those with content, in the order of the file
    std::uint64_t end = 0;         ///< where the last whole frame ends: the size of the file, if it is sound
    bool isFromTable = false;

    /// Sum of the frames, if each states its size and they are the whole file.
    std::optional<std::uint64_t> contentSize(std::uint64_t fileSize) const;
};

/// From the table at the end where it fits the file, else from the headers: 3 bytes are read for each block of up to
/// 128 KB. What cannot be followed ends the list.
Result<ZstdFrames> findZstdFrames(const File& file, std::uint64_t fileSize, const Job& job);

inline constexpr std::uint32_t zstdSeekTableMagic = 0x184D2A5E;    ///< of the skippable frame
inline constexpr std::uint32_t zstdSeekTableEndMagic = 0x8F92EAB1; ///< the last four bytes

} // namespace biomedica::compression
