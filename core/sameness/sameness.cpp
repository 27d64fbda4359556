#include "core/sameness/sameness.h"

#include "core/sameness/alignment.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

constexpr int windowSide = 20;
constexpr std::size_t leastWindows = 4;
constexpr double ignoredShare = 0.005; ///< of the windows: what an encoder or a crooked edge may spoil
/// Variances of grey levels: below the first a window shows nothing; the second is what encoding and scaling add.
constexpr double leastVariance = 60, noiseVariance = 30;

/// By window, of which the first pixel is at that place.
struct Windows {
    cv::Mat mean, variance;
};

cv::Mat averaged(const cv::Mat& picture)
{
    cv::Mat result;
    cv::boxFilter(picture, result, CV_32F, {windowSide, windowSide}, {0, 0}, true, cv::BORDER_REPLICATE);
    return result;
}

Windows windowsOf(const cv::Mat& picture)
{
    Windows windows{averaged(picture), {}};
    windows.variance = averaged(picture.mul(picture)) - windows.mean.mul(windows.mean);
    return windows;
}

/// Correlations of all windows that show something, half overlapping.
std::vector<double> agreements(const cv::Mat& first, const cv::Mat& second)
{
    const Windows a = windowsOf(first), b = windowsOf(second);
    const cv::Mat covariances = averaged(first.mul(second)) - a.mean.mul(b.mean);
    std::vector<double> agreements;
    for (int y = 0; y + windowSide <= first.rows; y += windowSide / 2)
        for (int x = 0; x + windowSide <= first.cols; x += windowSide / 2) {
            const double varianceA = a.variance.at<float>(y, x), varianceB = b.variance.at<float>(y, x);
            if (std::max(varianceA, varianceB) >= leastVariance)
                agreements.push_back((covariances.at<float>(y, x) + noiseVariance)
                                     / std::sqrt((std::max(0.0, varianceA) + noiseVariance)
                                                 * (std::max(0.0, varianceB) + noiseVariance)));
        }
    return agreements;
}

} // namespace

double sameness(const GreyPicture& first, const GreyPicture& second)
{
    const auto common = align(first, second);
    if (!common)
        return 0;
    std::vector<double> all = agreements(common->first, common->second);
    if (all.size() < leastWindows)
        return 0;
    const auto low = all.begin() + static_cast<std::ptrdiff_t>(ignoredShare * static_cast<double>(all.size()));
    std::nth_element(all.begin(), low, all.end());
    return std::clamp(*low, 0.0, 1.0);
}

} // namespace biomedica::sameness
