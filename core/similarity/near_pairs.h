// Pairs of vectors that lie near each other: what may be one figure in several articles.
//
// Thread contract: a pure function that starts threads of its own.
#pragma once

#include "core/similarity/neighbour_search.h"

namespace biomedica::similarity {

struct NearPair {
    std::uint32_t first = 0, second = 0; ///< positions; the first has the lower id
    float cosine = 0;
    bool operator==(const NearPair&) const = default;
};

/// For each live vector, of those that `among` holds where it is given, the `most` nearest whose cosine with it is at
/// least `cosine`; each pair once, by the ids of the first and of the second. As with NeighbourSearch::nearest() one
/// may be missed now and then. Progress is in vectors. In memory: 12 bytes a pair, up to 2.5 times that while they
/// grow.
Result<std::vector<NearPair>> findNearPairs(const NeighbourSearch& search, float cosine, std::size_t most,
                                            const Bitmap* among, const Job& job);

} // namespace biomedica::similarity
