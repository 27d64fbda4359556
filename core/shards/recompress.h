// A copy of a shard that is small and quick to read at any place: .tar.zst in frames of about 1 MB that begin at
// samples, with a table of the frames.
//
// Thread contract: one synchronous call.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/shards/openshards.h"

#include <cstdint>
#include <filesystem>

namespace biomedica::shards {

struct RecompressSummary {
    std::uint64_t samples = 0;
    std::uint64_t bytesBefore = 0; ///< of the files
    std::uint64_t bytesAfter = 0;
    std::uint64_t content = 0; ///< of the tar: the same in both
};

/// Reads any shard, plain or compressed; its content stays as it is, byte for byte. `target` is named *.tar.zst and
/// replaced only where `isForced`; it appears when it is whole and on the disk. Corrupt where the shard is damaged:
/// a copy would hide what is missing.
Result<RecompressSummary> recompress(const ShardPointer& shard, const std::filesystem::path& target, bool isForced,
                                     const Job& job);

} // namespace biomedica::shards
