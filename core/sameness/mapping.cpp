#include "core/sameness/mapping.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

constexpr int edge = 2; ///< pixels

} // namespace

Levels levelsOf(const cv::Mat& picture)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(picture, mean, deviation);
    return {mean[0], deviation[0]};
}

double correlation(const cv::Mat& first, const cv::Mat& second)
{
    const Levels a = levelsOf(first), b = levelsOf(second);
    if (a.deviation < leastContrast || b.deviation < leastContrast)
        return 0;
    return (first.dot(second) / static_cast<double>(first.total()) - a.mean * b.mean) / (a.deviation * b.deviation);
}

cv::Mat resized(const cv::Mat& picture, double factorX, double factorY)
{
    const cv::Size size(std::max(1, static_cast<int>(std::lround(picture.cols * factorX))),
                        std::max(1, static_cast<int>(std::lround(picture.rows * factorY))));
    cv::Mat small, result;
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(result, CV_32F);
    return result;
}

Mapping between(const Mapping& mapping, const cv::Mat& first, const cv::Mat& smallFirst, const cv::Mat& second,
                const cv::Mat& smallSecond, bool isBack)
{
    const auto factor = [](int small, int large) { return static_cast<double>(small) / large; };
    double fx = factor(smallFirst.cols, first.cols), fy = factor(smallFirst.rows, first.rows);
    double gx = factor(smallSecond.cols, second.cols), gy = factor(smallSecond.rows, second.rows);
    if (isBack) {
        fx = 1 / fx, fy = 1 / fy, gx = 1 / gx, gy = 1 / gy;
    }
    return {mapping.scaleX * gx / fx, mapping.scaleY * gy / fy, mapping.shiftX * gx, mapping.shiftY * gy};
}

cv::Rect commonRect(const Mapping& mapping, const cv::Mat& first, const cv::Mat& second)
{
    const auto begin = [](double scale, double shift) {
        return std::max(0, static_cast<int>(std::ceil((0.5 - shift) / scale)));
    };
    const auto end = [](double scale, double shift, int from, int to) {
        return std::min(from, static_cast<int>(std::floor((to - 0.5 - shift) / scale)));
    };
    const int left = begin(mapping.scaleX, mapping.shiftX);
    const int top = begin(mapping.scaleY, mapping.shiftY);
    return {left, top, std::max(0, end(mapping.scaleX, mapping.shiftX, first.cols, second.cols) - left),
            std::max(0, end(mapping.scaleY, mapping.shiftY, first.rows, second.rows) - top)};
}

cv::Rect withoutEdge(const cv::Rect& rect)
{
    return {rect.x + edge, rect.y + edge, std::max(0, rect.width - 2 * edge), std::max(0, rect.height - 2 * edge)};
}

cv::Mat laidUpon(const Mapping& mapping, const cv::Rect& rect, const cv::Mat& second)
{
    // Mapping counts from the corners of pixels, OpenCV from their middles.
    const cv::Matx23d matrix(mapping.scaleX, 0, mapping.scaleX * (rect.x + 0.5) + mapping.shiftX - 0.5, 0,
                             mapping.scaleY, mapping.scaleY * (rect.y + 0.5) + mapping.shiftY - 0.5);
    cv::Mat result;
    cv::warpAffine(second, result, matrix, rect.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return result;
}

} // namespace biomedica::sameness
