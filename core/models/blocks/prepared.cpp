#include "core/models/blocks/prepared.h"

#include "core/image/shrink.h"
#include "core/models/blocks/bins.h"

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

/// 16 levels a channel: 0 to 4095.
int colourCode(const std::uint8_t* bgr)
{
    return (bgr[2] >> 4) << 8 | (bgr[1] >> 4) << 4 | bgr[0] >> 4;
}

void findBackground(Prepared& picture)
{
    const cv::Mat& bgr = picture.bgr;
    const int border = std::max(1, std::min(bgr.rows, bgr.cols) / 40);
    struct Sum {
        int count = 0;
        cv::Vec3i colour;
    };
    std::vector<Sum> sums(4096);
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
    const cv::Vec3f ground = picture.backgroundLab;
    for (int y = 0; y < size.height; ++y) {
        const auto* lab = picture.lab.ptr<std::uint8_t>(y);
        auto* foreground = picture.foreground.ptr<std::uint8_t>(y);
        auto* coloured = picture.coloured.ptr<std::uint8_t>(y);
        auto* chroma = picture.chroma.ptr<float>(y);
        for (int x = 0; x < size.width; ++x, lab += 3) {
            const float l = static_cast<float>(lab[0]) * (100.0F / 255) - ground[0];
            const float a = static_cast<float>(lab[1]) - 128;
            const float b = static_cast<float>(lab[2]) - 128;
            const float da = a - ground[1];
            const float db = b - ground[2];
            const float squared = a * a + b * b;
            foreground[x] = l * l + da * da + db * db > 144 ? 255 : 0;
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
            const float weight = std::sqrt(magnitude[x]);
            const float position = orientation[x] / 20; // nine bins, round
            const auto low = static_cast<std::size_t>(position) % 9;
            const float part = position - std::floor(position);
            picture.orientations[cell * 9 + low] += weight * (1 - part);
            picture.orientations[cell * 9 + (low + 1) % 9] += weight * part;
        }
    }
}

struct Colour {
    int code;
    int count;
};

/// All colours of at least 0.08 % of the pixels, the commonest first; of equals the darker.
std::vector<Colour> commonColours(const cv::Mat& codes)
{
    std::vector<int> counts(4096);
    for (int y = 0; y < codes.rows; ++y)
        for (int x = 0; x < codes.cols; ++x)
            ++counts[codes.at<std::uint16_t>(y, x)];
    std::vector<Colour> colours;
    for (int code = 0; code < 4096; ++code)
        if (const int count = counts[static_cast<std::size_t>(code)];
            count >= 0.0008 * static_cast<double>(codes.total()))
            colours.push_back({code, count});
    std::stable_sort(colours.begin(), colours.end(),
                     [](const Colour& a, const Colour& b) { return a.count > b.count; });
    return colours;
}

/// Whether it is what some styles lay behind their plots: light, grey, large.
bool isPanel(const Colour& colour, std::size_t pixels)
{
    const int r = colour.code >> 8;
    const int g = colour.code >> 4 & 15;
    const int b = colour.code & 15;
    return std::min({r, g, b}) >= 11 && std::max({r, g, b}) - std::min({r, g, b}) <= 2
           && colour.count > 0.15 * static_cast<double>(pixels);
}

void addOutlines(Prepared& picture, const cv::Mat& mask)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    for (auto& points : contours) {
        if (points.size() < 6)
            continue;
        Outline outline;
        outline.box = cv::boundingRect(points);
        outline.area = static_cast<float>(cv::contourArea(points));
        outline.length = static_cast<float>(cv::arcLength(points, true));
        outline.points = std::move(points);
        picture.outlines.push_back(std::move(outline));
    }
}

void findOutlines(Prepared& picture)
{
    constexpr std::size_t mostColours = 12;
    cv::Mat calm;
    cv::medianBlur(picture.bgr, calm, 3);
    cv::Mat codes(calm.size(), CV_16U);
    for (int y = 0; y < calm.rows; ++y) {
        const auto* row = calm.ptr<std::uint8_t>(y);
        auto* to = codes.ptr<std::uint16_t>(y);
        for (int x = 0; x < calm.cols; ++x)
            to[x] = static_cast<std::uint16_t>(colourCode(row + 3 * static_cast<std::ptrdiff_t>(x)));
    }
    const cv::Vec3b ground = picture.background;
    const int groundCode = colourCode(ground.val);
    std::vector<Colour> colours = commonColours(codes);
    std::erase_if(colours, [&](const Colour& colour) { return colour.code == groundCode; });
    if (colours.size() > mostColours)
        colours.resize(mostColours);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        addOutlines(picture, codes == colours[i].code);
        if (i == 0 && isPanel(colours[i], codes.total()))
            picture.outlinesOfPanel = picture.outlines.size();
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
    sumOrientations(prepared);
    findOutlines(prepared);
    return prepared;
}

} // namespace biomedica::models
