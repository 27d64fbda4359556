#include "core/demo/images/choice.h"
#include "core/demo/images/electrons.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Choice {
    Exposure (*expose)(const Commission&);
    bool isScanned;
    double weight;
};

constexpr std::array<Choice, 14> choices = {{
    {exposeCell, false, 4},
    {exposeVesicles, false, 1.2},
    {exposeSynapse, false, 0.9},
    {exposeMuscle, false, 0.9},
    {exposeMyelin, false, 0.7},
    {exposeNanoparticles, false, 1.6},
    {exposeLattice, false, 0.6},
    {scanPollen, true, 0.8},
    {scanFibres, true, 1},
    {scanScaffold, true, 0.9},
    {scanBacteria, true, 1},
    {scanCrystals, true, 0.7},
    {scanParticles, true, 1},
    {scanCells, true, 0.8},
}};

/// Puts a letter on the first of them that lies well within the picture.
bool label(Brush& brush, const Rect& rect, const std::vector<Point>& places, const std::string& letter)
{
    const Font font = brush.style.font.scaled(1.05).bold();
    for (const Point& place : places) {
        const Point at{rect.x + place.x, rect.y + place.y};
        if (place.x < font.size * 2 || place.y < font.size * 2 || place.x > rect.width - font.size * 3
            || place.y > rect.height - font.size * 4)
            continue;
        brush.canvas.text(letter, {at.x + 1, at.y + 1}, font, black, {Horizontal::Center, Vertical::Middle});
        brush.canvas.text(letter, at, font, white, {Horizontal::Center, Vertical::Middle});
        return true;
    }
    return false;
}

/// The strip below the picture in which the instrument writes its settings, and the bar with its ends.
void drawDataBar(Brush& brush, const Rect& strip, const ScaleBar& bar)
{
    Random& random = brush.random;
    const bool isBlack = random.chance(0.75);
    const Color ink = isBlack ? white : black;
    brush.canvas.fill(strip, isBlack ? black : white);
    const Font font{std::clamp(strip.height * 0.5, 7.0, 20.0), false, false, false, 0.9};
    const double middle = strip.center().y;
    const double right = strip.right() - strip.width * 0.03;
    const double left = right - bar.length;
    brush.canvas.line({left, middle + strip.height * 0.22}, {right, middle + strip.height * 0.22}, {ink, 1.5});
    for (const double x : {left, right})
        brush.canvas.line({x, middle + strip.height * 0.1}, {x, middle + strip.height * 0.36}, {ink, 1.5});
    brush.canvas.text(bar.text, {(left + right) / 2, middle + strip.height * 0.14}, font, ink,
                      {Horizontal::Center, Vertical::Bottom});
    const std::vector<std::string> settings = {"HV " + std::to_string(random.integer(1, 6) * 5) + ".0 kV",
                                               "WD " + fixed(random.real(3, 14), 1) + " mm",
                                               "Mag " + fixed(random.real(0.5, 60), 2) + " kx", "Det SE"};
    double x = strip.x + strip.width * 0.02;
    for (const std::string& setting : settings) {
        const double width = brush.canvas.textWidth(setting, font);
        if (x + width > left - 6)
            break;
        brush.canvas.text(setting, {x, middle}, font, ink, {Horizontal::Left, Vertical::Middle});
        x += width + font.size;
    }
}

enum class Scale { None, Bar, DataBar };

Scale pickScale(const Brush& brush, bool isScanned)
{
    Random& random = brush.random;
    if (brush.isBare || random.chance(0.1))
        return Scale::None;
    return isScanned && random.chance(0.55) ? Scale::DataBar : Scale::Bar;
}

} // namespace

PanelText drawElectronMicrograph(Brush& brush)
{
    Random& random = brush.random;
    const Choice& choice = pickByWeight(brush.random, choices);
    const Scale scale = pickScale(brush, choice.isScanned);
    const Rect area = brush.area.snapped();
    const double below =
        scale == Scale::DataBar ? std::round(std::max(14.0, area.width * random.real(0.05, 0.075))) : 0;
    const Rect rect = area.inset(0, 0, 0, below);
    const Exposure exposure =
        choice.expose({random, brush.subject, static_cast<int>(rect.width), static_cast<int>(rect.height)});
    brush.canvas.paint(exposure.pixels, {rect.x, rect.y});
    const ScaleBar bar = scaleBarFor(exposure.pixelsPerUnit, rect.width, exposure.unit);
    if (scale == Scale::DataBar)
        drawDataBar(brush, {rect.x, rect.bottom(), rect.width, below}, bar);
    else if (scale == Scale::Bar)
        drawScaleBar(brush, rect, bar, random.chance(0.5) ? white : black, true);
    std::vector<std::string> keys;
    if (scale != Scale::None && random.chance(0.65))
        for (const Structure& structure : exposure.structures)
            if (label(brush, rect, structure.places, structure.letter))
                keys.push_back(structure.letter + ", " + structure.name);

    PanelText text;
    text.topic = exposure.topic;
    text.shown = {"electron micrograph", exposure.thing};
    if (scale != Scale::None) {
        text.details.push_back("Scale bar, " + bar.text + ".");
        text.shown.push_back(bar.text);
    }
    if (!keys.empty())
        text.details.push_back(listed(keys) + ".");
    text.details.push_back(exposure.finding);
    return text;
}

} // namespace biomedica::demo
