// What a search for duplicates has found.
//
// Thread contract: a value.
#pragma once

#include "core/workspace/similarity.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace biomedica::ui {

/// Where the figures of a group stand.
struct GroupArticles {
    std::size_t known = 0;   ///< different ones
    std::size_t without = 0; ///< figures whose article is unknown
};

struct DuplicateFindings {
    std::vector<workspace::DuplicateGroup> groups;
    std::vector<GroupArticles> articles; ///< of each group
    std::size_t withoutVectors = 0;      ///< figures that near duplicates were not looked for among
    std::size_t unread = 0;              ///< figures whose pictures could not be compared
    std::optional<double> nearLikeness;  ///< as it was asked
    std::int64_t generation = 0;         ///< of the catalog (catalog::Columns)
};

} // namespace biomedica::ui
