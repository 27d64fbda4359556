#include "core/demo/images/subjects.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Season {
    Color skyTop;
    Color skyLow;
    Color far; ///< hills, hazy
    Color near;
    Color ground;
    Color grass;
    Color tree;
    double clouds;
    double blades; ///< how much the light on the ground varies
    std::string_view words;
};

// clang-format off
constexpr std::array<Season, 5> seasons = {{
    {rgb(0x3f78b5), rgb(0xc9def0), rgb(0x8fa7bd), rgb(0x4d6b4a), rgb(0x5f7f3a), rgb(0x86a94b), rgb(0x2c4a23), 0.9, 0.13,
     "in the wet season"},
    {rgb(0x5b8fc4), rgb(0xe7ead9), rgb(0xb3a78f), rgb(0x8d7b4f), rgb(0xa98d4d), rgb(0xcfb877), rgb(0x55602f), 0.4, 0.12,
     "in the dry season"},
    {rgb(0x7e8fa3), rgb(0xd9dde0), rgb(0xa9b4bf), rgb(0x5f6a6b), rgb(0xd7dbdd), rgb(0xf1f3f4), rgb(0x2f3b36), 1.5, 0.03,
     "in winter"},
    {rgb(0x37406b), rgb(0xf0a868), rgb(0x84708a), rgb(0x3f3f4f), rgb(0x3a4030), rgb(0x5a5b3c), rgb(0x1b2119), 0.8, 0.12,
     "at dusk"},
    {rgb(0x8b97a0), rgb(0xd5d9d8), rgb(0x93a19d), rgb(0x50634c), rgb(0x56703d), rgb(0x7c9550), rgb(0x27402a), 1.9, 0.12,
     "under overcast sky"},
}};
// clang-format on

/// Height of a ridge at each column, in pixels from the top.
std::vector<double> makeRidge(Random& random, int width, double level, double height)
{
    std::array<double, 6> phases{};
    for (double& phase : phases)
        phase = random.real(0, 6.28);
    std::vector<double> ridge;
    for (int x = 0; x < width; ++x) {
        double sum = 0;
        double weight = 1;
        double frequency = 5.0 / width;
        for (const double phase : phases) {
            sum += weight * std::sin(x * frequency + phase);
            weight *= 0.52;
            frequency *= 2.13;
        }
        ridge.push_back(level + sum * height);
    }
    return ridge;
}

struct Scene {
    const Season* season;
    std::vector<double> farRidge;
    std::vector<double> nearRidge;
    double shore = 0; ///< the ground begins below
    double bank = 0;  ///< and the water above ends; no water where it is not below the shore
    Texture fine;
    Texture coarse;

    explicit Scene(Random& random) : season(&random.pick(seasons)), fine(random, 1), coarse(random, 3) {}
};

Color skyAt(const Scene& scene, int x, int y, int height)
{
    const double t = std::clamp(y / (height * 0.55), 0.0, 1.0);
    const Color sky = between(scene.season->skyTop, scene.season->skyLow, t);
    const double cloud = static_cast<double>(scene.coarse.cloud(x * 0.5, y * 1.3, 5)) + scene.season->clouds - 1;
    return between(sky, {0.96, 0.96, 0.97}, std::clamp(cloud * 0.55, 0.0, 0.9));
}

Color landAt(const Scene& scene, int x, int y, int height)
{
    const Season& season = *scene.season;
    if (y < scene.nearRidge[static_cast<std::size_t>(x)]) {
        const double light = 0.93 + 0.09 * static_cast<double>(scene.coarse.cloud(x, y * 2, 3));
        return dimmed(season.far, light);
    }
    if (y < scene.shore) {
        const double light = 0.85 + 0.2 * static_cast<double>(scene.coarse.cloud(x, y, 3));
        return dimmed(between(season.near, season.tree, 0.25), light);
    }
    // Grass grows coarser towards the viewer.
    const double depth = (y - scene.shore) / std::max(1.0, height - scene.shore);
    const double scale = 1.6 - 1.1 * depth;
    const double patch = static_cast<double>(scene.coarse.cloud(x * scale * 0.5, y * scale * 1.5, 4));
    const double blade = static_cast<double>(scene.fine.at(x * scale, y * scale * 0.4));
    return dimmed(between(season.ground, season.grass, std::clamp(0.5 + 0.35 * patch, 0.0, 1.0)),
                  0.92 + season.blades * blade - 0.1 * depth);
}

/// Sky, hills, water and ground, without what stands on it.
image::Pixels paintLand(const Scene& scene, int width, int height)
{
    image::Pixels pixels(width, height);
    for (int y = 0; y < height; ++y) {
        std::uint8_t* pixel = pixels.row(y);
        const bool isWater = y > scene.shore && y < scene.bank;
        for (int x = 0; x < width; ++x, pixel += 4) {
            Color color;
            if (isWater) {
                // The land mirrored, shaken sideways by the waves and darkened.
                const double shake = 3 * static_cast<double>(scene.fine.at(x / 9.0, y * 0.7));
                const int from = std::clamp(static_cast<int>(2 * scene.shore - y + shake), 0, height - 1);
                const bool isSky = from < scene.farRidge[static_cast<std::size_t>(x)];
                color = dimmed(isSky ? skyAt(scene, x, from, height) : landAt(scene, x, from, height), 0.8);
            } else if (y < scene.farRidge[static_cast<std::size_t>(x)]
                       && y < scene.nearRidge[static_cast<std::size_t>(x)] && y < scene.shore) {
                color = skyAt(scene, x, y, height);
            } else {
                color = landAt(scene, x, y, height);
            }
            const auto byte = [](double part) { return static_cast<std::uint8_t>(std::clamp(part, 0.0, 1.0) * 255); };
            pixel[0] = byte(color.red);
            pixel[1] = byte(color.green);
            pixel[2] = byte(color.blue);
            pixel[3] = 255;
        }
    }
    return pixels;
}

void drawTree(Canvas& canvas, Random& random, Point foot, double size, Color color)
{
    canvas.line(foot, {foot.x, foot.y - size * 0.55}, {rgb(0x3a2d22), size * 0.06});
    const int tufts = std::clamp(static_cast<int>(size * 1.2), 14, 90);
    for (int i = 0; i < tufts; ++i) {
        const double angle = random.real(0, 6.28);
        const double away = std::sqrt(random.unit()) * size * 0.3;
        const Point at{foot.x + away * 1.15 * std::cos(angle), foot.y - size * 0.68 + away * std::sin(angle)};
        // Lit from the upper left.
        const double light =
            std::clamp(0.95 - (at.x - foot.x) / size * 0.9 - (at.y - foot.y + size * 0.68) / size * 1.3, 0.5, 1.7);
        const Color tuft = dimmed(color, light * random.real(0.85, 1.15));
        canvas.disc(at, size * random.real(0.05, 0.11),
                    {std::min(1.0, tuft.red), std::min(1.0, tuft.green), std::min(1.0, tuft.blue), 0.85});
    }
}

/// A hut or a field station, for a sense of size.
void drawHouse(Canvas& canvas, Point foot, double size)
{
    const Rect wall{foot.x, foot.y - size * 0.5, size, size * 0.5};
    canvas.fill(wall, rgb(0xd9cdb8));
    canvas.fill({wall.x + size * 0.62, wall.y, size * 0.38, wall.height}, rgb(0xb3a791));
    canvas.polygon(std::vector<Point>{{wall.x - size * 0.08, wall.y},
                                      {wall.x + size * 0.3, wall.y - size * 0.34},
                                      {wall.right() - size * 0.1, wall.y - size * 0.34},
                                      {wall.right() + size * 0.08, wall.y}},
                   rgb(0x8a4b3c));
    canvas.fill({wall.x + size * 0.14, wall.y + size * 0.14, size * 0.14, size * 0.16}, rgb(0x3b4650));
    canvas.fill({wall.x + size * 0.4, wall.y + size * 0.14, size * 0.14, size * 0.36}, rgb(0x5d4434));
}

void drawThings(Canvas& canvas, Random& random, const Scene& scene)
{
    const double ground = std::max(scene.shore, scene.bank);
    const double rest = canvas.height() - ground;
    std::vector<double> feet;
    for (int i = random.integer(3, 16); i > 0; --i)
        feet.push_back(random.unit());
    std::sort(feet.begin(), feet.end()); // the far ones first
    const bool hasHouse = random.chance(0.35);
    if (hasHouse)
        drawHouse(canvas, {canvas.width() * random.real(0.15, 0.7), ground + rest * 0.2}, canvas.height() * 0.11);
    for (const double foot : feet) {
        const double y = ground + rest * 0.62 * foot * foot + 3;
        const double size = canvas.height() * (0.1 + 0.3 * foot * foot) * random.real(0.8, 1.2);
        drawTree(canvas, random, {random.real(0, canvas.width()), y}, size, scene.season->tree);
    }
}

} // namespace

Shot photographLandscape(const Commission& commission)
{
    Random& random = commission.random;
    const int width = commission.width;
    const int height = commission.height;
    Scene scene(random);
    scene.shore = height * random.real(0.5, 0.62);
    scene.farRidge =
        makeRidge(random, width, scene.shore - height * random.real(0.12, 0.25), height * random.real(0.02, 0.07));
    scene.nearRidge = makeRidge(random, width, scene.shore - height * 0.03, height * random.real(0.012, 0.03));
    const bool hasWater = random.chance(0.5);
    scene.bank = hasWater ? scene.shore + height * random.real(0.12, 0.25) : 0;
    Canvas canvas(width, height, white);
    canvas.paint(paintLand(scene, width, height), {0, 0});
    drawThings(canvas, random, scene);
    Shot shot{canvas.pixels(), {}};
    addGrain(shot.pixels, random, random.real(2, 8));

    static constexpr std::array<std::string_view, 4> places = {"the study area", "a sampling site",
                                                               "the village of the survey", "the field station"};
    PanelText& text = shot.text;
    text.topic = "photograph of " + std::string(random.pick(places)) + " " + std::string(scene.season->words);
    text.details = {hasWater ? "Samples were taken from the shore of the lake."
                             : "Samples were collected along a transect of "
                                   + std::to_string(random.integer(2, 20) * 50) + " m.",
                    "The site lies at " + std::to_string(random.integer(120, 1900)) + " m above sea level."};
    text.shown = {"photograph", std::string(scene.season->words)};
    return shot;
}

} // namespace biomedica::demo
