#include "core/similarity/neighbour_search.h"

#include "core/similarity/exact_scan.h"
#include "core/similarity/list_search.h"
#include "core/similarity/store/unit_length.h"

#include <algorithm>
#include <cassert>
#include <thread>

namespace biomedica::similarity {

namespace {

Result<void> checkFilter(const VectorSet& set, const Bitmap* allowed)
{
    if (allowed && allowed->size() != set.size())
        return Error(ErrorKind::Invalid, "the filter is of another set of vectors: it has "
                                             + std::to_string(allowed->size()) + " places instead of "
                                             + std::to_string(set.size()));
    return {};
}

} // namespace

NeighbourSearch::NeighbourSearch(std::shared_ptr<const VectorSet> set, unsigned threads)
    : m_set(std::move(set)), m_threads(threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1u, 4u)),
      m_rotation(m_set->model().dimensions)
{
}

Result<std::vector<Neighbour>> NeighbourSearch::nearest(std::span<const float> query, std::size_t k,
                                                        const Bitmap* allowed, const Job& job,
                                                        SearchEffort* effort) const
{
    const std::size_t count = std::min(m_set->count(), allowed ? allowed->count() : m_set->count());
    if (k == 0 || count <= std::max(mostScoredExactly, 4 * k)) {
        if (effort)
            *effort = {0, 0, count};
        return exact(query, k, allowed, job);
    }
    TRY_VOID(checkFilter(*m_set, allowed));
    std::vector<float> scaled(m_set->model().dimensions);
    TRY_VOID(scaleToLengthOne(query, scaled));
    ListSearch search(*m_set, m_rotation, scaled, allowed, m_threads);
    TRY(auto found, search.nearest(k, job));
    if (effort)
        *effort = search.effort();
    return found;
}

Result<std::vector<Neighbour>> NeighbourSearch::within(std::span<const float> query, float cosine, std::size_t k,
                                                       const Bitmap* allowed, const Job& job) const
{
    TRY_VOID(checkFilter(*m_set, allowed));
    std::vector<float> scaled(m_set->model().dimensions);
    TRY_VOID(scaleToLengthOne(query, scaled));
    return ListSearch(*m_set, m_rotation, scaled, allowed, m_threads).within(cosine, k, job);
}

Result<std::vector<Neighbour>> NeighbourSearch::exact(std::span<const float> query, std::size_t k,
                                                      const Bitmap* allowed, const Job& job) const
{
    TRY_VOID(checkFilter(*m_set, allowed));
    std::vector<float> scaled(m_set->model().dimensions);
    TRY_VOID(scaleToLengthOne(query, scaled));
    if (k == 0)
        return std::vector<Neighbour>();
    TRY(auto answers, scanExactly(*m_set, scaled, k, allowed, m_threads, job));
    return std::move(answers.front());
}

Result<std::vector<std::vector<Neighbour>>> NeighbourSearch::exactOfMany(std::span<const float> queries, std::size_t k,
                                                                         const Job& job) const
{
    const std::size_t dimensions = m_set->model().dimensions;
    assert(queries.size() % dimensions == 0);
    std::vector<float> scaled(queries.size());
    for (std::size_t begin = 0; begin < queries.size(); begin += dimensions)
        TRY_VOID(scaleToLengthOne(queries.subspan(begin, dimensions), std::span(scaled).subspan(begin, dimensions)));
    return scanExactly(*m_set, scaled, k, nullptr, m_threads, job);
}

} // namespace biomedica::similarity
