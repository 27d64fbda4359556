#include "core/demo/images/gel_camera.h"
#include "core/demo/images/choice.h"

#include "core/demo/images/gel_lanes.h"
#include "core/demo/images/glass.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// How a dye is photographed: the colours of little and much of it.
struct Dye {
    std::string_view name;
    std::string_view method; ///< "agarose gel"
    bool isProtein;
    bool isOnLightBox; ///< the frame is brighter than the gel, not darker
    Tone tone;
    double weight;
};

// clang-format off
constexpr std::array<Dye, 9> dyes = {{
    {"ethidium bromide", "agarose gel", false, false, greyTone, 40},
    {"ethidium bromide", "agarose gel", false, false, negativeTone, 18},
    {"ethidium bromide", "agarose gel", false, false, {rgb(0x0b0618), rgb(0x8c3f5c), rgb(0xffd9a8)}, 5},
    {"ethidium bromide", "agarose gel", false, false, {rgb(0x1b1a5a), rgb(0x9a4a8c), rgb(0xffb27a)}, 4},
    {"SYBR Green", "agarose gel", false, false, {rgb(0x020a03), rgb(0x2c8a3a), rgb(0xe4ffd0)}, 4},
    {"Coomassie blue", "polyacrylamide gel", true, true, coomassieTone, 10},
    {"Coomassie blue", "polyacrylamide gel", true, true, paleCoomassieTone, 5},
    {"Coomassie blue", "polyacrylamide gel", true, true, negativeTone, 8},
    {"silver", "polyacrylamide gel", true, true, {rgb(0xf6ecd2), rgb(0xb48a4c), rgb(0x2c1808)}, 6},
}};
// clang-format on

/// Where the slab lies in the picture.
struct Pose {
    int width = 0;
    int height = 0;
    Point center;
    double degrees = 0;
};

Pose choosePose(Brush& brush, const Rect& rect)
{
    Random& random = brush.random;
    Pose pose;
    const bool isCropped = random.chance(0.3); // to the gel, so that no frame is left
    const double least = isCropped ? 1.02 : 0.5;
    const double most = isCropped ? 1.15 : 0.97;
    pose.width = static_cast<int>(rect.width * random.real(least, most));
    pose.height = static_cast<int>(rect.height * random.real(least, most));
    const double freeX = std::abs(rect.width - pose.width) / 2;
    const double freeY = std::abs(rect.height - pose.height) / 2;
    pose.center = {rect.width / 2 + random.real(-0.8, 0.8) * freeX,
                   isCropped ? rect.height / 2 + freeY * 0.8 : rect.height / 2 + random.real(-0.8, 0.8) * freeY};
    if (brush.isBare && random.chance(0.55))
        pose.degrees = random.normal(0, 1.1);
    return pose;
}

/// What the slab itself adds: its own glow, uneven, and edges that catch the light.
void addGround(Plane& slab, Random& random, bool isOnLightBox)
{
    const Texture texture(random, 5);
    const double ground = isOnLightBox ? random.real(0.03, 0.3) : random.real(0.02, 0.28);
    const double slopeX = random.real(-0.4, 0.4) * ground;
    const double slopeY = random.real(-0.4, 0.4) * ground;
    const double grain = random.real(0.001, 0.009);
    const double edge = random.real(-0.1, isOnLightBox ? 0.15 : 0.3);
    const double edgeWidth = std::max(1.5, random.real(0.002, 0.008) * slab.width);
    for (int y = 0; y < slab.height; ++y)
        for (int x = 0; x < slab.width; ++x) {
            const double u = 2.0 * x / slab.width - 1;
            const double v = 2.0 * y / slab.height - 1;
            const int toEdge = std::min({x, y, slab.width - 1 - x, slab.height - 1 - y});
            const double rim = toEdge < 3 * edgeWidth ? edge * std::exp(-toEdge / edgeWidth) : 0;
            const double lumps = grain * static_cast<double>(texture.cloud(x / 3.0, y / 3.0, 3));
            slab.row(y)[x] += static_cast<float>(std::max(0.0, ground + slopeX * u + slopeY * v) + rim + lumps);
        }
}

/// The picture around the slab: dark, or the light box itself.
Plane makeFrame(const Rect& rect, Random& random, bool isOnLightBox)
{
    Plane frame(static_cast<int>(rect.width), static_cast<int>(rect.height));
    const double level =
        isOnLightBox ? (random.chance(0.2) ? random.real(0.3, 0.7) : random.real(0, 0.06)) : random.real(0, 0.1);
    const double glow = random.real(-0.03, 0.06);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const double u = 2.0 * x / frame.width - 1;
            const double v = 2.0 * y / frame.height - 1;
            frame.row(y)[x] = static_cast<float>(level + glow * (1 - (u * u + v * v) / 2));
        }
    return frame;
}

/// From too little light to too much.
void exposePicture(Plane& picture, Random& random)
{
    const auto gain = static_cast<float>(std::exp(random.normal(0.1, 0.4)));
    if (random.chance(0.35))
        addBloom(picture, std::max(2, picture.width / 40), random.real(0.05, 0.4));
    for (float& value : picture.values)
        value *= gain;
    picture.blur(random.weighted({40, 45, 15}));
    if (random.chance(0.55))
        addBlemishes(picture, random, random.integer(3, 60), random.real(0.1, 0.7));
    picture.addPhotonNoise(random, random.real(60, 1500), random.real(0.003, 0.02));
}

/// Writes the lanes' numbers above the wells.
void numberLanes(Brush& brush, const Rect& rect, const Slab& slab, const Pose& pose, Color ink)
{
    const double pitch = slab.lanes.size() > 1 ? std::abs(slab.lanes[1].x - slab.lanes[0].x) : 20;
    const Font font = Font{std::clamp(pitch * 0.62, 8.0, 22.0), true};
    int number = 0;
    for (std::size_t i = 0; i < slab.lanes.size(); ++i) {
        const std::string name = slab.areLadders[i] ? "M" : std::to_string(++number);
        const Point at = turnedPoint(slab.stain, slab.lanes[i], pose.center, pose.degrees);
        const double y = rect.y + std::max(at.y - slab.stain.height * 0.02, font.size);
        const double half = brush.canvas.textWidth(name, font) / 2;
        if (at.x - half < 0 || at.x + half > rect.width || y > rect.bottom() - font.size)
            continue;
        brush.canvas.text(name, {rect.x + at.x, y}, font, ink, {Horizontal::Center, Vertical::Bottom});
    }
}

PanelText describe(Brush& brush, const Dye& dye)
{
    PanelText text;
    const std::string method(dye.method);
    text.topic = method
                 + (dye.isProtein ? " with lysates of " + brush.subject.cells + " cells that express "
                                  : " with PCR products of ")
                 + brush.subject.gene + ", stained with " + std::string(dye.name);
    text.shown = {method, brush.subject.gene};
    if (!brush.isBare)
        text.details.push_back(std::string("Numbers denote lanes; M, molecular ") + (dye.isProtein ? "weight" : "size")
                               + " marker.");
    text.details.emplace_back("The picture is shown as it was recorded.");
    return text;
}

} // namespace

PanelText drawGelPhotograph(Brush& brush)
{
    Random& random = brush.random;
    const Dye& dye = pickByWeight(random, dyes);
    const Rect rect = brush.area.snapped();
    const Pose pose = choosePose(brush, rect);
    Slab slab = runGel(random, pose.width, pose.height, dye.isProtein);
    addGround(slab.stain, random, dye.isOnLightBox);
    Plane picture = makeFrame(rect, random, dye.isOnLightBox);
    layTurned(picture, slab.stain, pose.center, pose.degrees);
    exposePicture(picture, random);
    brush.canvas.paint(toned(picture, dye.tone), {rect.x, rect.y});
    if (!brush.isBare)
        numberLanes(brush, rect, slab, pose, dye.tone.low.luminance() > 0.5 ? black : white);
    return describe(brush, dye);
}

} // namespace biomedica::demo
