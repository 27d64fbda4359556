#include "core/demo/drawing/panel.h"

#include "core/demo/drawing/programs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

using Palette = std::vector<Color>;

// Grey scales and muted colours are what journals print; two are colour-blind safe (Okabe and Ito,
// https://jfly.uni-koeln.de/color/; P. Tol, "bright"); others are what programs draw unless told otherwise.
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
        {rgb(0x1f77b4), rgb(0xff7f0e), rgb(0x2ca02c), rgb(0xd62728), rgb(0x9467bd), rgb(0x8c564b), rgb(0xe377c2)},
        {rgb(0xf8766d), rgb(0x00bfc4), rgb(0x7cae00), rgb(0xc77cff), rgb(0xcd9600), rgb(0x00a9ff)},
        {rgb(0x4e79a7), rgb(0xf28e2b), rgb(0xe15759), rgb(0x76b7b2), rgb(0x59a14f), rgb(0xedc948), rgb(0xb07aa1)},
        {rgb(0x4472c4), rgb(0xed7d31), rgb(0xa5a5a5), rgb(0xffc000), rgb(0x5b9bd5), rgb(0x70ad47)},
        {rgb(0x4f81bd), rgb(0xc0504d), rgb(0x9bbb59), rgb(0x8064a2), rgb(0x4bacc6), rgb(0xf79646)},
        {rgb(0x000000), rgb(0xffffff), rgb(0x7f7f7f), rgb(0xc8c8c8), rgb(0x404040)},
        {rgb(0x000000), rgb(0xff0000), rgb(0x0000ff), rgb(0x00a000), rgb(0xff00ff), rgb(0x00b0b0)},
        {rgb(0xaec7e8), rgb(0xffbb78), rgb(0x98df8a), rgb(0xff9896), rgb(0xc5b0d5), rgb(0xc49c94)},
        {rgb(0xb3cde3), rgb(0xfbb4ae), rgb(0xccebc5), rgb(0xdecbe4), rgb(0xfed9a6), rgb(0xe5d8bd)},
        {rgb(0x1b9e77), rgb(0xd95f02), rgb(0x7570b3), rgb(0xe7298a), rgb(0x66a61e), rgb(0xe6ab02)},
        {rgb(0x4c78a8), rgb(0xf58518), rgb(0xe45756), rgb(0x72b7b2), rgb(0x54a24b), rgb(0xeeca3b)},
    };
    // clang-format on
    return all;
}

/// Shades of one hue, from dark to pale.
Palette shades(Random& random)
{
    static constexpr std::array hues = {rgb(0x08519c), rgb(0x006d2c), rgb(0xa63603), rgb(0x54278f), rgb(0xa50f15),
                                        rgb(0x00695c), rgb(0x7a0177), rgb(0x252525), rgb(0x5d4037), rgb(0x1f3a5f)};
    const Color hue = random.pick(hues);
    Palette palette;
    for (const double share : {0.0, 0.5, 0.75, 0.25, 0.62})
        palette.push_back(hue.lighter(share));
    return palette;
}

Palette makePalette(Random& random)
{
    if (random.chance(0.15))
        return shades(random);
    Palette palette = random.pick(palettes());
    // Authors pick their own order.
    if (random.chance(0.35))
        random.shuffle(palette);
    return palette;
}

/// Ground, grid and frame go together: a grey ground has white lines, a plain one grey lines or none.
void chooseFrame(Style& style, Random& random)
{
    static constexpr std::array grounds = {rgb(0xebebeb), rgb(0xeaeaf2), rgb(0xe5e5e5), rgb(0xf7f3e8),
                                           rgb(0xe8f0f8), rgb(0xf5f5f5), rgb(0xd9e4ec), rgb(0xc0c0c0)};
    static constexpr std::array greys = {rgb(0xdddddd), rgb(0xeeeeee), rgb(0xb8b8b8), rgb(0xd0d8e0), rgb(0x8f8f8f)};
    static constexpr std::array inks = {rgb(0x333333), rgb(0x595959), rgb(0x404a5a)};
    style.spines = static_cast<Spines>(random.weighted({50, 30, 10, 10}));
    style.grid = static_cast<Grid>(random.weighted({58, 22, 20}));
    style.tickMarks = static_cast<TickMarks>(random.weighted({60, 17, 23}));
    style.gridColor = random.pick(greys);
    if (random.chance(0.3))
        style.ink = random.pick(inks);
    if (random.chance(style.grid == Grid::None ? 0.06 : 0.4)) {
        style.plotGround = random.pick(grounds);
        style.gridColor = random.chance(0.8) ? white : rgb(0xa8a8a8);
        if (random.chance(0.5))
            style.spines = Spines::None;
    }
    if (random.chance(0.06))
        style.panelGround = random.pick(grounds).lighter(0.3);
}

} // namespace

Style makeStyle(Random& random, double share)
{
    Style style;
    style.font.size = std::max(9.5, random.real(12, 16) * (0.55 + 0.45 * share));
    style.font.isSerif = random.chance(0.12);
    style.font.stretch = random.chance(0.6) ? random.real(0.84, 0.92) : 1;
    style.palette = makePalette(random);
    style.lineWidth = std::exp(random.real(std::log(0.7), std::log(3.2))) * (0.75 + 0.25 * share);
    style.frameWidth = std::max(0.8, random.chance(0.7) ? style.lineWidth * 0.7 : random.real(0.8, 2.4));
    style.tickScale = random.real(0.7, 1.02);
    style.legend = static_cast<LegendPlace>(random.weighted({27, 27, 26, 20}));
    style.axisTitles = static_cast<AxisTitles>(random.weighted({68, 16, 16}));
    style.areBarsOutlined = random.chance(0.5);
    if (random.chance(0.55))
        imitateProgram(style, random);
    else
        chooseFrame(style, random);
    return style;
}

} // namespace biomedica::demo
