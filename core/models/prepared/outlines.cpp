#include "core/models/prepared/outlines.h"

#include "core/models/prepared/colour_code.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

struct Colour {
    int code;
    int count;
};

/// All colours of at least 0.08 % of the pixels, the commonest first; of equals the darker.
std::vector<Colour> commonColours(const cv::Mat& codes)
{
    std::vector<int> counts(colourCodes);
    for (int y = 0; y < codes.rows; ++y)
        for (int x = 0; x < codes.cols; ++x)
            ++counts[codes.at<std::uint16_t>(y, x)];
    std::vector<Colour> colours;
    for (int code = 0; code < colourCodes; ++code)
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

} // namespace

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

} // namespace biomedica::models
