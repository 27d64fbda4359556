// One shard: scanned into samples without reading images, and read record by record.
//
// Thread contract: scan() belongs to one thread; read() may be called from several at once.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/compression/contentfile.h"
#include "core/shards/openshards.h"
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
/// tar) or where the job is stopped; a shard damaged further on gives what came before, and a problem
/// without a key. A compressed one is decoded to its end; what is to be said about it is a problem
/// without a key that makes no figure less.
Result<ShardScan> scanShard(const ShardPointer& shard, const Job& job);
Result<ShardScan> scanShard(const std::filesystem::path& path, const Job& job);

/// Whether the file is a shard by its name: *.tar, *.tar.gz, *.tgz, *.tar.zst. What it is, its bytes tell.
bool hasShardName(const std::filesystem::path& path);

/// The shard files that a command-line argument means: itself, or every shard below a folder, sorted.
/// Follows no link to a folder twice; NotFound where there is nothing.
Result<std::vector<std::filesystem::path>> findShards(const std::filesystem::path& fileOrFolder);

/// Largest caption or metadata member that is read: the largest in BIOMEDICA are under 3 MB.
inline constexpr std::uint64_t maximumTextSize = 64 << 20;
/// Largest image file that is read.
inline constexpr std::uint64_t maximumImageSize = 512 << 20;

/// A member's bytes; Corrupt where the file has become shorter, Unsupported above `limit` bytes.
Result<std::string> readMember(const ShardFile& shard, const SampleMember& member, std::uint64_t limit,
                               const Job& job = {});

/// So many bytes of memory behind a text spare json::ObjectReader a copy.
inline constexpr std::size_t roomBehindText = 64;

/// The same into a text whose memory is used again, with that room behind the bytes.
Result<void> readMemberInto(std::string& bytes, const ShardFile& shard, const SampleMember& member, std::uint64_t limit,
                            const Job& job);

} // namespace biomedica::shards
