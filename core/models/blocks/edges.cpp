// How strong edges are, which way they run, and where.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <opencv2/imgproc.hpp>

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

void orientations1(const Prepared& picture, std::span<float> out)
{
    pooled(picture, 1, out);
}
void orientations2(const Prepared& picture, std::span<float> out)
{
    pooled(picture, 2, out);
}
void orientations4(const Prepared& picture, std::span<float> out)
{
    pooled(picture, 4, out);
}

void edgeDensity(const Prepared& picture, std::span<float> out)
{
    for (std::size_t cell = 0; cell < 16; ++cell)
        for (std::size_t o = 0; o < 9; ++o)
            out[cell] += picture.orientations[cell * 9 + o];
    scale(out, 16 / picture.pixels() / 10);
}

void coherence(const Prepared& picture, std::span<float> out)
{
    // The structure tensor, averaged at half size: a Gaussian of 2.5 pixels at full size takes four times as long.
    const auto averaged = [](const cv::Mat& product) {
        cv::Mat half;
        cv::resize(product, half, {(product.cols + 1) / 2, (product.rows + 1) / 2}, 0, 0, cv::INTER_AREA);
        cv::GaussianBlur(half, half, {9, 9}, 1.25);
        return half;
    };
    const cv::Mat xx = averaged(picture.dx.mul(picture.dx));
    const cv::Mat yy = averaged(picture.dy.mul(picture.dy));
    const cv::Mat xy = averaged(picture.dx.mul(picture.dy));
    for (int y = 0; y < xx.rows; ++y) {
        const auto* rowXx = xx.ptr<float>(y);
        const auto* rowYy = yy.ptr<float>(y);
        const auto* rowXy = xy.ptr<float>(y);
        for (int x = 0; x < xx.cols; ++x) {
            const float trace = rowXx[x] + rowYy[x];
            if (trace <= 8)
                continue;
            const float difference = rowXx[x] - rowYy[x];
            const float strength = std::sqrt(difference * difference + 4 * rowXy[x] * rowXy[x]);
            ++out[binOf(6 * strength / trace, 6)];
            ++out[6 + binOf(6 * std::abs(difference) / (strength + 1e-6F), 6)];
        }
    }
    scale(out, 1 / static_cast<float>(xx.total()));
}

} // namespace biomedica::models
