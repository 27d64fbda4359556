// searches.json: the searches that people have named, beside the decisions of a collection and not among what can
// be made again. Rejected: the program's settings, which do not travel with the collection.
//
// Thread contract: pure functions on files.
#pragma once

#include "core/base/result.h"
#include "core/query/query.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::workspace {

struct SavedSearch {
    std::string name;
    query::Query query;
    bool operator==(const SavedSearch&) const = default;
};

/// In the order of saving; none where there is no such file yet. Corrupt or Unsupported, naming the file, where a
/// part of it cannot be read: leaving that out would lose it with the next save.
Result<std::vector<SavedSearch>> readSavedSearches(const std::filesystem::path& collection);
Result<void> writeSavedSearches(const std::filesystem::path& collection, const std::vector<SavedSearch>& searches);

} // namespace biomedica::workspace
