#include "core/models/prepared/prepared.h"

#include "core/image/shrink.h"
#include "core/models/prepared/colour_code.h"
#include "core/models/prepared/outlines.h"
#include "core/models/prepared/plot_area.h"

#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

constexpr int leastSide = 16;

/// Transparent parts become white.
cv::Mat onWhite(const image::Pixels& picture)
{
    cv::Mat rgba(picture.height, picture.width, CV_8UC4, cv::Scalar::all(255));
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* from = picture.row(y);
        auto* to = rgba.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.width; ++x, from += 4, to += 4)
            for (int c = 0; c < 3; ++c)
                to[c] = static_cast<std::uint8_t>((from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
    }
    return rgba;
}

cv::Mat smallBgr(const image::Pixels& picture, image::Size original)
{
    // OpenCV has no view of pixels that are const.
    const cv::Mat rgba = image::isOpaque(picture) ? cv::Mat(picture.height, picture.width, CV_8UC4,
                                                            const_cast<std::uint8_t*>(picture.rgba.data())) // NOLINT
                                                  : onWhite(picture);
    const image::Size fitted = image::fittedInto(original, {describedSide, describedSide});
    const image::Size size{std::min(fitted.width, picture.width), std::min(fitted.height, picture.height)};
    cv::Mat small;
    cv::resize(rgba, small, {size.width, size.height}, 0, 0, cv::INTER_AREA);
    cv::Mat bgr;
    cv::cvtColor(small, bgr, cv::COLOR_RGBA2BGR);
    const int below = std::max(0, leastSide - bgr.rows);
    const int right = std::max(0, leastSide - bgr.cols);
    if (below > 0 || right > 0)
        cv::copyMakeBorder(bgr.clone(), bgr, below / 2, below - below / 2, right / 2, right - right / 2,
                           cv::BORDER_REPLICATE);
    return bgr;
}

void findBackground(Prepared& picture)
{
    const cv::Mat& bgr = picture.bgr;
    const int border = std::max(1, std::min(bgr.rows, bgr.cols) / 40);
    struct Sum {
        int count = 0;
        cv::Vec3i colour;
    };
    std::vector<Sum> sums(colourCodes);
    int total = 0;
    const auto addRow = [&](int y, int begin, int end) {
        const auto* row = bgr.ptr<std::uint8_t>(y);
        for (int x = begin; x < end; ++x, ++total) {
            const std::uint8_t* pixel = row + 3 * static_cast<std::ptrdiff_t>(x);
            Sum& sum = sums[static_cast<std::size_t>(colourCode(pixel))];
            ++sum.count;
            sum.colour += cv::Vec3i(pixel[0], pixel[1], pixel[2]);
        }
    };
    for (int y = 0; y < bgr.rows; ++y) {
        if (y < border || y >= bgr.rows - border) {
            addRow(y, 0, bgr.cols);
        } else {
            addRow(y, 0, border);
            addRow(y, bgr.cols - border, bgr.cols);
        }
    }
    const Sum& fullest =
        *std::max_element(sums.begin(), sums.end(), [](const Sum& a, const Sum& b) { return a.count < b.count; });
    picture.background = cv::Vec3f(fullest.colour) / static_cast<float>(fullest.count);
    picture.backgroundShareOfBorder = static_cast<float>(fullest.count) / static_cast<float>(total);
    const cv::Mat one(1, 1, CV_32FC3, picture.background / 255.0F);
    cv::Mat lab;
    cv::cvtColor(one, lab, cv::COLOR_BGR2Lab);
    picture.backgroundLab = lab.at<cv::Vec3f>(0);
}

/// Foreground, chroma and where there is colour, in one pass.
void compareWithBackground(Prepared& picture)
{
    const cv::Size size = picture.bgr.size();
    picture.foreground.create(size, CV_8U);
    picture.coloured.create(size, CV_8U);
    picture.chroma.create(size, CV_32F);
    for (int y = 0; y < size.height; ++y) {
        const auto* lab = picture.lab.ptr<std::uint8_t>(y);
        auto* foreground = picture.foreground.ptr<std::uint8_t>(y);
        auto* coloured = picture.coloured.ptr<std::uint8_t>(y);
        auto* chroma = picture.chroma.ptr<float>(y);
        for (int x = 0; x < size.width; ++x, lab += 3) {
            const float a = static_cast<float>(lab[1]) - 128;
            const float b = static_cast<float>(lab[2]) - 128;
            const float squared = a * a + b * b;
            foreground[x] = isUnlike(lab, picture.backgroundLab) ? 255 : 0;
            coloured[x] = squared > 64 ? 255 : 0;
            chroma[x] = std::sqrt(squared);
        }
    }
}

void findGradients(Prepared& picture)
{
    cv::Sobel(picture.grey, picture.dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(picture.grey, picture.dy, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::cartToPolar(picture.dx, picture.dy, picture.magnitude, picture.orientation, true);
    for (int y = 0; y < picture.orientation.rows; ++y) {
        auto* row = picture.orientation.ptr<float>(y);
        for (int x = 0; x < picture.orientation.cols; ++x) {
            const float half = row[x] >= 180 ? row[x] - 180 : row[x];
            row[x] = half >= 180 ? 0 : half;
        }
    }
}

/// Edges that run along an axis within 14°.
void findStraightEdges(Prepared& picture)
{
    constexpr float leastMagnitude = 10;
    const cv::Size size = picture.bgr.size();
    picture.levelEdges.create(size, CV_8U);
    picture.uprightEdges.create(size, CV_8U);
    for (int y = 0; y < size.height; ++y) {
        const auto* magnitude = picture.magnitude.ptr<float>(y);
        const auto* dx = picture.dx.ptr<float>(y);
        const auto* dy = picture.dy.ptr<float>(y);
        auto* level = picture.levelEdges.ptr<std::uint8_t>(y);
        auto* upright = picture.uprightEdges.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x) {
            const bool isEdge = magnitude[x] > leastMagnitude;
            level[x] = isEdge && std::abs(dy[x]) > 4 * std::abs(dx[x]) ? 255 : 0;
            upright[x] = isEdge && std::abs(dx[x]) > 4 * std::abs(dy[x]) ? 255 : 0;
        }
    }
}

void sumOrientations(Prepared& picture)
{
    const cv::Size size = picture.bgr.size();
    for (int y = 0; y < size.height; ++y) {
        const auto* magnitude = picture.magnitude.ptr<float>(y);
        const auto* orientation = picture.orientation.ptr<float>(y);
        const std::size_t cellRow = static_cast<std::size_t>(y * 4 / size.height) * 4;
        for (int x = 0; x < size.width; ++x) {
            if (magnitude[x] <= 2)
                continue;
            const std::size_t cell = cellRow + static_cast<std::size_t>(x * 4 / size.width);
            addOrientation(std::span(picture.orientations).subspan(cell * 9, 9), magnitude[x], orientation[x]);
        }
    }
}

} // namespace

Prepared prepare(const image::Pixels& picture, image::Size original)
{
    Prepared prepared;
    prepared.original = {original.width, original.height};
    prepared.bgr = smallBgr(picture, original);
    cv::cvtColor(prepared.bgr, prepared.grey, cv::COLOR_BGR2GRAY);
    cv::cvtColor(prepared.bgr, prepared.lab, cv::COLOR_BGR2Lab);
    findBackground(prepared);
    compareWithBackground(prepared);
    findGradients(prepared);
    findStraightEdges(prepared);
    sumOrientations(prepared);
    findOutlines(prepared);
    findPlotArea(prepared);
    return prepared;
}

} // namespace biomedica::models
