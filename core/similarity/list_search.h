// One search through the lists of a set (neighbour_search.h says how).
//
// Thread contract: belongs to one thread, and starts others while nearest() runs.
#pragma once

#include "core/base/read_ahead.h"
#include "core/similarity/arithmetic/sign_code.h"
#include "core/similarity/candidates.h"
#include "core/similarity/neighbour_search.h"
#include "core/similarity/search_depth.h"

#include <unordered_map>

namespace biomedica::similarity {

class ListSearch {
public:
    /// Rows of a round: five milliseconds of one thread. Where others work, too, waiting for a second thread to be
    /// given a processor takes far longer than what it saves: 76 ms in place of 25 for 4 million rows in rounds of
    /// 262,144.
    static constexpr std::size_t fewestForThreads = 1 << 20;

    /// `query`: of length 1. What is passed lives as long as this. One thread scans rounds of fewer than `fewest` rows.
    /// `asksAhead`: from the beginning, and not only once the disk was waited for.
    ListSearch(const VectorSet& set, const Rotation& rotation, std::span<const float> query, const Bitmap* allowed,
               unsigned threads, std::size_t fewest = fewestForThreads, bool asksAhead = false);

    /// One question, to be asked once.
    Result<std::vector<Neighbour>> nearest(std::size_t k, const Job& job);
    /// Of those whose cosine with the query is at least `cosine`.
    Result<std::vector<Neighbour>> within(float cosine, std::size_t k, const Job& job);
    const SearchEffort& effort() const { return m_effort; }

private:
    /// A list as it lies to the query.
    struct List {
        const VectorBatch* batch = nullptr;
        std::uint32_t number = 0; ///< in the batch
        std::uint32_t firstPosition = 0, rows = 0, firstBlock = 0;
        float reach = 0;           ///< VectorList::reach
        float queryToCentre = 0;   ///< distance
        float constant = 0;        ///< <q,c> - |c|²: what an estimate lacks
        float nearest = 0;         ///< no row is likely nearer to the query than this
        float way = 0;             ///< SearchDepth::add()
        std::uint32_t allowed = 0; ///< how many rows may be found
    };

    void addLists(const VectorPart& part);
    void arrangeLists(std::size_t k);
    float distanceOfRows(std::size_t k) const;
    void measureWays(std::span<List> lists, float distance);
    std::size_t countAllowed(const VectorPart& part, const VectorList& list) const;
    Result<bool> searchLists(std::size_t mostCandidates, BestNeighbours& best, const Job& job);
    bool mayHoldNearer(std::size_t list, const BestNeighbours& best) const;
    bool isEnough(std::size_t lists, const BestNeighbours& best);
    void askForCodes(std::size_t begin, std::size_t end) const;
    float reached(const BestNeighbours& best) const { return std::max(m_known, best.floor()); }
    void collect(std::size_t list, float cosine, Candidates& candidates) const;
    /// Calls take(estimate, position) for the allowed rows whose estimate reaches needed().
    template <typename Needed, typename Take>
    void scan(const List& list, const Needed& needed, const Take& take) const;
    std::uint32_t allowedOf(std::size_t position, std::size_t rows) const;
    void score(Candidates& candidates, float mostSlack, BestNeighbours& best);
    void score(std::span<const Candidate> rows, BestNeighbours& best);
    std::size_t scoredAtOnce();
    bool asksAhead() { return m_asksAhead || m_waits.haveBeen(); }
    float slackOf(const List& list, float cosine) const;
    float largestSlack(std::size_t begin, std::size_t end, float cosine) const;

    const VectorSet& m_set;
    std::span<const float> m_query;
    const Bitmap* m_allowed;
    unsigned m_threads;
    std::size_t m_fewestForThreads;
    bool m_asksAhead;
    EstimateQuery m_estimates;
    std::vector<List> m_lists; ///< from arrangeLists() on those first that may hold nearer rows
    float m_known = -std::numeric_limits<float>::infinity(); ///< what k rows are known to reach, or is asked for
    SearchDepth m_depth;
    std::unordered_map<std::uint32_t, std::uint32_t> m_listOf; ///< by position, of rows that were among the best
    DiskWaits m_waits;
    SearchEffort m_effort;
};

} // namespace biomedica::similarity
