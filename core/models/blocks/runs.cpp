// How long things are along rows and columns: bars, lines, letters, empty space.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <bit>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

constexpr int edgeMagnitude = 10;

/// Lengths of runs along the rows of a mask (0 or 255), in eight octaves and weighted by length: a share of all
/// pixels each. Eight numbers: what is set; sixteen: also what is not.
void addRowRuns(const cv::Mat& mask, std::span<float> out)
{
    std::array<std::array<int, 8>, 2> sums{};
    for (int y = 0; y < mask.rows; ++y) {
        const auto* row = mask.ptr<std::uint8_t>(y);
        for (int begin = 0, end = 0; begin < mask.cols; begin = end) {
            for (end = begin + 1; end < mask.cols && row[end] == row[begin]; ++end) {}
            const auto length = static_cast<unsigned>(end - begin);
            const auto octave = std::min<std::size_t>(7, static_cast<std::size_t>(std::bit_width(length)) - 1);
            sums[row[begin] == 0 ? 1 : 0][octave] += end - begin;
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(sums[i / 8][i % 8]) / static_cast<float>(mask.total());
}

void addColumnRuns(const cv::Mat& mask, std::span<float> out)
{
    cv::Mat turned;
    cv::transpose(mask, turned);
    addRowRuns(turned, out);
}

/// Edges along which the picture goes within 14° of an axis: `across` is the derivative across them.
cv::Mat edgesAlong(const Prepared& picture, const cv::Mat& across, const cv::Mat& along)
{
    cv::Mat mask(across.size(), CV_8U);
    for (int y = 0; y < mask.rows; ++y) {
        const auto* magnitude = picture.magnitude.ptr<float>(y);
        const auto* steep = across.ptr<float>(y);
        const auto* level = along.ptr<float>(y);
        auto* to = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < mask.cols; ++x)
            to[x] = magnitude[x] > edgeMagnitude && std::abs(steep[x]) > 4 * std::abs(level[x]) ? 255 : 0;
    }
    return mask;
}

/// What stands out from its surroundings by 18 grey levels.
cv::Mat ink(const Prepared& picture)
{
    cv::Mat mean, difference;
    cv::boxFilter(picture.grey, mean, -1, {15, 15});
    cv::absdiff(picture.grey, mean, difference);
    return difference > 18;
}

/// Where two neighbours differ by at most three levels in every channel; the neighbour is `step` away.
cv::Mat flat(const cv::Mat& bgr, cv::Point step)
{
    const cv::Size size(bgr.cols - step.x, bgr.rows - step.y);
    cv::Mat difference;
    cv::absdiff(bgr(cv::Rect({0, 0}, size)), bgr(cv::Rect(step, size)), difference);
    cv::Mat mask(size, CV_8U);
    for (int y = 0; y < size.height; ++y) {
        const auto* from = difference.ptr<std::uint8_t>(y);
        auto* to = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x, from += 3)
            to[x] = std::max({from[0], from[1], from[2]}) <= 3 ? 255 : 0;
    }
    return mask;
}

} // namespace

void horizontalEdgeRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(edgesAlong(picture, picture.dy, picture.dx), out);
}

void verticalEdgeRuns(const Prepared& picture, std::span<float> out)
{
    addColumnRuns(edgesAlong(picture, picture.dx, picture.dy), out);
}

void edgeShares(const Prepared& picture, std::span<float> out)
{
    const auto edges = static_cast<float>(cv::countNonZero(picture.magnitude > edgeMagnitude));
    if (edges == 0)
        return;
    out[0] = static_cast<float>(cv::countNonZero(edgesAlong(picture, picture.dy, picture.dx))) / edges;
    out[1] = static_cast<float>(cv::countNonZero(edgesAlong(picture, picture.dx, picture.dy))) / edges;
    out[2] = 3 * edges / picture.pixels();
}

void foregroundRowRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(picture.foreground, out);
}
void foregroundColumnRuns(const Prepared& picture, std::span<float> out)
{
    addColumnRuns(picture.foreground, out);
}
void inkRowRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(ink(picture), out);
}
void inkColumnRuns(const Prepared& picture, std::span<float> out)
{
    addColumnRuns(ink(picture), out);
}

void flatRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(flat(picture.bgr, {1, 0}), out.first(8));
    addColumnRuns(flat(picture.bgr, {0, 1}), out.last(8));
}

} // namespace biomedica::models
