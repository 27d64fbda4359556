#include "core/similarity/near_groups.h"

#include "core/similarity/arithmetic/parallel.h"

namespace biomedica::similarity {

namespace {

constexpr std::size_t searchedAtOnce = 512; ///< between two looks at the job

/// Positions that may be in groups, in the order of ids.
std::vector<std::uint32_t> membersInOrder(const VectorSet& set, const Bitmap* among)
{
    std::vector<std::pair<FigureId, std::uint32_t>> members;
    set.live().forEach([&](std::uint32_t position) {
        if (!among || among->test(position))
            members.emplace_back(set.idAt(position), position);
    });
    std::sort(members.begin(), members.end());
    std::vector<std::uint32_t> positions;
    positions.reserve(members.size());
    for (const auto& [id, position] : members)
        positions.push_back(position);
    return positions;
}

/// What is near each of some vectors. Each is searched for by one thread: that is less work than sharing one search.
Result<std::vector<std::vector<Neighbour>>> nearOf(const NeighbourSearch& search,
                                                   const std::vector<std::uint32_t>& positions, float cosine,
                                                   const Bitmap* among, const Job& job)
{
    const NeighbourSearch alone(search.sharedSet(), 1);
    std::vector<std::vector<Neighbour>> near(positions.size());
    std::vector<Result<void>> ended(search.threads());
    inParts(search.threads(), search.threads(), [&](std::size_t thread, std::size_t) {
        std::vector<float> query(search.set().model().dimensions);
        for (std::size_t i = thread; i < positions.size() && ended[thread]; i += search.threads()) {
            search.set().copyRow(positions[i], query);
            auto found = alone.within(query, cosine, among, Job{job.stop, {}, nullptr});
            if (found)
                near[i] = std::move(*found);
            else
                ended[thread] = found.error();
        }
    });
    for (const Result<void>& end : ended)
        TRY_VOID(end);
    return near;
}

} // namespace

Result<std::vector<NearGroup>> findNearGroups(const NeighbourSearch& search, float cosine, const Bitmap* among,
                                              const Job& job)
{
    const std::vector<std::uint32_t> order = membersInOrder(search.set(), among);
    Bitmap isTaken(search.set().size());
    std::vector<NearGroup> groups;
    for (std::size_t next = 0; next < order.size();) {
        TRY_VOID(job.check());
        std::vector<std::uint32_t> free;
        for (; next < order.size() && free.size() < searchedAtOnce; ++next)
            if (!isTaken.test(order[next]))
                free.push_back(order[next]);
        TRY(auto near, nearOf(search, free, cosine, among, job));
        for (std::size_t i = 0; i < free.size(); ++i) {
            if (isTaken.test(free[i]))
                continue;
            isTaken.set(free[i]);
            std::erase_if(near[i], [&](const Neighbour& other) { return isTaken.test(other.position); });
            if (near[i].empty())
                continue;
            for (const Neighbour& other : near[i])
                isTaken.set(other.position);
            groups.push_back({free[i], std::move(near[i])});
        }
        job.tell(next, order.size(), "near duplicates");
    }
    return groups;
}

} // namespace biomedica::similarity
