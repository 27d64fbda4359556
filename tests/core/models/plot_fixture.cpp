#include "tests/core/models/plot_fixture.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace biomedica::models::test {

cv::Mat axes()
{
    cv::Mat picture(side, side, CV_8UC4, cv::Scalar::all(255));
    cv::rectangle(picture, {inside.x - 2, inside.y, 2, inside.height}, {0, 0, 0, 255}, cv::FILLED);
    cv::rectangle(picture, {inside.x - 2, inside.br().y, inside.width + 2, 2}, {0, 0, 0, 255}, cv::FILLED);
    return picture;
}

void fill(cv::Mat& picture, const cv::Rect& rect, const cv::Scalar& colour)
{
    cv::rectangle(picture, rect, colour, cv::FILLED);
}

cv::Mat bars()
{
    cv::Mat picture = axes();
    for (int i = 0; i < 5; ++i)
        fill(picture, {inside.x + 10 + 28 * i, inside.br().y - 30 - 18 * i, 14, 30 + 18 * i});
    return picture;
}

cv::Mat points()
{
    cv::Mat picture = axes();
    for (int i = 0; i < 12; ++i)
        cv::circle(picture, {inside.x + 12 + 11 * i, inside.y + 20 + i * 37 % 90}, 3, {40, 80, 200, 255}, cv::FILLED);
    return picture;
}

Prepared prepared(const cv::Mat& rgba)
{
    image::Pixels pixels(rgba.cols, rgba.rows);
    for (int y = 0; y < rgba.rows; ++y)
        std::copy_n(rgba.ptr<std::uint8_t>(y), 4 * rgba.cols, pixels.row(y));
    return prepare(pixels, {rgba.cols, rgba.rows});
}

std::vector<float> measured(std::size_t size, void (*block)(const Prepared&, std::span<float>), const cv::Mat& rgba)
{
    std::vector<float> values(size);
    block(prepared(rgba), values);
    return values;
}

} // namespace biomedica::models::test
