#include "core/demo/plots/colormap.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::string_view redAndBlue = "Red indicates high and blue low values.";
constexpr std::string_view redAndGreen = "Red indicates high and green low values.";
constexpr std::string_view darker = "Darker colours indicate higher values.";
constexpr std::string_view brighter = "Brighter colours indicate higher values.";

// clang-format off
constexpr std::array<ColorMap, 26> maps = {{
    {{rgb(0x2166ac), rgb(0x92c5de), rgb(0xf7f7f7), rgb(0xf4a582), rgb(0xb2182b)}, redAndBlue},
    {{rgb(0x0000ff), rgb(0x8080ff), rgb(0xffffff), rgb(0xff8080), rgb(0xff0000)}, redAndBlue},
    {{rgb(0x4575b4), rgb(0xabd9e9), rgb(0xffffbf), rgb(0xfdae61), rgb(0xd73027)}, redAndBlue},
    {{rgb(0x000080), rgb(0x4040c0), rgb(0xffffff), rgb(0xe05050), rgb(0xb22222)}, redAndBlue},
    {{rgb(0x3b4cc0), rgb(0x8db0fe), rgb(0xdddddd), rgb(0xf49a7b), rgb(0xb40426)}, redAndBlue},
    {{rgb(0x0000a0), rgb(0x00a0ff), rgb(0x60ff90), rgb(0xffa000), rgb(0xa00000)}, redAndBlue},
    {{rgb(0x00ff00), rgb(0x008000), rgb(0x000000), rgb(0x800000), rgb(0xff0000)}, redAndGreen},
    {{rgb(0x1a9641), rgb(0x0d4b20), rgb(0x000000), rgb(0x6b0d0e), rgb(0xd7191c)}, redAndGreen},
    {{rgb(0x63be7b), rgb(0xb1d580), rgb(0xffeb84), rgb(0xfbaa77), rgb(0xf8696b)}, redAndGreen},
    {{rgb(0x0080ff), rgb(0x004080), rgb(0x000000), rgb(0x808000), rgb(0xffff00)},
     "Yellow indicates high and blue low values."},
    {{rgb(0x440154), rgb(0x3b528b), rgb(0x21918c), rgb(0x5ec962), rgb(0xfde725)},
     "Yellow indicates high and purple low values."},
    {{rgb(0x0d0887), rgb(0x7e03a8), rgb(0xcc4778), rgb(0xf89540), rgb(0xf0f921)},
     "Yellow indicates high and blue low values."},
    {{rgb(0x352a87), rgb(0x1485d4), rgb(0x2db7a3), rgb(0xd1bb59), rgb(0xf9fb0e)},
     "Yellow indicates high and blue low values."},
    {{rgb(0x762a83), rgb(0xc2a5cf), rgb(0xf7f7f7), rgb(0xa6dba0), rgb(0x1b7837)},
     "Green indicates high and purple low values."},
    {{rgb(0x8c510a), rgb(0xdfc27d), rgb(0xf5f5f5), rgb(0x80cdc1), rgb(0x01665e)},
     "Green indicates high and brown low values."},
    {{rgb(0x000004), rgb(0x51127c), rgb(0xb73779), rgb(0xfc8961), rgb(0xfcfdbf)}, brighter},
    {{rgb(0x0b0000), rgb(0xa00000), rgb(0xff5000), rgb(0xffd000), rgb(0xffffff)}, brighter},
    {{rgb(0xff0000), rgb(0xff6000), rgb(0xffbf00), rgb(0xffff40), rgb(0xfffff0)}, brighter},
    {{rgb(0xf7fbff), rgb(0xc6dbef), rgb(0x6baed6), rgb(0x2171b5), rgb(0x08306b)}, darker},
    {{rgb(0xfff5f0), rgb(0xfcbba1), rgb(0xfb6a4a), rgb(0xcb181d), rgb(0x67000d)}, darker},
    {{rgb(0xf7fcf5), rgb(0xc7e9c0), rgb(0x74c476), rgb(0x238b45), rgb(0x00441b)}, darker},
    {{rgb(0xffffff), rgb(0xfedcb8), rgb(0xfdae6b), rgb(0xe6550d), rgb(0xa63603)}, darker},
    {{rgb(0xffffcc), rgb(0xa1dab4), rgb(0x41b6c4), rgb(0x2c7fb8), rgb(0x253494)}, darker},
    {{rgb(0xffffcc), rgb(0xfed976), rgb(0xfd8d3c), rgb(0xe31a1c), rgb(0x800026)}, darker},
    {{rgb(0xffffff), rgb(0xffc0c0), rgb(0xff8080), rgb(0xff4040), rgb(0xff0000)},
     "Redder cells indicate higher values."},
    {{rgb(0xffffff), rgb(0xcccccc), rgb(0x969696), rgb(0x4d4d4d), rgb(0x000000)},
     "Darker shades indicate higher values."},
}};
// clang-format on

std::string numberText(double value, double range)
{
    return (value < 0 ? "\u2212" : "") + fixed(std::abs(value), range < 2 ? 1 : 0);
}

} // namespace

Color ColorMap::at(double share) const
{
    constexpr std::size_t pieces = 4;
    const double place = std::clamp(share, 0.0, 1.0) * pieces;
    const auto below = std::min(static_cast<std::size_t>(place), pieces - 1);
    return between(stops[below], stops[below + 1], place - static_cast<double>(below));
}

std::span<const ColorMap> colorMaps()
{
    return maps;
}

void drawColorKey(Brush& brush, const Rect& bar, const ColorMap& map, const KeyText& text, const Font& font)
{
    const bool isUpright = bar.height > bar.width;
    constexpr int steps = 40;
    for (int i = 0; i < steps; ++i) {
        // Whole pixels: no seams.
        const double from = std::round((isUpright ? bar.height : bar.width) * i / steps);
        const double to = std::round((isUpright ? bar.height : bar.width) * (i + 1) / steps);
        brush.canvas.fill(isUpright ? Rect{bar.x, bar.bottom() - to, bar.width, to - from}
                                    : Rect{bar.x + from, bar.y, to - from, bar.height},
                          map.at((i + 0.5) / steps));
    }
    brush.canvas.outline(bar, {brush.style.ink, 0.8});
    brush.canvas.text(text.title, {bar.x, bar.y - font.size * 0.5}, font, brush.style.ink,
                      {Horizontal::Left, Vertical::Baseline});
    for (const double share : {0.0, 0.5, 1.0}) {
        const std::string number = numberText(text.low + (text.high - text.low) * share, text.high - text.low);
        if (isUpright)
            brush.canvas.text(number, {bar.right() + font.size * 0.4, bar.bottom() - bar.height * share}, font,
                              brush.style.ink, {Horizontal::Left, Vertical::Middle});
        else
            brush.canvas.text(number, {bar.x + bar.width * share, bar.bottom() + font.size * 0.25}, font,
                              brush.style.ink, {Horizontal::Center, Vertical::Top});
    }
}

} // namespace biomedica::demo
