#include "core/agreement/resampling.h"

#include <algorithm>
#include <cmath>

namespace biomedica::agreement {

namespace {

double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

Resampling::Resampling(const Weights& patterns, std::uint32_t seed) : m_drawn(patterns.size()), m_random(seed)
{
    for (std::size_t pattern = 0; pattern < patterns.size(); ++pattern)
        m_patternOfItem.insert(m_patternOfItem.end(), patterns[pattern], static_cast<std::uint32_t>(pattern));
}

const Weights& Resampling::draw()
{
    std::fill(m_drawn.begin(), m_drawn.end(), 0);
    const std::uint64_t items = m_patternOfItem.size();
    for (std::uint64_t i = 0; i < items; ++i)
        ++m_drawn[m_patternOfItem[m_random() * items >> 32]];
    return m_drawn;
}

std::optional<Interval> Distribution::interval(const Bootstrap& bootstrap) const
{
    if (bootstrap.resamples == 0 || bootstrap.stop.stop_requested() || m_values.size() * 2 < bootstrap.resamples)
        return std::nullopt;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const double tail = (1 - bootstrap.confidence) / 2;
    return Interval{quantile(sorted, tail), quantile(sorted, 1 - tail)};
}

std::optional<Estimate> estimate(std::optional<double> value, const Distribution& distribution,
                                 const Bootstrap& bootstrap)
{
    if (!value)
        return std::nullopt;
    return Estimate{*value, distribution.interval(bootstrap)};
}

} // namespace biomedica::agreement
