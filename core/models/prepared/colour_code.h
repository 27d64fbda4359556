// When two colours count as one, and when they are told apart.
//
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <opencv2/core/types.hpp>

namespace biomedica::models {

inline constexpr int colourCodes = 4096;

/// 16 levels a channel: 0 to colourCodes − 1.
inline int colourCode(const std::uint8_t* bgr)
{
    return (bgr[2] >> 4) << 8 | (bgr[1] >> 4) << 4 | bgr[0] >> 4;
}

/// Whether an 8-bit Lab colour (L · 255 / 100, a + 128, b + 128) is farther than 12 from one of L 0 to 100, a, b.
inline bool isUnlike(const std::uint8_t* lab, const cv::Vec3f& other)
{
    const float l = static_cast<float>(lab[0]) * (100.0F / 255) - other[0];
    const float a = static_cast<float>(lab[1]) - 128 - other[1];
    const float b = static_cast<float>(lab[2]) - 128 - other[2];
    return l * l + a * a + b * b > 144;
}

} // namespace biomedica::models
