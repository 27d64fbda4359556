#include "core/models/fitting/treatments.h"

#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/shrink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace biomedica::models {

namespace {

using demo::Random;
using image::Pixels;

/// Every pixel's colour (R, G, B) changed by itself.
template <typename Change>
Pixels recoloured(Pixels picture, Change change)
{
    for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4)
        change(picture.rgba.data() + i);
    return picture;
}

std::uint8_t level(double value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0) + 0.5);
}

Pixels inGrey(const Pixels& picture)
{
    return recoloured(picture, [](std::uint8_t* colour) {
        std::fill_n(colour, 3, static_cast<std::uint8_t>((colour[0] * 77 + colour[1] * 150 + colour[2] * 29) >> 8));
    });
}

Pixels inverted(const Pixels& picture)
{
    return recoloured(picture, [](std::uint8_t* colour) {
        for (int c = 0; c < 3; ++c)
            colour[c] = static_cast<std::uint8_t>(255 - colour[c]);
    });
}

/// The channels in another order, brighter or darker in the middle.
Pixels inOtherColours(const Pixels& picture, Random& random)
{
    static constexpr std::array<std::array<std::size_t, 3>, 5> orders = {
        {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
    const auto order = random.pick(orders);
    const double gamma = random.real(0.6, 1.6);
    std::array<std::uint8_t, 256> levels{};
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = level(255 * std::pow(static_cast<double>(i) / 255, gamma));
    return recoloured(picture, [&](std::uint8_t* colour) {
        const std::array<std::uint8_t, 3> before = {colour[0], colour[1], colour[2]};
        for (std::size_t c = 0; c < 3; ++c)
            colour[c] = levels[before[order[c]]];
    });
}

/// As scanned from paper: white is a pale colour, black a dark grey.
Pixels tinted(const Pixels& picture, Random& random)
{
    const double darkest = random.real(0, 30);
    const std::array<double, 3> paper = {random.real(0.8, 1), random.real(0.8, 1), random.real(0.8, 1)};
    return recoloured(picture, [&](std::uint8_t* colour) {
        for (std::size_t c = 0; c < 3; ++c)
            colour[c] = level(darkest + (255 - darkest) / 255 * paper[c] * colour[c]);
    });
}

Pixels noisy(const Pixels& picture, Random& random)
{
    const double sd = random.real(2, 12);
    return recoloured(picture, [&](std::uint8_t* colour) {
        for (int c = 0; c < 3; ++c)
            colour[c] = level(colour[c] + random.normal(0, sd));
    });
}

Pixels mirrored(const Pixels& original)
{
    Pixels picture = original;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width / 2; ++x)
            std::swap_ranges(picture.row(y) + 4 * x, picture.row(y) + 4 * x + 4,
                             picture.row(y) + 4 * (picture.width - 1 - x));
    return picture;
}

Result<Pixels> asPoorJpeg(const Pixels& picture, Random& random)
{
    TRY(const std::string bytes, image::encodeJpeg(picture, random.integer(25, 60)));
    return image::decode(bytes);
}

Pixels scaled(const Pixels& picture, double width, double height)
{
    return image::shrunkTo(picture, std::max(8, static_cast<int>(picture.width * std::min(1.0, width))),
                           std::max(8, static_cast<int>(picture.height * std::min(1.0, height))));
}

Pixels smaller(const Pixels& picture, Random& random)
{
    const double scale = random.real(0.3, 0.7);
    return scaled(picture, scale, scale);
}

/// 90 to 170 pixels on the longer side: below what is described.
Pixels tiny(const Pixels& picture, Random& random)
{
    const double scale = random.real(90, 170) / std::max(picture.width, picture.height);
    return scaled(picture, scale, scale);
}

/// Up to 2.2 times as wide or high as it was.
Pixels stretched(const Pixels& picture, Random& random)
{
    const double factor = std::exp(random.real(-0.4, 0.4));
    return scaled(picture, 0.67 * factor, 0.67 / factor);
}

/// Up to an eighth off every side.
Pixels cropped(const Pixels& picture, Random& random)
{
    const auto cut = [&random](int side) { return static_cast<int>(random.real(0, 0.12) * side); };
    const int left = cut(picture.width);
    const int top = cut(picture.height);
    const int right = cut(picture.width);
    Pixels part(picture.width - left - right, picture.height - top - cut(picture.height));
    for (int y = 0; y < part.height; ++y)
        std::copy_n(picture.row(top + y) + 4 * static_cast<std::ptrdiff_t>(left), 4 * part.width, part.row(y));
    return part;
}

/// Up to a fifth of white at every side.
Pixels onAWiderSheet(const Pixels& picture, Random& random)
{
    const auto margin = [&random](int side) { return static_cast<int>(random.real(0, 0.2) * side); };
    const int left = margin(picture.width);
    const int top = margin(picture.height);
    const int right = margin(picture.width);
    Pixels sheet(picture.width + left + right, picture.height + top + margin(picture.height));
    std::fill(sheet.rgba.begin(), sheet.rgba.end(), std::uint8_t{255});
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(picture.row(y), 4 * picture.width, sheet.row(top + y) + 4 * static_cast<std::ptrdiff_t>(left));
    return sheet;
}

} // namespace

Result<std::vector<Pixels>> treated(const Pixels& picture, int count, Random& random)
{
    using Way = std::function<Result<Pixels>(const Pixels&, Random&)>;
    const auto always = [](Pixels (*change)(const Pixels&)) {
        return [change](const Pixels& original, Random&) { return change(original); };
    };
    static const std::vector<Way> ways = {asPoorJpeg,       smaller,         tiny,           cropped, onAWiderSheet,
                                          stretched,        noisy,           inOtherColours, tinted,  always(inGrey),
                                          always(inverted), always(mirrored)};
    std::vector<Pixels> all = {picture};
    for (const Way& way : random.sample(ways, count)) {
        TRY(Pixels changed, way(picture, random));
        all.push_back(std::move(changed));
    }
    return all;
}

} // namespace biomedica::models
