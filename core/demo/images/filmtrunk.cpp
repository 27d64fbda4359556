#include "core/demo/images/film.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

void addRibs(Film& film, Random& random)
{
    const double drop = random.real(0.1, 0.15);
    for (int i = 0; i < 9; ++i) {
        const double top = 0.14 + 0.075 * i;
        const double reach = 0.16 + 0.2 * std::sqrt(std::min(1.0, i / 5.0));
        // Behind: from the spine outwards; before: from the side inwards and down.
        const Outline back = {{0.47, top},
                              {0.5 - reach * 0.5, top - 0.025},
                              {0.5 - reach * 0.93, top + drop * 0.45},
                              {0.5 - reach * 1.02, top + drop}};
        const Outline front = {{0.5 - reach * 1.02, top + drop},
                               {0.5 - reach * 0.8, top + drop * 1.7},
                               {0.5 - reach * 0.5, top + drop * 2}};
        for (const auto& rib : {back, otherSide(back)}) {
            film.strand(rib, ray(0.1), 0.034);
            film.strand(rib, ray(0.06), 0.042);
        }
        for (const auto& rib : {front, otherSide(front)})
            film.strand(rib, ray(0.055), 0.034);
    }
}

void addVessels(Film& film, Random& random)
{
    for (int i = 0; i < 26; ++i) { // vessels fan out from the hila
        const double side = i % 2 == 0 ? 1 : -1;
        const double angle = random.real(-1.2, 1.2);
        const double length = random.real(0.09, 0.2);
        const Point hilum{0.5 - side * 0.085, 0.47};
        film.strand({hilum,
                     {hilum.x - side * length * 0.5 * std::cos(angle), hilum.y + length * 0.55 * std::sin(angle)},
                     {hilum.x - side * length * std::cos(angle), hilum.y + length * 1.2 * std::sin(angle)}},
                    ray(0.09), random.real(0.006, 0.016));
    }
}

/// Heart, spine and windpipe between the lungs; `heart` is how far it reaches to the left.
void addMiddle(Film& film, double base, double heart)
{
    film.body({{0.46, 0.3},
               {0.455, 0.5},
               {0.43, base - 0.04},
               {0.5, base + 0.03},
               {0.5 + heart, base - 0.01},
               {0.5 + heart * 0.93, base - 0.15},
               {0.57, 0.45},
               {0.555, 0.36},
               {0.56, 0.28},
               {0.53, 0.24}},
              ray(0.42));
    film.body({{0.465, -0.05}, {0.462, 0.5}, {0.46, 1.05}, {0.54, 1.05}, {0.538, 0.5}, {0.535, -0.05}}, ray(0.28));
    for (int i = 0; i < 13; ++i)
        film.strand({{0.468, 0.03 + 0.078 * i}, {0.5, 0.035 + 0.078 * i}, {0.532, 0.03 + 0.078 * i}}, ray(0.13), 0.012);
    film.body({{0.485, 0}, {0.486, 0.2}, {0.488, 0.36}, {0.512, 0.36}, {0.511, 0.2}, {0.513, 0}}, Color{0, 0, 0, 0.22});
}

} // namespace

Point drawChestFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.5, -0.1},
               {0.66, 0.02},
               {0.86, 0.12},
               {0.98, 0.3},
               {0.93, 0.7},
               {0.95, 1.1},
               {0.5, 1.1},
               {0.05, 1.1},
               {0.07, 0.7},
               {0.02, 0.3},
               {0.14, 0.12},
               {0.34, 0.02}},
              ray(0.52));
    const double base = random.real(0.76, 0.83);
    const Outline lung = {{0.4, 0.11},         {0.31, 0.14},        {0.2, 0.3},          {0.145, 0.55},
                          {0.14, base + 0.05}, {0.25, base - 0.04}, {0.36, base - 0.02}, {0.43, base - 0.1},
                          {0.45, 0.5},         {0.455, 0.25}};
    for (const auto& each : {lung, otherSide(lung)})
        film.body(each, Color{0.03, 0.03, 0.03, 0.8});
    addVessels(film, random);
    addMiddle(film, base, random.real(0.15, 0.23));
    addRibs(film, random);
    const Outline clavicle = {{0.465, 0.155}, {0.38, 0.13}, {0.27, 0.115}, {0.15, 0.07}};
    for (const auto& each : {clavicle, otherSide(clavicle)})
        film.strand(each, ray(0.25), 0.03);
    const Point finding{random.chance(0.5) ? random.real(0.23, 0.33) : random.real(0.68, 0.78), random.real(0.3, 0.62)};
    for (int i = 0; i < 22 && hasFinding; ++i)
        film.canvas().disc(film.at(finding.x + random.normal(0, 0.025), finding.y + random.normal(0, 0.03)),
                           film.side() * random.real(0.02, 0.05), ray(0.075));
    return finding;
}

namespace {

/// Head, neck and shaft of the femur, or what a surgeon put in their place.
void drawHip(Film& film, bool isOtherSide, bool isImplant)
{
    const auto placed = [&](const Outline& points) { return isOtherSide ? otherSide(points) : points; };
    if (isImplant) {
        film.bone(placed({{0.13, 0.58}, {0.19, 0.58}, {0.21, 0.75}, {0.2, 1.1}, {0.1, 1.1}, {0.11, 0.75}}), 0.26);
        film.metal(placed({{0.2, 0.55}, {0.24, 0.48}, {0.31, 0.5}, {0.33, 0.58}, {0.29, 0.62}, {0.24, 0.61}}));
        film.metal(
            placed({{0.26, 0.6}, {0.17, 0.63}, {0.135, 0.72}, {0.15, 0.98}, {0.165, 0.98}, {0.19, 0.7}, {0.27, 0.62}}));
        return;
    }
    film.oval(isOtherSide ? 0.735 : 0.265, 0.57, 0.062, 0.062, ray(0.26));
    film.bone(placed({{0.26, 0.61},
                      {0.2, 0.54},
                      {0.12, 0.57},
                      {0.1, 0.64},
                      {0.12, 0.74},
                      {0.1, 1.1},
                      {0.2, 1.1},
                      {0.2, 0.76},
                      {0.23, 0.66}}),
              0.28);
}

} // namespace

Point drawPelvisFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.05, -0.1}, {0.02, 0.3}, {-0.02, 1.1}, {1.02, 1.1}, {0.98, 0.3}, {0.95, -0.1}}, ray(0.26));
    for (int i = 0; i < 7; ++i) // gas in the bowels
        film.oval(random.real(0.3, 0.7), random.real(0.05, 0.35), random.real(0.02, 0.06), random.real(0.02, 0.05),
                  Color{0, 0, 0, 0.25}, random.real(0, 90));
    for (double y = -0.05; y < 0.24; y += 0.12)
        film.bone({{0.43, y}, {0.57, y}, {0.58, y + 0.1}, {0.42, y + 0.1}}, 0.2);
    film.bone({{0.39, 0.26}, {0.5, 0.22}, {0.61, 0.26}, {0.57, 0.42}, {0.5, 0.54}, {0.43, 0.42}}, 0.2);
    const Outline wing = {{0.4, 0.28},  {0.33, 0.16}, {0.2, 0.12}, {0.08, 0.24},
                          {0.12, 0.36}, {0.2, 0.48},  {0.3, 0.55}, {0.37, 0.44}};
    const Outline ring = {{0.28, 0.54}, {0.38, 0.58}, {0.49, 0.62}, {0.49, 0.7},
                          {0.42, 0.72}, {0.37, 0.84}, {0.29, 0.76}};
    const Outline hole = {{0.33, 0.66}, {0.41, 0.67}, {0.37, 0.77}, {0.32, 0.74}};
    const int withImplant = random.chance(0.35) ? random.integer(0, 1) : -1;
    for (const int side : {0, 1}) {
        const auto placed = [&](const Outline& points) { return side == 0 ? points : otherSide(points); };
        film.bone(placed(wing), 0.24);
        film.bone(placed(ring), 0.22);
        film.body(placed(hole), Color{0.2, 0.2, 0.2, 0.5});
        drawHip(film, side == 1, side == withImplant);
    }
    const double x = withImplant == 0 ? 0.8 : 0.2;
    if (hasFinding) // a broken neck of the femur
        film.strand({{x - 0.03, 0.55}, {x, 0.59}, {x - 0.01, 0.62}, {x + 0.03, 0.66}}, Color{0, 0, 0, 0.6}, 0.013);
    return {x, 0.6};
}

namespace {

/// Body, joints and spinous process; `drop`: how far its front is crushed.
void drawLateralVertebra(Film& film, Point at, double step, double lean, double drop)
{
    film.bone({{at.x, at.y + drop},
               {at.x + 0.02, at.y + step * 0.4},
               {at.x + lean, at.y + step * 0.76},
               {at.x + 0.23 + lean, at.y + step * 0.76 - lean},
               {at.x + 0.215, at.y + step * 0.35},
               {at.x + 0.23, at.y - lean}},
              0.27);
    film.bone({{at.x + 0.24, at.y + step * 0.05},
               {at.x + 0.36, at.y + step * 0.2},
               {at.x + 0.33, at.y + step * 0.5},
               {at.x + 0.25, at.y + step * 0.36}},
              0.16);
    film.body({{at.x + 0.36, at.y + step * 0.25},
               {at.x + 0.52, at.y + step * 0.5},
               {at.x + 0.48, at.y + step * 0.85},
               {at.x + 0.34, at.y + step * 0.5}},
              ray(0.14));
}

} // namespace

Point drawSpineFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.0, -0.1}, {0.1, 0.5}, {0.0, 1.1}, {0.9, 1.1}, {0.8, 0.5}, {0.9, -0.1}}, ray(0.24));
    for (int i = 0; i < 6; ++i)
        film.oval(random.real(0.05, 0.3), random.real(0.2, 0.9), random.real(0.04, 0.1), random.real(0.03, 0.08),
                  Color{0, 0, 0, 0.2});
    const double bend = random.real(0.06, 0.14);
    const double step = random.real(0.135, 0.17);
    const auto front = [&](double y) { return 0.42 - bend * std::sin((y - 0.05) * 3); };
    const int crushed = hasFinding ? random.integer(1, 4) : -1;
    const int firstScrew = random.chance(0.3) ? random.integer(1, 3) : 9;
    Point finding{0.5, 0.5};
    int number = 0;
    for (double y = -0.06; y < 1.05; y += step, ++number) {
        const double x = front(y);
        const double lean = (front(y + step) - x) * 0.8;
        const double drop = number == crushed ? step * 0.25 : 0;
        drawLateralVertebra(film, {x, y}, step, lean, drop);
        if (number >= firstScrew && number < firstScrew + 3)
            film.metal({{x + 0.06, y + step * 0.3},
                        {x + 0.36, y + step * 0.14},
                        {x + 0.37, y + step * 0.26},
                        {x + 0.07, y + step * 0.36}});
        if (number == crushed)
            finding = {x + 0.05, y + drop};
    }
    const double top = -0.06 + step * firstScrew;
    if (firstScrew < 9)
        film.strand({{front(top) + 0.37, top},
                     {front(top + step) + 0.38, top + step},
                     {front(top + step * 2) + 0.37, top + step * 2.4}},
                    grey(0.97), 0.03);
    return finding;
}

Point drawShoulderFilm(Film& film, Random& random, bool hasFinding)
{
    film.body({{-0.1, 0.05}, {0.2, 0.08}, {0.5, 0.1}, {0.78, 0.18}, {0.92, 0.4}, {0.9, 1.1}, {-0.1, 1.1}}, ray(0.25));
    film.body({{-0.1, 0.45}, {0.16, 0.42}, {0.32, 0.6}, {0.38, 1.1}, {-0.1, 1.1}},
              Color{0.04, 0.04, 0.04, 0.7}); // lung
    for (int i = 0; i < 5; ++i)
        film.strand({{-0.05, 0.32 + 0.15 * i}, {0.18, 0.38 + 0.15 * i}, {0.32, 0.58 + 0.14 * i}}, ray(0.16), 0.05);
    film.bone({{0.5, 0.36},
               {0.56, 0.4},
               {0.56, 0.56},
               {0.46, 0.62},
               {0.36, 0.98},
               {0.28, 0.95},
               {0.26, 0.6},
               {0.22, 0.42},
               {0.36, 0.38}},
              0.14);
    film.strand({{0.26, 0.44}, {0.44, 0.32}, {0.62, 0.22}}, ray(0.25), 0.05);
    film.bone({{0.56, 0.18}, {0.68, 0.19}, {0.74, 0.28}, {0.68, 0.29}, {0.56, 0.25}}, 0.22); // acromion
    film.bone(
        {{-0.1, 0.2}, {0.2, 0.22}, {0.4, 0.16}, {0.57, 0.18}, {0.57, 0.24}, {0.4, 0.23}, {0.2, 0.29}, {-0.1, 0.27}},
        0.26);
    const double down = hasFinding ? random.real(0.05, 0.12) : 0; // out of joint
    film.bone({{0.58, 0.38 + down},
               {0.62, 0.3 + down},
               {0.72, 0.29 + down},
               {0.8, 0.38 + down},
               {0.77, 0.55 + down},
               {0.78, 1.2},
               {0.66, 1.2},
               {0.66, 0.6 + down},
               {0.58, 0.5 + down}},
              0.3);
    return {0.62, 0.36 + down};
}

} // namespace biomedica::demo
