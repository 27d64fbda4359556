// How good the fast search is on the vectors at hand.
//
// Thread contract: a pure function.
#pragma once

#include "core/similarity/neighbour_search.h"

namespace biomedica::similarity {

/// How often nearest() finds what is nearest.
struct Recall {
    std::size_t queries = 0, k = 0;
    double share = 1;        ///< of the k nearest that were found, on average; found, too, is what is as near
    double milliseconds = 0; ///< median of a search
};

/// Measured with some of the set's own vectors as queries, evenly spread, each left out of its answer. Every vector is
/// read once.
Result<Recall> measureRecall(const NeighbourSearch& search, std::size_t queries, std::size_t k, const Job& job);

} // namespace biomedica::similarity
