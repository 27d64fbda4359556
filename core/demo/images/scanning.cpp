#include "core/demo/images/electrons.h"

#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// A ball with its middle at height `base`, where it rises above what is there.
void stamp(Plane& heights, Point at, double radius, double base, double squash = 1)
{
    const int top = std::max(0, static_cast<int>(at.y - radius));
    const int bottom = std::min(heights.height - 1, static_cast<int>(at.y + radius) + 1);
    const int left = std::max(0, static_cast<int>(at.x - radius));
    const int right = std::min(heights.width - 1, static_cast<int>(at.x + radius) + 1);
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const double square = radius * radius - (x - at.x) * (x - at.x) - (y - at.y) * (y - at.y);
            if (square > 0) {
                float& height = heights.row(y)[x];
                height = std::max(height, static_cast<float>(base + squash * std::sqrt(square)));
            }
        }
}

/// A rod or thread of balls.
void thread(Plane& heights, const std::vector<Point>& along, double radius, double base)
{
    const std::vector<Point> curve = smoothed(along);
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const double length = std::hypot(curve[i].x - curve[i - 1].x, curve[i].y - curve[i - 1].y);
        const int steps = std::max(1, static_cast<int>(length / std::max(0.7, radius * 0.25)));
        for (int s = 0; s < steps; ++s) {
            const double t = static_cast<double>(s) / steps;
            stamp(heights,
                  {curve[i - 1].x + (curve[i].x - curve[i - 1].x) * t,
                   curve[i - 1].y + (curve[i].y - curve[i - 1].y) * t},
                  radius, base);
        }
    }
}

Plane makeGround(Random& random, const Commission& commission, double roughness)
{
    Plane heights(commission.width, commission.height);
    const Texture texture(random, 3);
    for (int y = 0; y < heights.height; ++y)
        for (int x = 0; x < heights.width; ++x)
            heights.row(y)[x] = static_cast<float>(roughness * static_cast<double>(texture.cloud(x * 0.5, y * 0.5, 4)));
    return heights;
}

/// A block with flat faces that slope from its top.
void facet(Plane& heights, Random& random, Point at, double radius)
{
    const int sides = random.integer(3, 6);
    const double turn = random.real(0, 6.28);
    const double tiltX = random.normal(0, 0.25);
    const double tiltY = random.normal(0, 0.25);
    const double tall = radius * random.real(0.5, 1.2);
    std::vector<Point> normals;
    std::vector<double> reaches;
    for (int i = 0; i < sides; ++i) {
        const double angle = turn + 2 * std::numbers::pi * (i + random.real(-0.15, 0.15)) / sides;
        normals.push_back({std::cos(angle), std::sin(angle)});
        reaches.push_back(radius * random.real(0.6, 1));
    }
    const double steep = random.real(1.2, 4);
    for (int y = std::max(0, static_cast<int>(at.y - 2 * radius));
         y < std::min<double>(heights.height, at.y + 2 * radius); ++y)
        for (int x = std::max(0, static_cast<int>(at.x - 2 * radius));
             x < std::min<double>(heights.width, at.x + 2 * radius); ++x) {
            const double dx = x - at.x;
            const double dy = y - at.y;
            double height = tall + tiltX * dx + tiltY * dy;
            for (std::size_t i = 0; i < normals.size(); ++i)
                height = std::min(height, (reaches[i] - dx * normals[i].x - dy * normals[i].y) * steep);
            if (height > 0)
                heights.row(y)[x] = std::max(heights.row(y)[x], static_cast<float>(height));
        }
}

std::string titled(const std::string& thing)
{
    return "scanning electron micrograph of " + thing;
}

} // namespace

image::Pixels scanned(const Plane& heights, Random& random)
{
    const Light light = randomLight(random);
    Plane hollow = heights;
    hollow.blur(std::max(2, std::min(heights.width, heights.height) / 40));
    const Texture texture(random, 1);
    Plane plane(heights.width, heights.height);
    const auto base = static_cast<float>(random.real(0.3, 0.55));
    const auto edge = static_cast<float>(random.real(0.25, 0.6));
    const auto depth = static_cast<float>(random.real(0.008, 0.02));
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const Lit lit = litAt(heights, x, y, light);
            const Lit above = litAt(heights, x, y, Light{});
            const float open = std::clamp(0.75F + depth * (heights.row(y)[x] - hollow.row(y)[x]), 0.15F, 1.2F);
            plane.row(y)[x] = (base * (0.25F + 0.75F * lit.diffuse) + edge * (1 - above.diffuse)) * open * 1.2F
                              + 0.01F * texture.at(x, y);
        }
    if (random.chance(0.7))
        plane.blur(1);
    plane.addPhotonNoise(random, random.real(60, 500), 0.015);
    return greyPixels(plane);
}

Exposure scanPollen(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, random.real(0, 1.5));
    const int count = random.chance(0.5) ? 1 : random.integer(2, 7);
    const double radius = commission.side() * (count == 1 ? random.real(0.32, 0.44) : random.real(0.12, 0.24));
    const bool isSpiny = random.chance(0.6);
    const Texture texture(random, 3);
    for (int i = 0; i < count; ++i) {
        const Point at = count == 1 ? commission.at(random.normal(0.5, 0.03), random.normal(0.5, 0.03))
                                    : commission.at(random.unit(), random.unit());
        stamp(heights, at, radius, radius * 0.4);
        // Spines or knobs evenly over the half that is seen: a spiral of the golden angle.
        const int knobs = random.integer(60, 200);
        for (int k = 0; k < knobs; ++k) {
            const double away = radius * std::sqrt((k + 0.5) / knobs);
            const double angle = k * 2.39996;
            const double lift = std::sqrt(std::max(0.0, radius * radius - away * away));
            const double size = radius * (isSpiny ? 0.05 : 0.075);
            for (int step = 0; step < (isSpiny ? 4 : 1); ++step)
                stamp(heights,
                      {at.x + away * (1 + 0.045 * step) * std::cos(angle),
                       at.y + away * (1 + 0.045 * step) * std::sin(angle)},
                      size * (1 - 0.2 * step), radius * 0.4 + lift * (1 + 0.045 * step));
        }
    }
    return {scanned(heights, random),
            titled(count == 1 ? "a pollen grain" : "pollen grains"),
            "pollen grain",
            isSpiny ? "The exine is echinate." : "The exine is verrucate.",
            radius / random.real(10, 25),
            "µm"};
}

Exposure scanFibres(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, 0.5);
    for (float& height : heights.values)
        height -= 60;
    const double radius = commission.side() * random.real(0.005, 0.022);
    const int diameter = random.integer(15, 90) * 10; // in nm
    const bool isAligned = random.chance(0.35);
    const double heading = random.real(0, 3.14);
    const double reach = std::hypot(commission.width, commission.height) * 0.6;
    const int count = std::min(140, static_cast<int>(commission.side() / radius * random.real(0.7, 1.6)));
    for (int i = 0; i < count; ++i) {
        const Point middle = commission.at(random.unit(), random.unit());
        const double angle = isAligned ? heading + random.normal(0, 0.12) : random.real(0, 3.14);
        const Point way{reach * std::cos(angle), reach * std::sin(angle)};
        const double bend = reach * random.normal(0, 0.06);
        thread(heights,
               {{middle.x - way.x, middle.y - way.y},
                {middle.x + bend, middle.y - bend},
                {middle.x + way.x, middle.y + way.y}},
               radius * random.real(0.6, 1.2), -60.0 + 60.0 * i / count);
    }
    const std::string thing = isAligned ? "aligned electrospun fibres" : "electrospun fibres";
    return {scanned(heights, random), titled(thing), thing,
            "The mean diameter of the fibres was " + std::to_string(diameter) + " nm.", 1.8 * radius / diameter};
}

Exposure scanScaffold(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, random.real(1, 3));
    const double size = commission.side() * random.real(0.05, 0.13);
    const Texture texture(random, 3);
    Plane pores = maskOf(commission.width, commission.height, [&](Canvas& canvas) {
        for (int i = static_cast<int>(commission.width * commission.height / (size * size * random.real(0.8, 1.6)));
             i > 0; --i) {
            const double radius = size * random.real(0.45, 1.2);
            canvas.polygon(blob(random, commission.at(random.unit(), random.unit()), radius,
                                radius * random.real(0.65, 1), 0.2, random.real(0, 180)),
                           white.withAlpha(random.real(0.5, 0.95)));
        }
    });
    pores.blur(1);
    for (int y = 0; y < heights.height; ++y)
        for (int x = 0; x < heights.width; ++x)
            heights.row(y)[x] -=
                static_cast<float>(size) * 0.8F * pores.row(y)[x] * (0.8F + 0.2F * texture.at(x / 2, y / 2));
    heights.blur(1);
    return {scanned(heights, random), titled("the porous scaffold"), "porous scaffold",
            "Pores are connected.",   size / random.real(40, 150),   "µm"};
}

Exposure scanBacteria(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, random.real(0.3, 1.5));
    const double radius = commission.side() * random.real(0.018, 0.045);
    const double elongation = random.real(1.5, 5);
    const int count = std::min(160, static_cast<int>(commission.width * commission.height
                                                     / (radius * radius * random.real(14, 60) * elongation / 2)));
    for (int i = 0; i < count; ++i) {
        const Point at = commission.at(random.unit(), random.unit());
        const double angle = random.real(0, 3.14);
        const Point way{radius * elongation * std::cos(angle), radius * elongation * std::sin(angle)};
        thread(
            heights,
            {{at.x - way.x, at.y - way.y}, {at.x + random.normal(0, radius * 0.3), at.y}, {at.x + way.x, at.y + way.y}},
            radius, radius * random.real(0.2, 1.5));
    }
    return {scanned(heights, random), titled("rod-shaped bacteria"), "rod-shaped bacteria",
            "Cells were fixed after " + std::to_string(random.integer(4, 48)) + " h of culture.", radius / 400};
}

Exposure scanCrystals(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, 0.8);
    const double radius = commission.side() * random.real(0.05, 0.16);
    for (int i = std::min(
             90, static_cast<int>(commission.width * commission.height / (radius * radius * random.real(1.2, 4))));
         i > 0; --i)
        facet(heights, random, commission.at(random.unit(), random.unit()), radius * random.real(0.4, 1.1));
    return {scanned(heights, random),      titled("crystals of the compound"), "crystals",
            "Crystals have smooth faces.", radius / random.real(5, 30),        "µm"};
}

Exposure scanParticles(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, 0.5);
    const double radius = commission.side() * random.real(0.015, 0.07);
    const double spread = random.real(0, 0.6);
    const int count =
        std::min(700, static_cast<int>(commission.width * commission.height / (radius * radius * random.real(2, 12))));
    const double squash = random.real(0.8, 1);
    for (int i = 0; i < count; ++i)
        stamp(heights, commission.at(random.unit(), random.unit()), radius * (1 + random.real(-spread, spread)),
              radius * random.real(0, 2.5), squash);
    const std::string thing = random.chance(0.5) ? "microspheres" : "nanoparticles";
    const bool isNano = thing == "nanoparticles";
    return {scanned(heights, random),
            titled(thing),
            thing,
            "Particles are spherical.",
            radius / (isNano ? random.real(30, 120) : random.real(2, 20)),
            isNano ? "nm" : "µm"};
}

Exposure scanCells(const Commission& commission)
{
    Random& random = commission.random;
    Plane heights = makeGround(random, commission, random.real(0.2, 1.2));
    const double radius = commission.side() * random.real(0.1, 0.25);
    const Texture texture(random, 1);
    const double villi = random.real(0.2, 1.6);
    Plane cells = maskOf(commission.width, commission.height, [&](Canvas& canvas) {
        for (int i = random.integer(2, 12); i > 0; --i) {
            const Point at = commission.at(random.unit(), random.unit());
            canvas.polygon(blob(random, at, radius * random.real(0.7, 1.5), radius * random.real(0.5, 0.9), 0.3,
                                random.real(0, 180)),
                           white.withAlpha(0.9));
            for (int arm = random.integer(2, 8); arm > 0; --arm) {
                const double angle = random.real(0, 6.28);
                const double reach = radius * random.real(1.3, 2.4);
                canvas.polygon(
                    strip({at,
                           {at.x + reach * 0.6 * std::cos(angle + 0.15), at.y + reach * 0.6 * std::sin(angle + 0.15)},
                           {at.x + reach * std::cos(angle), at.y + reach * std::sin(angle)}},
                          radius * 0.2, radius * 0.08, radius * 0.02),
                    white.withAlpha(0.6));
            }
        }
    });
    Plane body = cells;
    body.blur(std::max(1, static_cast<int>(radius * 0.2)));
    for (int y = 0; y < heights.height; ++y)
        for (int x = 0; x < heights.width; ++x) {
            const float rise = 0.25F * cells.row(y)[x] + 0.75F * body.row(y)[x];
            heights.row(y)[x] +=
                rise * (static_cast<float>(radius) * 0.7F + static_cast<float>(villi) * texture.at(x, y));
        }
    return {scanned(heights, random),
            titled(commission.subject.cells + " cells on the material"),
            commission.subject.cells + " cells",
            "Cells are spread and have filopodia.",
            radius / random.real(8, 15),
            "µm"};
}

} // namespace biomedica::demo
