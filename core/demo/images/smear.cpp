#include "core/demo/images/smear.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr double turn = 2 * std::numbers::pi;

Point around(Point center, double angle, double away)
{
    return {center.x + away * std::cos(angle), center.y + away * std::sin(angle)};
}

Point anywhere(const Canvas& canvas, Random& random)
{
    return {random.real(0, canvas.width()), random.real(0, canvas.height())};
}

/// How many things of this radius cover that share of the picture.
int countFor(const Canvas& canvas, double radius, double share)
{
    return std::clamp(static_cast<int>(share * canvas.width() * canvas.height() / (3 * radius * radius)), 3, 900);
}

/// An outline of `corners` corners at about this radius, between straight and round.
std::vector<Point> bodyOf(Random& random, Point center, double radius, int corners, double unevenness)
{
    std::vector<Point> points;
    const double from = random.real(0, turn);
    for (int i = 0; i < corners; ++i)
        points.push_back(around(center, from + turn * (i + random.real(-0.2, 0.2)) / corners,
                                radius * random.real(1 - unevenness, 1 + unevenness)));
    return points;
}

/// The corners cut off, twice.
std::vector<Point> rounded(std::vector<Point> corners)
{
    for (int pass = 0; pass < 2; ++pass) {
        std::vector<Point> cut;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Point& from = corners[i];
            const Point& to = corners[(i + 1) % corners.size()];
            for (const double share : {0.2, 0.8})
                cut.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
        corners = std::move(cut);
    }
    return corners;
}

/// Dust, granulocytes and torn nuclei between the cells.
void addDebris(Canvas& canvas, Random& random, double radius, Color color)
{
    for (int i = random.integer(0, 140); i > 0; --i) {
        const Point at = anywhere(canvas, random);
        canvas.disc(at, radius * std::exp(random.normal(-3.3, 0.5)), color.withAlpha(random.real(0.15, 0.7)));
    }
}

/// Flat polygons, translucent, folded here and there, a small dark nucleus in each.
void drawSquames(Canvas& canvas, Random& random, double radius, std::span<const Color> bodies, Color nucleus)
{
    for (int i = countFor(canvas, radius, random.real(0.12, 1.1)); i > 0; --i) {
        const Point at = anywhere(canvas, random);
        const double size = radius * random.real(0.7, 1.2);
        const auto edge = rounded(bodyOf(random, at, size, random.integer(5, 9), 0.2));
        const Color body = random.pick(bodies);
        canvas.polygon(edge, body.withAlpha(random.real(0.25, 0.6)));
        canvas.outline(edge, {between(body, black, 0.25).withAlpha(random.real(0.2, 0.6)), std::max(0.7, size * 0.03)});
        if (random.chance(0.3)) // a fold
            canvas.line(edge[1], edge[edge.size() / 2],
                        {between(body, black, 0.3).withAlpha(0.4), std::max(0.8, size * 0.05)});
        for (int grain = random.integer(0, 12); grain > 0; --grain)
            canvas.disc(around(at, random.real(0, turn), size * random.real(0, 0.75)), std::max(0.5, size * 0.025),
                        between(body, black, 0.4).withAlpha(0.5));
        const double core = size * (random.chance(0.8) ? random.real(0.07, 0.13) : random.real(0.15, 0.25));
        canvas.polygon(ellipse({at.x + random.normal(0, size * 0.08), at.y + random.normal(0, size * 0.08)}, core,
                               core * random.real(0.75, 1), random.real(0, 180)),
                       nucleus.withAlpha(random.real(0.7, 0.95)));
    }
    addDebris(canvas, random, radius, nucleus);
}

void drawPapanicolaou(Canvas& canvas, Random& random, double radius)
{
    static constexpr std::array pinks = {rgb(0xe59aa8), rgb(0xe8a27c), rgb(0x8fbcb4), rgb(0x9db7c9)};
    static constexpr std::array greens = {rgb(0x9cc4bd), rgb(0x8fb6c4), rgb(0xa9c7b0), rgb(0xe3a7a0)};
    canvas.fill(canvas.area(), rgb(0xf4f1ee));
    drawSquames(canvas, random, radius, random.chance(0.5) ? pinks : greens, rgb(0x3a2c55));
}

void drawBlueSquames(Canvas& canvas, Random& random, double radius)
{
    static constexpr std::array blues = {rgb(0x9fb4d6), rgb(0xb3c0de), rgb(0x8ea2c8)};
    canvas.fill(canvas.area(), rgb(0xeef1f7));
    drawSquames(canvas, random, radius, blues, rgb(0x2a3670));
}

/// No dye, and a half-closed condenser.
void drawGreySquames(Canvas& canvas, Random& random, double radius)
{
    static constexpr std::array greys = {rgb(0xb5b5b5), rgb(0xa2a2a2), rgb(0xc4c4c4)};
    canvas.fill(canvas.area(), rgb(0xececec));
    drawSquames(canvas, random, radius, greys, rgb(0x3c3c3c));
}

/// Sheets and clumps of round cells with large nuclei, as from a fine needle.
void drawAspirate(Canvas& canvas, Random& random, double radius)
{
    const Color nucleus = between(rgb(0x4b3a80), rgb(0x6a3f86), random.unit());
    canvas.fill(canvas.area(), between(rgb(0xf3eef2), rgb(0xe6dfe8), random.unit()));
    for (int clump = random.integer(2, 9); clump > 0; --clump) {
        const Point center = anywhere(canvas, random);
        const int members = random.integer(1, 45);
        for (int i = 0; i < members; ++i) {
            const Point at = around(center, random.real(0, turn), radius * std::sqrt(members * random.unit()) * 1.1);
            const auto body = smoothed(bodyOf(random, at, radius * random.real(0.9, 1.2), 7, 0.12), true);
            canvas.polygon(body, rgb(0xb9a3cf).withAlpha(0.45));
            const double core = radius * random.real(0.55, 0.8);
            const Point middle{at.x + random.normal(0, radius * 0.12), at.y + random.normal(0, radius * 0.12)};
            canvas.polygon(ellipse(middle, core, core * random.real(0.75, 1), random.real(0, 180)),
                           nucleus.withAlpha(random.real(0.6, 0.9)));
            for (int spot = random.integer(0, 2); spot > 0; --spot)
                canvas.disc(around(middle, random.real(0, turn), core * 0.5), core * 0.16,
                            rgb(0x2d1f55).withAlpha(0.6));
        }
    }
    addDebris(canvas, random, radius, nucleus);
}

void drawLeukocyte(Canvas& canvas, Random& random, Point at, double radius)
{
    canvas.polygon(smoothed(bodyOf(random, at, radius, 8, 0.08), true), rgb(0xc3b4d8).withAlpha(0.75));
    const Color nucleus = between(rgb(0x4a2a7a), rgb(0x5f3a8c), random.unit());
    if (random.chance(0.4)) { // a lymphocyte
        canvas.disc(at, radius * 0.78, nucleus);
        return;
    }
    const double from = random.real(0, turn);
    for (int lobe = random.integer(2, 5); lobe > 0; --lobe)
        canvas.polygon(ellipse(around(at, from + lobe * 1.1, radius * 0.45), radius * 0.36, radius * 0.27, lobe * 63.0),
                       nucleus);
}

/// A ring with a dot of chromatin, within a red cell.
void drawParasite(Canvas& canvas, Random& random, Point at, double radius)
{
    const Point center = around(at, random.real(0, turn), radius * 0.35);
    canvas.circle(center, radius * 0.25, {rgb(0x5a4a9a), std::max(0.8, radius * 0.08)});
    canvas.disc(around(center, random.real(0, turn), radius * 0.25), radius * 0.12, rgb(0x6a1f5a));
}

void drawBlood(Canvas& canvas, Random& random, double radius)
{
    const Color cell =
        between(between(rgb(0xd98f92), rgb(0xc9a9a0), random.unit()), rgb(0xb0a8a8), random.real(0, 0.6));
    const bool isInfected = random.chance(0.4);
    canvas.fill(canvas.area(), between(rgb(0xf3ebe6), rgb(0xe3dfe4), random.unit()));
    const double pallor = random.real(0.25, 0.75);
    for (int i = countFor(canvas, radius, random.real(0.15, 1.0)); i > 0; --i) {
        const Point at = anywhere(canvas, random);
        const double size = radius * random.real(0.85, 1.12);
        canvas.polygon(smoothed(bodyOf(random, at, size, 9, 0.05), true), cell.withAlpha(0.85));
        canvas.circle(at, size * 0.97, {between(cell, black, 0.2).withAlpha(0.5), std::max(0.6, size * 0.07)});
        canvas.disc(at, size * 0.5, white.withAlpha(pallor * 0.6));
        canvas.disc(at, size * 0.33, white.withAlpha(pallor * 0.5));
        if (isInfected && random.chance(0.12))
            drawParasite(canvas, random, at, size);
    }
    for (int i = random.integer(0, 5); i > 0; --i)
        drawLeukocyte(canvas, random, anywhere(canvas, random), radius * random.real(1.3, 1.9));
    for (int i = random.integer(0, 30); i > 0; --i) // platelets
        canvas.disc(anywhere(canvas, random), radius * random.real(0.12, 0.28), rgb(0x8a6aa8).withAlpha(0.7));
}

/// Rods or cocci, one colour, among a few pus cells and pale slime.
void drawGram(Canvas& canvas, Random& random, double radius)
{
    const Color germ = random.chance(0.55) ? rgb(0x3a2470) : rgb(0xc04a78);
    const bool areRods = random.chance(0.5);
    canvas.fill(canvas.area(), between(rgb(0xf6f1f0), rgb(0xefdfe4), random.unit()));
    for (int i = random.integer(0, 14); i > 0; --i)
        canvas.polygon(smoothed(bodyOf(random, anywhere(canvas, random), radius * random.real(2, 7), 8, 0.4), true),
                       rgb(0xe3aebc).withAlpha(random.real(0.15, 0.5)));
    for (int i = countFor(canvas, radius * 0.6, random.real(0.02, 0.25)); i > 0; --i) {
        Point at = anywhere(canvas, random);
        double heading = random.real(0, turn);
        for (int member = random.integer(1, areRods ? 3 : 9); member > 0; --member) {
            const Point end = around(at, heading, radius * (areRods ? random.real(0.5, 1) : 0.05));
            canvas.line(at, end, {germ.withAlpha(0.85), radius * 0.3});
            canvas.disc(at, radius * (areRods ? 0.15 : 0.22), germ.withAlpha(0.9));
            heading += random.normal(0, areRods ? 0.3 : 1.2);
            at = around(end, heading, radius * 0.45);
        }
    }
}

// clang-format off
constexpr std::array<Smear, 6> smears = {{
    {"Papanicolaou-stained", "cervical smear", "squamous cells", 26, 75, drawPapanicolaou},
    {"methylene blue-stained", "buccal smear", "squamous cells", 24, 80, drawBlueSquames},
    {"unstained", "urinary sediment", "squamous cells", 20, 60, drawGreySquames},
    {"Giemsa-stained", "fine-needle aspirate", "clusters of atypical cells", 9, 26, drawAspirate},
    {"Giemsa-stained", "peripheral blood smear", "erythrocytes", 8, 30, drawBlood},
    {"Gram-stained", "smear", "bacteria", 6, 16, drawGram},
}};
// clang-format on

} // namespace

std::span<const Smear> allSmears()
{
    return smears;
}

Light stained(Random& random, int width, int height, const Smear& smear, double radius)
{
    Canvas canvas(width, height, white);
    smear.draw(canvas, random, radius);
    return throughColors(canvas);
}

} // namespace biomedica::demo
