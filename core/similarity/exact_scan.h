// Every vector that is asked about, scored: what small sets are searched with, and what the fast search is measured by.
//
// Thread contract: pure functions that start threads of their own.
#pragma once

#include "core/similarity/best_neighbours.h"
#include "core/similarity/store/vector_set.h"

namespace biomedica::similarity {

/// The `k` nearest of each query among live positions, of those only that `allowed` holds where it is given.
/// `queries`: count × dimensions float32, row-major, each of length 1. All are answered in one pass over the rows.
/// `asksAhead`: rows are asked for before they are touched from the beginning, and not only once the disk was waited
/// for.
Result<std::vector<std::vector<Neighbour>>> scanExactly(const VectorSet& set, std::span<const float> queries,
                                                        std::size_t k, const Bitmap* allowed, unsigned threads,
                                                        const Job& job, bool asksAhead = false);

} // namespace biomedica::similarity
