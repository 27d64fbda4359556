// How long things are along rows and columns: bars, lines, letters, empty space.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <bit>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

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

/// What stands out from its surroundings by 18 grey levels.
cv::Mat ink(const Prepared& picture)
{
    cv::Mat mean, difference;
    cv::boxFilter(picture.grey, mean, -1, {15, 15});
    cv::absdiff(picture.grey, mean, difference);
    return difference > 18;
}

} // namespace

void horizontalEdgeRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(picture.levelEdges, out);
}

void verticalEdgeRuns(const Prepared& picture, std::span<float> out)
{
    addColumnRuns(picture.uprightEdges, out);
}

void inkRowRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(ink(picture), out);
}
void inkColumnRuns(const Prepared& picture, std::span<float> out)
{
    addColumnRuns(ink(picture), out);
}

void markRuns(const Prepared& picture, std::span<float> out)
{
    addRowRuns(picture.marks, out.first(16));
    addRowRuns(picture.marksTurned, out.last(16));
}

} // namespace biomedica::models
