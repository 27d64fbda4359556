// How strong edges are, which way they run, and where.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

namespace biomedica::models {

namespace {

/// 4 × 4 cells of nine orientations summed over squares of cells, `perSide` of them along a side; sums to one.
void pooled(const Prepared& picture, std::size_t perSide, std::span<float> out)
{
    const std::size_t merged = 4 / perSide;
    for (std::size_t y = 0; y < 4; ++y)
        for (std::size_t x = 0; x < 4; ++x)
            for (std::size_t o = 0; o < 9; ++o)
                out[(y / merged * perSide + x / merged) * 9 + o] += picture.orientations[(y * 4 + x) * 9 + o];
    normalise(out);
}

} // namespace

void gradients(const Prepared& picture, std::span<float> out)
{
    // By quarters of a grey level: the logarithm of each pixel would take longer than everything else here.
    static const std::array<std::uint8_t, 1024> bins = [] {
        std::array<std::uint8_t, 1024> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = static_cast<std::uint8_t>(binOf(1.6F * std::log2(static_cast<float>(i) / 4 + 1), 11));
        return made;
    }();
    std::array<int, 11> counts{};
    for (int y = 0; y < picture.magnitude.rows; ++y) {
        const auto* row = picture.magnitude.ptr<float>(y);
        for (int x = 0; x < picture.magnitude.cols; ++x)
            ++counts[bins[static_cast<std::size_t>(row[x] * 4)]];
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        out[i] = static_cast<float>(counts[i]) / picture.pixels();
}

void orientations2(const Prepared& picture, std::span<float> out)
{
    pooled(picture, 2, out);
}
void orientations4(const Prepared& picture, std::span<float> out)
{
    pooled(picture, 4, out);
}

void markOrientations(const Prepared& picture, std::span<float> out)
{
    constexpr float weakest = 2; // at the marks
    constexpr float leastElsewhere = 8;
    const cv::Mat magnitudes = picture.magnitude(picture.plotArea);
    const cv::Mat orientations = picture.orientation(picture.plotArea);
    for (int y = 0; y < magnitudes.rows; ++y) {
        const auto* magnitude = magnitudes.ptr<float>(y);
        const auto* orientation = orientations.ptr<float>(y);
        const auto* mark = picture.marks.ptr<std::uint8_t>(y);
        for (int x = 0; x < magnitudes.cols; ++x) {
            if (magnitude[x] <= (mark[x] != 0 ? weakest : leastElsewhere))
                continue;
            const int cell = y * 2 / magnitudes.rows * 2 + x * 2 / magnitudes.cols;
            addOrientation(out.subspan(9 + static_cast<std::size_t>(cell) * 9, 9), magnitude[x], orientation[x]);
        }
    }
    for (std::size_t i = 9; i < 45; ++i)
        out[i % 9] += out[i];
    normalise(out.first(9));
    normalise(out.last(36));
}

void edgeDensity(const Prepared& picture, std::span<float> out)
{
    for (std::size_t cell = 0; cell < 16; ++cell)
        for (std::size_t o = 0; o < 9; ++o)
            out[cell] += picture.orientations[cell * 9 + o];
    scale(out, 16 / picture.pixels() / 10);
}

} // namespace biomedica::models
