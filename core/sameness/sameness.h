// Whether two pictures are the same one, made anew: encoded, scaled, printed grey, cropped by a few per cent, set on a
// slightly wider sheet. Two charts of one style or two radiographs of one kind are not. What differs in one small place
// only can be overlooked: one number or asterisk of a chart, a side group of a formula. And as grey levels are
// compared, a chart in other colours may count as the same.
//
// The pictures are laid upon each other (alignment.h) and compared in windows of 20 × 20 pixels. What counts is how
// the windows agree that agree least: two charts of one series have axes, ticks and words in common and differ in a few
// places. Cost: 2 to 8 ms a pair of one thread, the less the more the pictures differ. Pictures this small OpenCV does
// not share out among threads of its own, whatever cv::setNumThreads() says.
//
// Thread contract: pure functions.
#pragma once

#include "core/sameness/grey_picture.h"

namespace biomedica::sameness {

/// From 0 to 1: the correlation of grey levels in the window below which 5 in 1,000 of the windows lie in which either
/// picture shows anything. 0 where neither lies within the other and takes at least 3/5 of its area, and where they
/// show too little to be compared.
double sameness(const GreyPicture& first, const GreyPicture& second);

/// From which two pictures count as the same. Chosen on our own drawings, see bench_descriptor.
inline constexpr double leastOfTheSame = 0.93;

} // namespace biomedica::sameness
