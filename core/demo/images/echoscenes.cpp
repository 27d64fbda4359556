#include "core/demo/images/echoscenes.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr double fluid = 0.015;

/// Skin, fat with bright threads, layers of muscle: from the top of the picture down to `bottom`.
void drawLayers(Scan& scan, double bottom)
{
    Random& random = scan.random();
    const double top = -scan.canvas().height() / (2 * scan.unit());
    const auto layer = [&](double from, double to, double level) {
        scan.canvas().polygon(scan.at({{-4, from}, {0, from + random.normal(0, 0.02)}, {4, from}, {4, to}, {-4, to}}),
                              grey(level));
    };
    layer(top, bottom + 0.1, random.real(0.2, 0.4));
    layer(top, top + 0.07, 0.6);
    for (double y = top + 0.1; y < bottom; y += random.real(0.06, 0.12)) {
        const double x = random.real(-1.5, 0.8);
        scan.strand(
            {{x, y}, {x + 0.5, y + random.normal(0, 0.03)}, {x + random.real(0.8, 1.6), y + random.normal(0, 0.04)}},
            grey(random.real(0.45, 0.75)), random.real(0.008, 0.025));
    }
    scan.strand({{-4, bottom}, {-1, bottom + random.normal(0, 0.03)}, {1, bottom}, {4, bottom}}, grey(0.7), 0.02);
}

void fillWith(Scan& scan, double level)
{
    scan.canvas().fill(scan.canvas().area(), grey(level));
    for (int i = 0; i < 40; ++i) // vessels and threads of tissue
        scan.oval(scan.random().real(-1.8, 1.8), scan.random().real(-1, 1), scan.random().real(0.01, 0.05), 0.012,
                  grey(scan.random().chance(0.5) ? level * 0.3 : level * 1.5), scan.random().real(0, 180));
}

/// No two patients, and no two hands with the probe, are the same.
void vary(Scan& scan)
{
    Random& random = scan.random();
    scan.place(random.real(0.82, 1.15), random.normal(0, 7), {random.normal(0, 0.08), random.normal(0, 0.05)});
}

/// A rim that gives bright echoes where it lies across the sound.
void addRim(Scan& scan, Point at, double radiusX, double radiusY, double level)
{
    for (const double sign : {-1.0, 1.0})
        scan.strand({{at.x - radiusX * 0.5, at.y + sign * radiusY * 0.87},
                     {at.x, at.y + sign * radiusY},
                     {at.x + radiusX * 0.5, at.y + sign * radiusY * 0.87}},
                    grey(level), 0.018);
}

/// A nodule; some hold fluid or bright grains. Returns the ends of its breadth.
std::array<Point, 2> addNodule(Scan& scan, Point at, double size, double tissue)
{
    Random& random = scan.random();
    const bool isCyst = random.chance(0.35);
    const double level = isCyst ? fluid : tissue * random.real(0.35, 0.6);
    const double height = size * random.real(0.6, 1.0);
    scan.body(ellipse(at, size * 1.06, height * 1.06), grey(tissue * 1.25));
    Outline outline = ellipse(at, size, height);
    if (!isCyst && random.chance(0.5)) { // with spikes, as cancers have
        outline.clear();
        for (int i = 0; i < 14; ++i) {
            const double angle = i * 0.4488;
            const double reach = i % 2 == 0 ? 1.0 : random.real(0.65, 0.95);
            outline.push_back({at.x + size * reach * std::cos(angle), at.y + height * reach * std::sin(angle)});
        }
    }
    scan.body(outline, grey(level));
    addRim(scan, at, size, height, 0.65);
    for (int i = random.integer(0, 9); i > 0 && !isCyst; --i)
        scan.oval(at.x + random.normal(0, size * 0.35), at.y + random.normal(0, height * 0.35), 0.015, 0.01,
                  grey(0.85));
    return {Point{at.x - size, at.y}, Point{at.x + size, at.y}};
}

} // namespace

EchoMarks drawThyroid(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    fillWith(scan, 0.24);
    drawLayers(scan, -0.55);
    for (const double side : {-1.0, 1.0}) {
        scan.oval(side * 0.75, -0.42, 0.6, 0.1, grey(0.17), side * 8); // muscles of the neck
        scan.oval(side * 0.6, 0.55, 0.55, 0.22, grey(0.2), side * -12);
    }
    const double level = random.real(0.5, 0.65);
    scan.bodies({{0.1, -0.35}, {0.45, -0.5}, {0.85, -0.4}, {0.95, -0.05}, {0.7, 0.25}, {0.35, 0.2}, {0.15, 0.0}},
                grey(level));
    scan.oval(0, -0.25, 0.25, 0.1, grey(level));
    scan.oval(0, 0.02, 0.2, 0.14, grey(0.04)); // trachea: air throws everything back
    scan.strand({{-0.2, -0.06}, {0, -0.14}, {0.2, -0.06}}, grey(0.95), 0.025);
    const Point vessel{1.08, 0.12};
    for (const double side : {-1.0, 1.0}) {
        scan.oval(side * vessel.x, vessel.y, 0.17, 0.17, grey(fluid));
        addRim(scan, {side * vessel.x, vessel.y}, 0.17, 0.17, 0.7);
    }
    EchoMarks marks{{Point{0.35, -0.1}, Point{0.85, -0.1}}, vessel};
    if (hasFinding)
        marks.measured =
            addNodule(scan, {random.real(0.45, 0.65), random.real(-0.2, -0.02)}, random.real(0.13, 0.24), level);
    return marks;
}

EchoMarks drawBreast(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    const double level = random.real(0.38, 0.55);
    fillWith(scan, level);
    drawLayers(scan, random.real(-0.65, -0.4));
    for (int i = 0; i < 14; ++i)
        scan.oval(random.real(-1.6, 1.6), random.real(-0.3, 0.35), random.real(0.1, 0.3), random.real(0.03, 0.09),
                  grey(random.real(0.2, 0.65), 0.6), random.normal(0, 12));
    scan.strand({{-4, 0.55}, {0, 0.52 + random.normal(0, 0.05)}, {4, 0.57}}, grey(0.7), 0.025);
    scan.strand({{-4, 0.66}, {0, 0.62}, {4, 0.68}}, grey(0.25), 0.13);
    for (double x = random.real(-1.8, -1.2); x < 2; x += 0.9) { // ribs
        scan.oval(x, 0.8, 0.2, 0.09, grey(0.3));
        scan.strand({{x - 0.16, 0.76}, {x, 0.71}, {x + 0.16, 0.76}}, grey(0.95), 0.025);
    }
    const Point at{random.real(-0.4, 0.4), random.real(-0.15, 0.15)};
    EchoMarks marks{{Point{-0.3, 0}, Point{0.3, 0}}, {at.x + 0.2, at.y}};
    if (hasFinding)
        marks.measured = addNodule(scan, at, random.real(0.18, 0.36), level);
    return marks;
}

EchoMarks drawCarotid(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    fillWith(scan, 0.35);
    drawLayers(scan, random.real(-0.5, -0.3));
    const double slope = random.normal(0, 0.06);
    const double width = random.real(0.2, 0.3);
    const auto along = [&](double dy) {
        return Outline{{-4, 0.1 + dy - 4 * slope},
                       {-0.6, 0.1 + dy - 0.6 * slope},
                       {0.6, 0.1 + dy + 0.6 * slope},
                       {4, 0.1 + dy + 4 * slope}};
    };
    scan.strand(along(0), grey(fluid), 2 * width);
    for (const double side : {-1.0, 1.0}) { // intima and media: two lines
        scan.strand(along(side * (width + 0.02)), grey(0.55), 0.018);
        scan.strand(along(side * (width + 0.075)), grey(0.79), 0.035);
    }
    const double x = random.real(-0.5, 0.5);
    const double floor = 0.1 + x * slope + width;
    if (hasFinding)
        scan.body({{x - 0.4, floor},
                   {x - 0.2, floor - 0.1},
                   {x + 0.05, floor - 0.2},
                   {x + 0.25, floor - 0.1},
                   {x + 0.45, floor},
                   {x, floor + 0.04}},
                  grey(0.5));
    return {{Point{x, floor - 2 * width}, Point{x, floor}}, {0, 0.1}};
}

EchoMarks drawGallbladder(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    const double liver = random.real(0.36, 0.48);
    fillWith(scan, liver);
    drawLayers(scan, -0.82);
    vary(scan);
    for (int i = 0; i < 7; ++i) {
        const Point at{random.real(-0.9, 0.9), random.real(-0.6, 0.5)};
        const double turn = random.real(-70, 70);
        scan.oval(at.x, at.y, random.real(0.06, 0.16), 0.03, grey(0.62), turn);
        scan.oval(at.x, at.y, 0.11, 0.016, grey(fluid), turn);
    }
    const Point at{random.real(-0.2, 0.25), random.real(-0.15, 0.1)};
    const double length = random.real(0.3, 0.5);
    scan.oval(at.x, at.y, length + 0.03, 0.22, grey(0.62), 25);
    scan.oval(at.x, at.y, length, 0.19, grey(fluid), 25);
    const Point floor{at.x + 0.03, at.y + 0.16};
    for (int i = hasFinding ? random.integer(1, 4) : 0; i > 0; --i) {
        const double x = floor.x + random.normal(0, 0.12);
        scan.oval(x, floor.y + (x - floor.x) * 0.45 - 0.03, 0.06, 0.045, grey(0.96));
    }
    scan.strand({{-1.4, 0.62}, {-0.5, 0.86}, {0.4, 0.8}, {1.2, 0.5}}, grey(0.79), 0.03); // diaphragm
    scan.canvas().polygon(scan.at({{-1.4, 0.65}, {-0.5, 0.89}, {0.4, 0.83}, {1.2, 0.53}, {2, 2}, {-2, 2}}), grey(0.2));
    return {{Point{at.x - length * 0.85, at.y - length * 0.4}, Point{at.x + length * 0.85, at.y + length * 0.4}},
            {at.x - 0.4, at.y - 0.2}};
}

EchoMarks drawKidney(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    fillWith(scan, random.real(0.35, 0.45));
    drawLayers(scan, -0.75);
    vary(scan);
    const Point at{random.real(-0.15, 0.15), random.real(-0.05, 0.15)};
    const double turn = random.real(-20, 20);
    scan.oval(at.x, at.y, 0.62, 0.31, grey(0.66), turn);
    scan.oval(at.x, at.y, 0.6, 0.29, grey(0.27), turn);
    for (int i = 0; i < 8; ++i) { // pyramids
        const double angle = i * 0.785;
        scan.oval(at.x + 0.44 * std::cos(angle), at.y + 0.2 * std::sin(angle), 0.07, 0.05, grey(0.15), turn);
    }
    for (int i = 0; i < 12; ++i)
        scan.oval(at.x + random.normal(0, 0.16), at.y + random.normal(0, 0.05), 0.12, 0.05, grey(0.68), turn);
    if (hasFinding) { // the pelvis is full
        scan.oval(at.x, at.y, 0.3, 0.11, grey(fluid), turn);
        for (int i = -1; i <= 1; ++i)
            scan.oval(at.x + 0.24 * i, at.y - 0.09, 0.08, 0.09, grey(fluid));
    }
    const double slope = std::tan(turn * 0.01745) * 0.58;
    return {{Point{at.x - 0.58, at.y - slope}, Point{at.x + 0.58, at.y + slope}}, at};
}

EchoMarks drawEmbryo(Scan& scan, bool /*hasFinding*/)
{
    Random& random = scan.random();
    fillWith(scan, random.real(0.4, 0.5));
    drawLayers(scan, -0.8);
    vary(scan);
    const double size = random.real(0.32, 0.55);
    scan.body(ellipse({0, 0}, size * 1.55, size * 1.15), grey(0.62));
    scan.body(ellipse({0, 0}, size * 1.35, size * 0.92), grey(fluid));
    const double x = random.real(-0.15, 0.05);
    const double y = size * 0.45;
    scan.oval(x, y, size * 0.45, size * 0.24, grey(0.6), -8);
    scan.oval(x + size * 0.58, y - size * 0.18, size * 0.27, size * 0.25, grey(0.66));
    scan.oval(x + size * 0.6, y - size * 0.18, size * 0.14, size * 0.12, grey(0.3));
    for (const double side : {-0.25, 0.2})
        scan.strand({{x + side * size, y - size * 0.15}, {x + (side + 0.05) * size, y - size * 0.45}}, grey(0.6), 0.05);
    if (random.chance(0.6))
        scan.canvas().outline(
            ellipse(scan.at(-size * 0.7, -size * 0.3), size * 0.16 * scan.unit(), size * 0.16 * scan.unit()),
            {grey(0.7), scan.unit() * 0.02});
    return {{Point{x - size * 0.45, y + size * 0.06}, Point{x + size * 0.84, y - size * 0.2}}, {x - size * 0.1, y}};
}

EchoMarks drawFetalHead(Scan& scan, bool /*hasFinding*/)
{
    Random& random = scan.random();
    fillWith(scan, 0.36);
    drawLayers(scan, -0.78);
    vary(scan);
    for (int i = 0; i < 3; ++i)
        scan.oval(random.real(-0.8, 0.8), random.real(-0.6, 0.7), random.real(0.2, 0.5), 0.14, grey(fluid),
                  random.real(-40, 40));
    const double size = random.real(0.5, 0.66);
    const double turn = random.real(-25, 25);
    scan.oval(0, 0.05, size * 1.08, size * 0.86, grey(0.3), turn);
    scan.oval(0, 0.05, size, size * 0.78, grey(0.2), turn);
    const auto rim = ellipse(scan.at(0, 0.05), size * scan.unit(), size * 0.78 * scan.unit(), turn);
    scan.canvas().outline(rim, {grey(0.79), scan.unit() * 0.045});
    const double slope = std::tan(turn * 0.01745);
    scan.strand({{-size * 0.85, 0.05 - size * 0.85 * slope}, {size * 0.85, 0.05 + size * 0.85 * slope}}, grey(0.6),
                0.02);
    for (const double side : {-1.0, 1.0}) {
        scan.oval(0.02, 0.05 + side * 0.1, 0.11, 0.06, grey(0.1), turn);
        scan.oval(-0.2, 0.05 + side * 0.2, 0.12, 0.05, grey(0.55), turn);
    }
    return {{Point{0.02, 0.05 - size * 0.78}, Point{-0.02, 0.05 + size * 0.78}}, {0.05, 0.1}};
}

EchoMarks drawFourChambers(Scan& scan, bool hasFinding)
{
    Random& random = scan.random();
    fillWith(scan, random.real(0.13, 0.25));
    vary(scan);
    const double wall = random.real(0.36, 0.5);
    const double large = random.real(0.9, 1.15) * (hasFinding ? 1.15 : 1);
    scan.body({{0.0, -0.72},
               {0.3 * large, -0.5},
               {0.46 * large, 0.0},
               {0.42, 0.5},
               {0.4, 0.85},
               {0.0, 0.92},
               {-0.4, 0.85},
               {-0.42, 0.45},
               {-0.44, 0.0},
               {-0.28, -0.45}},
              grey(wall));
    scan.body({{0.08, -0.58}, {0.24 * large, -0.4}, {0.35 * large, 0.0}, {0.3, 0.22}, {0.08, 0.22}, {0.04, -0.2}},
              grey(fluid));
    scan.body({{-0.08, -0.45}, {-0.04, -0.1}, {-0.06, 0.22}, {-0.3, 0.22}, {-0.34, 0.0}, {-0.24, -0.32}}, grey(fluid));
    scan.bodies({{0.06, 0.3}, {0.3, 0.3}, {0.32, 0.6}, {0.2, 0.8}, {0.07, 0.76}}, grey(fluid));
    for (const double side : {-1.0, 1.0}) { // the valves' leaves
        scan.strand({{side * 0.33, 0.25}, {side * 0.24, 0.15}, {side * 0.19, 0.2}}, grey(0.7), 0.025);
        scan.strand({{side * 0.06, 0.25}, {side * 0.14, 0.14}, {side * 0.17, 0.19}}, grey(0.7), 0.025);
    }
    scan.strand({{0.36 * large, -0.35}, {0.47 * large, 0.0}, {0.44, 0.45}, {0.38, 0.85}}, grey(0.75),
                0.03); // pericardium
    scan.strand({{0.4, 0.86}, {0.0, 0.95}, {-0.4, 0.86}}, grey(0.75), 0.03);
    return {{Point{0.08, 0.0}, Point{0.33 * large, 0.0}}, {0.18, 0.12}};
}

} // namespace biomedica::demo
