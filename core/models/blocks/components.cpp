// What hangs together in the foreground, how thick it is, and how far apart; and what it encloses.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"
#include "core/models/blocks/commonest.h"

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

struct Component {
    float area = 0;
    cv::Rect box;
    float logAspect() const { return std::log2(static_cast<float>(box.width) / static_cast<float>(box.height)); }
    float extent() const { return area / static_cast<float>(box.area()); }
};

/// `neighbours`: 4 or 8 of each pixel belong to it.
std::vector<Component> componentsOf(const cv::Mat& mask, int neighbours)
{
    cv::Mat labels, facts, centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, facts, centres, neighbours, CV_32S);
    std::vector<Component> all;
    for (int i = 1; i < count; ++i) {
        const auto* fact = facts.ptr<int>(i);
        all.push_back(
            {static_cast<float>(fact[cv::CC_STAT_AREA]),
             {fact[cv::CC_STAT_LEFT], fact[cv::CC_STAT_TOP], fact[cv::CC_STAT_WIDTH], fact[cv::CC_STAT_HEIGHT]}});
    }
    return all;
}

/// Of those of three pixels or more: eight sizes, five aspects, five extents, how many; the largest area and box.
/// Their heights.
std::vector<int> addComponents(const cv::Mat& mask, std::span<float> out)
{
    const auto pixels = static_cast<float>(mask.total());
    std::vector<int> heights;
    for (const Component& each : componentsOf(mask, 8)) {
        if (each.area < 3)
            continue;
        ++out[binOf((std::log2(each.area / pixels) + 16) / 2, 8)];
        ++out[8 + binOf(each.logAspect(), {-2, -0.6F, 0.6F, 2})];
        ++out[13 + binOf(each.extent(), {0.2F, 0.4F, 0.6F, 0.8F})];
        out[19] = std::max(out[19], each.area / pixels);
        out[20] = std::max(out[20], static_cast<float>(each.box.area()) / pixels);
        heights.push_back(each.box.height);
    }
    out[18] = static_cast<float>(heights.size());
    logarithms(out.first(19));
    return heights;
}

} // namespace

void components(const Prepared& picture, std::span<float> out)
{
    std::vector<int> heights = addComponents(picture.foreground, out.first(21));
    if (heights.empty())
        return;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    out[21] = static_cast<float>(*middle) / static_cast<float>(picture.bgr.rows);
}

void markComponents(const Prepared& picture, std::span<float> out)
{
    addComponents(picture.marks, out);
}

void enclosures(const Prepared& picture, std::span<float> out)
{
    const cv::Mat ground = ~picture.foreground;
    const float pixels = picture.pixels();
    std::map<int, int> widths, heights;
    float count = 0;
    float sum = 0;
    for (const Component& each : componentsOf(ground, 4)) {
        const bool isInside =
            each.box.x > 0 && each.box.y > 0 && each.box.br().x < ground.cols && each.box.br().y < ground.rows;
        if (!isInside || each.area < 4)
            continue;
        ++count;
        sum += each.area;
        ++out[binOf((std::log2(each.area / pixels) + 15) / 2, 7)];
        if (each.area < 16)
            continue;
        ++out[7 + binOf(each.logAspect(), {-2, -0.6F, 0.6F, 2})];
        ++out[12 + binOf(each.extent(), {0.5F, 0.7F, 0.85F, 0.97F})];
        ++widths[each.box.width];
        ++heights[each.box.height];
    }
    out[17] = count;
    logarithms(out.first(18));
    out[18] = sum / pixels;
    addCommonest(widths, out.subspan(19, 2));
    addCommonest(heights, out.subspan(21, 2));
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
