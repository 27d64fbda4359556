// collection.json: what makes a folder a collection.
//
// Thread contract: pure functions on files.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::workspace {

struct CollectionFile {
    std::string name;
    std::vector<std::filesystem::path> shards; ///< where the shards are: enough to rebuild the catalog
    /// Asked for by an indexing run that has not come to its end.
    std::vector<std::filesystem::path> unread = {};
};

inline constexpr const char* collectionFileName = "collection.json";

/// NotFound where the folder is no collection; Unsupported where it is of a newer version.
Result<CollectionFile> readCollectionFile(const std::filesystem::path& folder);
Result<void> writeCollectionFile(const std::filesystem::path& folder, const CollectionFile& file);

} // namespace biomedica::workspace
