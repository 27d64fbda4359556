#include "core/similarity/search_depth.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace biomedica::similarity {

namespace {

constexpr float meansOfDepth = 4.5f;
constexpr float assumedRows = 10, assumedDepth = 1;
constexpr float furthest =
    6; ///< for erfc(), of 8.5 standard deviations: lists with 2 of 10^17 neighbours count as none
constexpr float smallestDistance = 1e-3f;

} // namespace

void SearchDepth::share(float distance)
{
    if (distance == m_distance)
        return;
    m_distance = distance;
    m_left.assign(m_lists.size() + 1, 0);
    const float scale = 1 / (std::sqrt(2.0f) * std::max(distance, smallestDistance));
    for (std::size_t i = m_lists.size(); i-- > 0;) {
        const float way = m_lists[i].way * scale;
        m_left[i] = m_left[i + 1] + (way < furthest ? m_lists[i].rows * std::erfc(way) : 0);
    }
}

float SearchDepth::depthOf(float left) const
{
    return left > 0 ? -std::log(left / m_left.front()) : std::numeric_limits<float>::infinity();
}

bool SearchDepth::isEnough(std::size_t seen, float distance, std::span<const std::uint32_t> foundIn)
{
    share(distance);
    float sum = assumedRows * assumedDepth;
    for (const std::uint32_t list : foundIn)
        sum += depthOf((m_left[list] + m_left[list + 1]) / 2);
    return depthOf(m_left[seen]) * (assumedRows + static_cast<float>(foundIn.size())) >= meansOfDepth * sum;
}

} // namespace biomedica::similarity
