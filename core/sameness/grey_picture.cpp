#include "core/sameness/grey_picture.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace biomedica::sameness {

namespace {

/// Transparent parts count as white.
cv::Mat greyOnWhite(const image::Pixels& picture)
{
    cv::Mat grey(picture.height, picture.width, CV_8U);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* from = picture.row(y);
        auto* to = grey.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.width; ++x, from += 4) {
            const int luma = (from[0] * 77 + from[1] * 150 + from[2] * 29) >> 8;
            to[x] = static_cast<std::uint8_t>((luma * from[3] + 255 * (255 - from[3]) + 127) / 255);
        }
    }
    return grey;
}

image::Size sizeFor(image::Size full, int mostPixels)
{
    const double pixels = static_cast<double>(full.width) * full.height;
    const double factor = std::min({1.0, std::sqrt(mostPixels / pixels),
                                    GreyPicture::mostSide / static_cast<double>(std::max(full.width, full.height))});
    const auto scaled = [factor](int side) { return std::max(1, static_cast<int>(side * factor)); };
    return {scaled(full.width), scaled(full.height)};
}

} // namespace

GreyPicture greyOf(const image::Pixels& picture)
{
    const cv::Mat whole = greyOnWhite(picture);
    const image::Size size = sizeFor({picture.width, picture.height}, GreyPicture::mostPixels);
    GreyPicture small{size.width, size.height, {}};
    small.grey.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    cv::Mat to(size.height, size.width, CV_8U, small.grey.data());
    cv::resize(whole, to, to.size(), 0, 0, cv::INTER_AREA);
    return small;
}

Result<GreyPicture> readGrey(std::string_view bytes, const image::DecodeLimits& limits)
{
    TRY(const image::Size full, image::readSize(bytes));
    // Four times the pixels: decoders average by whole numbers.
    TRY(const image::Pixels picture, image::decodeReduced(bytes, sizeFor(full, 4 * GreyPicture::mostPixels), limits));
    return greyOf(picture);
}

} // namespace biomedica::sameness
