#include "core/sameness/alignment.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

constexpr int leastSide = 16;
constexpr double leastContrast = 2; ///< standard deviation, grey levels: below it a picture is empty

constexpr double leastOfLarger = 0.6;
/// All but the pixels at the edges: what was cropped shows nothing that the whole does not.
constexpr double leastOfSmaller = 0.92;

constexpr double coarseSide = 28;
constexpr double mostScale = 1.3, scaleStep = 1.05;
constexpr double middle = 0.7; ///< of each side of the first picture: what is sought in the second
constexpr double reach = 0.2;  ///< how far, of each side
constexpr double leftScale = 1.35;
constexpr int edge = 2; ///< pixels
constexpr double leastCoarse = 0.5;
constexpr std::size_t mostGuesses = 3;
/// At 3,000 pixels. Our own drawings and their treated copies have 0.86 at least, half of the drawings of one kind and
/// style with other data less than 0.6: those cost no further step.
constexpr double leastRefined = 0.75;

/// Of the first picture's pixels into the second's: x → scaleX · x + shiftX.
struct Mapping {
    double scaleX = 1, scaleY = 1, shiftX = 0, shiftY = 0;
};

// OpenCV has no view of pixels that are const.
cv::Mat viewOf(const GreyPicture& picture)
{
    return {picture.height, picture.width, CV_8U, const_cast<std::uint8_t*>(picture.grey.data())}; // NOLINT
}

/// As float, averaged down by that factor.
cv::Mat resized(const cv::Mat& picture, double factorX, double factorY)
{
    const cv::Size size(std::max(1, static_cast<int>(std::lround(picture.cols * factorX))),
                        std::max(1, static_cast<int>(std::lround(picture.rows * factorY))));
    cv::Mat small, result;
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    small.convertTo(result, CV_32F);
    return result;
}

/// Lines of one pixel that lie half a pixel apart still attract each other, and agree.
cv::Mat blurred(const cv::Mat& picture)
{
    cv::Mat result;
    cv::GaussianBlur(picture, result, {0, 0}, 1);
    return result;
}

/// The same mapping between pictures that were made smaller.
Mapping between(const Mapping& mapping, const cv::Mat& first, const cv::Mat& smallFirst, const cv::Mat& second,
                const cv::Mat& smallSecond, bool isBack = false)
{
    const auto factor = [](int small, int large) { return static_cast<double>(small) / large; };
    double fx = factor(smallFirst.cols, first.cols), fy = factor(smallFirst.rows, first.rows);
    double gx = factor(smallSecond.cols, second.cols), gy = factor(smallSecond.rows, second.rows);
    if (isBack) {
        fx = 1 / fx, fy = 1 / fy, gx = 1 / gx, gy = 1 / gy;
    }
    return {mapping.scaleX * gx / fx, mapping.scaleY * gy / fy, mapping.shiftX * gx, mapping.shiftY * gy};
}

/// Pixels of the first picture that lie within the second.
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

/// Without the pixels at its edge, into which a blur brings what only one of the pictures shows.
cv::Rect withoutEdge(const cv::Rect& rect)
{
    return {rect.x + edge, rect.y + edge, std::max(0, rect.width - 2 * edge), std::max(0, rect.height - 2 * edge)};
}

/// What of the second picture lies upon that rectangle of the first.
cv::Mat laidUpon(const Mapping& mapping, const cv::Rect& rect, const cv::Mat& second)
{
    // Mapping counts from the corners of pixels, OpenCV from their middles.
    const cv::Matx23d matrix(mapping.scaleX, 0, mapping.scaleX * (rect.x + 0.5) + mapping.shiftX - 0.5, 0,
                             mapping.scaleY, mapping.scaleY * (rect.y + 0.5) + mapping.shiftY - 0.5);
    cv::Mat result;
    cv::warpAffine(second, result, matrix, rect.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
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

struct Levels {
    double mean = 0, deviation = 0;
};

Levels levelsOf(const cv::Mat& picture)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(picture, mean, deviation);
    return {mean[0], deviation[0]};
}

/// Pearson's, of all pixels.
double correlation(const cv::Mat& first, const cv::Mat& second)
{
    const Levels a = levelsOf(first), b = levelsOf(second);
    if (a.deviation < leastContrast || b.deviation < leastContrast)
        return 0;
    return (first.dot(second) / static_cast<double>(first.total()) - a.mean * b.mean) / (a.deviation * b.deviation);
}

/// One step of Gauss and Newton: scale and shift on both axes, contrast and brightness that bring the second picture
/// nearer to the first (B. D. Lucas, T. Kanade, "An iterative image registration technique", IJCAI 1981).
/// Returns how far the corners moved, in pixels; negative where nothing can be said.
double improve(Mapping& mapping, const cv::Mat& first, const cv::Mat& second)
{
    const cv::Rect rect = withoutEdge(commonRect(mapping, first, second));
    if (rect.width < leastSide / 2 || rect.height < leastSide / 2)
        return -1;
    const cv::Mat wanted = first(rect);
    cv::Mat there = laidUpon(mapping, rect, second);
    const Levels levels = levelsOf(wanted), levelsThere = levelsOf(there);
    if (levels.deviation < leastContrast || levelsThere.deviation < leastContrast)
        return -1;
    there = (there - levelsThere.mean) * (levels.deviation / levelsThere.deviation);
    cv::Mat dx, dy;
    cv::Sobel(there, dx, CV_32F, 1, 0, 1, 0.5);
    cv::Sobel(there, dy, CV_32F, 0, 1, 1, 0.5);

    // Places are counted from the middle, in halves of the longer side, so that all unknowns are pixels at the edge.
    const double half = std::max(rect.width, rect.height) / 2.0;
    const cv::Point2d centre(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    cv::Mat slopes(7, rect.area(), CV_32F, cv::Scalar(1)); // by the six unknowns; then what is wanted
    const auto plane = [&](int index) { return slopes.row(index).reshape(1, rect.height); };
    cv::multiply(dx, cv::repeat(ramp(rect.width, half), rect.height, 1), plane(0));
    dx.copyTo(plane(1));
    cv::multiply(dy, cv::repeat(ramp(rect.height, half).t(), 1, rect.width), plane(2));
    dy.copyTo(plane(3));
    there.copyTo(plane(4));
    cv::subtract(wanted - levels.mean, there, plane(6));
    cv::Matx<double, 6, 6> normal;
    cv::Vec<double, 6> right;
    for (int i = 0; i < 6; ++i) {
        right[i] = slopes.row(i).dot(slopes.row(6));
        for (int k = 0; k <= i; ++k)
            normal(i, k) = slopes.row(i).dot(slopes.row(k));
    }
    for (int i = 0; i < 6; ++i) {
        normal(i, i) += 1e-3 * normal(i, i) + 1e-6; // lines in one direction say nothing of the other
        for (int k = 0; k < i; ++k)
            normal(k, i) = normal(i, k);
    }
    cv::Vec<double, 6> change;
    if (!cv::solve(normal, right, change, cv::DECOMP_CHOLESKY))
        return -1;
    mapping.shiftX += mapping.scaleX * (change[1] - change[0] * centre.x / half);
    mapping.shiftY += mapping.scaleY * (change[3] - change[2] * centre.y / half);
    mapping.scaleX *= 1 + change[0] / half;
    mapping.scaleY *= 1 + change[2] / half;
    return std::abs(change[0]) + std::abs(change[1]) + std::abs(change[2]) + std::abs(change[3]);
}

struct Guess {
    Mapping mapping; ///< between the pictures at full size
    double correlation = -1;
};

/// Scales at which the pictures agree better than at those beside it, each at its best place; the best first.
std::vector<Mapping> guesses(const cv::Mat& first, const cv::Mat& second)
{
    const double factor = coarseSide / std::sqrt(static_cast<double>(first.total()));
    const cv::Mat coarse = resized(first, factor, factor);
    const auto part = [](int side) { return std::max(4, static_cast<int>(std::lround(side * middle))); };
    const cv::Size size(std::min(part(coarse.cols), coarse.cols), std::min(part(coarse.rows), coarse.rows));
    const cv::Rect place((coarse.cols - size.width) / 2, (coarse.rows - size.height) / 2, size.width, size.height);
    const cv::Mat sought = coarse(place);
    if (levelsOf(sought).deviation < leastContrast)
        return {};
    const double halfway = std::min(1.0, 3 * coarseSide / std::sqrt(static_cast<double>(second.total())));
    cv::Mat smaller; // two steps cost less than each scale from the full size
    cv::resize(second, smaller, {}, halfway, halfway, cv::INTER_AREA);
    const double likeliest = std::sqrt(static_cast<double>(first.cols) / second.cols * first.rows / second.rows);
    const int steps = static_cast<int>(std::ceil(std::log(mostScale) / std::log(scaleStep)));
    std::vector<Guess> all;
    for (int step = -steps; step <= steps; ++step) {
        const double scale = factor * likeliest * std::pow(scaleStep, step);
        const cv::Mat other = resized(smaller, scale * second.cols / smaller.cols, scale * second.rows / smaller.rows);
        const int farX = static_cast<int>(std::ceil(reach * coarse.cols));
        const int farY = static_cast<int>(std::ceil(reach * coarse.rows));
        cv::Rect within((other.cols - size.width) / 2 - farX, (other.rows - size.height) / 2 - farY,
                        size.width + 2 * farX, size.height + 2 * farY);
        within &= cv::Rect(0, 0, other.cols, other.rows);
        if (within.width < size.width || within.height < size.height)
            continue;
        cv::Mat found;
        cv::matchTemplate(other(within), sought, found, cv::TM_CCOEFF_NORMED);
        double best = 0;
        cv::Point at;
        cv::minMaxLoc(found, nullptr, &best, nullptr, &at);
        const Mapping mapping{1, 1, static_cast<double>(within.x + at.x - place.x),
                              static_cast<double>(within.y + at.y - place.y)};
        all.push_back({between(mapping, first, coarse, second, other, true), best});
    }
    // Neighbouring scales are brought to the same place; so only the best of them goes on.
    std::vector<Guess> best;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].correlation >= leastCoarse && (i == 0 || all[i - 1].correlation < all[i].correlation)
            && (i + 1 == all.size() || all[i + 1].correlation <= all[i].correlation))
            best.push_back(all[i]);
    std::sort(best.begin(), best.end(), [](const Guess& a, const Guess& b) { return a.correlation > b.correlation; });
    std::vector<Mapping> mappings;
    for (std::size_t i = 0; i < std::min(best.size(), mostGuesses); ++i)
        mappings.push_back(best[i].mapping);
    return mappings;
}

/// Brings the mapping nearer at a size of so many `pixels`, and says how well the pictures agree there.
struct Refined {
    Mapping mapping;
    CommonPart part;
    double ofLarger = 0, ofSmaller = 0; ///< the part's share of either picture's area
};

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

} // namespace

std::optional<CommonPart> align(const GreyPicture& firstPicture, const GreyPicture& secondPicture)
{
    const cv::Mat first = viewOf(firstPicture), second = viewOf(secondPicture);
    if (std::min({first.cols, first.rows, second.cols, second.rows}) < leastSide)
        return std::nullopt;
    const double shapes =
        static_cast<double>(first.cols) * second.rows / (static_cast<double>(first.rows) * second.cols);
    if (shapes < leastOfLarger || 1 / shapes < leastOfLarger)
        return std::nullopt;
    std::optional<Refined> best;
    double bestCorrelation = leastRefined;
    std::vector<Mapping> mappings = guesses(first, second);
    mappings.push_back({static_cast<double>(second.cols) / first.cols, static_cast<double>(second.rows) / first.rows});
    for (const Mapping& mapping : mappings) {
        const auto found = refined(mapping, first, second, 3'000, 12);
        const double agreement = found ? correlation(found->part.first, found->part.second) : 0;
        if (agreement > bestCorrelation) {
            best = found;
            bestCorrelation = agreement;
        }
    }
    for (const double pixels : {12'000.0, static_cast<double>(GreyPicture::mostPixels)})
        if (best)
            best = refined(best->mapping, first, second, pixels, 5);
    if (!best || best->ofLarger < leastOfLarger || best->ofSmaller < leastOfSmaller)
        return std::nullopt;
    return best->part;
}

} // namespace biomedica::sameness
