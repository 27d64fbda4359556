#include "core/demo/images/film.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

/// A tooth stands on `root` and bites at `edge`.
struct Tooth {
    Point root;
    Point edge;
    double width;
    bool isMolar;
    bool isFilled;
    bool isImplant;
};

void drawTooth(Film& film, const Tooth& tooth)
{
    const double x = tooth.edge.x - tooth.root.x;
    const double y = tooth.edge.y - tooth.root.y;
    const double half = tooth.width / 2;
    const auto at = [&](double along, double across) {
        return Point{tooth.root.x + x * along + across * half, tooth.root.y + y * along};
    };
    if (tooth.isImplant) {
        film.metal({at(0.05, -0.25), at(0.6, -0.45), at(0.6, 0.45), at(0.05, 0.25)});
        film.metal({at(0.66, -0.8), at(1, -0.7), at(1, 0.7), at(0.66, 0.8)});
        return;
    }
    const auto part = [&](const Outline& points, Color color) { film.body(points, color); };
    if (tooth.isMolar)
        part({at(0, -0.6), at(0.6, -0.9), at(0.75, -1), at(1, -0.8), at(0.96, 0), at(1, 0.8), at(0.75, 1), at(0.6, 0.9),
              at(0, 0.6), at(0.12, 0.25), at(0.5, 0.05), at(0.12, -0.25)},
             ray(0.42));
    else
        part({at(0, 0), at(0.3, -0.5), at(0.65, -0.75), at(0.9, -0.85), at(1, -0.4), at(1, 0.4), at(0.9, 0.85),
              at(0.65, 0.75), at(0.3, 0.5)},
             ray(0.42));
    part({at(0.66, -0.9), at(0.98, -0.75), at(0.98, 0.75), at(0.66, 0.9)}, ray(0.3)); // enamel
    film.strand({at(0.25, 0), at(0.75, 0)}, Color{0, 0, 0, 0.35}, tooth.width * 0.13);
    if (tooth.isFilled)
        film.metal({at(0.8, -0.45), at(1, -0.5), at(0.98, 0.5), at(0.82, 0.4)});
}

/// Upper jaw, mandible, teeth, and the first vertebrae.
void drawFaceAndNeck(Film& film, Random& random)
{
    film.body({{0.12, 0.52}, {0.3, 0.56}, {0.38, 0.72}, {0.13, 0.73}}, ray(0.2));
    film.bone(
        {{0.55, 0.64}, {0.6, 0.66}, {0.52, 0.86}, {0.3, 0.97}, {0.14, 0.93}, {0.13, 0.84}, {0.3, 0.86}, {0.46, 0.8}},
        0.26);
    for (int i = 0; i < 6; ++i) {
        drawTooth(film, {{0.15 + 0.045 * i, 0.7}, {0.145 + 0.045 * i, 0.78}, 0.04, i > 3, random.chance(0.2), false});
        drawTooth(film, {{0.155 + 0.045 * i, 0.88}, {0.15 + 0.045 * i, 0.79}, 0.04, i > 3, random.chance(0.2), false});
    }
    for (int i = 0; i < 4; ++i)
        film.bone({{0.62, 0.7 + 0.1 * i}, {0.73, 0.7 + 0.1 * i}, {0.73, 0.77 + 0.1 * i}, {0.62, 0.77 + 0.1 * i}}, 0.2);
}

/// Both rows, some missing, filled or replaced.
void drawTeeth(Film& film, Random& random)
{
    const double missing = random.real(0, 0.2);
    const double filled = random.real(0, 0.5);
    for (int i = 0; i < 16; ++i) {
        const double along = (i - 7.5) / 7.5;
        const double x = 0.5 + 0.29 * along;
        const double bite = 0.54 - 0.06 * along * along + 0.03;
        const bool isMolar = std::abs(along) > 0.55;
        for (const double sign : {-1.0, 1.0})
            if (!random.chance(missing))
                drawTooth(film, {{x + 0.01 * along, bite + sign * 0.2},
                                 {x, bite + sign * 0.012},
                                 isMolar ? 0.038 : 0.029,
                                 isMolar,
                                 random.chance(filled),
                                 random.chance(0.05)});
    }
}

} // namespace

Point drawSkullFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.1, 0.3},
               {0.2, 0.08},
               {0.5, -0.02},
               {0.85, 0.08},
               {0.98, 0.35},
               {0.88, 0.62},
               {0.75, 0.75},
               {0.75, 1.1},
               {0.4, 1.1},
               {0.35, 0.96},
               {0.14, 0.95},
               {0.1, 0.75},
               {0.04, 0.62}},
              ray(0.2));
    film.bone({{0.14, 0.36},
               {0.2, 0.15},
               {0.5, 0.03},
               {0.82, 0.13},
               {0.93, 0.38},
               {0.82, 0.6},
               {0.55, 0.64},
               {0.4, 0.54},
               {0.2, 0.5}},
              0.24);
    film.strand({{0.14, 0.36}, {0.2, 0.15}, {0.5, 0.03}, {0.82, 0.13}, {0.93, 0.38}, {0.84, 0.58}}, ray(0.3), 0.022);
    film.strand({{0.16, 0.47}, {0.34, 0.5}, {0.45, 0.54}, {0.47, 0.57}, {0.52, 0.54}, {0.62, 0.62}}, ray(0.45), 0.022);
    film.oval(0.62, 0.61, 0.08, 0.05, ray(0.4)); // petrous bone
    film.oval(0.24, 0.55, 0.07, 0.06, Color{0, 0, 0, 0.35});
    film.oval(0.18, 0.42, 0.03, 0.045, Color{0, 0, 0, 0.4});
    drawFaceAndNeck(film, random);
    const Point finding{random.real(0.4, 0.75), random.real(0.15, 0.35)};
    if (hasFinding)
        film.oval(finding.x, finding.y, 0.04, 0.035, Color{0, 0, 0, 0.4});
    return finding;
}

Point drawPanoramicFilm(Film& film, Random& random, bool hasFinding)
{
    film.canvas().fill(film.canvas().area(), ray(0.16));
    film.oval(0.5, 0.3, 0.5, 0.3, ray(0.1));
    for (const bool isLeft : {true, false}) {
        const auto placed = [&](const Outline& points) { return isLeft ? points : otherSide(points); };
        film.body(placed({{0.2, 0.22}, {0.42, 0.2}, {0.46, 0.36}, {0.28, 0.42}}), Color{0, 0, 0, 0.3}); // sinus
        film.bone(placed({{0.09, 0.16},
                          {0.13, 0.12},
                          {0.16, 0.2},
                          {0.21, 0.22},
                          {0.22, 0.4},
                          {0.2, 0.58},
                          {0.12, 0.72},
                          {0.07, 0.62},
                          {0.08, 0.36}}),
                  0.2);
        film.strand(placed({{0.1, 0.1}, {0.3, 0.12}, {0.48, 0.1}}), ray(0.2), 0.03);
        film.body(placed({{-0.02, 0.3}, {0.03, 0.3}, {0.04, 0.9}, {-0.02, 0.9}}), ray(0.4)); // the spine's shadow
    }
    film.bone({{0.1, 0.6},
               {0.22, 0.62},
               {0.5, 0.7},
               {0.78, 0.62},
               {0.9, 0.6},
               {0.88, 0.76},
               {0.7, 0.94},
               {0.5, 0.98},
               {0.3, 0.94},
               {0.12, 0.76}},
              0.2);
    film.oval(0.5, 0.48, 0.3, 0.14, ray(0.14));
    drawTeeth(film, random);
    const Point finding{random.chance(0.5) ? 0.3 : 0.7, 0.8};
    if (hasFinding)
        film.oval(finding.x, finding.y, 0.04, 0.06, Color{0, 0, 0, 0.55});
    return finding;
}

Point drawPeriapicalFilm(Film& film, Random& random, bool hasFinding)
{
    film.canvas().fill(film.canvas().area(), ray(0.05));
    const bool isLower = random.chance(0.5);
    const auto y = [&](double value) { return isLower ? value : 1 - value; };
    film.body({{-0.3, y(0.42)},
               {0.2, y(0.46)},
               {0.5, y(0.43)},
               {0.8, y(0.46)},
               {1.3, y(0.42)},
               {1.3, y(1.3)},
               {-0.3, y(1.3)}},
              ray(0.3));
    for (int i = 0; i < 160; ++i) { // trabeculae
        const Point at{random.unit(), y(random.real(0.45, 1))};
        film.strand({at, {at.x + random.normal(0, 0.03), at.y + random.normal(0, 0.03)}}, ray(0.12), 0.008);
    }
    const int count = random.integer(2, 4);
    const double width = 0.92 / count;
    const bool areMolars = count < 4 && random.chance(0.7);
    const int hollow = random.integer(0, count - 1);
    Point finding{0.5, y(0.85)};
    for (int i = 0; i < count; ++i) {
        const double x = 0.04 + width * (i + 0.5) + random.normal(0, 0.01);
        const Point root{x + random.normal(0, 0.03), y(random.real(0.78, 0.88))};
        if (i == hollow) {
            finding = root;
            for (int ring = 0; ring < 4 && hasFinding; ++ring)
                film.oval(root.x, root.y, 0.09 - 0.015 * ring, 0.08 - 0.013 * ring, Color{0, 0, 0, 0.25});
        }
        drawTooth(
            film,
            {root, {x, y(random.real(0.1, 0.16))}, width * 0.9, areMolars, random.chance(0.35), random.chance(0.1)});
        if (random.chance(0.2)) // a filled root
            film.strand({root, {x, y(0.35)}}, grey(0.95), 0.018);
    }
    return finding;
}

Point drawMammogram(Film& film, Random& random, bool hasFinding)
{
    const bool isOblique = random.chance(0.5);
    const double width = random.real(0.55, 0.9);
    const double low = random.real(0.7, 0.95);
    film.body({{-0.15, 0.0},
               {width * 0.35, 0.08},
               {width * 0.75, 0.22},
               {width * 0.97, 0.43},
               {width, 0.55},
               {width * 0.95, 0.66},
               {width * 0.72, low - 0.1},
               {width * 0.35, low},
               {-0.15, low + 0.05}},
              ray(0.24));
    film.oval(width, 0.55, 0.025, 0.02, ray(0.2)); // nipple
    const double density = random.real(0.03, 0.12);
    for (int i = 0; i < 130; ++i) {
        const double share = random.unit();
        const double spread = 0.24 * (1 - share * 0.8);
        film.oval(width * (0.15 + 0.75 * share), 0.52 + random.real(-spread, spread), random.real(0.01, 0.06),
                  random.real(0.008, 0.03), ray(density), random.normal(0, 25));
    }
    for (int i = 0; i < 30; ++i) { // ducts and vessels run to the nipple
        const double from = random.normal(0.5, 0.16);
        film.strand({{0.05, from}, {width * 0.5, (from + 0.55) / 2 + random.normal(0, 0.02)}, {width * 0.95, 0.55}},
                    ray(0.06), random.real(0.003, 0.01));
    }
    if (isOblique)
        film.body({{-0.1, -0.1}, {0.36, -0.1}, {0.22, 0.2}, {-0.1, 0.62}}, ray(0.4)); // the muscle
    const Point finding{width * random.real(0.35, 0.65), random.real(0.4, 0.62)};
    if (hasFinding)
        for (int i = 0; i < 12; ++i) {
            const double angle = i * 0.5236;
            film.oval(finding.x + random.normal(0, 0.008), finding.y + random.normal(0, 0.008), 0.035, 0.03, ray(0.13));
            film.strand({finding, {finding.x + 0.09 * std::cos(angle), finding.y + 0.08 * std::sin(angle)}}, ray(0.14),
                        0.005);
        }
    return finding;
}

} // namespace biomedica::demo
