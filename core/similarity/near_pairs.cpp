#include "core/similarity/near_pairs.h"

#include "core/similarity/arithmetic/parallel.h"
#include "core/similarity/store/unit_length.h"

#include <tuple>

namespace biomedica::similarity {

namespace {

constexpr std::size_t searchedAtOnce = 512; ///< between two looks at the job

/// Of one vector, without itself. One that is damaged has none.
Result<std::vector<Neighbour>> nearOf(const NeighbourSearch& search, std::uint32_t position, float cosine,
                                      std::size_t most, const Bitmap* among, const Job& job)
{
    std::vector<float> query(search.set().model().dimensions);
    search.set().copyRow(position, query);
    if (std::vector<float> scaled(query.size()); !scaleToLengthOne(query, scaled)) {
        TRY_VOID(search.set().check());
        return std::vector<Neighbour>();
    }
    TRY(std::vector<Neighbour> near, search.within(query, cosine, most + 1, among, job));
    std::erase_if(near, [position](const Neighbour& other) { return other.position == position; });
    near.resize(std::min(near.size(), most));
    return near;
}

NearPair pairOf(const VectorSet& set, std::uint32_t position, const Neighbour& other)
{
    return set.idAt(position) < other.id ? NearPair{position, other.position, other.cosine}
                                         : NearPair{other.position, position, other.cosine};
}

/// Rows are of length 1 but for rounding, so the cosine differs in the fourth place by which of the two was the query:
/// the larger one stays.
void keepEachOnce(std::vector<NearPair>& pairs, const VectorSet& set)
{
    const auto place = [&](const NearPair& pair) {
        return std::tuple(set.idAt(pair.first), set.idAt(pair.second), -pair.cosine);
    };
    std::sort(pairs.begin(), pairs.end(), [&](const NearPair& a, const NearPair& b) { return place(a) < place(b); });
    const auto same = [](const NearPair& a, const NearPair& b) { return a.first == b.first && a.second == b.second; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
}

/// Most pairs are found from both sides: before the vector grows, what is twice in it goes.
void append(std::vector<NearPair>& all, const std::vector<NearPair>& more, const VectorSet& set)
{
    if (all.size() + more.size() > all.capacity()) {
        keepEachOnce(all, set);
        if (const std::size_t size = all.size() + more.size(); size > all.capacity() / 4 * 3)
            all.reserve(std::max(size, all.capacity() / 2 * 3));
    }
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

Result<std::vector<NearPair>> findNearPairs(const NeighbourSearch& search, float cosine, std::size_t most,
                                            const Bitmap* among, const Job& job)
{
    const NeighbourSearch alone(search.sharedSet(), 1); // less work than several threads at one search
    std::vector<std::uint32_t> positions;
    search.set().live().forEach([&](std::uint32_t position) {
        if (!among || among->test(position))
            positions.push_back(position);
    });
    std::vector<NearPair> all;
    std::vector<std::vector<NearPair>> pairs(search.threads()); // of those that are searched at once
    std::vector<Result<void>> ended(search.threads());
    for (std::size_t begin = 0; begin < positions.size(); begin += searchedAtOnce) {
        TRY_VOID(job.check());
        const std::size_t end = std::min(begin + searchedAtOnce, positions.size());
        inParts(search.threads(), search.threads(), [&](std::size_t thread, std::size_t) {
            for (std::size_t i = begin + thread; i < end && ended[thread]; i += search.threads()) {
                const auto near = nearOf(alone, positions[i], cosine, most, among, Job{job.stop, {}, nullptr});
                if (!near)
                    ended[thread] = near.error();
                else
                    for (const Neighbour& other : *near)
                        pairs[thread].push_back(pairOf(search.set(), positions[i], other));
            }
        });
        for (const Result<void>& outcome : ended)
            TRY_VOID(outcome);
        for (std::vector<NearPair>& ofThread : pairs) {
            append(all, ofThread, search.set());
            ofThread.clear();
        }
        job.tell(end, positions.size(), "near duplicates");
    }
    keepEachOnce(all, search.set());
    return all;
}

} // namespace biomedica::similarity
