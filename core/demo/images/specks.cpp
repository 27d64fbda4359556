#include "core/demo/images/specks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

// Of the empty ground; what is brighter than it has room above.
constexpr double groundLevel = 0.62;

/// The ground darkened or brightened by this share.
Color tone(double shade, bool isDark)
{
    return (isDark ? black : white).withAlpha(std::clamp(isDark ? shade : shade * 0.9, 0.0, 1.0));
}

double anyAngle(Random& random)
{
    return random.real(0, 360);
}

Point beside(Point at, double degrees, double along, double across = 0)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {at.x + along * std::cos(angle) - across * std::sin(angle),
            at.y + along * std::sin(angle) + across * std::cos(angle)};
}

/// A body with a rim of the opposite tone: what refracts light has both.
void drawBody(Canvas& canvas, Point at, double radiusX, double radiusY, double degrees, double shade, bool isDark)
{
    const auto rim = ellipse(at, radiusX, radiusY, degrees);
    canvas.outline(ellipse(at, radiusX * 1.12 + 0.6, radiusY * 1.12 + 0.6, degrees),
                   {tone(shade * 0.4, !isDark), std::max(0.8, radiusY * 0.22)});
    canvas.polygon(rim, tone(shade * 0.55, isDark));
    canvas.outline(rim, {tone(shade, isDark), std::max(0.7, radiusY * 0.25)});
}

void drawSperm(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double wave = size * random.real(0.1, 0.5);
    const double phase = random.real(0, 6);
    std::vector<Point> tail;
    for (int i = 0; i <= 14; ++i) {
        const double t = i / 14.0;
        tail.push_back(beside(at, heading, -size * (0.6 + 5.5 * t), wave * t * std::sin(phase + 8 * t)));
    }
    canvas.polyline(smoothed(tail), {tone(shade * 0.5, isDark), std::max(0.6, size * 0.12)});
    drawBody(canvas, at, size * 0.75, size * 0.45, heading, shade, isDark);
}

void drawRod(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double half = size * random.real(0.5, 1.3);
    const double bend = size * random.normal(0, 0.12);
    for (int i = random.chance(0.2) ? random.integer(2, 4) : 1; i > 0; --i) {
        const std::vector<Point> rod = {beside(at, heading, -half), beside(at, heading, 0, bend),
                                        beside(at, heading, half)};
        canvas.polyline(smoothed(rod), {tone(shade * 0.3, !isDark), size * 0.75});
        canvas.polyline(smoothed(rod), {tone(shade, isDark), size * 0.42});
        at = beside(at, heading, 2.3 * half); // a chain
    }
}

void drawCocci(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    for (int i = random.integer(1, 9); i > 0; --i) {
        const Point each{at.x + random.normal(0, size * 0.7), at.y + random.normal(0, size * 0.7)};
        canvas.disc(each, size * 0.36, tone(shade, isDark));
    }
}

void drawYeast(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    drawBody(canvas, at, size * random.real(0.55, 0.8), size * 0.5, heading, shade, isDark);
    canvas.disc(beside(at, heading, size * 0.15), size * 0.17, tone(shade * 0.7, !isDark)); // vacuole
    if (random.chance(0.5)) {
        const double bud = size * random.real(0.2, 0.4);
        drawBody(canvas, beside(at, heading + random.real(-40, 40), size * 0.6 + bud), bud, bud, 0, shade, isDark);
    }
}

void drawAlga(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const Color green = between(rgb(0x3f6b2a), rgb(0x8a9a3a), random.unit());
    const double wide = size * random.real(0.4, 0.55);
    drawBody(canvas, at, size * random.real(0.5, 0.7), wide, heading, shade, isDark);
    canvas.disc(beside(at, heading, -size * 0.08), wide * 0.78, green.withAlpha(std::min(1.0, shade * 0.9)));
    canvas.disc(beside(at, heading, size * 0.12), wide * 0.25, tone(shade * 0.6, true)); // pyrenoid
    for (const double side : {-1.0, 1.0})                                                // flagella
        canvas.polyline(smoothed(std::vector<Point>{beside(at, heading, size * 0.5),
                                                    beside(at, heading, size * 0.95, side * size * 0.4),
                                                    beside(at, heading, size * 1.25, side * size * 0.2)}),
                        {tone(shade * 0.35, isDark), 0.7});
}

void drawDiatom(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double half = size * random.real(0.9, 1.6);
    const double wide = size * random.real(0.18, 0.32);
    drawBody(canvas, at, half, wide, heading, shade, isDark);
    canvas.polygon(ellipse(at, half * 0.55, wide * 0.6, heading), rgb(0x8a6a20).withAlpha(shade * 0.7));
    for (double along = -0.8; along < 0.85; along += 0.16)
        canvas.line(beside(at, heading, half * along, -wide * 0.7), beside(at, heading, half * along, wide * 0.7),
                    {tone(shade * 0.4, isDark), 0.6});
}

void drawNeedle(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double first = anyAngle(random);
    for (int i = random.chance(0.4) ? random.integer(4, 12) : 1; i > 0; --i) { // a sheaf or a single one
        const double heading = first + random.normal(0, 14);
        const double half = size * random.real(0.7, 2);
        canvas.line(beside(at, heading, -half), beside(at, heading, half), {tone(shade * 0.5, !isDark), size * 0.24});
        canvas.line(beside(at, heading, -half, size * 0.05), beside(at, heading, half, size * 0.05),
                    {tone(shade, isDark), std::max(0.7, size * 0.09)});
    }
}

/// Plates with straight edges, some with the cross of an envelope.
void drawPlate(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double half = size * random.real(0.4, 0.9);
    const double wide = half * random.real(0.5, 1);
    const double slant = half * random.real(-0.4, 0.4);
    const std::vector<Point> corners = {beside(at, heading, -half, -wide), beside(at, heading, half, -wide),
                                        beside(at, heading, half + slant, wide),
                                        beside(at, heading, -half + slant, wide)};
    canvas.polygon(corners, tone(shade * 0.25, random.chance(0.5)));
    canvas.outline(corners, {tone(shade, isDark), std::max(0.8, size * 0.07)});
    if (random.chance(0.4)) {
        canvas.line(corners[0], corners[2], {tone(shade * 0.7, !isDark), 1});
        canvas.line(corners[1], corners[3], {tone(shade * 0.7, !isDark), 1});
    }
}

/// Beads, droplets, spores: a ring with a bright middle.
void drawBead(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double radius = size * std::exp(random.normal(0, 0.3)) * 0.5;
    canvas.circle(at, radius * 1.25, {tone(shade * 0.35, !isDark), radius * 0.3});
    canvas.disc(at, radius, tone(shade * 0.45, !isDark));
    canvas.circle(at, radius, {tone(shade, isDark), std::max(0.8, radius * 0.32)});
}

/// Red cells: pale discs, a dent in the middle, some on edge.
void drawRedCell(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double flat = random.chance(0.2) ? random.real(0.3, 0.6) : random.real(0.88, 1);
    canvas.polygon(ellipse(at, size * 0.5, size * 0.5 * flat, heading), tone(shade * 0.35, isDark));
    canvas.outline(ellipse(at, size * 0.5, size * 0.5 * flat, heading),
                   {tone(shade * 0.9, isDark), std::max(0.8, size * 0.07)});
    canvas.polygon(ellipse(at, size * 0.22, size * 0.22 * flat, heading), tone(shade * 0.4, !isDark));
}

void drawWorm(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    const double heading = anyAngle(random);
    const double wave = size * random.real(0.4, 1.1);
    const double phase = random.real(0, 6);
    std::vector<Point> line;
    for (int i = 0; i <= 12; ++i)
        line.push_back(beside(at, heading, size * (i / 2.4 - 2.5), wave * std::sin(phase + i * 0.55)));
    const auto body = smoothed(line);
    canvas.polyline(body, {tone(shade, isDark), size * 0.34});
    canvas.polyline(body, {tone(shade * 0.5, !isDark), size * 0.2});
    for (std::size_t i = 2; i + 2 < body.size(); i += 2) // gut granules
        canvas.disc({body[i].x + random.normal(0, size * 0.05), body[i].y + random.normal(0, size * 0.05)}, size * 0.05,
                    tone(shade * 0.7, isDark));
}

/// A ball of cells, rough at its edge and darker in the middle.
void drawSpheroid(Canvas& canvas, Random& random, Point at, double size, double shade, bool /*isDark*/)
{
    const double radius = size * 0.5;
    canvas.disc(at, radius, tone(shade * 0.35, true));
    for (int i = 0; i < 170; ++i) {
        const double away = radius * 1.05 * std::sqrt(random.unit());
        const Point cell = beside(at, anyAngle(random), away);
        canvas.disc(cell, radius * random.real(0.04, 0.13), tone(shade * random.real(0.03, 0.16), random.chance(0.75)));
    }
    canvas.disc(at, radius * 0.55, tone(shade * random.real(0.1, 0.5), true));
}

/// A clear shell, and within it a grained egg or the cells that it has divided into.
void drawEgg(Canvas& canvas, Random& random, Point at, double size, double shade, bool /*isDark*/)
{
    const double radius = size * 0.38;
    canvas.circle(at, radius * 1.28, {tone(shade * 0.35, false), radius * 0.16});
    canvas.circle(at, radius * 1.38, {tone(shade * 0.7, true), std::max(1.0, radius * 0.03)});
    canvas.circle(at, radius * 1.18, {tone(shade * 0.5, true), std::max(1.0, radius * 0.03)});
    const int cells = 1 << random.integer(0, 3);
    const double each = cells == 1 ? radius : radius * 1.15 / std::sqrt(cells);
    const double turned = anyAngle(random);
    for (int i = 0; i < cells; ++i) {
        const Point middle = cells == 1 ? at : beside(at, turned + 360.0 * i / cells, radius - each * 0.95);
        canvas.disc(middle, each, tone(shade * 0.22, true));
        canvas.circle(middle, each, {tone(shade * 0.75, true), std::max(1.0, radius * 0.04)});
        for (int grain = 240 / cells; grain > 0; --grain)
            canvas.disc(beside(middle, anyAngle(random), each * 0.92 * std::sqrt(random.unit())),
                        radius * random.real(0.01, 0.045), tone(shade * 0.35, random.chance(0.7)));
    }
}

/// Too small for a shape.
void drawDot(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark)
{
    canvas.disc(at, size * random.real(0.25, 0.5), tone(shade * random.real(0.7, 1), isDark));
}

// clang-format off
constexpr std::array<Speck, 14> specks = {{
    {"spermatozoa", "in diluted semen", 3, 11, true, drawSperm},
    {"rod-shaped bacteria", "in liquid culture", 4, 14, true, drawRod},
    {"cocci", "in liquid culture", 4, 12, false, drawCocci},
    {"yeast cells", "in suspension", 12, 40, false, drawYeast},
    {"flagellated microalgae", "from a photobioreactor", 7, 36, true, drawAlga},
    {"diatoms", "from a river biofilm", 14, 45, false, drawDiatom},
    {"needle-shaped crystals", "in synovial fluid", 8, 40, false, drawNeedle},
    {"crystals", "in urinary sediment", 12, 50, false, drawPlate},
    {"microspheres", "loaded with {drug}", 8, 44, false, drawBead},
    {"erythrocytes", "in suspension", 16, 44, false, drawRedCell},
    {"larvae", "after exposure to {drug}", 12, 34, true, drawWorm},
    {"spheroids", "grown from {cells} cells", 50, 260, false, drawSpheroid},
    {"oocytes and embryos", "of {animal}", 60, 300, false, drawEgg},
    {"particles", "in cell culture supernatant", 2, 7, true, drawDot},
}};
// clang-format on

/// A blurred disc with a ring, as lenses make of what lies above or below the plane.
void drawOutOfFocus(Canvas& canvas, Random& random, Point at, double size, double shade)
{
    const double radius = size * random.real(0.6, 1.4);
    const bool isDark = random.chance(0.5);
    canvas.disc(at, radius, tone(shade * 0.12, isDark));
    canvas.circle(at, radius, {tone(shade * 0.2, !isDark), radius * 0.3});
}

} // namespace

std::span<const Speck> allSpecks()
{
    return specks;
}

Light suspension(Random& random, int width, int height, const Speck& speck, double size, double shade)
{
    Canvas canvas(width, height, {groundLevel, groundLevel, groundLevel});
    const bool isDark = random.chance(0.7);
    const double crowd = std::exp(random.real(std::log(0.004), std::log(0.16))); // share of the area
    const int count = std::clamp(static_cast<int>(crowd * width * height / (size * size)), size > 45 ? 1 : 5, 700);
    const double blurred = random.chance(0.5) ? random.real(0.05, 0.4) : 0;
    for (int i = 0; i < count; ++i) {
        const double inset = i == 0 ? 0.3 : 0; // one at least is well in the picture
        const Point at{random.real(inset, 1 - inset) * width, random.real(inset, 1 - inset) * height};
        if (i > 0 && random.chance(blurred))
            drawOutOfFocus(canvas, random, at, size, shade);
        else
            speck.draw(canvas, random, at, size * random.real(0.8, 1.2), shade * random.real(0.6, 1), isDark);
    }
    Light light = throughColors(canvas);
    for (Plane& plane : light)
        for (float& value : plane.values)
            value /= static_cast<float>(groundLevel);
    return light;
}

} // namespace biomedica::demo
