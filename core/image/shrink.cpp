#include "core/image/shrink.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace biomedica::image {

namespace {

/// Colours times alpha, so that averages do not take colour from what is not seen; `isBack`: undone.
void multiplyByAlpha(Pixels& pixels, bool isBack)
{
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        const unsigned alpha = pixels.rgba[i + 3];
        for (std::size_t c = i; c < i + 3; ++c) {
            const unsigned colour = pixels.rgba[c];
            const unsigned value = !isBack      ? (colour * alpha + 127) / 255
                                   : alpha == 0 ? 0
                                                : std::min(255u, (colour * 255 + alpha / 2) / alpha);
            pixels.rgba[c] = static_cast<std::uint8_t>(value);
        }
    }
}

} // namespace

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        if (pixels.rgba[i] != 255)
            return false;
    return true;
}

Size fittedInto(Size size, Size box)
{
    const double scale =
        std::min({1.0, static_cast<double>(box.width) / size.width, static_cast<double>(box.height) / size.height});
    const auto scaled = [scale](int side) { return std::max(1, static_cast<int>(side * scale + 0.5)); };
    return {scaled(size.width), scaled(size.height)};
}

Pixels shrunkTo(Pixels pixels, int width, int height)
{
    const bool hasAlpha = !isOpaque(pixels);
    if (hasAlpha)
        multiplyByAlpha(pixels, false);
    Pixels small(width, height);
    const cv::Mat source(pixels.height, pixels.width, CV_8UC4, pixels.rgba.data());
    cv::Mat target(height, width, CV_8UC4, small.rgba.data());
    cv::resize(source, target, target.size(), 0, 0, cv::INTER_AREA);
    if (hasAlpha)
        multiplyByAlpha(small, true);
    small.damage = std::move(pixels.damage);
    return small;
}

Pixels shrunkInto(Pixels pixels, Size box)
{
    const Size size{pixels.width, pixels.height};
    const Size target = fittedInto(size, box);
    return target == size ? pixels : shrunkTo(std::move(pixels), target.width, target.height);
}

} // namespace biomedica::image
