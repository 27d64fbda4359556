// Other libraries for nearest neighbours, where they were found: what ours is compared with.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace biomedica::bench {

/// A library's index of n × d vectors of length 1, row-major; searched for the k with the largest products.
struct SimilarityPeer {
    std::string name;
    /// Fewer vectors than were given where it did not finish within the seconds; how many.
    std::function<std::size_t(const float* vectors, std::size_t n, std::size_t d, double seconds)> build;
    std::function<std::vector<std::int64_t>(const float* query, std::size_t k)> search;
};

std::vector<SimilarityPeer> similarityPeers();

} // namespace biomedica::bench
