// How often each value of a field occurs among figures.
//
// Counted over the codes of the columns, for several fields at once; of more than half of the collection the others are
// counted and taken from the totals, which columns carry, so that all figures cost nothing.
//
// Thread contract: pure functions over an immutable snapshot.
#pragma once

#include "core/query/snapshot.h"

#include <span>
#include <string>
#include <vector>

namespace biomedica::query {

struct FacetValue {
    std::string value;
    std::size_t count = 0;
    bool operator==(const FacetValue&) const = default;
};

struct Facet {
    Field field = Field::License;
    std::vector<FacetValue> values; ///< most frequent first, then by name
};

/// A facet for each of the fields, in their order. `rows` are figures of the collection.
std::vector<Facet> countFacets(const Snapshot& snapshot, std::span<const Field> fields, const Bitmap& rows);

} // namespace biomedica::query
