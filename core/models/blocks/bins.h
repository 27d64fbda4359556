// Histograms by hand: which bin, and shared between two.
//
// Thread contract: pure functions.
#pragma once

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>

namespace biomedica::models {

inline constexpr float pi = 3.14159265F;

/// How many of the rising edges are not above the value: 0 to edges.size().
inline std::size_t binOf(float value, std::initializer_list<float> edges)
{
    std::size_t bin = 0;
    for (const float edge : edges)
        bin += value >= edge ? 1 : 0;
    return bin;
}

/// The whole part, held within 0 to count − 1.
inline std::size_t binOf(float value, std::size_t count)
{
    return static_cast<std::size_t>(std::clamp(value, 0.0F, static_cast<float>(count) - 1));
}

/// Shares the weight between the two bins whose centres lie next to the position (bin i's is i + ½).
inline void addSoftly(std::span<float> bins, float position, float weight)
{
    const float shifted = std::clamp(position - 0.5F, 0.0F, static_cast<float>(bins.size()) - 1);
    const auto low = static_cast<std::size_t>(shifted);
    const float part = shifted - static_cast<float>(low);
    bins[low] += weight * (1 - part);
    if (low + 1 < bins.size())
        bins[low + 1] += weight * part;
}

inline void scale(std::span<float> values, float factor)
{
    for (float& value : values)
        value *= factor;
}

/// To a sum of one; zeros stay.
inline void normalise(std::span<float> values)
{
    float sum = 0;
    for (const float value : values)
        sum += value;
    if (sum > 0)
        scale(values, 1 / sum);
}

/// log2(1 + n) / 8 of each: counts of things that may be one or hundreds.
inline void logarithms(std::span<float> counts)
{
    for (float& count : counts)
        count = std::log2(1 + count) / 8;
}

} // namespace biomedica::models
