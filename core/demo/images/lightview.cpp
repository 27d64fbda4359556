#include "core/demo/images/lightview.h"

#include "core/demo/images/culture.h"
#include "core/demo/images/smear.h"
#include "core/demo/images/specks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// Things in small tiles are smaller, but not as much as the tile.
double magnification(double width)
{
    return std::clamp(std::sqrt(width / 600), 0.45, 1.3);
}

double scaled(Random& random, double least, double most)
{
    return std::exp(random.real(std::log(least), std::log(most)));
}

/// A grey picture's light through a coloured filter, or a lamp that is yellow.
void cast(Camera& camera, Random& random, double strength)
{
    static constexpr std::array hues = {rgb(0xf2dc8c), rgb(0xd9b98a), rgb(0xc4dba0), rgb(0xa9d6c2),
                                        rgb(0xb9cbe6), rgb(0xe3c6d0), rgb(0xb8a07a), rgb(0xe8e2d4)};
    const Color hue = random.pick(hues);
    const double level = camera.ground.luminance() / hue.luminance();
    const Color full{hue.red * level, hue.green * level, hue.blue * level};
    camera.ground = between(camera.ground, full, strength);
}

// --- cells in culture ---

enum class Contrast { Phase, Interference, Bright };

struct CultureScene {
    Culture culture;
    Contrast contrast = Contrast::Phase;
    Camera camera;
    double degrees = 45;
    double strength = 1;
    std::vector<Culture> perTile; ///< what the tiles show instead
};

Light lightOf(const CultureScene& scene, Random& random, int width, int height, std::size_t tile)
{
    const Culture& culture = tile < scene.perTile.size() ? scene.perTile[tile] : scene.culture;
    const Plane thickness = grown(random, width, height, culture);
    switch (scene.contrast) {
    case Contrast::Phase:
        return {inPhaseContrast(thickness, std::max(3, static_cast<int>(culture.size * scene.strength)))};
    case Contrast::Interference: return {inInterferenceContrast(thickness, scene.degrees, scene.strength)};
    case Contrast::Bright: return {inBrightField(thickness, scene.strength)};
    }
    return {};
}

CultureScene makeCulture(Random& random, double width)
{
    CultureScene scene;
    scene.contrast = static_cast<Contrast>(random.weighted({62, 24, 14}));
    scene.culture.shape = static_cast<CellShape>(random.weighted({38, 26, 20, 16}));
    const bool isLarge = scene.contrast == Contrast::Interference;
    scene.culture.size = magnification(width) * (isLarge ? scaled(random, 22, 70) : scaled(random, 9, 46));
    scene.culture.confluence = random.chance(0.3) ? 1.3 : random.real(0.1, 0.95);
    scene.culture.rounded = random.chance(0.5) ? random.real(0, 0.15) : 0;
    scene.camera = anyCamera(random);
    if (random.chance(0.3))
        cast(scene.camera, random, random.real(0.2, 1));
    scene.degrees = random.real(0, 360);
    scene.strength = scene.contrast == Contrast::Phase          ? random.real(0.35, 0.9)
                     : scene.contrast == Contrast::Interference ? random.real(1, 3)
                                                                : random.real(1.2, 3);
    return scene;
}

View cultureView(Random& random, const Subject& subject, double width)
{
    static constexpr std::array<std::string_view, 3> techniques = {
        "phase contrast", "differential interference contrast", "bright-field"};
    CultureScene scene = makeCulture(random, width);
    const std::string technique(techniques[static_cast<std::size_t>(scene.contrast)]);
    View view;
    view.topic = technique + " micrographs of " + subject.cells + " cells";
    view.shown = {technique, subject.cells};
    view.pointedAt = "rounded cells";
    view.pixelsPerMicron = scene.culture.size / 18; // a cell's body is taken as 18 µm across
    if (scene.contrast == Contrast::Phase && scene.culture.shape != CellShape::Round && random.chance(0.25)) {
        scene.culture.confluence = 1.3;
        scene.culture.wound = random.real(0.25, 0.6);
        for (const double closed : {0.0, 0.4, 0.65, 0.95}) {
            scene.perTile.push_back(scene.culture);
            scene.perTile.back().wound *= 1 - closed;
        }
        view.topic += " that close a scratch wound";
        view.pointedAt = "cells that have left the edge";
        view.names = {"0 h", "12 h", "24 h", "48 h"};
    } else {
        for (const double share : {1.0, 0.4, 0.7, 0.55}) {
            scene.perTile.push_back(scene.culture);
            scene.perTile.back().confluence *= share;
        }
        view.topic += " exposed to " + subject.drug;
        view.names = {"Control", capitalised(subject.drug), subject.inhibitor, "Both"};
    }
    view.expose = [scene = std::move(scene)](Random& drawn, int w, int h, std::size_t tile) {
        return photographed(lightOf(scene, drawn, w, h, tile), scene.camera, drawn);
    };
    return view;
}

// --- stained cells on a slide ---

Light inGrey(const Light& light)
{
    Plane grey = light[1];
    for (std::size_t i = 0; i < grey.values.size(); ++i)
        grey.values[i] = 0.3F * light[0].values[i] + 0.59F * light[1].values[i] + 0.11F * light[2].values[i];
    return {std::move(grey)};
}

View smearView(Random& random, const Subject& subject, double width)
{
    const Smear& smear = random.pick(allSmears());
    const double radius = magnification(width) * scaled(random, smear.least, smear.most);
    Camera camera = anyCamera(random);
    const double ground = random.real(0.72, 1);
    camera.ground = {ground, ground, ground};
    camera.contrast = random.real(0.7, 1.15);
    camera.isRound = random.chance(0.1);
    if (random.chance(0.5))
        cast(camera, random, random.real(0.1, 0.7));
    const bool isGrey = random.chance(0.22);
    View view;
    view.topic = std::string(smear.stain) + " " + std::string(smear.specimen) + " of patients with " + subject.disease
                 + " under the light microscope";
    view.shown = {std::string(smear.stain), std::string(smear.specimen)};
    view.pointedAt = smear.found;
    view.pixelsPerMicron = radius / (radius > 20 ? 25 : 6);
    view.names = {"Patient 1", "Patient 2", "Patient 3", "Patient 4"};
    view.expose = [&smear, radius, camera, isGrey](Random& drawn, int w, int h, std::size_t) {
        const Light light = stained(drawn, w, h, smear, radius);
        return photographed(isGrey ? inGrey(light) : light, camera, drawn);
    };
    return view;
}

// --- things in suspension ---

View suspensionView(Random& random, const Subject& subject, double width)
{
    const Speck& speck = random.pick(allSpecks());
    const double size = magnification(width) * scaled(random, speck.least, speck.most);
    const double shade = random.real(0.4, 1);
    Camera camera = anyCamera(random);
    camera.defocus = size < 7 ? 0 : camera.defocus;
    camera.isRound = random.chance(0.08);
    if (random.chance(0.4))
        cast(camera, random, random.real(0.2, 1));
    View view;
    view.topic = "light micrographs of " + std::string(speck.name) + " " + filled(speck.context, subject);
    view.shown = {"light micrograph", std::string(speck.name)};
    view.pointedAt = speck.name;
    view.pixelsPerMicron = size / (size > 45 ? 110 : size > 15 ? 10 : 3);
    view.names = {"0 min", "15 min", "30 min", "60 min"};
    view.expose = [&speck, size, shade, camera](Random& drawn, int w, int h, std::size_t) {
        return photographed(suspension(drawn, w, h, speck, size, shade), camera, drawn);
    };
    return view;
}

/// The camera that takes videos: few pixels, little contrast, a colour of its own, noise and blocks.
Camera videoCamera(Random& random)
{
    Camera camera = anyCamera(random);
    cast(camera, random, random.chance(0.75) ? random.real(0.5, 1.1) : 0.1);
    camera.contrast = random.real(0.35, 1.05);
    camera.vignette = random.real(0, 0.6);
    camera.mottle = random.real(0, 0.05);
    camera.defocus = random.chance(0.55) ? 1 : 0;
    camera.grain = random.real(1.5, 6);
    camera.jpegQuality = random.integer(22, 80);
    camera.isRound = random.chance(0.06);
    return camera;
}

View videoView(Random& random, const Subject& subject, double width)
{
    std::vector<const Speck*> swimmers;
    for (const Speck& speck : allSpecks())
        if (speck.moves)
            swimmers.push_back(&speck);
    const Speck& speck = *random.pick(swimmers);
    const double coarseness = random.chance(0.6) ? random.real(1.2, 2.4) : 1;
    const double size = std::max(3.0, magnification(width) * scaled(random, speck.least, speck.most) / coarseness);
    const double shade = random.real(0.5, 1);
    View view;
    view.topic = "frames of videos of motile " + std::string(speck.name) + " " + filled(speck.context, subject);
    view.shown = {"frames of videos", std::string(speck.name)};
    view.pointedAt = "cells that are tracked";
    view.pixelsPerMicron = size * coarseness / 5;
    view.names = {"0 s", "0.5 s", "1 s", "2 s"};
    view.expose = [&speck, size, shade, coarseness, camera = videoCamera(random)](Random& drawn, int w, int h,
                                                                                  std::size_t) {
        const int columns = std::max(32, static_cast<int>(w / coarseness));
        const int lines = std::max(32, static_cast<int>(h / coarseness));
        return enlarged(photographed(suspension(drawn, columns, lines, speck, size, shade), camera, drawn), w, h);
    };
    return view;
}

} // namespace

View anyView(Random& random, const Subject& subject, double width)
{
    switch (random.weighted({45, 20, 17, 18})) {
    case 0: return cultureView(random, subject, width);
    case 1: return smearView(random, subject, width);
    case 2: return suspensionView(random, subject, width);
    default: return videoView(random, subject, width);
    }
}

} // namespace biomedica::demo
