// The vectors nearest to a query, without looking at most of them.
//
// Rows lie in lists of neighbours (vector_batch.h). Lists are looked at in the order of how near a row of theirs may be
// to the query, until none can hold one nearer than the k-th that was found, or those that are left hardly hold any
// (search_depth.h). In a list every row's cosine is estimated from its signs; the best are scored exactly. How many
// adapts: a row is left out only where its estimate lies two standard deviations of its error below the k-th exact
// cosine. So data in clusters costs little, and data without structure costs a scan of all signs and many exact scores
// rather than neighbours.
//
// Filters act inside: rows that are not allowed are not candidates, and up to mostScoredExactly of allowed rows are all
// scored.
//
// Where files are not in memory, codes of a round and rows that are to be scored are asked for before they are touched.
//
// Thread contract: immutable; several threads may search at once. A search starts threads of its own.
#pragma once

#include "core/similarity/arithmetic/rotation.h"
#include "core/similarity/best_neighbours.h"
#include "core/similarity/store/vector_set.h"

namespace biomedica::similarity {

/// What a search took.
struct SearchEffort {
    std::size_t lists = 0, estimated = 0, scored = 0; ///< rows whose cosine was estimated, and computed
};

class NeighbourSearch {
public:
    static constexpr std::size_t mostScoredExactly = 32'768;

    /// `threads`: 0 = as many as the processor has, at most four.
    explicit NeighbourSearch(std::shared_ptr<const VectorSet> set, unsigned threads = 0);

    const VectorSet& set() const { return *m_set; }
    const std::shared_ptr<const VectorSet>& sharedSet() const { return m_set; }
    unsigned threads() const { return m_threads; }

    /// The `k` nearest of the live vectors, the best first, ties by id; fewer where there are fewer. `query`: any
    /// length but zero; Invalid as for VectorWriter::add(). `allowed`: positions that may be found, of set().size();
    /// null = all.
    Result<std::vector<Neighbour>> nearest(std::span<const float> query, std::size_t k, const Bitmap* allowed = nullptr,
                                           const Job& job = {}, SearchEffort* effort = nullptr) const;

    /// As nearest(), of those whose cosine with the query is at least `cosine`; `k` is at least 1.
    Result<std::vector<Neighbour>> within(std::span<const float> query, float cosine, std::size_t k,
                                          const Bitmap* allowed = nullptr, const Job& job = {}) const;

    /// As nearest(), with every vector scored.
    Result<std::vector<Neighbour>> exact(std::span<const float> query, std::size_t k, const Bitmap* allowed = nullptr,
                                         const Job& job = {}) const;
    /// As exact(), for many at once, in one pass over the vectors: `queries` is n × dimensions, row-major; `k` is
    /// at least 1.
    Result<std::vector<std::vector<Neighbour>>> exactOfMany(std::span<const float> queries, std::size_t k,
                                                            const Job& job = {}) const;

private:
    std::shared_ptr<const VectorSet> m_set;
    unsigned m_threads;
    Rotation m_rotation;
};

} // namespace biomedica::similarity
