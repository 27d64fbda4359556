// Plots drawn pixel by pixel, and what is measured of them.
#pragma once

#include "core/models/blocks/blocks.h"

#include <opencv2/core.hpp>
#include <vector>

namespace biomedica::models::test {

inline constexpr int side = 200;
inline const cv::Rect inside(30, 20, 150, 140); // between the axes

/// RGBA, white, with an axis of two pixels at the left of and below what is inside.
cv::Mat axes();
void fill(cv::Mat& picture, const cv::Rect& rect, const cv::Scalar& colour = {40, 80, 200, 255});

/// Five bars of 14 pixels that stand on the axis, higher from left to right.
cv::Mat bars();
/// Twelve points of seven pixels.
cv::Mat points();

Prepared prepared(const cv::Mat& rgba);
std::vector<float> measured(std::size_t size, void (*block)(const Prepared&, std::span<float>), const cv::Mat& rgba);

} // namespace biomedica::models::test
