#include "core/demo/drawing/plane.h"
#include "core/demo/images/images.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

struct Agar {
    std::string_view name;
    Color agar;
    Color colony;
};

// clang-format off
constexpr std::array<Agar, 5> agars = {{
    {"blood agar", rgb(0x8c1d1d), rgb(0xe8dcc0)}, {"LB agar", rgb(0xd9c48a), rgb(0xf6efd9)},
    {"MacConkey agar", rgb(0xb56576), rgb(0xe7a3b5)}, {"Mueller-Hinton agar", rgb(0xcfc3a0), rgb(0xefe9d2)},
    {"chocolate agar", rgb(0x5b3a29), rgb(0xbfae97)},
}};
// clang-format on

enum class Growth { Colonies, Streaks, Discs };

struct Dish {
    Point center;
    double radius = 0;

    Point inside(Random& random, double share) const
    {
        const double angle = random.real(0, 2 * std::numbers::pi);
        const double away = radius * share * std::sqrt(random.unit());
        return {center.x + away * std::cos(angle), center.y + away * std::sin(angle)};
    }
};

void drawDish(Canvas& canvas, const Dish& dish, const Agar& agar)
{
    const auto [x, y] = dish.center;
    const double r = dish.radius;
    for (int i = 6; i > 0; --i) // the shadow on the bench
        canvas.disc({x + r * 0.03, y + r * 0.05}, r * (1 + 0.012 * i), black.withAlpha(0.07));
    canvas.disc(dish.center, r, rgb(0xd8dde0));
    canvas.disc(dish.center, r * 0.965, agar.agar.lighter(0.25));
    for (int i = 0; i < 14; ++i) // brighter where the lamp is
        canvas.disc({x - r * 0.012 * i, y - r * 0.014 * i}, r * (0.94 - 0.045 * i), agar.agar.lighter(0.018 * i));
    canvas.polyline(arc(dish.center, r * 0.985, r * 0.985, 190, 275), {white.withAlpha(0.85), r * 0.018});
    canvas.polyline(arc(dish.center, r * 0.975, r * 0.975, 20, 85), {white.withAlpha(0.4), r * 0.012});
    canvas.circle(dish.center, r, {rgb(0x8a9095), 1.2});
}

void drawColony(Canvas& canvas, Point at, double radius, Color color)
{
    canvas.disc({at.x + radius * 0.18, at.y + radius * 0.22}, radius * 1.05, black.withAlpha(0.25));
    canvas.disc(at, radius, color);
    canvas.disc({at.x - radius * 0.3, at.y - radius * 0.3}, radius * 0.35, white.withAlpha(0.55));
}

/// Four rounds of streaking, each thinner than the one before.
void drawStreaks(Canvas& canvas, Random& random, const Dish& dish, const Agar& agar)
{
    for (int round = 0; round < 4; ++round) {
        const double turn = round * 80 + random.real(-8, 8);
        const double alpha = 0.75 - 0.17 * round;
        for (int line = 0; line < 11; ++line) {
            const double from = turn - 40 + line * 7.5;
            const auto outer = arc(dish.center, dish.radius * 0.88, dish.radius * 0.88, from, from + 1).front();
            const auto inner = arc(dish.center, dish.radius * 0.42, dish.radius * 0.42, from + 26, from + 27).front();
            const Point middle{(outer.x + inner.x) / 2 + random.normal(0, 2), (outer.y + inner.y) / 2};
            canvas.polyline(smoothed(std::vector<Point>{outer, middle, inner}),
                            {agar.colony.withAlpha(alpha), dish.radius * (0.034 - 0.006 * round)});
            for (int i = round * 2; i > 0; --i) {
                const double t = random.unit();
                drawColony(canvas,
                           {outer.x + (inner.x - outer.x) * t + random.normal(0, 2), outer.y + (inner.y - outer.y) * t},
                           dish.radius * random.real(0.012, 0.022), agar.colony);
            }
        }
    }
}

/// A lawn with paper discs, a clear zone around those that work. Returns the zones' diameters in mm of a 90 mm dish.
std::vector<int> drawDiscs(Brush& brush, Random& random, const Dish& dish, const Agar& agar)
{
    brush.canvas.disc(dish.center, dish.radius * 0.93, agar.colony.withAlpha(0.75));
    static constexpr std::array<std::string_view, 6> codes = {"CIP", "VA", "E", "GM", "P", "CTX"};
    const int count = random.integer(4, 6);
    std::vector<int> zones;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count + 0.3;
        const Point at{dish.center.x + dish.radius * 0.55 * std::cos(angle),
                       dish.center.y + dish.radius * 0.55 * std::sin(angle)};
        const int zone = random.chance(0.2) ? 6 : random.integer(12, 30);
        zones.push_back(zone);
        if (zone > 6) {
            brush.canvas.disc(at, dish.radius * zone / 90, agar.agar.lighter(0.1));
            brush.canvas.circle(at, dish.radius * zone / 90, {agar.colony.withAlpha(0.9), 1});
        }
        brush.canvas.disc({at.x + 1, at.y + 1.5}, dish.radius * 0.068, black.withAlpha(0.3));
        brush.canvas.disc(at, dish.radius * 0.066, rgb(0xf8f8f5));
        const Font font{std::max(5.0, dish.radius * 0.045), true};
        brush.canvas.text(codes[static_cast<std::size_t>(i)], at, font, rgb(0x333333),
                          {Horizontal::Center, Vertical::Middle});
    }
    return zones;
}

void drawColonies(Canvas& canvas, Random& random, const Dish& dish, const Agar& agar, int count)
{
    const double size = dish.radius * (count > 120 ? 0.016 : 0.026);
    for (int i = 0; i < count; ++i)
        drawColony(canvas, dish.inside(random, 0.88), size * random.real(0.7, 1.35), agar.colony);
}

} // namespace

PanelText drawCulturePlate(Brush& brush)
{
    Random& random = brush.random;
    const Agar& agar = random.pick(agars);
    const auto growth = static_cast<Growth>(random.integer(0, 2));
    const double aspect = brush.area.width / brush.area.height;
    const int count = aspect > 1.7 ? std::min(4, static_cast<int>(aspect + 0.4)) : 1;
    const Font font = brush.style.font;
    const double labels = count > 1 ? font.size * 1.6 : 0;
    const double width = brush.area.width / count;
    const std::vector<std::string> names =
        growth == Growth::Colonies ? std::vector<std::string>{"Control", "1× MIC", "2× MIC", "4× MIC"}
                                   : std::vector<std::string>{"Isolate 1", "Isolate 2", "Isolate 3", "Isolate 4"};
    const bool isBenchDark = random.chance(0.6);
    const Rect photo = {std::ceil(brush.area.x), std::ceil(brush.area.y), std::floor(brush.area.width) - 1,
                        std::floor(brush.area.height - labels) - 1};
    Canvas bench(static_cast<int>(photo.width), static_cast<int>(photo.height),
                 isBenchDark ? rgb(0x24282c) : rgb(0xc9ccce));
    int colonies = 0;
    std::vector<int> zones;
    for (int i = 0; i < count; ++i) {
        const Dish dish{{width * (i + 0.5), photo.height / 2}, std::min(width, photo.height) * 0.455};
        drawDish(bench, dish, agar);
        Brush inner{bench, bench.area(), brush.style, brush.subject, random};
        const int grown = random.integer(60, 240) >> (2 * i);
        colonies = i == 0 ? grown : colonies;
        switch (growth) {
        case Growth::Colonies: drawColonies(bench, random, dish, agar, grown); break;
        case Growth::Streaks: drawStreaks(bench, random, dish, agar); break;
        case Growth::Discs: zones = drawDiscs(inner, random, dish, agar); break;
        }
        if (count > 1)
            brush.canvas.text(names[static_cast<std::size_t>(i)],
                              {brush.area.x + width * (i + 0.5), brush.area.bottom() - font.size * 0.2}, font, black,
                              {Horizontal::Center, Vertical::Bottom});
    }
    image::Pixels pixels = bench.pixels();
    addGrain(pixels, random, random.real(2, 7));
    brush.canvas.paint(pixels, {photo.x, photo.y});

    PanelText text;
    text.topic = std::string(growth == Growth::Discs ? "disc diffusion test" : "bacterial culture")
                 + " of an isolate from " + brush.subject.tissue + " on " + std::string(agar.name);
    text.details = {growth == Growth::Discs
                        ? "Inhibition zones of up to " + std::to_string(*std::max_element(zones.begin(), zones.end()))
                              + " mm surround the discs."
                    : growth == Growth::Streaks ? "The plate was streaked for single colonies."
                                                : std::to_string(colonies) + " colonies grew on the first plate.",
                    "Plates were incubated for " + std::to_string(random.integer(18, 48)) + " h at 37 °C."};
    text.shown = {std::string(agar.name)};
    return text;
}

} // namespace biomedica::demo
