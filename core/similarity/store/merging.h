// Which batches of a store become one.
//
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace biomedica::similarity {

struct BatchSize {
    std::size_t rows = 0, live = 0;
};

/// Neighbours [begin, end) that become one batch of their live rows.
struct MergedRun {
    std::size_t begin = 0, end = 0;
    bool operator==(const MergedRun&) const = default;
};

/// Where small batches (less than half of `most` rows) have become more than eight they are merged with their
/// neighbours, up to `most` live rows; a batch of which a quarter is not live is written again. Growing by merges of
/// eight, a row is written about three times. `isThorough`: everything that can be joined or is not live.
std::vector<MergedRun> runsToMerge(std::span<const BatchSize> batches, std::size_t most, bool isThorough);

} // namespace biomedica::similarity
