// Shards → catalog and text index, one transaction a shard: whenever it is stopped or killed, the
// catalog holds whole shards, and running again does the rest.
//
// Thread contract: one synchronous call; owns its database connection.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/shards/openshards.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace biomedica::textsearch {
class TextStore;
}

namespace biomedica::workspace {

struct IndexSummary {
    std::int64_t figures = 0;                          ///< in the collection now
    std::int64_t shards = 0;                           ///< in the collection now
    std::int64_t added = 0, removed = 0;               ///< figures, by this run
    std::int64_t skipped = 0;                          ///< samples and shards that gave no figure, in this run
    std::int64_t unreadableShards = 0, readShards = 0; ///< of this run; unchanged ones count as read
    std::uint64_t bytes = 0;                           ///< size of the shards read in this run
    double seconds = 0;
};

using ProblemSink = std::function<void(const catalog::Problem&)>;

/// What becomes of the segments of the text index that are due to be merged when all shards are read.
enum class Merging {
    Finished, ///< waits for it
    Left, ///< to Workspace::mergeTextOnce(), or the next indexing; searches are right without it, and a little slower
};

/// Reads what is new or changed among `shards`, removes `forgotten`. How many shards are in the collection now is left
/// to the caller.
Result<IndexSummary> indexShards(const std::filesystem::path& catalogPath, textsearch::TextStore& text,
                                 shards::OpenShards& open, const std::vector<std::filesystem::path>& shards,
                                 const std::vector<std::filesystem::path>& forgotten, const Job& job,
                                 const ProblemSink& report, Merging merging);

/// See Workspace::mergeTextOnce().
Result<bool> mergeOnce(catalog::Catalog& catalog, textsearch::TextStore& text, const Job& job);

} // namespace biomedica::workspace
