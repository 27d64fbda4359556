// One shard: scanned into samples without reading images, and read record by record.
//
// Thread contract: scan() belongs to one thread; read() may be called from several at once.
#pragma once

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/shards/sample.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::shards {

struct ShardScan {
    std::vector<Sample> samples;         ///< in the order in which their first members stand
    std::vector<SampleProblem> problems; ///< members that cannot be used; a damaged end, with no key
};

/// Walks the headers and groups members by key. Fails only where nothing can be read (no such file, no
/// tar, compressed) or where the job is stopped; a shard damaged further on gives what came before,
/// and a problem without a key.
Result<ShardScan> scanShard(const std::filesystem::path& path, const Job& job);

/// Whether the file is one that scanShard takes by its name: *.tar, and the compressed kinds, which it
/// refuses with a reason.
bool hasShardName(const std::filesystem::path& path);

/// The shard files that a command-line argument means: itself, or every shard below a folder, sorted.
/// Follows no link to a folder twice; NotFound where there is nothing.
Result<std::vector<std::filesystem::path>> findShards(const std::filesystem::path& fileOrFolder);

/// Largest caption or metadata member that is read: the largest in BIOMEDICA are under 3 MB.
inline constexpr std::uint64_t maximumTextSize = 64 << 20;
/// Largest image file that is read.
inline constexpr std::uint64_t maximumImageSize = 512 << 20;

/// A member's bytes; Corrupt where the file has become shorter, Unsupported above `limit` bytes.
Result<std::string> readMember(const File& file, const SampleMember& member, std::uint64_t limit);

} // namespace biomedica::shards
