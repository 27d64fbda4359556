// What hangs together in the foreground, how thick it is, and how far apart.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

/// Of the pixels set: distance to the nearest that is not, in `out.size()` bins, `perOctave` of them an octave.
void addDistances(const cv::Mat& mask, float perOctave, std::span<float> out)
{
    cv::Mat distances;
    cv::distanceTransform(mask, distances, cv::DIST_L2, 3);
    std::array<std::size_t, 512> binOfHalf{}; // by halves of a pixel: 256 is the farthest there is
    for (std::size_t i = 0; i < binOfHalf.size(); ++i)
        binOfHalf[i] = binOf(perOctave * std::log2(std::max(1.0F, static_cast<float>(i) / 2)), out.size());
    for (int y = 0; y < mask.rows; ++y) {
        const auto* set = mask.ptr<std::uint8_t>(y);
        const auto* distance = distances.ptr<float>(y);
        for (int x = 0; x < mask.cols; ++x)
            if (set[x] != 0) // where nothing is unset, distances are huge
                ++out[binOfHalf[static_cast<std::size_t>(std::clamp(distance[x] * 2, 0.0F, 511.0F))]];
    }
    scale(out, 1 / static_cast<float>(mask.total()));
}

} // namespace

void components(const Prepared& picture, std::span<float> out)
{
    cv::Mat labels, facts, centres;
    const int count = cv::connectedComponentsWithStats(picture.foreground, labels, facts, centres, 8, CV_32S);
    const std::span<float> sizes = out.first(8);
    const std::span<float> aspects = out.subspan(8, 5);
    const std::span<float> extents = out.subspan(13, 5);
    const float pixels = picture.pixels();
    float largest = 0;
    float largestBox = 0;
    std::vector<int> heights;
    for (int i = 1; i < count; ++i) {
        const auto* fact = facts.ptr<int>(i);
        if (fact[cv::CC_STAT_AREA] < 3)
            continue;
        const auto area = static_cast<float>(fact[cv::CC_STAT_AREA]);
        const auto width = static_cast<float>(fact[cv::CC_STAT_WIDTH]);
        const auto height = static_cast<float>(fact[cv::CC_STAT_HEIGHT]);
        ++sizes[binOf((std::log2(area / pixels) + 16) / 2, 8)];
        ++aspects[binOf(std::log2(width / height), {-2, -0.6F, 0.6F, 2})];
        ++extents[binOf(area / (width * height), {0.2F, 0.4F, 0.6F, 0.8F})];
        largest = std::max(largest, area);
        largestBox = std::max(largestBox, width * height);
        heights.push_back(fact[cv::CC_STAT_HEIGHT]);
    }
    out[18] = static_cast<float>(heights.size());
    logarithms(out.first(19));
    out[19] = largest / pixels;
    out[20] = largestBox / pixels;
    if (heights.empty())
        return;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    out[21] = static_cast<float>(*middle) / static_cast<float>(picture.bgr.rows);
}

void strokes(const Prepared& picture, std::span<float> out)
{
    addDistances(picture.foreground, 1.5F, out);
}

void voids(const Prepared& picture, std::span<float> out)
{
    addDistances(~picture.foreground, 1.3F, out);
}

} // namespace biomedica::models
