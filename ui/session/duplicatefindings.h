// What a search for duplicates has found.
//
// Thread contract: a value.
#pragma once

#include "core/workspace/similarity.h"

#include <vector>

namespace biomedica::ui {

struct DuplicateFindings {
    std::vector<workspace::DuplicateGroup> groups;
    std::vector<std::size_t> articles; ///< different ones that each group's figures stand in, of those known
    std::size_t withoutVectors = 0;    ///< figures that near duplicates were not looked for among
    std::size_t unread = 0;            ///< figures whose pictures could not be compared
};

} // namespace biomedica::ui
