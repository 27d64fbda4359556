#include "ui/thumbnails/pictures.h"

#include "core/image/shrink.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

namespace biomedica::ui {

QImage toImage(image::Pixels pixels)
{
    if (pixels.width < 1 || pixels.height < 1)
        return {};
    const bool isOpaque = image::isOpaque(pixels);
    const int width = pixels.width;
    const int height = pixels.height;
    auto owner = std::make_unique<std::vector<std::uint8_t>>(std::move(pixels.rgba));
    std::uint8_t* bytes = owner->data();
    const auto release = [](void* memory) { delete static_cast<std::vector<std::uint8_t>*>(memory); };
    QImage image(bytes, width, height, 4 * static_cast<qsizetype>(width), QImage::Format_RGBA8888, release,
                 owner.release());
    image.convertTo(isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    return image;
}

QColor borderColour(const QImage& image)
{
    if (image.isNull())
        return {};
    // Colours that differ by less than 16 a channel count as one; the most frequent wins, averaged.
    struct Sum {
        int count = 0, red = 0, green = 0, blue = 0;
    };
    std::unordered_map<QRgb, Sum> sums;
    const auto take = [&](int x, int y) {
        const QRgb pixel = image.pixel(x, y);
        if (qAlpha(pixel) < 128)
            return;
        Sum& sum = sums[pixel & 0xf0f0f0];
        ++sum.count;
        sum.red += qRed(pixel);
        sum.green += qGreen(pixel);
        sum.blue += qBlue(pixel);
    };
    for (int x = 0; x < image.width(); ++x) {
        take(x, 0);
        take(x, image.height() - 1);
    }
    for (int y = 0; y < image.height(); ++y) {
        take(0, y);
        take(image.width() - 1, y);
    }
    if (sums.empty())
        return Qt::white; // transparent figures are drawn for paper
    const Sum most = std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) {
                         return a.second.count != b.second.count ? a.second.count < b.second.count : a.first < b.first;
                     })->second;
    return QColor(most.red / most.count, most.green / most.count, most.blue / most.count);
}

} // namespace biomedica::ui
