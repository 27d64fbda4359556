#include "core/demo/images/mrscenes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr double dark = 0.03; ///< compact bone, ligaments, air

/// Marrow within a rim of compact bone.
void bone(Scan& scan, const Outline& points, double marrow)
{
    const auto outline = smoothed(scan.at(points), true);
    scan.canvas().polygon(outline, grey(marrow));
    scan.canvas().outline(outline, {grey(dark), scan.unit() * 0.025});
}

/// The spine's curve: how far in front a vertebra stands.
double curveAt(double y, double bend)
{
    return bend * std::sin((y + 0.3) * 1.9);
}

/// A vertebral body and the disc below it; discs lose their water with age.
void drawVertebra(Scan& scan, const Tissue& tissue, double y, double step, double bend, double bulge)
{
    Random& random = scan.random();
    const double lean = (curveAt(y + step, bend) - curveAt(y, bend)) * 0.6;
    const double front = curveAt(y, bend) - 0.2;
    const double back = front + 0.33;
    bone(scan,
         {{front, y + lean * 0.3},
          {front + 0.02, y + step * 0.36},
          {front + lean, y + step * 0.72},
          {back + lean, y + step * 0.72 - lean},
          {back - 0.01, y + step * 0.36},
          {back, y - lean * 0.6}},
         tissue.marrow * random.real(0.93, 1.07));
    const double disc = y + step * 0.86;
    scan.oval(front + 0.165 + lean, disc, 0.17 + bulge * 0.4, step * 0.11, grey(dark + 0.05));
    scan.oval(front + 0.165 + lean, disc, 0.12, step * 0.07,
              grey(tissue.disc * (bulge > 0 ? 0.5 : random.real(0.7, 1.1))));
    scan.strand({{back + 0.3, y + 0.02}, {back + 0.55, y + step * 0.5}}, grey(tissue.marrow * 0.9), step * 0.33);
}

} // namespace

std::optional<Point> drawSagittalSpine(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double bend = random.real(0.05, 0.16) * (random.chance(0.5) ? 1 : -1);
    const double step = random.real(0.27, 0.4);
    const double tallest = scan.canvas().height() / (2 * scan.unit());
    const int bulging = random.integer(2, 4);
    scan.canvas().fill(scan.canvas().area(), grey(tissue.muscle * random.real(0.5, 1.0)));
    const double skin = random.real(0.72, 0.9);
    scan.canvas().polygon(scan.at({{0.5, -3}, {skin, -3}, {skin - bend, 3}, {0.45, 3}}), grey(tissue.fat));
    scan.canvas().polygon(scan.at({{skin, -3}, {3, -3}, {3, 3}, {skin - bend, 3}}), grey(dark));
    for (int i = 0; i < 9; ++i) // bowels and vessels in front
        scan.oval(random.real(-1, -0.5), random.real(-tallest, tallest), random.real(0.08, 0.22),
                  random.real(0.08, 0.3), grey(random.chance(0.3) ? dark : tissue.fat * random.real(0.4, 0.9)));
    Outline canal;
    for (double y = -tallest - 0.2; y < tallest + 0.3; y += 0.2)
        canal.push_back({curveAt(y, bend) + 0.22, y});
    scan.strand(canal, grey(tissue.fat * 0.8), 0.3);
    scan.strand(canal, grey(tissue.fluid), 0.19);
    const auto end = static_cast<std::ptrdiff_t>(static_cast<double>(canal.size()) * random.real(0.45, 1.0));
    scan.strand(Outline(canal.begin(), canal.begin() + end), grey(tissue.white), 0.08 * (1 - std::abs(level - 0.5)));
    scan.strand(canal, grey(tissue.white, 0.35), 0.05); // nerve roots
    std::optional<Point> finding;
    int number = 0;
    for (double y = -tallest - step / 2; y < tallest; y += step, ++number) {
        const bool isBulging = hasFinding && number == bulging;
        drawVertebra(scan, tissue, y, step, bend, isBulging ? 0.1 : 0);
        if (isBulging)
            finding = Point{curveAt(y, bend) + 0.16, y + step * 0.86};
    }
    return finding;
}

namespace {

void drawKneeFlesh(Scan& scan, const Tissue& tissue)
{
    scan.body({{-0.62, -1.3},
               {-0.68, -0.4},
               {-0.74, 0.0},
               {-0.6, 0.4},
               {-0.6, 1.3},
               {0.75, 1.3},
               {0.8, 0.4},
               {0.7, 0.0},
               {0.8, -0.5},
               {0.8, -1.3}},
              grey(tissue.fat));
    scan.body({{-0.1, -1.3}, {0.35, -0.9}, {0.6, -0.2}, {0.72, -0.7}, {0.7, -1.4}}, grey(tissue.muscle));
    scan.body({{0.35, 0.35}, {0.6, 0.2}, {0.72, 0.6}, {0.68, 1.4}, {0.3, 1.4}}, grey(tissue.muscle));
    scan.body({{-0.5, -1.4}, {-0.28, -1.4}, {-0.3, -0.6}, {-0.48, -0.4}}, grey(tissue.muscle));
}

/// Femur, tibia and patella with their cartilage and tendons.
void drawKneeBones(Scan& scan, const Tissue& tissue)
{
    bone(scan,
         {{-0.3, -1.4},
          {-0.28, -0.7},
          {-0.42, -0.32},
          {-0.36, -0.06},
          {-0.05, 0.05},
          {0.28, 0.0},
          {0.4, -0.25},
          {0.3, -0.5},
          {0.08, -0.7},
          {0.06, -1.4}},
         tissue.marrow);
    scan.strand({{-0.4, -0.2}, {-0.3, 0.0}, {-0.03, 0.08}, {0.28, 0.03}, {0.42, -0.2}}, grey(tissue.disc), 0.05);
    bone(scan,
         {{-0.4, 0.2},
          {-0.1, 0.16},
          {0.36, 0.18},
          {0.4, 0.3},
          {0.22, 0.6},
          {0.2, 1.4},
          {-0.26, 1.4},
          {-0.3, 0.65},
          {-0.42, 0.4}},
         tissue.marrow);
    scan.strand({{-0.36, 0.14}, {0.0, 0.13}, {0.34, 0.15}}, grey(tissue.disc), 0.04);
    bone(scan, {{-0.62, -0.42}, {-0.46, -0.4}, {-0.46, -0.1}, {-0.58, -0.04}, {-0.66, -0.25}}, tissue.marrow);
    scan.strand({{-0.6, -1.3}, {-0.62, -0.42}}, grey(dark), 0.05);
    scan.strand({{-0.62, -0.06}, {-0.5, 0.25}, {-0.4, 0.5}}, grey(dark), 0.05);
}

} // namespace

std::optional<Point> drawSagittalKnee(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    const bool isMiddle = std::abs(level - 0.5) < 0.25; // the cruciate ligaments, otherwise the menisci
    drawKneeFlesh(scan, tissue);
    const double swelling = hasFinding ? random.real(0.5, 1.0) : 0;
    scan.oval(-0.44, -0.5, 0.05 + 0.06 * swelling, 0.3, grey(tissue.fluid), 10);
    drawKneeBones(scan, tissue);
    if (isMiddle) {
        scan.strand({{0.18, -0.2}, {-0.05, 0.08}, {-0.16, 0.2}}, grey(dark + 0.1 * swelling), 0.07);
        scan.strand({{-0.02, -0.1}, {0.2, 0.0}, {0.32, 0.24}}, grey(dark), 0.07);
    } else {
        scan.canvas().polygon(scan.at({{-0.38, 0.02}, {-0.38, 0.17}, {-0.16, 0.12}}), grey(dark));
        scan.canvas().polygon(scan.at({{0.38, 0.0}, {0.38, 0.17}, {0.14, 0.12}}), grey(dark));
        if (hasFinding)
            scan.strand({{0.37, 0.13}, {0.22, 0.09}}, grey(tissue.fluid), 0.025);
    }
    for (int i = 0; i < 4 && hasFinding; ++i) // bruised marrow
        scan.oval(random.normal(-0.1, 0.08), random.normal(0.32, 0.05), 0.12, 0.08, grey(tissue.lesion, 0.3));
    return hasFinding ? std::optional(Point{-0.1, 0.3}) : std::nullopt;
}

std::optional<Point> drawShortAxisHeart(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    scan.oval(0, 0, 1.25, 0.98, grey(tissue.fat));
    scan.oval(0, 0, 1.17, 0.9, grey(tissue.muscle));
    scan.bodies({{0.15, -0.7}, {0.7, -0.62}, {1.08, -0.1}, {1.0, 0.4}, {0.5, 0.72}, {0.2, 0.5}}, grey(dark + 0.02));
    scan.body({{-1.05, 0.25}, {-0.4, 0.2}, {0.1, 0.35}, {0.1, 0.75}, {-0.5, 0.82}, {-1.0, 0.6}}, grey(tissue.cortex));
    scan.oval(0.02, 0.72, 0.16, 0.12, grey(tissue.marrow)); // vertebra
    scan.oval(0.2, 0.55, 0.09, 0.09, grey(tissue.blood));
    const double size = (0.42 - 0.16 * std::abs(level - 0.35)) * random.real(0.9, 1.15);
    const Point heart{0.18, -0.14};
    const double wall = size * random.real(0.28, 0.42);
    scan.oval(heart.x - size * 0.35, heart.y, size * 1.6, size * 1.2, grey(tissue.fat * 0.6), -15);
    Outline right = {{-0.3, -1.0}, {-1.2, -0.85}, {-1.75, 0.15}, {-1.3, 0.85}, {-0.5, 0.9}};
    for (Point& point : right)
        point = {heart.x + point.x * size, heart.y + point.y * size};
    const auto rightRim = smoothed(scan.at(right), true);
    scan.canvas().polygon(rightRim, grey(tissue.blood * 0.95));
    scan.canvas().outline(rightRim, {grey(tissue.muscle), scan.unit() * 0.03});
    scan.body(ellipse(heart, size, size), grey(tissue.muscle));
    scan.body(ellipse(heart, size - wall, size - wall), grey(tissue.blood));
    for (const double degrees : {40.0, 140.0}) { // papillary muscles
        const double angle = degrees * std::numbers::pi / 180;
        scan.oval(heart.x + (size - wall) * 0.6 * std::cos(angle), heart.y + (size - wall) * 0.6 * std::sin(angle),
                  0.05, 0.045, grey(tissue.muscle));
    }
    const double angle = random.real(-0.5, 1.2);
    const Point scar{heart.x + (size - wall * 0.6) * std::cos(angle), heart.y + (size - wall * 0.6) * std::sin(angle)};
    if (hasFinding)
        scan.oval(scar.x, scar.y, wall * 0.4, size * 0.4, grey(std::min(1.0, tissue.lesion)),
                  angle * 180 / std::numbers::pi);
    return hasFinding ? std::optional(scar) : std::nullopt;
}

} // namespace biomedica::demo
