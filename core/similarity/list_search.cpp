#include "core/similarity/list_search.h"

#include "core/similarity/arithmetic/parallel.h"

#include <bit>
#include <cmath>
#include <queue>
#include <tuple>

namespace biomedica::similarity {

namespace {

/// Standard deviations that a neighbour may be worse placed than it is before it is lost: 1 in 44 at the very edge of
/// the answer, far fewer within.
constexpr float caution = 2;
/// The same for lists, of which there are many. At 2, of 200,000 vectors 56,000 in place of 86,000 are estimated where
/// they lie in clusters; without structure 3 to 4 of 100 neighbours are lost in place of 1.
constexpr float cautionWithLists = 2.5f;
constexpr float infinity = std::numeric_limits<float>::infinity(), nothing = -infinity;
/// A search may end where a round ends: a round is a quarter of what was estimated before.
constexpr std::size_t rowsOfFirstRound = 8192, rowsOfLargestRound = ListSearch::fewestForThreads, sharesOfRound = 4;
constexpr std::size_t fewestCandidates = 4096;
/// Rows: the first ones show whether the disk is waited for, and then many are asked for at once.
constexpr std::size_t scoredFirst = 8, scoredFromMemory = 64, scoredFromDisk = 256;

/// From the cosine of two vectors of length 1.
float distanceOf(float cosine)
{
    return std::sqrt(std::max(0.0f, 2 - 2 * std::max(cosine, -1.0f)));
}

/// How far it is from the query to where a list of a batch begins, whose centre lies `apart` from that of a nearer one
/// of the batch; 0 where that is not the nearer one. Rows are in the list whose centre is nearest to them. So the way
/// has to lead from one centre towards the other, by (the difference of the squares of the query's distances to both) /
/// 2 apart.
float distanceToCell(float queryToCentre, float queryToNearer, float apart)
{
    const float difference = queryToCentre * queryToCentre - queryToNearer * queryToNearer;
    return std::max(0.0f, difference) / (2 * apart);
}

} // namespace

ListSearch::ListSearch(const VectorSet& set, const Rotation& rotation, std::span<const float> query,
                       const Bitmap* allowed, unsigned threads, std::size_t fewest, bool asksAhead)
    : m_set(set), m_query(query), m_allowed(allowed), m_threads(threads), m_fewestForThreads(fewest),
      m_asksAhead(asksAhead), m_estimates(rotation, query)
{
    for (const VectorPart& part : m_set.parts())
        addLists(part);
}

/// Lists without a row that is allowed are left out: where all that is allowed lies on one side of the query, ways lead
/// there and not anywhere, and only lists on that side say how far it is to their neighbours.
void ListSearch::addLists(const VectorPart& part)
{
    const VectorBatch& batch = *part.batch;
    for (std::size_t i = 0; i < batch.lists().size(); ++i) {
        const VectorList& list = batch.lists()[i];
        const std::size_t allowed = countAllowed(part, list);
        const float product = kernels().dot(batch.centre(i).data(), m_query.data(), m_query.size());
        const float constant = product - list.squaredLength;
        if (allowed == 0 || !std::isfinite(constant)) // the latter where it is damaged
            continue;
        m_lists.push_back({&batch, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(part.first + list.first),
                           list.rows, list.firstBlock, list.reach,
                           std::sqrt(std::max(0.0f, 1 - 2 * product + list.squaredLength)), constant, 0, 0,
                           static_cast<std::uint32_t>(allowed)});
    }
}

void ListSearch::arrangeLists(std::size_t k)
{
    const float distance = std::min(distanceOfRows(k), m_known == nothing ? infinity : distanceOf(m_known));
    for (std::size_t begin = 0, end; begin < m_lists.size(); begin = end) {
        end = begin + 1;
        while (end < m_lists.size() && m_lists[end].batch == m_lists[begin].batch)
            ++end;
        measureWays(std::span(m_lists).subspan(begin, end - begin), distance);
    }
    std::sort(m_lists.begin(), m_lists.end(), [](const List& a, const List& b) {
        return std::tie(a.nearest, a.queryToCentre, a.firstPosition)
               < std::tie(b.nearest, b.queryToCentre, b.firstPosition);
    });
    for (const List& list : m_lists)
        m_depth.add(list.way, list.allowed);
}

/// How far the centres lie of the nearest lists that hold `k` rows together.
float ListSearch::distanceOfRows(std::size_t k) const
{
    std::priority_queue<std::pair<float, std::size_t>> lists; // distance and rows, the furthest on top
    std::size_t rows = 0;
    for (const List& list : m_lists) {
        if (rows >= k && list.queryToCentre >= lists.top().first)
            continue;
        lists.emplace(list.queryToCentre, list.allowed);
        rows += list.allowed;
        for (; rows >= k + lists.top().second; lists.pop())
            rows -= lists.top().second;
    }
    return rows < k ? infinity : lists.top().first;
}

/// For the lists of one batch. Ways are measured from the nearest list that is not nearer than `distance`; what is
/// nearer is no way off. From a list that lies between the query and all that is left, ways would lead to one side and
/// not anywhere.
void ListSearch::measureWays(std::span<List> lists, float distance)
{
    const List* from = nullptr;
    for (const List& list : lists)
        if (list.queryToCentre >= distance && (!from || list.queryToCentre < from->queryToCentre))
            from = &list;
    if (!from)
        return;
    const VectorBatch& batch = *from->batch;
    std::vector<float> centre(m_query.size());
    kernels().toFloats(batch.centre(from->number).data(), centre.data(), centre.size());
    // Ways to neighbours lead anywhere, so that they go distance × spread in one direction, give or take.
    const float share = std::min(1.0f, cautionWithLists * batch.spread());
    const float length = batch.lists()[from->number].squaredLength;
    for (List& list : lists) {
        const float product = kernels().dot(batch.centre(list.number).data(), centre.data(), centre.size());
        const float squares = batch.lists()[list.number].squaredLength + length - 2 * product;
        const float cell = distanceToCell(list.queryToCentre, from->queryToCentre, std::sqrt(std::max(1e-6f, squares)));
        list.nearest = cell / std::max(share, 1e-6f);
        list.way = cell / std::max(batch.spread(), 1e-6f);
    }
}

std::size_t ListSearch::countAllowed(const VectorPart& part, const VectorList& list) const
{
    if (!m_allowed && !part.live)
        return list.rows;
    std::size_t count = 0;
    for (std::size_t row = 0; row < list.rows; row += rowsInBlock)
        count += static_cast<std::size_t>(std::popcount(allowedOf(part.first + list.first + row, list.rows - row)));
    return count;
}

Result<std::vector<Neighbour>> ListSearch::nearest(std::size_t k, const Job& job)
{
    arrangeLists(k);
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
    std::size_t rowsOfRound = std::max(rowsOfFirstRound, 2 * mostCandidates);
    std::size_t begin = 0;
    float dropped = nothing; // the best estimate of a row that there was no room for is not above it
    while (begin < m_lists.size() && mayHoldNearer(begin, best) && !isEnough(begin, best)) {
        TRY_VOID(job.check());
        std::size_t end = begin, rows = 0;
        for (; end < m_lists.size() && rows < rowsOfRound; ++end)
            rows += m_lists[end].rows;
        if (asksAhead())
            askForCodes(begin, end);
        const unsigned threads = rows < m_fewestForThreads ? 1 : m_threads;
        std::vector<Candidates> candidates(threads, Candidates(mostCandidates));
        const float floor = reached(best);
        inParts(threads, threads, [&](std::size_t thread, std::size_t) {
            for (std::size_t list = begin + thread; list < end; list += threads)
                collect(list, floor, candidates[thread]);
        });
        for (std::size_t other = 1; other < threads; ++other)
            candidates[0].add(candidates[other]);
        candidates[0].finish();
        dropped = std::max(dropped, candidates[0].floor());
        score(candidates[0], largestSlack(begin, end, floor), best);
        m_effort.lists += end - begin;
        m_effort.estimated += rows;
        begin = end;
        rowsOfRound = std::max(rowsOfRound, std::min(m_effort.estimated / sharesOfRound, rowsOfLargestRound));
    }
    return dropped == nothing || dropped < reached(best) - largestSlack(0, begin, reached(best));
}

/// Whether a row of the list is likely as near as the best; always while there are not enough of these.
bool ListSearch::mayHoldNearer(std::size_t list, const BestNeighbours& best) const
{
    return reached(best) == nothing || m_lists[list].nearest <= distanceOf(reached(best));
}

/// Whether the lists after the first ones hardly hold any of the nearest.
bool ListSearch::isEnough(std::size_t lists, const BestNeighbours& best)
{
    if (best.floor() == nothing)
        return false;
    std::vector<std::uint32_t> foundIn;
    for (const Neighbour& neighbour : best.all())
        foundIn.push_back(m_listOf.at(neighbour.position));
    return m_depth.isEnough(lists, distanceOf(best.floor()), foundIn);
}

void ListSearch::askForCodes(std::size_t begin, std::size_t end) const
{
    for (std::size_t list = begin; list < end; ++list)
        askFor(m_lists[list].batch->codes(m_lists[list].firstBlock, m_lists[list].rows));
}

float ListSearch::largestSlack(std::size_t begin, std::size_t end, float cosine) const
{
    float slack = 0;
    for (std::size_t list = begin; list < end; ++list)
        slack = std::max(slack, slackOf(m_lists[list], cosine));
    return slack;
}

/// How far an estimate may lie below `cosine` while the row's own reaches it.
float ListSearch::slackOf(const List& of, float cosine) const
{
    if (cosine == nothing) // not known yet: as much as there is, at a right angle
        cosine = 1 - (of.reach * of.reach + of.queryToCentre * of.queryToCentre) / 2;
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

template <typename Needed, typename Take>
void ListSearch::scan(const List& list, const Needed& needed, const Take& take) const
{
    float estimates[rowsInBlock];
    for (std::uint32_t row = 0; row < list.rows; row += rowsInBlock) {
        std::uint32_t bits = allowedOf(list.firstPosition + row, list.rows - row);
        if (bits == 0)
            continue;
        bits &= kernels().estimate(list.batch->block(list.firstBlock + row / rowsInBlock), m_estimates.table(),
                                   needed() - list.constant, estimates);
        for (; bits != 0; bits &= bits - 1) {
            const auto place = static_cast<std::uint32_t>(std::countr_zero(bits));
            take(estimates[place] + list.constant, list.firstPosition + row + place);
        }
    }
}

/// The candidates of a list.
void ListSearch::collect(std::size_t list, float cosine, Candidates& candidates) const
{
    const float floor = cosine - slackOf(m_lists[list], cosine);
    scan(
        m_lists[list], [&] { return std::max(floor, candidates.floor()); },
        [&](float estimate, std::uint32_t position) {
            candidates.add({estimate, position, static_cast<std::uint32_t>(list)});
        });
}

Result<std::vector<Neighbour>> ListSearch::within(float cosine, std::size_t k, const Job& job)
{
    m_known = cosine;
    TRY(std::vector<Neighbour> found, nearest(k, job));
    std::erase_if(found, [cosine](const Neighbour& neighbour) { return !(neighbour.cosine >= cosine); });
    return found;
}

/// Scores the candidates that may belong to the answer. The others never will: what is reached only rises.
void ListSearch::score(Candidates& candidates, float mostSlack, BestNeighbours& best)
{
    std::vector<Candidate> chosen;
    while (!candidates.isEmpty()) {
        const float floor = reached(best);
        if (candidates.best().estimate < floor - mostSlack)
            break;
        chosen.clear();
        const std::size_t most = scoredAtOnce();
        while (!candidates.isEmpty() && chosen.size() < most) {
            const Candidate row = candidates.takeBest();
            if (row.estimate < floor - slackOf(m_lists[row.list], floor))
                continue;
            chosen.push_back(row);
            __builtin_prefetch(m_set.row(row.position).data());
        }
        score(chosen, best);
    }
}

void ListSearch::score(std::span<const Candidate> rows, BestNeighbours& best)
{
    if (asksAhead())
        for (const Candidate& row : rows)
            m_set.askForRow(row.position);
    for (const Candidate& row : rows) {
        const float product = kernels().dot(m_set.row(row.position).data(), m_query.data(), m_query.size());
        if (!(product >= best.floor())) // also where a damaged row makes it no number
            continue;
        best.add({row.position, m_set.idAt(row.position), product});
        m_listOf[row.position] = row.list;
    }
    m_effort.scored += rows.size();
}

std::size_t ListSearch::scoredAtOnce()
{
    if (asksAhead())
        return scoredFromDisk;
    return m_effort.scored == 0 ? scoredFirst : scoredFromMemory;
}

} // namespace biomedica::similarity
