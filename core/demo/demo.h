// Synthetic, licence-free figures and shards, to try the program with and to measure it by.
//
// Thread contract: free functions without shared state; two demos may be written at once into
// different folders.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/demo/figure.h"

#include <cstdint>
#include <filesystem>

namespace biomedica::demo {

struct DemoOptions {
    std::filesystem::path folder;
    int figures = 2000;
    std::uint64_t seed = 1;
    int figuresPerShard = 500;
    int articleTextBytes = 4000; ///< about the length of each article's text; real ones have 50,000 to 500,000
};

struct DemoSummary {
    int figures = 0;
    int shards = 0;
    std::uint64_t bytes = 0; ///< of the shards

    bool operator==(const DemoSummary&) const = default;
};

/// Writes <folder>/<subset>/<%06d>.tar in the form of BIOMEDICA's shards, for the subsets commercial,
/// noncommercial and other by the articles' licences. The same options give the same bytes, on
/// machines with the same cairo, fonts and JPEG library.
///
/// A shard has its name only once it is whole; shards of the same names are replaced, others left.
/// Invalid where a count is below one, Cancelled between figures.
Result<DemoSummary> writeDemo(const DemoOptions& options, const Job& job);

} // namespace biomedica::demo
