// Texture: what tells tissue from a photograph, noise from type.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <bit>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

/// 58 patterns with at most two changes around the circle, by number; all others are 58.
std::array<std::uint8_t, 256> uniformPatterns()
{
    std::array<std::uint8_t, 256> numbers{};
    std::uint8_t next = 0;
    for (unsigned pattern = 0; pattern < 256; ++pattern) {
        const auto turned = std::rotl(static_cast<std::uint8_t>(pattern), 1);
        const int changes = std::popcount(static_cast<std::uint8_t>(pattern ^ turned));
        numbers[pattern] = changes <= 2 ? next++ : 58;
    }
    return numbers;
}

/// Local binary patterns (Ojala, Pietikäinen, Mäenpää, IEEE TPAMI 24, 2002) of the eight neighbours, set where they
/// are lighter by more than three levels; of the grey picture at 1 / shrink.
void addLocalPatterns(const Prepared& picture, int shrink, std::span<float> out)
{
    static const std::array<std::uint8_t, 256> numbers = uniformPatterns();
    static constexpr std::array<std::pair<int, int>, 8> around = {
        {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}}};
    cv::Mat grey = picture.grey;
    if (shrink > 1)
        cv::resize(grey, grey, {std::max(4, grey.cols / shrink), std::max(4, grey.rows / shrink)}, 0, 0,
                   cv::INTER_AREA);
    const cv::Size inner(grey.cols - 2, grey.rows - 2);
    cv::Mat raised;
    cv::add(grey(cv::Rect({1, 1}, inner)), cv::Scalar(3), raised);
    cv::Mat patterns = cv::Mat::zeros(inner, CV_8U);
    cv::Mat lighter;
    for (std::size_t i = 0; i < around.size(); ++i) {
        const auto [x, y] = around[i];
        cv::compare(grey(cv::Rect({x, y}, inner)), raised, lighter, cv::CMP_GT);
        cv::bitwise_and(lighter, cv::Scalar(1 << i), lighter);
        cv::bitwise_or(patterns, lighter, patterns);
    }
    for (int y = 0; y < patterns.rows; ++y) {
        const auto* row = patterns.ptr<std::uint8_t>(y);
        for (int x = 0; x < patterns.cols; ++x)
            ++out[numbers[row[x]]];
    }
    scale(out, 1 / static_cast<float>(patterns.total()));
}

constexpr int waveSide = 128;

/// Ring (octaves of the frequency, 0 to 5) × 6 + direction (of 30°), for each place of the spectrum's upper half; −1
/// for the mean and the corners.
std::vector<int> sectors()
{
    std::vector<int> made;
    for (int y = 0; y <= waveSide / 2; ++y)
        for (int x = 0; x < waveSide; ++x) {
            const auto fx = static_cast<float>(x < waveSide / 2 ? x : x - waveSide);
            const auto fy = static_cast<float>(y);
            const float frequency = std::sqrt(fx * fx + fy * fy);
            const float angle = std::atan2(fy, fx); // 0 to pi
            const bool isInside = frequency >= 1 && frequency < waveSide / 2;
            const auto direction = static_cast<int>(angle / pi * 6 + 0.5F) % 6;
            made.push_back(isInside ? static_cast<int>(std::log2(frequency)) * 6 + direction : -1);
        }
    return made;
}

} // namespace

void localPatterns1(const Prepared& picture, std::span<float> out)
{
    addLocalPatterns(picture, 1, out);
}
void localPatterns2(const Prepared& picture, std::span<float> out)
{
    addLocalPatterns(picture, 2, out);
}
void localPatterns4(const Prepared& picture, std::span<float> out)
{
    addLocalPatterns(picture, 4, out);
}

void spectrum(const Prepared& picture, std::span<float> out)
{
    static const std::vector<int> sectorOf = sectors();
    const double scaled = static_cast<double>(waveSide) / std::max(picture.grey.cols, picture.grey.rows);
    const cv::Size size(std::max(1, cvRound(picture.grey.cols * scaled)),
                        std::max(1, cvRound(picture.grey.rows * scaled)));
    cv::Mat small;
    cv::resize(picture.grey, small, size, 0, 0, scaled < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    const cv::Vec3f ground = picture.background;
    cv::Mat sheet(waveSide, waveSide, CV_32F, cv::Scalar(0.114 * ground[0] + 0.587 * ground[1] + 0.299 * ground[2]));
    small.convertTo(sheet(cv::Rect((waveSide - size.width) / 2, (waveSide - size.height) / 2, size.width, size.height)),
                    CV_32F);
    sheet -= cv::mean(sheet);
    cv::Mat waves;
    cv::dft(sheet, waves, cv::DFT_COMPLEX_OUTPUT);
    float total = 1e-3F;
    for (int y = 0; y <= waveSide / 2; ++y) {
        const auto* row = waves.ptr<cv::Vec2f>(y);
        for (int x = 0; x < waveSide; ++x) {
            const int sector = sectorOf[static_cast<std::size_t>(y * waveSide + x)];
            if (sector < 0)
                continue;
            const float energy = row[x][0] * row[x][0] + row[x][1] * row[x][1];
            out[static_cast<std::size_t>(sector)] += energy;
            total += energy;
        }
    }
    for (float& value : out)
        value = std::log(1 + 1000 * value / total) / 7;
}

void cooccurrence(const Prepared& picture, std::span<float> out)
{
    constexpr int distance = 2;
    std::array<int, 64> pairs{};
    const cv::Mat& lab = picture.lab;
    const auto levelAt = [](const std::uint8_t* row, int x) { return row[3 * static_cast<std::ptrdiff_t>(x)] >> 5; };
    for (int y = 0; y < lab.rows; ++y) {
        const auto* row = lab.ptr<std::uint8_t>(y);
        const auto* below = y + distance < lab.rows ? lab.ptr<std::uint8_t>(y + distance) : nullptr;
        for (int x = 0; x < lab.cols; ++x) {
            const int level = levelAt(row, x);
            if (x + distance < lab.cols)
                ++pairs[static_cast<std::size_t>(level * 8 + levelAt(row, x + distance))];
            if (below != nullptr)
                ++pairs[static_cast<std::size_t>(level * 8 + levelAt(below, x))];
        }
    }
    std::size_t next = 0;
    for (std::size_t a = 0; a < 8; ++a)
        for (std::size_t b = a; b < 8; ++b)
            out[next++] = static_cast<float>(a == b ? pairs[a * 8 + b] : pairs[a * 8 + b] + pairs[b * 8 + a]);
    normalise(out);
}

} // namespace biomedica::models
