#include "core/sameness/refinement.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

constexpr int leastSide = 8; ///< pixels of what both show
constexpr double leftScale = 1.35;

/// Lines of one pixel that lie half a pixel apart still attract each other, and agree.
cv::Mat blurred(const cv::Mat& picture)
{
    cv::Mat result;
    cv::GaussianBlur(picture, result, {0, 0}, 1);
    return result;
}

/// Middles of `count` pixels in a row, from the row's middle, in units of `half` pixels.
cv::Mat ramp(int count, double half)
{
    cv::Mat places(1, count, CV_32F);
    for (int i = 0; i < count; ++i)
        places.at<float>(i) = static_cast<float>((i + 0.5 - count / 2.0) / half);
    return places;
}

/// By what a pixel of `there` changes with each of six unknowns (scale and shift along x, the same along y, contrast,
/// brightness), and what is `missing` there: seven rows of as many numbers as there are pixels. Places are counted from
/// the middle in units of `half`, so that the first four unknowns are pixels at the edge.
cv::Mat slopesOf(const cv::Mat& there, const cv::Mat& missing, double half)
{
    cv::Mat dx, dy;
    cv::Sobel(there, dx, CV_32F, 1, 0, 1, 0.5);
    cv::Sobel(there, dy, CV_32F, 0, 1, 1, 0.5);
    cv::Mat slopes(7, static_cast<int>(there.total()), CV_32F, cv::Scalar(1));
    const auto plane = [&](int index) { return slopes.row(index).reshape(1, there.rows); };
    cv::multiply(dx, cv::repeat(ramp(there.cols, half), there.rows, 1), plane(0));
    dx.copyTo(plane(1));
    cv::multiply(dy, cv::repeat(ramp(there.rows, half).t(), 1, there.cols), plane(2));
    dy.copyTo(plane(3));
    there.copyTo(plane(4));
    missing.copyTo(plane(6));
    return slopes;
}

using SixNumbers = cv::Vec<double, 6>;

/// The unknowns that leave least of what is missing, by least squares.
std::optional<SixNumbers> leastSquares(const cv::Mat& slopes)
{
    cv::Matx<double, 6, 6> normal;
    SixNumbers right, change;
    for (int i = 0; i < 6; ++i) {
        right[i] = slopes.row(i).dot(slopes.row(6));
        for (int k = 0; k <= i; ++k)
            normal(i, k) = normal(k, i) = slopes.row(i).dot(slopes.row(k));
    }
    for (int i = 0; i < 6; ++i)
        normal(i, i) += 1e-3 * normal(i, i) + 1e-6; // lines in one direction say nothing of the other
    if (!cv::solve(normal, right, change, cv::DECOMP_CHOLESKY))
        return std::nullopt;
    return change;
}

/// One step of Gauss and Newton: scale and shift on both axes, contrast and brightness that bring the second picture
/// nearer to the first (B. D. Lucas, T. Kanade, "An iterative image registration technique", IJCAI 1981).
/// Returns how far the corners moved, in pixels; negative where nothing can be said.
double improve(Mapping& mapping, const cv::Mat& first, const cv::Mat& second)
{
    const cv::Rect rect = withoutEdge(commonRect(mapping, first, second));
    if (rect.width < leastSide || rect.height < leastSide)
        return -1;
    const cv::Mat wanted = first(rect);
    cv::Mat there = laidUpon(mapping, rect, second);
    const Levels levels = levelsOf(wanted), levelsThere = levelsOf(there);
    if (levels.deviation < leastContrast || levelsThere.deviation < leastContrast)
        return -1;
    there = (there - levelsThere.mean) * (levels.deviation / levelsThere.deviation);
    const double half = std::max(rect.width, rect.height) / 2.0;
    const auto change = leastSquares(slopesOf(there, wanted - levels.mean - there, half));
    if (!change)
        return -1;
    const auto& [scaleX, shiftX, scaleY, shiftY, contrast, brightness] = change->val;
    const cv::Point2d centre(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    mapping.shiftX += mapping.scaleX * (shiftX - scaleX * centre.x / half);
    mapping.shiftY += mapping.scaleY * (shiftY - scaleY * centre.y / half);
    mapping.scaleX *= 1 + scaleX / half;
    mapping.scaleY *= 1 + scaleY / half;
    return std::abs(scaleX) + std::abs(shiftX) + std::abs(scaleY) + std::abs(shiftY);
}

} // namespace

std::optional<Refined> refined(Mapping mapping, const cv::Mat& first, const cv::Mat& second, double pixels,
                               int mostSteps)
{
    // A finer picture is averaged to the grid of the other; small differences of scale are left to the laying upon each
    // other, which spoils fine textures less than a second averaging does.
    const double factor = std::min(1.0, std::sqrt(pixels / static_cast<double>(first.total())));
    const double ratio = std::sqrt(mapping.scaleX * mapping.scaleY);
    const bool isNearly = ratio < leftScale && 1 / ratio < leftScale;
    const double factorFirst = factor * (isNearly ? 1 : std::min(1.0, ratio));
    const double factorSecond = factor * (isNearly ? 1 : std::min(1.0, 1 / ratio));
    const cv::Mat smallFirst = blurred(resized(first, factorFirst, factorFirst));
    const cv::Mat smallSecond = blurred(resized(second, factorSecond, factorSecond));
    Mapping small = between(mapping, first, smallFirst, second, smallSecond);
    for (int step = 0; step < mostSteps; ++step) {
        const double moved = improve(small, smallFirst, smallSecond);
        if (moved < 0 || small.scaleX < 0.5 || small.scaleX > 2 || small.scaleY < 0.5 || small.scaleY > 2)
            return std::nullopt;
        if (moved < 0.02)
            break;
    }
    const cv::Rect common = commonRect(small, smallFirst, smallSecond), inner = withoutEdge(common);
    if (inner.empty())
        return std::nullopt;
    const auto area = static_cast<double>(common.area());
    const auto ofFirst = area / static_cast<double>(smallFirst.total());
    const auto ofSecond = area * small.scaleX * small.scaleY / static_cast<double>(smallSecond.total());
    return Refined{between(small, first, smallFirst, second, smallSecond, true),
                   {smallFirst(inner), laidUpon(small, inner, smallSecond)},
                   std::min(ofFirst, ofSecond),
                   std::max(ofFirst, ofSecond)};
}

} // namespace biomedica::sameness
