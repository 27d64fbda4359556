#include "core/demo/drawing/panel.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

using Palette = std::vector<Color>;

// Grey scales and muted colours are what journals print; the fifth and sixth are colour-blind safe
// (Okabe and Ito, https://jfly.uni-koeln.de/color/; P. Tol, "bright").
const std::vector<Palette>& palettes()
{
    // clang-format off
    static const std::vector<Palette> all = {
        {rgb(0x1f1f1f), rgb(0x8c8c8c), rgb(0xd9d9d9), rgb(0x595959), rgb(0xb3b3b3), rgb(0xf2f2f2)},
        {rgb(0x3b6fb6), rgb(0xd1495b), rgb(0x66a182), rgb(0xedae49), rgb(0x7d5ba6), rgb(0x00798c)},
        {rgb(0x4c72b0), rgb(0xdd8452), rgb(0x55a868), rgb(0xc44e52), rgb(0x8172b3), rgb(0x937860)},
        {rgb(0x000000), rgb(0xe41a1c), rgb(0x377eb8), rgb(0x4daf4a), rgb(0x984ea3), rgb(0xff7f00)},
        {rgb(0x0072b2), rgb(0xe69f00), rgb(0x009e73), rgb(0xd55e00), rgb(0xcc79a7), rgb(0x56b4e9)},
        {rgb(0x4477aa), rgb(0xee6677), rgb(0x228833), rgb(0xccbb44), rgb(0x66ccee), rgb(0xaa3377)},
        {rgb(0x08306b), rgb(0x4292c6), rgb(0x9ecae1), rgb(0x2171b5), rgb(0xc6dbef), rgb(0x6baed6)},
        {rgb(0xe64b35), rgb(0x4dbbd5), rgb(0x00a087), rgb(0x3c5488), rgb(0xf39b7f), rgb(0x8491b4)},
        {rgb(0x440154), rgb(0x21908c), rgb(0xfde725), rgb(0x3b528b), rgb(0x5dc863), rgb(0x2c728e)},
        {rgb(0xb2182b), rgb(0x2166ac), rgb(0xf4a582), rgb(0x92c5de), rgb(0x67001f), rgb(0x053061)},
        {rgb(0x8da0cb), rgb(0xfc8d62), rgb(0x66c2a5), rgb(0xe78ac3), rgb(0xa6d854), rgb(0xffd92f)},
        {rgb(0x0000c8), rgb(0xc80000), rgb(0x007800), rgb(0x8b008b), rgb(0x006d6d), rgb(0xb8860b)},
    };
    // clang-format on
    return all;
}

} // namespace

Style makeStyle(Random& random, double share)
{
    Style style;
    style.font.size = std::max(9.5, random.real(12, 16) * (0.55 + 0.45 * share));
    style.font.isSerif = random.chance(0.12);
    style.font.stretch = random.chance(0.6) ? random.real(0.84, 0.92) : 1;
    style.palette = random.pick(palettes());
    style.lineWidth = random.real(1.0, 2.0) * (0.75 + 0.25 * share);
    style.spines = random.chance(0.6) ? Spines::LeftAndBottom : Spines::Box;
    style.legend = static_cast<LegendPlace>(random.integer(0, 2));
    style.hasGrid = random.chance(0.25);
    style.areTicksInside = random.chance(0.25);
    style.areBarsOutlined = random.chance(0.6);
    if (style.hasGrid && random.chance(0.3))
        style.plotGround = rgb(0xebebeb);
    return style;
}

} // namespace biomedica::demo
