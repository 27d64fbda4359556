// Shape of the picture, its colours and where they are.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <numeric>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

/// Lab, L 0 to 100, of the picture fitted into side × side on its background.
cv::Mat letterbox(const Prepared& picture, int side)
{
    const double scale = static_cast<double>(side) / std::max(picture.bgr.cols, picture.bgr.rows);
    const cv::Size size(std::clamp(cvRound(picture.bgr.cols * scale), 1, side),
                        std::clamp(cvRound(picture.bgr.rows * scale), 1, side));
    cv::Mat small;
    cv::resize(picture.bgr, small, size, 0, 0, cv::INTER_AREA);
    cv::Mat sheet(side, side, CV_8UC3, cv::Scalar(picture.background));
    small.copyTo(sheet(cv::Rect((side - size.width) / 2, (side - size.height) / 2, size.width, size.height)));
    cv::Mat lab;
    sheet.convertTo(lab, CV_32F, 1.0 / 255);
    cv::cvtColor(lab, lab, cv::COLOR_BGR2Lab);
    return lab;
}

float shareAbove(const cv::Mat& grey, int level)
{
    return static_cast<float>(cv::countNonZero(grey > level)) / static_cast<float>(grey.total());
}

float sumOf(std::span<const float> values, std::size_t begin, std::size_t end)
{
    end = std::min(end, values.size());
    return begin < end ? std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(begin),
                                         values.begin() + static_cast<std::ptrdiff_t>(end), 0.0F)
                       : 0.0F;
}

/// Shares of the colours that occur, at 2^bits levels a channel, the largest first.
std::vector<float> colourShares(const cv::Mat& bgr, int bits)
{
    std::vector<int> counts(std::size_t{1} << (3 * bits));
    const int shift = 8 - bits;
    for (int y = 0; y < bgr.rows; ++y) {
        const auto* pixel = bgr.ptr<std::uint8_t>(y);
        for (int x = 0; x < bgr.cols; ++x, pixel += 3)
            ++counts[static_cast<std::size_t>((pixel[2] >> shift) << (2 * bits) | (pixel[1] >> shift) << bits
                                              | pixel[0] >> shift)];
    }
    std::erase(counts, 0);
    std::sort(counts.begin(), counts.end(), std::greater());
    std::vector<float> shares;
    for (const int count : counts)
        shares.push_back(static_cast<float>(count) / static_cast<float>(bgr.total()));
    return shares;
}

float entropy(std::span<const float> shares)
{
    float bits = 0;
    for (const float share : shares)
        bits -= share * std::log2(share);
    return bits;
}

} // namespace

void aspect(const Prepared& picture, std::span<float> out)
{
    const float ratio =
        std::log2(static_cast<float>(picture.original.width) / static_cast<float>(picture.original.height));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const float distance = (ratio - (-1.5F + 0.5F * static_cast<float>(i))) / 0.4F;
        out[i] = std::exp(-0.5F * distance * distance);
    }
}

void thumbnailLightness(const Prepared& picture, std::span<float> out)
{
    const cv::Mat lab = letterbox(picture, 8);
    for (int i = 0; i < 64; ++i)
        out[static_cast<std::size_t>(i)] = lab.at<cv::Vec3f>(i / 8, i % 8)[0] / 100;
}

void thumbnailColour(const Prepared& picture, std::span<float> out)
{
    const cv::Mat lab = letterbox(picture, 4);
    for (int i = 0; i < 16; ++i)
        for (int c = 0; c < 2; ++c)
            out[static_cast<std::size_t>(2 * i + c)] = lab.at<cv::Vec3f>(i / 4, i % 4)[c + 1] / 100;
}

void lightness(const Prepared& picture, std::span<float> out)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < picture.lab.rows; ++y) {
        const auto* row = picture.lab.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.lab.cols; ++x)
            ++counts[row[3 * static_cast<std::ptrdiff_t>(x)]];
    }
    for (std::size_t level = 0; level < counts.size(); ++level)
        addSoftly(out, static_cast<float>(level) / 16, static_cast<float>(counts[level]) / picture.pixels());
}

void chroma(const Prepared& picture, std::span<float> out)
{
    for (int y = 0; y < picture.chroma.rows; ++y) {
        const auto* row = picture.chroma.ptr<float>(y);
        for (int x = 0; x < picture.chroma.cols; ++x)
            addSoftly(out, row[x] / 10, 1);
    }
    scale(out, 1 / picture.pixels());
}

void hue(const Prepared& picture, std::span<float> out)
{
    for (int y = 0; y < picture.lab.rows; ++y) {
        const auto* lab = picture.lab.ptr<std::uint8_t>(y);
        const auto* coloured = picture.coloured.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.lab.cols; ++x, lab += 3) {
            if (coloured[x] == 0)
                continue;
            const float degrees =
                cv::fastAtan2(static_cast<float>(lab[2]) - 128, static_cast<float>(lab[1]) - 128); // 0 to 360
            const float position = degrees / 30;
            const float part = position - std::floor(position);
            const auto low = static_cast<std::size_t>(position) % 12;
            out[low] += 1 - part;
            out[(low + 1) % 12] += part;
        }
    }
    scale(out, 1 / picture.pixels());
}

void palette(const Prepared& picture, std::span<float> out)
{
    const std::vector<float> coarse = colourShares(picture.bgr, 3);
    const std::vector<float> fine = colourShares(picture.bgr, 5);
    const float pixels = picture.pixels();
    cv::Scalar chromaMean, chromaDeviation, greyMean, greyDeviation;
    cv::meanStdDev(picture.chroma, chromaMean, chromaDeviation);
    cv::meanStdDev(picture.grey, greyMean, greyDeviation);
    const auto isNotable = [](float share) { return share > 0.002F; };
    std::size_t i = 0;
    for (const auto& [begin, end] : {std::pair{0U, 1U}, {1U, 2U}, {2U, 3U}, {3U, 6U}, {6U, 1U << 9}})
        out[i++] = sumOf(coarse, begin, end);
    out[i++] = std::log2(static_cast<float>(fine.size())) / 15;
    out[i++] = entropy(fine) / 12;
    for (const auto& [begin, end] : {std::pair{0U, 1U}, {1U, 2U}, {2U, 3U}, {0U, 4U}, {0U, 16U}})
        out[i++] = sumOf(fine, begin, end);
    out[i++] = static_cast<float>(std::count_if(fine.begin(), fine.end(), isNotable)) / 40;
    out[i++] = picture.backgroundShareOfBorder;
    out[i++] = picture.backgroundLab[0] / 100;
    out[i++] = static_cast<float>(cv::countNonZero(picture.foreground)) / pixels;
    out[i++] = static_cast<float>(cv::countNonZero(picture.coloured)) / pixels;
    out[i++] = shareAbove(picture.grey, 245);
    out[i++] = 1 - shareAbove(picture.grey, 11);
    out[i++] = static_cast<float>(chromaMean[0]) / 60;
    out[i++] = static_cast<float>(chromaDeviation[0]) / 40;
    out[i++] = static_cast<float>(greyMean[0]) / 255;
    out[i++] = static_cast<float>(greyDeviation[0]) / 90;
}

} // namespace biomedica::models
