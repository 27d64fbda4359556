#include "core/demo/images/electrons.h"

#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// Cytoplasm: granular grey.
void speckle(Canvas& canvas, Random& random, double grain, double level)
{
    const int count = std::min(5000, static_cast<int>(canvas.width() * canvas.height() / (grain * grain * 9)));
    for (int i = 0; i < count; ++i)
        canvas.fill({random.real(0, canvas.width()), random.real(0, canvas.height()), grain, grain},
                    grey(level).withAlpha(random.real(0.2, 0.7)));
}

/// A membrane: two dark lines with light between, its inside filled.
void membrane(Canvas& canvas, const Outline& outline, double inside, double width)
{
    canvas.polygon(outline, grey(inside));
    canvas.outline(outline, {grey(0.22), width});
    canvas.outline(outline, {grey(0.72), width * 0.35});
}

void mitochondrion(Canvas& canvas, Random& random, Point at, double longer, double shorter, double degrees)
{
    membrane(canvas, blob(random, at, longer, shorter, 0.06, degrees), 0.45, shorter * 0.16);
    for (double u = -0.8; u < 0.85; u += 0.22) {
        const double half = std::sqrt(1 - u * u) * 0.75;
        canvas.polyline(smoothed(placed({{u, -half}, {u + random.normal(0, 0.06), 0}, {u, half * random.real(0.2, 1)}},
                                        at, longer, shorter, degrees)),
                        {grey(0.25), shorter * 0.11});
    }
}

/// Dark bodies of one shape: spheres, cubes, rods or irregular.
Outline particle(Random& random, int shape, Point at, double radius)
{
    const double turn = random.real(0, 180);
    if (shape == 1)
        return placed({{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, at, radius * 0.85, radius * 0.85, turn);
    if (shape == 2)
        return strip({placed({{-2.2, 0}}, at, radius, radius, turn).front(), at,
                      placed({{2.2, 0}}, at, radius, radius, turn).front()},
                     radius * 0.55, radius * 0.6, radius * 0.55);
    if (shape == 3)
        return placed({{1, 0}, {0.5, 0.87}, {-0.5, 0.87}, {-1, 0}, {-0.5, -0.87}, {0.5, -0.87}}, at, radius, radius,
                      turn);
    return blob(random, at, radius, radius * random.real(0.9, 1), shape == 0 ? 0.03 : 0.25, turn);
}

} // namespace

image::Pixels transmitted(const Canvas& canvas, Random& random)
{
    Plane plane = planeOf(canvas.pixels());
    const Texture texture(random, 2);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            plane.row(y)[x] = plane.row(y)[x] * (1 + 0.05F * texture.at(x, y)) + 0.035F * texture.at(x / 4, y / 4);
    plane.blur(1);
    // Films and cameras differ in contrast.
    const auto gain = static_cast<float>(random.real(0.7, 1.45));
    const auto level = static_cast<float>(random.real(0.42, 0.68));
    for (float& value : plane.values)
        value = std::max(0.0F, level + gain * (value - 0.58F));
    plane.addPhotonNoise(random, random.real(120, 600), 0.015);
    return greyPixels(plane);
}

Exposure exposeSynapse(const Commission& commission)
{
    Random& random = commission.random;
    Canvas canvas(commission.width, commission.height, grey(0.62));
    const double unit = commission.side() * random.real(0.035, 0.06); // 50 nm, a vesicle
    speckle(canvas, random, unit * 0.18, 0.42);
    std::vector<Point> places;
    for (int i = random.integer(8, 16); i > 0; --i) // processes around
        membrane(canvas,
                 blob(random, commission.at(random.unit(), random.unit()), unit * random.real(2, 6),
                      unit * random.real(1.5, 4), 0.2, random.real(0, 180)),
                 random.real(0.55, 0.78), unit * 0.22);
    const Point middle = commission.at(random.real(0.4, 0.6), random.real(0.4, 0.6));
    const double degrees = random.real(0, 180);
    const auto at = [&](double x, double y) { return placed({{x, y}}, middle, unit, unit, degrees).front(); };
    membrane(canvas, blob(random, at(0, -5), unit * 7, unit * 4.8, 0.08, degrees), 0.7, unit * 0.24);
    membrane(canvas, blob(random, at(0, 4.4), unit * 5, unit * 4.1, 0.08, degrees), 0.74, unit * 0.24);
    canvas.polygon(strip({at(-3.2, 0.15), at(0, 0.3), at(3.2, 0.15)}, unit * 0.3, unit * 0.5, unit * 0.3), grey(0.12));
    for (int i = random.integer(35, 90); i > 0; --i) {
        const Point vesicle = at(random.normal(0, 2.2), -1.2 - std::abs(random.normal(0, 2.4)));
        canvas.disc(vesicle, unit * 0.5, grey(0.8));
        canvas.circle(vesicle, unit * 0.5, {grey(0.25), unit * 0.16});
    }
    mitochondrion(canvas, random, at(random.real(-3, 3), -7), unit * 2.6, unit * 1.4, degrees + random.real(-30, 30));
    places.push_back(at(0, -4));
    return {transmitted(canvas, random),
            "transmission electron micrograph of a synapse",
            "a synapse",
            "Synaptic vesicles lie close to the active zone.",
            unit / 50,
            "nm",
            {{"P", "presynaptic terminal", places}, {"S", "spine", {at(0, 4.5)}}}};
}

Exposure exposeMuscle(const Commission& commission)
{
    Random& random = commission.random;
    Canvas canvas(commission.width, commission.height, grey(0.72));
    const double sarcomere = commission.side() * random.real(0.13, 0.26);
    const double fibril = sarcomere * random.real(0.4, 0.6);
    const double degrees = random.real(-30, 30);
    const Point middle = commission.at(0.5, 0.5);
    const double reach = std::hypot(commission.width, commission.height) / 2;
    const auto at = [&](double x, double y) { return placed({{x, y}}, middle, 1, 1, degrees).front(); };
    for (double v = -reach; v < reach; v += fibril * 1.08) {
        const double shift = random.normal(0, sarcomere * 0.05);
        for (double u = -reach; u < reach; u += sarcomere) {
            const double x = u + shift;
            const auto band = [&](double from, double to, double level) {
                canvas.polygon(Outline{at(x + from * sarcomere, v), at(x + to * sarcomere, v),
                                       at(x + to * sarcomere, v + fibril), at(x + from * sarcomere, v + fibril)},
                               grey(level));
            };
            band(0.2, 0.8, 0.5);    // A band
            band(0.46, 0.54, 0.58); // H zone
            band(0.49, 0.51, 0.45);
            band(-0.03, 0.03, 0.16); // Z line
        }
        for (double line = v; line < v + fibril; line += std::max(2.0, fibril * 0.07))
            canvas.line(at(-reach, line), at(reach, line), {grey(0.3).withAlpha(0.18), 1});
        for (double u = -reach; u < reach; u += sarcomere * random.real(0.5, 1.4))
            if (random.chance(0.5))
                mitochondrion(canvas, random, at(u, v + fibril * 1.1), sarcomere * random.real(0.2, 0.4),
                              fibril * random.real(0.1, 0.2), degrees);
    }
    speckle(canvas, random, 1.2, 0.3);
    const std::string muscle = random.chance(0.5) ? "skeletal muscle" : "the myocardium";
    return {transmitted(canvas, random),
            "transmission electron micrograph of " + muscle + " of " + commission.subject.animal, muscle,
            "Sarcomeres are well aligned.", sarcomere / 2200};
}

Exposure exposeMyelin(const Commission& commission)
{
    Random& random = commission.random;
    Canvas canvas(commission.width, commission.height, grey(0.66));
    const double size = commission.side() * random.real(0.06, 0.15);
    speckle(canvas, random, 1.4, 0.45);
    const int count = static_cast<int>(commission.width * commission.height / (size * size * 7));
    for (int i = 0; i < count; ++i) {
        const Point at = commission.at(random.unit(), random.unit());
        const double radius = size * random.real(0.45, 1.2);
        const double flat = random.real(0.75, 1);
        const double degrees = random.real(0, 180);
        const double sheath = random.real(0.14, 0.3);
        const std::uint64_t shape = random.next();
        for (double ring = 1; ring > 1 - sheath; ring -= sheath / 5) { // turns of the sheath
            Random same(shape);
            canvas.polygon(blob(same, at, radius * ring, radius * flat * ring, 0.08, degrees),
                           grey(random.real(0.12, 0.3)));
        }
        Random same(shape);
        canvas.polygon(blob(same, at, radius * (1 - sheath), radius * flat * (1 - sheath), 0.08, degrees), grey(0.72));
        for (int dot = 0; dot < 25; ++dot)
            canvas.disc({at.x + random.normal(0, radius * 0.3), at.y + random.normal(0, radius * 0.25)}, radius * 0.02,
                        grey(0.45));
        if (random.chance(0.5))
            mitochondrion(canvas, random,
                          {at.x + random.normal(0, radius * 0.2), at.y + random.normal(0, radius * 0.2)}, radius * 0.2,
                          radius * 0.14, degrees);
    }
    return {transmitted(canvas, random),
            "transmission electron micrograph of myelinated axons of the "
                + std::string(random.chance(0.5) ? "sciatic nerve" : "corpus callosum"),
            "myelinated axons", "The g-ratio was measured in " + std::to_string(random.integer(4, 30) * 10) + " axons.",
            size / 900};
}

Exposure exposeNanoparticles(const Commission& commission)
{
    Random& random = commission.random;
    Canvas canvas(commission.width, commission.height, grey(random.real(0.7, 0.92)));
    const double radius = commission.side() * random.real(0.012, 0.06);
    const int diameter = random.integer(6, 90); // in nm
    const int shape = random.integer(0, 4);
    const double level = random.real(0.05, 0.4);
    const bool isClustered = random.chance(0.45);
    const int count =
        std::min(260, static_cast<int>(commission.width * commission.height / (radius * radius * random.real(9, 40))));
    std::vector<Point> clusters;
    for (int i = random.integer(2, 6); i > 0; --i)
        clusters.push_back(commission.at(random.unit(), random.unit()));
    if (random.chance(0.3)) // the film's edge or a hole in it
        canvas.polygon(blob(random, commission.at(random.unit(), random.unit()), commission.side() * 0.5,
                            commission.side() * 0.4, 0.2),
                       grey(0.97));
    for (int i = 0; i < count; ++i) {
        const Point& cluster = random.pick(clusters);
        const Point at = isClustered
                             ? Point{cluster.x + random.normal(0, radius * 5), cluster.y + random.normal(0, radius * 5)}
                             : commission.at(random.unit(), random.unit());
        const double size = radius * random.real(0.75, 1.2);
        const Color color = grey(level * random.real(0.8, 1.4)).withAlpha(0.85);
        canvas.polygon(particle(random, shape, at, size), color);
        if (random.chance(0.2)) // a coat
            canvas.outline(particle(random, 0, at, size * 1.15), {grey(0.55).withAlpha(0.6), size * 0.2});
    }
    static constexpr std::array<std::string_view, 5> names = {"gold nanoparticles", "silver nanocubes", "gold nanorods",
                                                              "iron oxide nanoparticles", "polymer nanoparticles"};
    const std::string name(names[static_cast<std::size_t>(shape)]);
    return {transmitted(canvas, random), "transmission electron micrograph of " + name, name,
            "The mean diameter was " + std::to_string(diameter) + " nm.", 2 * radius / diameter};
}

Exposure exposeLattice(const Commission& commission)
{
    Random& random = commission.random;
    Plane plane(commission.width, commission.height);
    const Texture coarse(random, 3);
    const Texture fine(random, 1);
    const double period = commission.side() * random.real(0.012, 0.028);
    const double first = random.real(0, 3.14);
    const double second = first + random.real(0.9, 1.3);
    const double limit = random.real(-0.4, 0.5);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const double grain = static_cast<double>(coarse.cloud(x * 0.08, y * 0.08, 2)) - limit;
            const double share = std::clamp(grain * 3, 0.0, 1.0);
            const auto wave = [&](double angle) {
                return std::sin((x * std::cos(angle) + y * std::sin(angle)) * 2 * std::numbers::pi / period);
            };
            const double amorphous = 0.09 * static_cast<double>(fine.at(x * 0.6, y * 0.6));
            plane.row(y)[x] =
                static_cast<float>(0.55 - 0.12 * share + share * 0.12 * (wave(first) + 0.6 * wave(second)) + amorphous);
        }
    plane.addPhotonNoise(random, random.real(60, 300), 0.02);
    return {greyPixels(plane), "high-resolution transmission electron micrograph of a nanocrystal", "a nanocrystal",
            "Lattice fringes are spaced " + fixed(random.real(0.19, 0.36), 2) + " nm apart.", period / 0.3};
}

} // namespace biomedica::demo
