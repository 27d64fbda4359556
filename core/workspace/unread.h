// Which shards an indexing run that was cut off has left.
//
// Thread contract: a pure function that asks the file system.
#pragma once

#include "core/catalog/catalog.h"

#include <filesystem>
#include <vector>

namespace biomedica::workspace {

/// Those of `asked` that are not among the catalog's `shards`, or have changed since. One that is known and away is
/// missing, not unread.
std::vector<std::filesystem::path> unreadAmong(std::vector<std::filesystem::path> asked,
                                               const std::vector<catalog::ShardInfo>& shards);

} // namespace biomedica::workspace
