// The outlines of areas of one colour: bars, boxes, markers, slices, letters, curves.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"
#include "core/models/blocks/commonest.h"
#include "core/models/blocks/tangents.h"

#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

constexpr float leastArea = 8;

/// Six sizes; three groups of two sizes with extent, aspect and compactness in seven bins each.
template <typename Weight>
void addShapes(const Prepared& picture, std::span<float> out, Weight weightOf)
{
    for (const Outline& outline : picture.outlines) {
        if (outline.area < leastArea)
            continue;
        const float weight = weightOf(outline);
        const std::size_t size = binOf((std::log2(outline.area / picture.pixels()) + 12) / 2, 6);
        const std::span<float> group = out.subspan(6 + size / 2 * 21, 21);
        const float extent = outline.area / static_cast<float>(outline.box.area());
        const float ratio = std::log2(static_cast<float>(outline.box.width) / static_cast<float>(outline.box.height));
        const float compactness = outline.length * outline.length / (4 * pi * outline.area);
        out[size] += weight;
        group[binOf(extent, {0.15F, 0.35F, 0.55F, 0.72F, 0.84F, 0.95F})] += weight;
        group[7 + binOf(ratio, {-3, -1.2F, -0.35F, 0.35F, 1.2F, 3})] += weight;
        group[14 + binOf(compactness, {1.05F, 1.4F, 2, 4, 10, 40})] += weight;
    }
}

bool isThin(const Outline& outline)
{
    return outline.area <= 2 * outline.length;
}

std::span<const Outline> withoutPanel(const Prepared& picture)
{
    return std::span(picture.outlines).subspan(picture.outlinesOfPanel);
}

/// One axis: for each line along it where the mask begins and ends, and in how many pieces.
void addSkyline(const cv::Mat& mask, std::span<float> out)
{
    int before[2] = {-1, -1};
    int filled = 0;
    int steps = 0;
    int blobs = 0;
    int lines = 0;
    int pieces = 0;
    int most = 0;
    int single = 0;
    for (int y = 0; y < mask.rows; ++y) {
        const auto* row = mask.ptr<std::uint8_t>(y);
        int first = -1;
        int last = -1;
        int runs = 0;
        for (int x = 0; x < mask.cols; ++x) {
            if (row[x] == 0)
                continue;
            ++filled;
            if (x == 0 || row[x - 1] == 0)
                ++runs;
            if (first < 0)
                first = x;
            last = x;
        }
        if (first >= 0) {
            ++lines;
            pieces += runs;
            most = std::max(most, runs);
            single += runs == 1 ? 1 : 0;
            if (before[0] >= 0) {
                ++steps;
                ++out[binOf(static_cast<float>(std::abs(first - before[0])), {1, 2, 4, 9, 20})];
                ++out[6 + binOf(static_cast<float>(std::abs(last - before[1])), {1, 2, 5})];
            } else {
                ++blobs;
            }
        }
        before[0] = first;
        before[1] = last;
    }
    if (steps > 0)
        scale(out.first(10), 1 / static_cast<float>(steps));
    out[10] = static_cast<float>(filled) / static_cast<float>(mask.total());
    out[11] = static_cast<float>(blobs) / 10;
    if (lines == 0)
        return;
    out[12] = static_cast<float>(pieces) / static_cast<float>(lines) / 8;
    out[13] = static_cast<float>(most) / 16;
    out[14] = static_cast<float>(single) / static_cast<float>(mask.rows);
}

} // namespace

void shapesByArea(const Prepared& picture, std::span<float> out)
{
    addShapes(picture, out, [&](const Outline& outline) { return std::sqrt(outline.area / picture.pixels()); });
}

void shapesByCount(const Prepared& picture, std::span<float> out)
{
    addShapes(picture, out, [](const Outline&) { return 1.0F; });
    logarithms(out);
}

void regularity(const Prepared& picture, std::span<float> out)
{
    std::map<int, int> bottoms, widths, heights;
    float n = 0;
    float sum = 0;
    float squares = 0;
    for (const Outline& outline : picture.outlines) {
        if (outline.area < leastArea)
            continue;
        ++bottoms[outline.box.br().y];
        ++widths[outline.box.width];
        ++heights[outline.box.height];
        const float size = std::log2(outline.area);
        ++n;
        sum += size;
        squares += size * size;
    }
    if (n == 0)
        return;
    addCommonest(bottoms, out.subspan(0, 2));
    addCommonest(widths, out.subspan(2, 2));
    addCommonest(heights, out.subspan(4, 2));
    out[6] = std::sqrt(std::max(0.0F, squares / n - sum * sum / (n * n))) / 3;
    out[7] = std::log2(1 + n) / 8;
}

void outlineDirections(const Prepared& picture, std::span<float> out)
{
    static const Tangents tangents(4);
    float thickArea = 0;
    for (const Outline& outline : withoutPanel(picture)) {
        const std::span<float> part = out.subspan(isThin(outline) ? 0 : 14, 14);
        tangents.add(outline.points, part.first(6), part.subspan(6, 6), {0.05F, 0.3F, 0.6F, 1, 1.7F});
        part[12] += outline.length;
        ++part[13];
        if (!isThin(outline))
            thickArea += outline.area;
    }
    for (const std::size_t begin : {0U, 14U}) {
        normalise(out.subspan(begin, 6));
        normalise(out.subspan(begin + 6, 6));
        logarithms(out.subspan(begin + 12, 2));
    }
    out[28] = thickArea / picture.pixels();
}

void skyline(const Prepared& picture, std::span<float> out)
{
    cv::Mat mask = cv::Mat::zeros(picture.bgr.size(), CV_8U);
    for (const Outline& outline : withoutPanel(picture))
        if (!isThin(outline))
            cv::fillPoly(mask, outline.points, 255);
    addSkyline(mask, out.first(15));
    cv::Mat turned;
    cv::transpose(mask, turned);
    addSkyline(turned, out.last(15));
}

} // namespace biomedica::models
