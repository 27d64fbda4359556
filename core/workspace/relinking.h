// Finds shards that were moved, by name, size and a sample of their figures, and links them again: rows and labels
// stay and nothing is indexed anew.
//
// Thread contract: synchronous calls on the catalog's connection.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/shards/openshards.h"

#include <filesystem>
#include <vector>

namespace biomedica::workspace {

struct MovedShard {
    catalog::ShardInfo shard;   ///< as the collection knows it; id 0 = it was never read
    std::filesystem::path path; ///< where it lies now
    FileStamp stamp;            ///< of the file there
    /// Size and sampled figures are those of the catalog. Else it has to be indexed again.
    bool isSame = false;
    bool hasSameTime() const { return stamp.modifiedNs == shard.stamp.modifiedNs; }
};

struct MovedSearch {
    std::vector<MovedShard> found;
    std::vector<catalog::ShardInfo> lost; ///< nothing of that name below the folder
};

/// Looks for the missing shards below `folder`; follows no link to a folder. Progress counts files.
Result<MovedSearch> findMovedShards(catalog::Catalog& catalog, shards::OpenShards& open,
                                    const std::vector<catalog::ShardInfo>& missing, const std::filesystem::path& folder,
                                    const Job& job);

} // namespace biomedica::workspace
