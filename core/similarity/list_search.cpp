#include "core/similarity/list_search.h"

#include "core/similarity/arithmetic/parallel.h"

#include <bit>
#include <cmath>

namespace biomedica::similarity {

namespace {

/// Standard deviations that a neighbour may be worse placed than it is before it is lost: 1 in 44 at the very edge of
/// the answer, far fewer within.
constexpr float caution = 2;
constexpr float nothing = -std::numeric_limits<float>::infinity();
constexpr std::size_t rowsOfFirstRound = 8192, rowsOfLargestRound = 1 << 22;
constexpr std::size_t fewestForThreads = 1 << 17; ///< rows of a round: 0.15 ms of one thread, three times its start
constexpr std::size_t fewestCandidates = 4096;
constexpr std::size_t scoredAtOnce = 64;

/// From the cosine of two vectors of length 1.
float distanceOf(float cosine)
{
    return std::sqrt(std::max(0.0f, 2 - 2 * std::max(cosine, -1.0f)));
}

/// How near to the query a row of a list may be. A neighbour at distance d of a row that lies r from its centre lies
/// off in a direction of its own, so that the square of its distance from the centre is r² + d², give or take
/// 2 r d × spread. Solved for the d at which the query's distance is likely.
float nearestPossible(float queryToCentre, float reach, float spread)
{
    if (queryToCentre <= reach)
        return 0;
    const float half = caution * reach * std::min(spread, 1.0f);
    return std::sqrt(half * half + queryToCentre * queryToCentre - reach * reach) - half;
}

} // namespace

ListSearch::ListSearch(const VectorSet& set, const Rotation& rotation, std::span<const float> query,
                       const Bitmap* allowed, unsigned threads)
    : m_set(set), m_query(query), m_allowed(allowed), m_threads(threads), m_estimates(rotation, query)
{
    arrangeLists();
}

void ListSearch::arrangeLists()
{
    for (const VectorPart& part : m_set.parts()) {
        const VectorBatch& batch = *part.batch;
        for (std::size_t i = 0; i < batch.lists().size(); ++i) {
            const VectorList& list = batch.lists()[i];
            const float product = kernels().dot(batch.centre(i).data(), m_query.data(), m_query.size());
            const float distance = std::sqrt(std::max(0.0f, 1 - 2 * product + list.squaredLength));
            m_lists.push_back({&batch, static_cast<std::uint32_t>(part.first + list.first), list.rows, list.firstBlock,
                               list.reach, distance, product - list.squaredLength,
                               nearestPossible(distance, list.reach, batch.spread())});
        }
    }
    // Lists around the query: the nearest centre first.
    std::sort(m_lists.begin(), m_lists.end(), [](const List& a, const List& b) {
        if (a.nearest != b.nearest)
            return a.nearest < b.nearest;
        return a.queryToCentre != b.queryToCentre ? a.queryToCentre < b.queryToCentre
                                                  : a.firstPosition < b.firstPosition;
    });
}

Result<std::vector<Neighbour>> ListSearch::nearest(std::size_t k, const Job& job)
{
    for (std::size_t most = std::max(fewestCandidates, 4 * k);; most *= 8) {
        BestNeighbours best(k);
        TRY(const bool wasEnough, searchLists(most, best, job));
        if (wasEnough) {
            TRY_VOID(m_set.check());
            return best.sorted();
        }
        m_known = reached(best);
    }
}

/// False where there was no room for rows that may belong to the answer.
Result<bool> ListSearch::searchLists(std::size_t mostCandidates, BestNeighbours& best, const Job& job)
{
    Candidates candidates(mostCandidates);
    std::size_t rowsOfRound = std::max(rowsOfFirstRound, 2 * mostCandidates);
    std::size_t begin = 0;
    while (begin < m_lists.size() && m_lists[begin].nearest <= distanceOf(reached(best))) {
        TRY_VOID(job.check());
        const float floor = reached(best);
        std::size_t end = begin, rows = 0;
        for (; end < m_lists.size() && rows < rowsOfRound; ++end)
            rows += m_lists[end].rows;
        const unsigned threads = rows < fewestForThreads ? 1 : m_threads;
        std::vector<Candidates> others(threads - 1, Candidates(mostCandidates, candidates.floor()));
        inParts(threads, threads, [&](std::size_t thread, std::size_t) {
            Candidates& mine = thread == 0 ? candidates : others[thread - 1];
            for (std::size_t list = begin + thread; list < end; list += threads)
                scan(list, mine, floor);
        });
        for (const Candidates& other : others)
            candidates.add(other);
        score(candidates, best);
        m_effort.lists += end - begin;
        m_effort.estimated += rows;
        begin = end;
        rowsOfRound = std::min(2 * rowsOfRound, rowsOfLargestRound);
    }
    float needed = reached(best);
    for (std::size_t list = 0; list < begin && candidates.floor() != nothing; ++list)
        needed = std::min(needed, reached(best) - slackOf(list, reached(best)));
    return candidates.floor() == nothing || candidates.floor() < needed;
}

/// How far an estimate may lie below `cosine` while the row's own reaches it.
float ListSearch::slackOf(std::size_t list, float cosine) const
{
    const List& of = m_lists[list];
    // Errors are largest for rows from which the query and the centre are seen at a right angle.
    const float worst = std::hypot(of.queryToCentre, distanceOf(cosine));
    return caution * deviationOf(cosine, std::min(of.reach, worst), of.queryToCentre, of.batch->coordinates());
}

std::uint32_t ListSearch::allowedOf(std::size_t position, std::size_t rows) const
{
    const auto bitsOf = [&](std::span<const std::uint64_t> words) {
        const std::size_t word = position / 64, shift = position % 64;
        std::uint64_t bits = words[word] >> shift;
        if (shift > 32 && word + 1 < words.size())
            bits |= words[word + 1] << (64 - shift);
        return static_cast<std::uint32_t>(bits);
    };
    std::uint32_t bits = bitsOf(m_set.live().words());
    if (m_allowed)
        bits &= bitsOf(m_allowed->words());
    return rows < rowsInBlock ? bits & ((1u << rows) - 1) : bits;
}

void ListSearch::scan(std::size_t list, Candidates& candidates, float cosine) const
{
    const List& of = m_lists[list];
    const float floor = cosine - slackOf(list, cosine);
    float estimates[rowsInBlock];
    for (std::uint32_t row = 0; row < of.rows; row += rowsInBlock) {
        std::uint32_t bits = allowedOf(of.firstPosition + row, of.rows - row);
        if (bits == 0)
            continue;
        const float needed = std::max(floor, candidates.floor()) - of.constant;
        bits &= kernels().estimate(of.batch->block(of.firstBlock + row / rowsInBlock), m_estimates.table(), needed,
                                   estimates);
        for (; bits != 0; bits &= bits - 1) {
            const auto place = static_cast<std::uint32_t>(std::countr_zero(bits));
            candidates.add({estimates[place] + of.constant, of.firstPosition + row + place,
                            static_cast<std::uint32_t>(list), false});
        }
    }
}

/// Scores the candidates that may belong to the answer.
void ListSearch::score(Candidates& candidates, BestNeighbours& best)
{
    std::vector<Candidate>& rows = candidates.sorted();
    std::vector<Candidate*> chosen;
    for (std::size_t begin = 0; begin < rows.size(); begin += scoredAtOnce) {
        const std::size_t end = std::min(begin + scoredAtOnce, rows.size());
        const float floor = reached(best);
        chosen.clear();
        for (std::size_t i = begin; i < end; ++i) {
            Candidate& row = rows[i];
            if (row.isScored || row.estimate < floor - slackOf(row.list, floor))
                continue;
            chosen.push_back(&row);
            __builtin_prefetch(m_set.row(row.position).data());
        }
        for (Candidate* const row : chosen) {
            row->isScored = true;
            const float product = kernels().dot(m_set.row(row->position).data(), m_query.data(), m_query.size());
            if (product >= best.floor())
                best.add({row->position, m_set.idAt(row->position), product});
        }
        m_effort.scored += chosen.size();
    }
}

} // namespace biomedica::similarity
