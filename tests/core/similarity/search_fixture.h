// A collection of some ten thousand vectors, and how much of what is nearest a search finds in it.
#pragma once

#include "core/similarity/neighbour_search.h"
#include "tests/core/similarity/vector_fixture.h"

namespace biomedica::similarity::test {

inline constexpr std::size_t dimensions = 96, count = 80'000, k = 10;

struct Collection {
    Collection(std::size_t latent, std::size_t clusters, float noise)
        : source(dimensions, latent, clusters, noise), store(storeOf(folder, source, dimensions, count, 30'000)),
          set(store->current()), search(set)
    {
    }

    QTemporaryDir folder;
    VectorSource source;
    std::shared_ptr<VectorStore> store;
    std::shared_ptr<const VectorSet> set;
    NeighbourSearch search;
};

/// Made once for all tests, in 60 clusters.
const Collection& clustered();
Bitmap everyNth(std::size_t size, std::size_t n);

/// The share of what a naive program finds.
double recallOf(const VectorSet& set, const std::vector<Neighbour>& found, std::span<const float> query,
                std::size_t wanted, const Bitmap* allowed);
/// Of vectors like those of the collection that are not in it; 0 where a search fails.
double meanRecall(const Collection& collection, std::size_t wanted, const Bitmap* allowed, std::size_t queries);

} // namespace biomedica::similarity::test
