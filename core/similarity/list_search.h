// One search through the lists of a set (neighbour_search.h says how).
//
// Thread contract: belongs to one thread, and starts others while nearest() runs.
#pragma once

#include "core/similarity/arithmetic/sign_code.h"
#include "core/similarity/candidates.h"
#include "core/similarity/neighbour_search.h"

namespace biomedica::similarity {

class ListSearch {
public:
    /// `query`: of length 1. What is passed lives as long as this.
    ListSearch(const VectorSet& set, const Rotation& rotation, std::span<const float> query, const Bitmap* allowed,
               unsigned threads);

    Result<std::vector<Neighbour>> nearest(std::size_t k, const Job& job);
    /// All whose cosine with the query is at least `cosine`, the best first.
    Result<std::vector<Neighbour>> within(float cosine, const Job& job);
    const SearchEffort& effort() const { return m_effort; }

private:
    /// A list as it lies to the query.
    struct List {
        const VectorBatch* batch = nullptr;
        std::uint32_t firstPosition = 0, rows = 0, firstBlock = 0;
        float reach = 0;         ///< VectorList::reach
        float queryToCentre = 0; ///< distance
        float constant = 0;      ///< <q,c> - |c|²: what an estimate lacks
        float nearest = 0;       ///< no row is likely nearer to the query than this
    };

    void arrangeLists();
    void arrangeLists(const VectorPart& part);
    Result<bool> searchLists(std::size_t mostCandidates, BestNeighbours& best, const Job& job);
    float reached(const BestNeighbours& best) const { return std::max(m_known, best.floor()); }
    void collect(std::size_t list, float cosine, Candidates& candidates) const;
    /// Calls take(estimate, position) for the allowed rows whose estimate reaches needed().
    template <typename Needed, typename Take>
    void scan(const List& list, const Needed& needed, const Take& take) const;
    std::uint32_t allowedOf(std::size_t position, std::size_t rows) const;
    void score(Candidates& candidates, float mostSlack, BestNeighbours& best);
    float slackOf(const List& list, float cosine) const;
    float largestSlack(std::size_t begin, std::size_t end, float cosine) const;

    const VectorSet& m_set;
    std::span<const float> m_query;
    const Bitmap* m_allowed;
    unsigned m_threads;
    EstimateQuery m_estimates;
    std::vector<List> m_lists;                               ///< those first that may hold nearer rows
    float m_known = -std::numeric_limits<float>::infinity(); ///< what at least k rows are known to reach
    SearchEffort m_effort;
};

} // namespace biomedica::similarity
