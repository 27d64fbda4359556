// Decodes the pictures of a catalog's figures, to list those that cannot be shown.
//
// Thread contract: one synchronous call; uses the catalog's connection, for writing too.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/shards/openshards.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace biomedica::workspace {

struct PictureReport {
    std::uint64_t checked = 0, broken = 0;
    std::uint64_t outOfReach = 0; ///< not looked at: the shard is not there or has changed
};

/// Decodes each picture to its end, writes what is wrong among the catalog's problems and takes out what is no
/// longer. nullopt = all figures. What was found before a cancel stays.
Result<PictureReport> checkPictures(catalog::Catalog& catalog, shards::OpenShards& open,
                                    const std::optional<std::vector<RowId>>& rows, const Job& job);

} // namespace biomedica::workspace
