#include "core/demo/diagrams/country.h"
#include "core/demo/diagrams/map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Ramp {
    Color low;
    Color high;
};

// clang-format off
constexpr std::array<Ramp, 9> ramps = {{
    {rgb(0xffffcc), rgb(0xbd0026)}, {rgb(0xf7f7f7), rgb(0x252525)}, {rgb(0x1a9850), rgb(0xd73027)},
    {rgb(0xffffd9), rgb(0x225ea8)},
    {rgb(0xfee5d9), rgb(0xa50f15)}, {rgb(0xeff3ff), rgb(0x08519c)}, {rgb(0xedf8e9), rgb(0x006d2c)},
    {rgb(0xfeedde), rgb(0xa63603)}, {rgb(0xf2f0f7), rgb(0x54278f)},
}};
// clang-format on

constexpr int classCount = 5;

Color colorOf(const Ramp& ramp, int index)
{
    return between(ramp.low, ramp.high, static_cast<double>(index) / (classCount - 1));
}

/// Returns the legend's texts, from the lowest class.
std::vector<std::string> classTexts(Random& random)
{
    const int step = random.integer(1, 9) * 5;
    std::vector<std::string> texts = {"< " + std::to_string(step)};
    for (int i = 1; i + 1 < classCount; ++i)
        texts.push_back(std::to_string(step * i) + "–" + std::to_string(step * (i + 1) - 1));
    texts.push_back("≥ " + std::to_string(step * (classCount - 1)));
    return texts;
}

void drawKey(Brush& brush, Point topLeft, const std::string& title, const std::vector<std::string>& texts,
             const Ramp& ramp)
{
    const Font font = brush.style.font.scaled(0.85);
    double y = topLeft.y + font.size * 0.5;
    brush.canvas.text(title, {topLeft.x, y}, font.bold(), black, {Horizontal::Left, Vertical::Middle});
    for (int i = classCount - 1; i >= 0; --i) {
        y += Canvas::lineHeight(font);
        const Rect box{topLeft.x, y - font.size * 0.45, font.size * 1.4, font.size * 0.9};
        brush.canvas.fill(box, colorOf(ramp, i));
        brush.canvas.outline(box, {rgb(0x555555), 0.8});
        brush.canvas.text(texts[static_cast<std::size_t>(i)], {box.right() + font.size * 0.5, y}, font, black,
                          {Horizontal::Left, Vertical::Middle});
    }
}

} // namespace

PanelText drawDistricts(Brush& brush)
{
    Random& random = brush.random;
    const Rect& area = brush.area;
    const Font& font = brush.style.font;
    const Ramp& ramp = random.pick(ramps);
    const auto texts = classTexts(random);
    static constexpr std::array<std::string_view, 4> measures = {"Cases per 100,000", "Prevalence (‰)",
                                                                 "Deaths per 100,000", "Incidence"};
    const std::string measure(random.pick(measures));
    const double keyWidth = std::max(brush.canvas.textWidth(measure, font.scaled(0.85).bold()), font.size * 6) + 4;
    const double keyHeight = Canvas::lineHeight(font) * 5.6;
    const bool isSeaBlue = random.chance(0.35);
    const bool hasFrame = isSeaBlue || random.chance(0.5);
    if (isSeaBlue)
        brush.canvas.fill(area, rgb(0xdcebf5));
    const Rect land = area.inset(font.size, font.size * 0.8, keyWidth + font.size * 2, font.size * 2);
    const int columns = random.integer(3, 15);
    const Country country(random, land, columns, std::max(3, static_cast<int>(columns * land.height / land.width)));
    const double tilt = random.real(-1.2, 1.2);
    for (std::size_t i = 0; i < country.regions(); ++i) {
        const Point at = country.middle(i);
        const double wave =
            std::sin((at.x - land.x) / land.width * 3 + tilt * 3) + tilt * (at.y - land.y) / land.height;
        const int index =
            std::clamp(static_cast<int>(std::round(2 + 1.6 * wave + random.normal(0, 0.8))), 0, classCount - 1);
        brush.canvas.polygon(country.outline(i), colorOf(ramp, index));
    }
    const Pen border{random.chance(0.7) ? rgb(0x5a5a5a) : white, random.real(0.5, 1.6)};
    for (std::size_t i = 0; i < country.regions(); ++i)
        brush.canvas.outline(country.outline(i), border);
    const int sites = random.chance(0.5) ? random.integer(4, 14) : 0;
    for (int i = 0; i < sites && country.regions() > 0; ++i) {
        const Point at =
            country.middle(static_cast<std::size_t>(random.integer(0, static_cast<int>(country.regions()) - 1)));
        brush.canvas.disc(at, font.size * 0.32, black);
        brush.canvas.circle(at, font.size * 0.32, {white, 1});
    }
    if (hasFrame)
        brush.canvas.outline(area.inset(0.5), {black, 1});
    const double keyX = area.right() - keyWidth - font.size * 0.5;
    drawKey(brush, {keyX, area.bottom() - keyHeight - font.size * 0.3}, measure, texts, ramp);
    if (random.chance(0.55))
        drawNorth(brush, {area.right() - font.size * 1.5, area.y + font.size * 0.7}, font.size * 1.7);
    const int kilometres = random.integer(1, 4) * 50;
    drawScaleLine(brush, {area.x + font.size, area.bottom() - font.size * 0.7}, kilometres, land.width * 0.22);

    PanelText text;
    text.topic = "map of " + uncapitalised(measure) + " of " + brush.subject.disease + " by district";
    text.details = {"Colours follow the key; the scale bar is " + std::to_string(kilometres) + " km."};
    if (sites > 0)
        text.details.emplace_back("Dots mark the sampling sites.");
    text.shown = {"map", std::to_string(kilometres) + " km"};
    return text;
}

} // namespace biomedica::demo
