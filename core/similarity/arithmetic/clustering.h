// Rows near each other: k-means on a sample (Lloyd), then every row to its nearest centre.
//
// Our own because Debian's FAISS multiplies with SSE2; deterministic, so that a batch that is built again is the same.
//
// Thread contract: pure functions that start threads of their own.
#pragma once

#include "core/base/job.h"
#include "core/similarity/arithmetic/kernels.h"

#include <vector>

namespace biomedica::similarity {

/// n × dimensions 16-bit floats, row-major.
struct HalfRows {
    std::span<const Half> numbers;
    std::size_t dimensions = 1;
    std::size_t count() const { return numbers.size() / dimensions; }
    std::span<const Half> row(std::size_t index) const { return numbers.subspan(index * dimensions, dimensions); }
};

struct Clusters {
    std::vector<float> centres;       ///< k × dimensions, row-major, each the mean of its sample
    std::vector<std::uint32_t> ofRow; ///< the number of the nearest centre, by row
};

/// At most `count` clusters; fewer where rows repeat. Cancelled where the job is stopped.
Result<Clusters> cluster(const HalfRows& rows, std::size_t count, unsigned threads, const Job& job);

} // namespace biomedica::similarity
