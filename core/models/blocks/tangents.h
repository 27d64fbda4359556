// Directions and turns along a chain of neighbouring pixels.
//
// Thread contract: immutable once made.
#pragma once

#include "core/models/blocks/bins.h"

#include <array>
#include <opencv2/core/types.hpp>
#include <vector>

namespace biomedica::models {

/// The direction from a point to the one `step` further on: from a table, as neither coordinate differs by more.
class Tangents {
public:
    explicit Tangents(int step) : m_step(step)
    {
        for (int y = -step; y <= step; ++y)
            for (int x = -step; x <= step; ++x)
                m_angles[index(x, y)] = std::atan2(static_cast<float>(y), static_cast<float>(x));
    }

    /// Adds each point of a closed chain to a bin of directions (round, the first one horizontal) and one of turns
    /// (at these rising edges, radians).
    void add(const std::vector<cv::Point>& chain, std::span<float> directions, std::span<float> turns,
             std::initializer_list<float> edges) const
    {
        const std::size_t size = chain.size();
        const auto step = static_cast<std::size_t>(m_step);
        const auto angleAt = [&](std::size_t i) {
            const cv::Point way = chain[(i + step) % size] - chain[i % size];
            return m_angles[index(way.x, way.y)];
        };
        const auto bins = static_cast<float>(directions.size());
        for (std::size_t i = 0; i < size; ++i) {
            const float angle = angleAt(i);
            const float half = angle < 0 ? angle + pi : angle;
            ++directions[static_cast<std::size_t>(half / pi * bins + 0.5F) % directions.size()];
            const float turn = std::abs(angleAt(i + step) - angle);
            ++turns[binOf(std::min(turn, 2 * pi - turn), edges)];
        }
    }

private:
    std::size_t index(int x, int y) const { return static_cast<std::size_t>((y + m_step) * 16 + x + m_step); }

    int m_step;
    std::array<float, 256> m_angles{};
};

} // namespace biomedica::models
