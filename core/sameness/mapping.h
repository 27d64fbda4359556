// How the pixels of one picture lie upon another's, and what that needs of pictures.
//
// Thread contract: values and pure functions.
#pragma once

#include <opencv2/core.hpp>

namespace biomedica::sameness {

/// Below this standard deviation, in grey levels, a picture is empty. A plot of one thin pale line, made small, has one
/// to two: with 2, such figures were not even confirmed as their own copies.
inline constexpr double leastContrast = 0.5;

/// Of the first picture's pixels into the second's: x → scaleX · x + shiftX.
struct Mapping {
    double scaleX = 1, scaleY = 1, shiftX = 0, shiftY = 0;
};

struct Levels {
    double mean = 0, deviation = 0;
};

Levels levelsOf(const cv::Mat& picture);

/// Pearson's, of all pixels; 0 where either picture is empty.
double correlation(const cv::Mat& first, const cv::Mat& second);

/// As float, averaged down by that factor.
cv::Mat resized(const cv::Mat& picture, double factorX, double factorY);

/// The same mapping between pictures that were made smaller; `isBack`: the small ones' mapping between the pictures
/// that they were made of.
Mapping between(const Mapping& mapping, const cv::Mat& first, const cv::Mat& smallFirst, const cv::Mat& second,
                const cv::Mat& smallSecond, bool isBack = false);

/// Pixels of the first picture that lie within the second.
cv::Rect commonRect(const Mapping& mapping, const cv::Mat& first, const cv::Mat& second);

/// Without the pixels at its edge, into which a blur brings what only one of the pictures shows.
cv::Rect withoutEdge(const cv::Rect& rect);

/// What of the second picture lies upon that rectangle of the first.
cv::Mat laidUpon(const Mapping& mapping, const cv::Rect& rect, const cv::Mat& second);

} // namespace biomedica::sameness
