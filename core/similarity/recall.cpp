#include "core/similarity/recall.h"

#include <algorithm>
#include <chrono>

namespace biomedica::similarity {

namespace {

/// Products of the same rows may differ in their last digits by the order of their sums.
constexpr float rounding = 1e-5f;

/// Positions of live vectors at even distances.
std::vector<std::uint32_t> sampleOf(const VectorSet& set, std::size_t count)
{
    count = std::min(count, set.count());
    std::vector<std::uint32_t> sample;
    std::size_t place = 0;
    set.live().forEach([&](std::uint32_t position) {
        if (sample.size() < count && place == sample.size() * set.count() / count)
            sample.push_back(position);
        ++place;
    });
    return sample;
}

/// The `k` best but for the query itself.
std::vector<Neighbour> withoutSelf(std::vector<Neighbour> found, std::uint32_t self, std::size_t k)
{
    std::erase_if(found, [self](const Neighbour& neighbour) { return neighbour.position == self; });
    found.resize(std::min(k, found.size()));
    return found;
}

} // namespace

Result<Recall> measureRecall(const NeighbourSearch& search, std::size_t queries, std::size_t k, const Job& job)
{
    const VectorSet& set = search.set();
    const std::size_t dimensions = set.model().dimensions;
    const std::vector<std::uint32_t> sample = sampleOf(set, queries);
    std::vector<float> vectors(sample.size() * dimensions);
    std::vector<std::vector<Neighbour>> found;
    std::vector<double> times;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const std::span<float> query = std::span(vectors).subspan(i * dimensions, dimensions);
        set.copyRow(sample[i], query);
        const auto begin = std::chrono::steady_clock::now();
        TRY(auto neighbours, search.nearest(query, k + 1, nullptr, job));
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        found.push_back(withoutSelf(std::move(neighbours), sample[i], k));
        job.tell(i + 1, sample.size(), "recall");
    }
    TRY(auto exact, search.exactOfMany(vectors, k + 1, job));
    std::size_t wanted = 0, hits = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto nearest = withoutSelf(std::move(exact[i]), sample[i], k);
        wanted += nearest.size();
        for (const Neighbour& neighbour : found[i])
            hits += neighbour.cosine >= nearest.back().cosine - rounding;
    }
    Recall recall{sample.size(), k, 1, 0};
    if (wanted > 0)
        recall.share = static_cast<double>(std::min(hits, wanted)) / static_cast<double>(wanted);
    if (!times.empty()) {
        std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
        recall.milliseconds = times[times.size() / 2];
    }
    return recall;
}

} // namespace biomedica::similarity
