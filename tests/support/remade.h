// Pictures made anew, as journals and archives do it, and drawings that differ from one another in their data alone.
#pragma once

#include "core/demo/figure.h"
#include "core/image/decode.h"
#include "core/image/encode.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace biomedica::test {

using image::Pixels;

inline Pixels rescaled(const Pixels& picture, double factor)
{
    const auto scaled = [factor](int side) { return std::max(1, static_cast<int>(side * factor + 0.5)); };
    Pixels result(scaled(picture.width), scaled(picture.height));
    Pixels source = picture;
    cv::Mat to(result.height, result.width, CV_8UC4, result.rgba.data());
    cv::resize(cv::Mat(source.height, source.width, CV_8UC4, source.rgba.data()), to, to.size(), 0, 0,
               factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

/// 5 % off every side.
inline Pixels cropped(const Pixels& picture)
{
    const int x = picture.width / 20;
    const int y = picture.height / 20;
    Pixels part(picture.width - 2 * x, picture.height - 2 * y);
    for (int row = 0; row < part.height; ++row)
        std::copy_n(picture.row(y + row) + 4 * x, 4 * part.width, part.row(row));
    return part;
}

inline Pixels inGrey(Pixels picture)
{
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        const int luma = picture.rgba[i] * 77 + picture.rgba[i + 1] * 150 + picture.rgba[i + 2] * 29;
        std::fill_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(i), 3, static_cast<std::uint8_t>(luma >> 8));
    }
    return picture;
}

/// On white, 6 % wider at every side.
inline Pixels onAWiderSheet(const Pixels& picture)
{
    const int x = picture.width * 6 / 100;
    const int y = picture.height * 6 / 100;
    Pixels sheet(picture.width + 2 * x, picture.height + 2 * y);
    std::fill(sheet.rgba.begin(), sheet.rgba.end(), std::uint8_t{255});
    for (int row = 0; row < picture.height; ++row)
        std::copy_n(picture.row(row), 4 * picture.width, sheet.row(y + row) + 4 * x);
    return sheet;
}

inline Pixels asJpeg(const Pixels& picture)
{
    const auto decoded = image::decode(image::encodeJpeg(picture, 50).value());
    return decoded.value();
}

struct Remaking {
    const char* name;
    Pixels (*apply)(const Pixels&);
};

inline constexpr std::array<Remaking, 5> remakings = {{
    {"JPEG, quality 50", asJpeg},
    {"half the size", [](const Pixels& picture) { return rescaled(picture, 0.5); }},
    {"1.5 times the size", [](const Pixels& picture) { return rescaled(picture, 1.5); }},
    {"5 % off each side", cropped},
    {"grey", [](const Pixels& picture) { return inGrey(picture); }},
}};

/// A drawing of that kind whose size, style and subject come from the one seed and whose data from the other.
inline Pixels drawnAlike(const demo::KindInfo& kind, std::uint64_t style, std::uint64_t data)
{
    demo::Random random(style);
    const demo::Subject subject = demo::makeSubject(random);
    const double width = std::max(random.real(420, 900), kind.leastWidth);
    const double aspect = random.real(kind.lowestAspect, kind.highestAspect);
    const demo::Style look = demo::makeStyle(random, std::clamp(width / 640, 0.6, 1.5));
    demo::Canvas canvas(static_cast<int>(width), static_cast<int>(std::max(width * aspect, kind.leastHeight)),
                        demo::white);
    demo::Random ofData(data);
    demo::Brush brush{canvas, canvas.area().inset(8), look, subject, ofData};
    kind.draw(brush);
    return canvas.pixels();
}

} // namespace biomedica::test
