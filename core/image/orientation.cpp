#include "core/image/orientation.h"

#include <opencv2/core.hpp>
#include <optional>
#include <utility>

namespace biomedica::image {

namespace {

class ExifReader {
public:
    explicit ExifReader(std::string_view exif) : m_bytes(exif), m_isBigEndian(exif.starts_with("MM")) {}

    std::optional<unsigned> u16(std::size_t at) const
    {
        if (at + 2 > m_bytes.size() || at + 2 < at)
            return std::nullopt;
        const auto first = static_cast<unsigned char>(m_bytes[at]);
        const auto second = static_cast<unsigned char>(m_bytes[at + 1]);
        return m_isBigEndian ? first << 8 | second : second << 8 | first;
    }

    std::optional<std::size_t> u32(std::size_t at) const
    {
        const auto first = u16(at);
        const auto second = u16(at + 2);
        if (!first || !second)
            return std::nullopt;
        return m_isBigEndian ? std::size_t{*first} << 16 | *second : std::size_t{*second} << 16 | *first;
    }

private:
    std::string_view m_bytes;
    bool m_isBigEndian;
};

cv::Mat view(Pixels& pixels)
{
    return {pixels.height, pixels.width, CV_8UC4, pixels.rgba.data()};
}

} // namespace

int orientationOf(std::string_view exif)
{
    constexpr std::string_view prefix("Exif\0\0", 6);
    if (exif.starts_with(prefix))
        exif.remove_prefix(prefix.size());
    if (!exif.starts_with("MM") && !exif.starts_with("II"))
        return 1;
    constexpr unsigned orientationTag = 0x0112;
    constexpr std::size_t entrySize = 12;
    const ExifReader reader(exif);
    const auto directory = reader.u32(4);
    const auto count = directory ? reader.u16(*directory) : std::nullopt;
    for (std::size_t i = 0; i < count.value_or(0); ++i) {
        const std::size_t entry = *directory + 2 + i * entrySize;
        if (reader.u16(entry) != orientationTag)
            continue;
        const unsigned value = reader.u16(entry + 8).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

Size upright(Size size, int orientation)
{
    return exchangesSides(orientation) ? Size{size.height, size.width} : size;
}

Pixels upright(Pixels pixels, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return pixels;
    if (exchangesSides(orientation)) {
        Pixels turned(pixels.height, pixels.width);
        cv::Mat target = view(turned);
        cv::transpose(view(pixels), target);
        turned.damage = std::move(pixels.damage);
        pixels = std::move(turned);
    }
    // What is left after the exchange: 0 flips, 1 mirrors, -1 does both.
    constexpr std::optional<int> flips[] = {{}, 1, -1, 0, {}, 1, -1, 0};
    if (const auto flip = flips[orientation - 1]) {
        cv::Mat target = view(pixels);
        cv::flip(target, target, *flip);
    }
    return pixels;
}

} // namespace biomedica::image
