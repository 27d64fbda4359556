#include "core/demo/images/film.h"

#include <cmath>

namespace biomedica::demo {

namespace {

/// Tibia and fibula below the joint.
void drawLowerLeg(Film& film, double joint)
{
    film.bone({{0.285, joint + 0.03},
               {0.39, joint + 0.03},
               {0.5, joint + 0.015},
               {0.61, joint + 0.03},
               {0.715, joint + 0.03},
               {0.7, joint + 0.1},
               {0.6, joint + 0.22},
               {0.57, 1.1},
               {0.43, 1.1},
               {0.41, joint + 0.22},
               {0.3, joint + 0.1}},
              0.31);
    film.bone({{0.715, joint + 0.11},
               {0.77, joint + 0.09},
               {0.785, joint + 0.14},
               {0.745, joint + 0.25},
               {0.72, 1.1},
               {0.675, 1.1},
               {0.69, joint + 0.25},
               {0.7, joint + 0.15}},
              0.24);
}

} // namespace

Point drawKneeFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.2, -0.1},
               {0.16, 0.3},
               {0.2, 0.5},
               {0.22, 0.7},
               {0.27, 1.1},
               {0.75, 1.1},
               {0.8, 0.7},
               {0.82, 0.5},
               {0.85, 0.3},
               {0.8, -0.1}},
              ray(0.24));
    const double joint = random.real(0.47, 0.53);
    film.bone({{0.41, -0.1},
               {0.41, 0.12},
               {0.385, joint - 0.22},
               {0.285, joint - 0.1},
               {0.29, joint - 0.025},
               {0.39, joint - 0.005},
               {0.48, joint - 0.035},
               {0.52, joint - 0.035},
               {0.62, joint - 0.005},
               {0.715, joint - 0.03},
               {0.72, joint - 0.1},
               {0.62, joint - 0.22},
               {0.59, 0.12},
               {0.59, -0.1}},
              0.33);
    drawLowerLeg(film, joint);
    film.body({{0.42, joint - 0.19},
               {0.5, joint - 0.22},
               {0.58, joint - 0.19},
               {0.59, joint - 0.11},
               {0.5, joint - 0.05},
               {0.41, joint - 0.11}},
              ray(0.14));
    const Point finding{0.46, joint + 0.3};
    if (hasFinding) // a fracture line of the tibia
        film.strand({{0.42, finding.y - 0.01}, {0.47, finding.y + 0.025}, {0.5, finding.y}, {0.58, finding.y + 0.04}},
                    Color{0, 0, 0, 0.5}, 0.008);
    return finding;
}

namespace {

/// Bones of a finger or toe one behind the other, within its flesh.
struct Digit {
    Point root;
    Point tip;
    std::vector<double> joints; ///< where one bone ends, 0 at the root, 1 at the tip
    double width;
};

void drawDigit(Film& film, const Digit& digit, Random& random)
{
    const auto at = [&](double share) {
        return Point{digit.root.x + (digit.tip.x - digit.root.x) * share,
                     digit.root.y + (digit.tip.y - digit.root.y) * share};
    };
    const Point beyond = at(1.04);
    film.strand({at(0.3), beyond}, ray(0.16), digit.width * 2.7);
    film.canvas().disc(film.at(beyond.x, beyond.y), film.side() * digit.width * 1.35, ray(0.16));
    double from = 0;
    double width = digit.width;
    for (const double to : digit.joints) {
        film.longBone(at(from + 0.012), at(to - 0.012), width, random.real(0.36, 0.42));
        from = to;
        width *= 0.87;
    }
}

void crack(Film& film, Point at, double size)
{
    film.strand({{at.x - size, at.y - size * 0.3}, {at.x, at.y + size * 0.2}, {at.x + size, at.y - size * 0.1}},
                Color{0, 0, 0, 0.65}, 0.009);
}

} // namespace

Point drawHandFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.36, 1.1},
               {0.36, 0.9},
               {0.27, 0.7},
               {0.3, 0.5},
               {0.5, 0.46},
               {0.74, 0.52},
               {0.74, 0.72},
               {0.62, 0.9},
               {0.63, 1.1}},
              ray(0.17));
    const double spread = random.real(0.7, 1.2);
    const auto digit = [&](double x, double y, double tipX, double tipY, std::vector<double> joints) {
        drawDigit(film, {{x, y}, {x + (tipX - x) * spread, tipY}, std::move(joints), random.real(0.034, 0.042)},
                  random);
    };
    digit(0.41, 0.73, 0.3, 0.14, {0.43, 0.7, 0.88, 1});
    digit(0.47, 0.72, 0.45, 0.06, {0.42, 0.69, 0.88, 1});
    digit(0.53, 0.73, 0.6, 0.1, {0.41, 0.69, 0.88, 1});
    digit(0.59, 0.75, 0.75, 0.22, {0.44, 0.71, 0.87, 1});
    digit(0.37, 0.78, 0.1, 0.45, {0.46, 0.78, 1});
    for (int i = 0; i < 8; ++i) { // the wrist
        const double x = 0.405 + 0.055 * (i % 4);
        film.oval(x + random.normal(0, 0.004), i < 4 ? 0.775 : 0.83, 0.032, 0.028, ray(0.36), random.real(0, 90));
    }
    film.longBone({0.44, 0.88}, {0.45, 1.3}, 0.1, 0.36);
    film.longBone({0.56, 0.88}, {0.55, 1.3}, 0.065, 0.36);
    const Point finding{random.chance(0.5) ? 0.555 : 0.5, random.real(0.58, 0.65)};
    if (hasFinding)
        crack(film, {finding.x, finding.y}, 0.035);
    return finding;
}

Point drawFootFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.36, 1.05},
               {0.3, 0.85},
               {0.26, 0.55},
               {0.24, 0.36},
               {0.5, 0.28},
               {0.76, 0.4},
               {0.76, 0.62},
               {0.68, 0.85},
               {0.62, 1.05}},
              ray(0.18));
    const double slant = random.real(-0.05, 0.08); // of the great toe
    drawDigit(film, {{0.38, 0.62}, {0.3 + slant, 0.08}, {0.52, 0.82, 1}, 0.066}, random);
    const double x[] = {0.45, 0.51, 0.57, 0.62};
    for (int i = 0; i < 4; ++i)
        drawDigit(film,
                  {{x[i], 0.62 + 0.02 * i}, {x[i] + 0.03 + 0.035 * i, 0.1 + 0.055 * i}, {0.58, 0.79, 0.9, 1}, 0.036},
                  random);
    film.bone({{0.34, 0.64}, {0.43, 0.63}, {0.43, 0.7}, {0.35, 0.71}}, 0.24);
    film.bone({{0.44, 0.64}, {0.54, 0.65}, {0.52, 0.71}, {0.44, 0.71}}, 0.24);
    film.bone({{0.55, 0.67}, {0.65, 0.69}, {0.62, 0.8}, {0.54, 0.78}}, 0.24);
    film.bone({{0.36, 0.73}, {0.5, 0.73}, {0.5, 0.78}, {0.38, 0.79}}, 0.24);
    film.bone({{0.38, 0.81}, {0.5, 0.8}, {0.54, 0.9}, {0.5, 1.02}, {0.4, 1.02}, {0.37, 0.9}}, 0.26);
    film.bone({{0.5, 0.82}, {0.62, 0.83}, {0.62, 1.03}, {0.52, 1.05}}, 0.18);
    const Point finding{0.655, 0.48};
    if (hasFinding)
        crack(film, finding, 0.035);
    return finding;
}

} // namespace biomedica::demo
