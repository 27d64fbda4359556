// Groups of vectors that are nearly the same: the same figure in several articles, scaled or compressed anew.
//
// Every member is near its group's representative. So groups cannot grow into chains in which each is near the next
// and the ends have nothing in common, as connected components do.
//
// Thread contract: a pure function that starts threads of its own.
#pragma once

#include "core/similarity/neighbour_search.h"

namespace biomedica::similarity {

struct NearGroup {
    std::uint32_t representative = 0; ///< position
    std::vector<Neighbour> others;    ///< the more similar one first, at least one
    bool operator==(const NearGroup&) const = default;
};

/// Groups of live vectors whose cosine with the representative is at least `cosine`, of those that `among` holds where
/// it is given. In the order of ids each vector that is in no group yet takes in those near it that are in none; so the
/// answer depends on ids and vectors alone. As with NeighbourSearch::nearest() a vector may be missed now and then.
/// Progress is in vectors.
Result<std::vector<NearGroup>> findNearGroups(const NeighbourSearch& search, float cosine, const Bitmap* among,
                                              const Job& job);

} // namespace biomedica::similarity
