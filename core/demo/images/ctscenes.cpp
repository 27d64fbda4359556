#include "core/demo/images/ctscenes.h"

#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

void vertebra(Scan& scan, double y)
{
    for (const double side : {-1.0, 1.0})
        scan.canvas().line(scan.at(0, y + 0.08), scan.at(side * 0.2, y + 0.14), {grey(0.85), scan.unit() * 0.05});
    scan.canvas().line(scan.at(0, y + 0.1), scan.at(0, y + 0.27), {grey(0.85), scan.unit() * 0.05});
    scan.oval(0, y, 0.14, 0.1, grey(0.95));
    scan.oval(0, y, 0.11, 0.075, grey(0.75));
    scan.oval(0, y + 0.13, 0.06, 0.05, grey(0.4));
}

void ribs(Scan& scan, double radius)
{
    for (int i = 0; i < 14; ++i) {
        const double angle = std::numbers::pi * (0.1 + 0.8 * i / 13.0) * (i % 2 == 0 ? 1 : -1) + 0.06;
        scan.oval(0.86 * std::cos(angle), radius * 1.02 * std::sin(angle), 0.05, 0.018, grey(0.9),
                  angle * 180 / std::numbers::pi + 90);
    }
}

void sulci(Scan& scan, double width)
{
    Random& random = scan.random();
    for (int i = 0; i < 54; ++i) {
        const double angle = random.real(0, 2 * std::numbers::pi);
        const double from = random.real(0.7, 0.82);
        const double bend = random.real(-0.08, 0.08);
        const auto place = [&](double share, double turn) {
            return scan.at(width * share * std::cos(angle + turn), 0.84 * share * std::sin(angle + turn));
        };
        scan.canvas().polyline(
            smoothed(std::vector<Point>{place(from, bend), place((from + 1) / 2, -bend / 2), place(1.0, 0)}),
            {grey(0.28), scan.unit() * 0.014});
    }
}

/// Petrous bones, cells full of air, eyes, cerebellum.
void drawSkullBase(Scan& scan, double width)
{
    for (const double side : {-1.0, 1.0}) {
        scan.body({{side * 0.08, 0.0},
                   {side * 0.35, 0.05},
                   {side * 0.62, 0.22},
                   {side * 0.6, 0.4},
                   {side * 0.4, 0.32},
                   {side * 0.12, 0.12}},
                  grey(0.92));
        for (int i = 0; i < 9; ++i)
            scan.oval(side * scan.random().real(0.42, 0.62), scan.random().real(0.2, 0.38), 0.022, 0.02, grey(0.06));
        scan.body({{side * 0.14, -0.45}, {side * 0.3, -0.88}, {side * 0.52, -0.7}, {side * 0.4, -0.45}}, grey(0.24));
        scan.oval(side * 0.33, -0.72, 0.13, 0.13, grey(0.42));
        scan.strand({{side * 0.14, -0.4}, {side * 0.4, -0.38}, {side * 0.6, -0.5}}, grey(0.95), 0.05);
        scan.oval(side * 0.07, -0.66, 0.06, 0.18, grey(0.04));
    }
    scan.oval(0, 0.0, 0.14, 0.1, grey(0.9));
    scan.oval(0, -0.25, 0.12, 0.12, grey(0.05));
    scan.oval(0, 0.55, width * 0.55, 0.25, grey(0.48));
}

} // namespace

std::optional<Point> drawHeadSlice(Scan& scan, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double width = random.real(0.73, 0.8) + 0.06 * level;
    scan.oval(0, 0, width + 0.07, 1.0, grey(0.3));
    scan.oval(0, 0, width + 0.02, 0.94, grey(0.98));
    scan.oval(0, 0, width - 0.055, 0.865, grey(0.2));
    scan.oval(0, 0, width - 0.075, 0.84, grey(0.46));
    if (level < 0.15) {
        drawSkullBase(scan, width);
        return std::nullopt;
    }
    sulci(scan, width - 0.1);
    scan.canvas().line(scan.at(0, -0.82), scan.at(0, 0.82), {grey(0.55), scan.unit() * 0.012});
    for (const double side : {-1.0, 1.0}) {
        scan.body({{side * 0.04, -0.28},
                   {side * 0.1, -0.34},
                   {side * 0.17, -0.25 - 0.1 * level},
                   {side * 0.12, -0.05},
                   {side * 0.14, 0.15},
                   {side * 0.26, 0.36 + 0.06 * level},
                   {side * 0.2, 0.4},
                   {side * 0.08, 0.18},
                   {side * 0.05, -0.02}},
                  grey(0.16));
        scan.oval(side * 0.19, 0.02, 0.08, 0.17, grey(0.53)); // basal ganglia
    }
    if (!hasFinding)
        return std::nullopt;
    const Point finding{random.chance(0.5) ? -0.4 : 0.4, random.real(-0.3, 0.25)};
    const bool isBlood = random.chance(0.5);
    for (int i = 0; i < 6; ++i)
        scan.oval(finding.x + random.normal(0, 0.04), finding.y + random.normal(0, 0.05), random.real(0.07, 0.13),
                  random.real(0.07, 0.15), grey(isBlood ? 0.78 : 0.33).withAlpha(0.6));
    return finding;
}

namespace {

void drawLungs(Scan& scan)
{
    Random& random = scan.random();
    for (const double side : {-1.0, 1.0}) {
        scan.body({{side * 0.12, -0.45},
                   {side * 0.45, -0.52},
                   {side * 0.75, -0.25},
                   {side * 0.8, 0.1},
                   {side * 0.6, 0.43},
                   {side * 0.3, 0.47},
                   {side * 0.17, 0.2},
                   {side * 0.16, -0.1}},
                  grey(0.07));
        for (int i = 0; i < 34; ++i) { // vessels, seen end-on or as short strands
            const double x = side * random.real(0.25, 0.68);
            const double y = random.real(-0.36, 0.34);
            const double size = random.real(0.006, 0.02);
            scan.oval(x, y, size * random.real(1, 3.5), size, grey(0.4), random.real(0, 180));
        }
    }
}

} // namespace

std::optional<Point> drawChestSlice(Scan& scan, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double flat = random.real(0.66, 0.76);
    scan.oval(0, 0, 1.0, flat, grey(0.24));
    scan.oval(0, 0, 0.92, flat - 0.07, grey(0.48));
    drawLungs(scan);
    if (level < 0.65) { // the heart, higher up the arch of the aorta and the windpipe
        const double size = 1.15 - 0.5 * level;
        scan.oval(0.1 + 0.05 * level, -0.18, 0.3 * size, 0.27 * size, grey(0.58), 25);
        scan.oval(0.02, -0.22, 0.13, 0.15, grey(0.72));
    } else {
        scan.oval(0, -0.15, 0.16, 0.26, grey(0.42));
        scan.strand({{-0.08, -0.25}, {0.04, -0.2}, {0.12, 0.02}}, grey(0.74), 0.12);
        scan.oval(-0.02, 0.02, 0.07, 0.07, grey(0.03));
    }
    scan.oval(0.12, 0.2, 0.08, 0.08, grey(0.74));
    vertebra(scan, 0.36);
    ribs(scan, flat - 0.11);
    if (!hasFinding)
        return std::nullopt;
    const Point finding{random.chance(0.5) ? -0.5 : 0.52, random.real(-0.2, 0.2)};
    for (int i = 0; i < 8; ++i)
        scan.oval(finding.x + random.normal(0, 0.03), finding.y + random.normal(0, 0.03), random.real(0.04, 0.08),
                  random.real(0.04, 0.08), grey(0.5).withAlpha(0.6));
    return finding;
}

std::optional<Point> drawAbdomenSlice(Scan& scan, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double flat = random.real(0.66, 0.8);
    scan.oval(0, 0, 1.0, flat, grey(0.22));
    scan.oval(0, 0, 0.9, flat - 0.09, grey(0.46));
    scan.oval(0, -0.02, 0.83, flat - 0.16, grey(0.24));
    scan.body({{-0.8, -0.1},
               {-0.6, -0.45},
               {-0.2, -0.55},
               {0.15 + 0.1 * level, -0.45},
               {0.02, -0.2},
               {-0.25, -0.05},
               {-0.35, 0.2},
               {-0.6, 0.35},
               {-0.76, 0.2}},
              grey(0.6)); // liver
    scan.oval(0.62, 0.12, 0.17, 0.26, grey(0.58), 20);
    scan.body({{0.15, -0.5}, {0.5, -0.45}, {0.66, -0.25}, {0.45, -0.12}, {0.2, -0.2}}, grey(0.42));
    scan.body({{0.22, -0.48}, {0.48, -0.43}, {0.55, -0.36}, {0.3, -0.35}}, grey(0.03)); // gas in the stomach
    for (const double side : {-1.0, 1.0}) {
        scan.oval(side * 0.4, 0.27, 0.13, 0.17, grey(0.72), side * 25);
        scan.oval(side * 0.35, 0.25, 0.05, 0.08, grey(0.5), side * 25);
        scan.oval(side * 0.24, 0.5, 0.15, 0.1, grey(0.47));
    }
    for (int i = 0; i < 9; ++i)
        scan.oval(random.real(-0.25, 0.5), random.real(-0.15, 0.15), random.real(0.05, 0.09), random.real(0.04, 0.07),
                  grey(random.real(0.42, 0.52)));
    vertebra(scan, 0.33);
    scan.oval(0.05, 0.15, 0.075, 0.075, grey(0.8)); // aorta
    scan.oval(-0.13, 0.14, 0.08, 0.06, grey(0.7));  // vena cava
    ribs(scan, flat - 0.14);
    if (!hasFinding)
        return std::nullopt;
    const Point finding{random.real(-0.6, -0.35), random.real(-0.25, 0.0)};
    scan.oval(finding.x, finding.y, 0.1, 0.09, grey(0.42));
    scan.oval(finding.x, finding.y, 0.06, 0.05, grey(0.34));
    return finding;
}

std::optional<Point> drawPelvisSlice(Scan& scan, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double flat = 0.68;
    scan.oval(0, 0, 1.0, flat, grey(0.22));
    scan.oval(0, 0.02, 0.86, flat - 0.12, grey(0.46));
    for (const double side : {-1.0, 1.0})
        for (int i = 0; i < 3; ++i) // fat between the muscles
            scan.strand({{side * 0.5, 0.5 - 0.1 * i}, {side * 0.7, 0.3 - 0.2 * i}}, grey(0.25), 0.02);
    scan.body({{-0.3, -0.38}, {0.3, -0.38}, {0.34, 0.1}, {0.2, 0.3}, {-0.2, 0.3}, {-0.34, 0.1}}, grey(0.25));
    for (int i = 0; i < 7; ++i)
        scan.oval(random.real(-0.28, 0.28), random.real(-0.4, -0.2), 0.08, 0.06,
                  grey(random.chance(0.25) ? 0.05 : 0.46));
    scan.oval(0, -0.1, 0.24, 0.17, grey(0.38 + 0.3 * (level > 0.6 ? 1 : 0))); // bladder
    scan.oval(0, 0.22, 0.1, 0.09, grey(0.48));
    scan.oval(0, 0.22, 0.04, 0.03, grey(0.05));
    if (level > 0.5) {
        scan.bodies({{0.3, 0.35}, {0.42, 0.3}, {0.62, -0.05}, {0.68, -0.2}, {0.6, -0.15}, {0.38, 0.2}}, grey(0.9));
        scan.body({{-0.26, 0.4}, {0.26, 0.4}, {0.16, 0.54}, {-0.16, 0.54}}, grey(0.86));
    } else {
        for (const double side : {-1.0, 1.0}) {
            scan.oval(side * 0.56, -0.02, 0.15, 0.15, grey(0.95));
            scan.oval(side * 0.56, -0.02, 0.125, 0.125, grey(0.8));
            scan.strand({{side * 0.42, -0.18}, {side * 0.38, 0.0}, {side * 0.44, 0.2}}, grey(0.93), 0.06);
            scan.oval(side * 0.78, 0.06, 0.07, 0.1, grey(0.85));
        }
        scan.oval(0, 0.44, 0.08, 0.04, grey(0.85));
    }
    if (!hasFinding)
        return std::nullopt;
    const Point finding{random.real(-0.15, 0.15), random.real(0.02, 0.12)};
    scan.body(ellipse(finding, 0.16, 0.12), grey(0.53));
    scan.oval(finding.x, finding.y, 0.06, 0.05, grey(0.36));
    return finding;
}

namespace {

/// Fat, muscle, lungs and heart.
void drawTrunk(Scan& scan)
{
    Random& random = scan.random();
    scan.body({{-0.72, -1.2},
               {-0.7, -0.4},
               {-0.66, 0.3},
               {-0.74, 0.8},
               {-0.72, 1.3},
               {0.72, 1.3},
               {0.74, 0.8},
               {0.66, 0.3},
               {0.7, -0.4},
               {0.72, -1.2}},
              grey(0.23));
    scan.body({{-0.66, -1.2}, {-0.63, 0.3}, {-0.62, 1.3}, {0.62, 1.3}, {0.63, 0.3}, {0.66, -1.2}}, grey(0.45));
    scan.body({{-0.52, 0.1}, {0.52, 0.1}, {0.5, 1.1}, {-0.5, 1.1}}, grey(0.25));
    scan.bodies({{0.1, -1.2}, {0.56, -1.1}, {0.6, -0.5}, {0.54, -0.28}, {0.34, -0.44}, {0.13, -0.3}}, grey(0.07));
    for (int i = 0; i < 26; ++i)
        scan.oval((i % 2 == 0 ? 1 : -1) * random.real(0.2, 0.5), random.real(-1, -0.45), random.real(0.01, 0.03), 0.008,
                  grey(0.4), random.real(0, 180));
    scan.oval(0.12, -0.5, 0.26, 0.26, grey(0.58));
}

void drawTrunkBones(Scan& scan, bool hasSpine)
{
    for (double y = -1.1; y < 0.9 && hasSpine; y += 0.19) {
        scan.body({{-0.1, y}, {0.1, y}, {0.11, y + 0.15}, {-0.11, y + 0.15}}, grey(0.85));
        scan.oval(0, y + 0.075, 0.07, 0.05, grey(0.72));
    }
    scan.bodies({{0.42, 0.55}, {0.62, 0.6}, {0.56, 0.95}, {0.44, 1.0}}, grey(0.86)); // hip bones
    for (int i = 0; i < 6; ++i)
        for (const double side : {-1.0, 1.0})
            scan.oval(side * 0.625, -0.95 + 0.2 * i, 0.02, 0.045, grey(0.9), side * 20);
}

} // namespace

std::optional<Point> drawCoronalSlice(Scan& scan, double level, bool hasFinding)
{
    Random& random = scan.random();
    drawTrunk(scan);
    scan.body({{-0.6, -0.2}, {-0.35, -0.42}, {0.05, -0.3}, {0.1, -0.14}, {-0.25, 0.1}, {-0.5, 0.4}, {-0.6, 0.2}},
              grey(0.6)); // liver
    scan.body({{0.2, -0.22}, {0.5, -0.3}, {0.56, -0.05}, {0.3, 0.06}, {0.16, -0.05}}, grey(0.43));
    scan.oval(0.56, 0.0, 0.08, 0.2, grey(0.58), 10);
    if (level < 0.5) { // kidneys, and muscles beside the spine
        for (const double side : {-1.0, 1.0}) {
            scan.oval(side * 0.36, 0.24, 0.12, 0.22, grey(0.74), side * -12);
            scan.oval(side * 0.31, 0.24, 0.05, 0.1, grey(0.45), side * -12);
        }
        scan.bodies({{0.06, 0.1}, {0.16, 0.15}, {0.36, 0.95}, {0.2, 1.0}}, grey(0.5));
    } else {
        for (int i = 0; i < 26; ++i) {
            const Point at{random.real(-0.45, 0.45), random.real(0.2, 0.9)};
            scan.oval(at.x, at.y, random.real(0.06, 0.12), 0.06, grey(0.48), random.real(0, 180));
            scan.oval(at.x, at.y, 0.035, 0.03, grey(random.chance(0.4) ? 0.04 : 0.6));
        }
    }
    drawTrunkBones(scan, level < 0.5);
    if (!hasFinding)
        return std::nullopt;
    const Point finding{random.real(-0.48, -0.25), random.real(-0.22, 0.0)};
    scan.body(ellipse(finding, 0.1, 0.09), grey(0.4));
    return finding;
}

} // namespace biomedica::demo
