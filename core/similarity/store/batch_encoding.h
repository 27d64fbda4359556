// Rows in memory → the lists, centres and codes that a batch's file holds (vector_batch.h).
//
// Thread contract: a pure function; it starts threads of its own.
#pragma once

#include "core/base/job.h"
#include "core/similarity/arithmetic/clustering.h"
#include "core/similarity/store/vector_batch.h"

#include <vector>

namespace biomedica::similarity {

/// Rows in the order in which they are written, and what is known of them beside.
struct EncodedRows {
    std::vector<std::uint32_t> order; ///< row in memory, by row on the disk
    std::vector<VectorList> lists;
    std::vector<Half> centres;
    std::vector<std::uint8_t> blocks;
    float spread = 0;
};

/// Clusters and encodes. Cancelled.
Result<EncodedRows> encodeRows(const HalfRows& rows, unsigned threads, const Job& job);

} // namespace biomedica::similarity
