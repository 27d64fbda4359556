#include "core/sameness/alignment.h"

#include "core/sameness/refinement.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

constexpr int leastSide = 16;

constexpr double leastOfLarger = 0.6;
/// All but the pixels at the edges: what was cropped shows nothing that the whole does not.
constexpr double leastOfSmaller = 0.92;

constexpr double coarseSide = 28;
constexpr double mostScale = 1.3, scaleStep = 1.05;
constexpr double middle = 0.7; ///< of each side of the first picture: what is sought in the second
constexpr double reach = 0.2;  ///< how far, of each side
constexpr double leastCoarse = 0.5;
constexpr std::size_t mostGuesses = 3;
/// At 3,000 pixels. Our own drawings and their treated copies have 0.86 at least, half of the drawings of one kind and
/// style with other data less than 0.6: those cost no further step.
constexpr double leastRefined = 0.75;

// OpenCV has no view of pixels that are const.
cv::Mat viewOf(const GreyPicture& picture)
{
    return {picture.height, picture.width, CV_8U, const_cast<std::uint8_t*>(picture.grey.data())}; // NOLINT
}

struct Guess {
    Mapping mapping; ///< between the pictures at full size
    double correlation = -1;
};

/// The middle of the first picture, made small: what is sought in the second.
struct Sought {
    cv::Mat coarse; ///< all of the picture
    cv::Rect place; ///< in it
    double factor;  ///< coarse pixels for one of the picture

    explicit Sought(const cv::Mat& picture) : factor(coarseSide / std::sqrt(static_cast<double>(picture.total())))
    {
        coarse = resized(picture, factor, factor);
        const auto part = [](int side) {
            return std::min(side, std::max(4, static_cast<int>(std::lround(side * middle))));
        };
        const cv::Size size(part(coarse.cols), part(coarse.rows));
        place = {{(coarse.cols - size.width) / 2, (coarse.rows - size.height) / 2}, size};
    }
    cv::Mat picture() const { return coarse(place); }
};

/// Where the middle of the first picture lies in the second, made as small as `other`.
std::optional<Guess> bestPlace(const Sought& sought, const cv::Mat& first, const cv::Mat& second, const cv::Mat& other)
{
    const cv::Size size = sought.place.size();
    const int farX = static_cast<int>(std::ceil(reach * sought.coarse.cols));
    const int farY = static_cast<int>(std::ceil(reach * sought.coarse.rows));
    cv::Rect within((other.cols - size.width) / 2 - farX, (other.rows - size.height) / 2 - farY, size.width + 2 * farX,
                    size.height + 2 * farY);
    within &= cv::Rect(0, 0, other.cols, other.rows);
    if (within.width < size.width || within.height < size.height)
        return std::nullopt;
    cv::Mat found;
    cv::matchTemplate(other(within), sought.picture(), found, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(found, nullptr, &best, nullptr, &at);
    const Mapping mapping{1, 1, static_cast<double>(within.x + at.x - sought.place.x),
                          static_cast<double>(within.y + at.y - sought.place.y)};
    return Guess{between(mapping, first, sought.coarse, second, other, true), best};
}

/// Of guesses by rising scale those that are better than their neighbours, the best first: neighbouring scales are
/// brought to the same place, so only the best of them goes on.
std::vector<Mapping> peaksOf(const std::vector<Guess>& all)
{
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

/// Scales at which the pictures agree better than at those beside it, each at its best place; the best first.
std::vector<Mapping> guesses(const cv::Mat& first, const cv::Mat& second)
{
    const Sought sought(first);
    if (levelsOf(sought.picture()).deviation < leastContrast)
        return {};
    const double halfway = std::min(1.0, 3 * coarseSide / std::sqrt(static_cast<double>(second.total())));
    cv::Mat smaller; // two steps cost less than each scale from the full size
    cv::resize(second, smaller, {}, halfway, halfway, cv::INTER_AREA);
    const double likeliest = std::sqrt(static_cast<double>(first.cols) / second.cols * first.rows / second.rows);
    const int steps = static_cast<int>(std::ceil(std::log(mostScale) / std::log(scaleStep)));
    std::vector<Guess> all;
    for (int step = -steps; step <= steps; ++step) {
        const double scale = sought.factor * likeliest * std::pow(scaleStep, step);
        const cv::Mat other = resized(smaller, scale * second.cols / smaller.cols, scale * second.rows / smaller.rows);
        if (const auto guess = bestPlace(sought, first, second, other))
            all.push_back(*guess);
    }
    return peaksOf(all);
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
