#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// Places points of a drawing in [-1, 1] on the picture.
struct Pose {
    Point middle;
    double size;
    double degrees;
    bool isMirrored;

    Point at(double x, double y) const
    {
        return placed({{isMirrored ? -x : x, y}}, middle, size, size, degrees).front();
    }
    std::vector<Point> curve(const std::vector<Point>& points) const
    {
        std::vector<Point> result;
        for (const Point& point : points)
            result.push_back(at(point.x, point.y));
        return result;
    }
    Outline body(const std::vector<Point>& points) const { return smoothed(curve(points), true); }
};

Material furOf(Random& random, Color color, double size)
{
    return {color, dimmed(color, random.real(0.6, 0.9)), 0.6, size * 0.06, size * 0.008, 0.05, 0.5};
}

void addStrands(Photo& photo, const std::vector<std::vector<Point>>& strands, Color color, double width)
{
    photo.draw([&](Canvas& canvas) {
        for (const auto& strand : strands)
            canvas.polyline(smoothed(strand), {color, width});
    });
}

void layBeetle(Photo& photo, const Pose& pose, Color color)
{
    std::vector<std::vector<Point>> legs;
    for (int i = 0; i < 3; ++i)
        for (const double way : {-1.0, 1.0})
            legs.push_back(pose.curve({{-0.25 + 0.25 * i, way * 0.15},
                                       {-0.35 + 0.33 * i, way * 0.5},
                                       {-0.5 + 0.45 * i, way * 0.62},
                                       {-0.6 + 0.55 * i, way * 0.8}}));
    for (const double way : {-1.0, 1.0})
        legs.push_back(pose.curve({{0.65, way * 0.06}, {0.85, way * 0.2}, {1.05, way * 0.3}}));
    addStrands(photo, legs, dimmed(color, 0.5), std::max(1.2, pose.size * 0.035));
    const Material shell{color, dimmed(color, 0.6), 0.6, pose.size * 0.1, 0.2, 0.8, 0.5};
    photo.lay(
        pose.body({{-0.85, 0}, {-0.6, 0.32}, {-0.1, 0.38}, {0.2, 0.3}, {0.2, -0.3}, {-0.1, -0.38}, {-0.6, -0.32}}),
        shell, pose.size * 0.2);
    photo.lay(pose.body({{0.18, 0.27}, {0.42, 0.24}, {0.5, 0}, {0.42, -0.24}, {0.18, -0.27}}), shell, pose.size * 0.12);
    photo.lay(pose.body({{0.48, 0.14}, {0.68, 0.1}, {0.72, 0}, {0.68, -0.1}, {0.48, -0.14}}), shell, pose.size * 0.08);
    addStrands(photo, {pose.curve({{-0.83, 0}, {0.2, 0}})}, dimmed(color, 0.3), std::max(1.0, pose.size * 0.015));
}

void layFly(Photo& photo, Random& random, const Pose& pose, Color color)
{
    std::vector<std::vector<Point>> legs;
    for (int i = 0; i < 3; ++i)
        for (const double way : {-1.0, 1.0})
            legs.push_back(
                pose.curve({{0.1 * i, way * 0.1}, {-0.2 + 0.3 * i, way * 0.45}, {-0.45 + 0.5 * i, way * 0.75}}));
    addStrands(photo, legs, dimmed(color, 0.4), std::max(1.0, pose.size * 0.02));
    const Material body{color, dimmed(color, 0.5), 0.8, pose.size * 0.07, 0.4, 0.4, 0.4};
    photo.lay(pose.body({{-0.75, 0}, {-0.5, 0.17}, {-0.1, 0.2}, {0.05, 0}, {-0.1, -0.2}, {-0.5, -0.17}}), body,
              pose.size * 0.13);
    photo.lay(pose.body({{0, 0.18}, {0.3, 0.2}, {0.42, 0}, {0.3, -0.2}, {0, -0.18}}), body, pose.size * 0.12);
    photo.lay(blob(random, pose.at(0.52, 0), pose.size * 0.14, pose.size * 0.14, 0.05), body, pose.size * 0.09);
    for (const double way : {-1.0, 1.0})
        photo.lay(blob(random, pose.at(0.55, way * 0.1), pose.size * 0.08, pose.size * 0.07, 0.05),
                  {rgb(0x8a1c18), rgb(0x5a1010), 0.4, 6, 0, 0.8, 0}, pose.size * 0.05);
    photo.draw([&](Canvas& canvas) {
        for (const double way : {-1.0, 1.0}) {
            const auto wing = pose.body(
                {{0.15, way * 0.1}, {-0.3, way * 0.5}, {-0.85, way * 0.6}, {-1.0, way * 0.4}, {-0.5, way * 0.15}});
            canvas.polygon(wing, rgb(0xe8e4d8).withAlpha(0.45));
            canvas.outline(wing, {rgb(0x5a5040).withAlpha(0.8), 1});
            for (double v = 0.2; v < 0.5; v += 0.1)
                canvas.polyline(smoothed(pose.curve({{0.1, way * 0.12}, {-0.4, way * v}, {-0.9, way * (v + 0.05)}})),
                                {rgb(0x5a5040).withAlpha(0.7), 1});
        }
    });
}

void layMouse(Photo& photo, Random& random, const Pose& pose, Color fur)
{
    const Color skin = rgb(0xd99a90);
    photo.lay(strip(pose.curve({{-0.6, 0.1}, {-1.0, 0.25}, {-1.4, 0.05}, {-1.7, 0.2}}), pose.size * 0.05,
                    pose.size * 0.035, pose.size * 0.01),
              {skin, dimmed(skin, 0.8), 0.5, 6, 0.2, 0.2, 0.4}, pose.size * 0.04);
    for (const double x : {-0.4, 0.35})
        for (const double way : {-1.0, 1.0})
            photo.lay(blob(random, pose.at(x, way * 0.36), pose.size * 0.12, pose.size * 0.07, 0.15),
                      {skin, skin, 0, 9, 0, 0.2, 0.4}, pose.size * 0.04);
    const Material coat = furOf(random, fur, pose.size);
    photo.lay(pose.body({{-0.75, 0},
                         {-0.55, 0.34},
                         {-0.1, 0.36},
                         {0.3, 0.25},
                         {0.6, 0.2},
                         {0.9, 0.04},
                         {0.9, -0.04},
                         {0.6, -0.2},
                         {0.3, -0.25},
                         {-0.1, -0.36},
                         {-0.55, -0.34}}),
              coat, pose.size * 0.26);
    for (const double way : {-1.0, 1.0})
        photo.lay(blob(random, pose.at(0.48, way * 0.2), pose.size * 0.1, pose.size * 0.12, 0.1),
                  {between(skin, fur, 0.3), skin, 0.4, 9, 0, 0.1, 0.3}, pose.size * 0.05);
    photo.draw([&](Canvas& canvas) {
        for (const double way : {-1.0, 1.0})
            canvas.disc(pose.at(0.72, way * 0.09), pose.size * 0.03, rgb(0x150c0c));
        canvas.disc(pose.at(0.91, 0), pose.size * 0.03, skin);
        for (int i = 0; i < 90; ++i) {
            const Point from{random.real(-0.65, 0.5), random.real(-0.27, 0.27)};
            canvas.line(pose.at(from.x, from.y), pose.at(from.x - 0.07, from.y + random.normal(0, 0.015)),
                        {fur.lighter(0.4).withAlpha(0.25), 1});
        }
    });
}

void layFish(Photo& photo, Random& random, const Pose& pose, Color color, bool isStriped)
{
    const double deep = random.real(0.2, 0.4);
    const Material fin{dimmed(color, 0.8), dimmed(color, 0.5), 0.5, 6, 0.3, 0.3, 0.3};
    photo.lay(pose.body({{-0.62, 0}, {-1.0, deep * 1.1}, {-0.88, 0}, {-1.0, -deep * 1.1}}), fin, 3);
    photo.lay(pose.body({{0.2, -deep * 0.85}, {-0.1, -deep * 1.5}, {-0.4, -deep * 0.9}, {-0.3, -deep * 0.5}}), fin, 3);
    photo.lay(pose.body({{0.1, deep * 0.8}, {-0.05, deep * 1.35}, {-0.15, deep * 0.7}}), fin, 3);
    photo.lay(pose.body({{0.95, 0.02},
                         {0.6, -deep * 0.75},
                         {0.1, -deep},
                         {-0.5, -deep * 0.4},
                         {-0.7, -0.07},
                         {-0.7, 0.07},
                         {-0.5, deep * 0.35},
                         {0.1, deep},
                         {0.6, deep * 0.7}}),
              {color, color.lighter(0.4), 0.6, pose.size * 0.04, 0.5, 0.6, 0.5}, pose.size * 0.2);
    photo.draw([&](Canvas& canvas) {
        for (double x = -0.5; x < 0.5 && isStriped; x += 0.17)
            canvas.polygon(strip(pose.curve({{x, -deep * 0.75}, {x + 0.03, 0}, {x, deep * 0.6}}), pose.size * 0.01,
                                 pose.size * 0.035, pose.size * 0.01),
                           dimmed(color, 0.3).withAlpha(0.6));
        canvas.polyline(smoothed(pose.curve({{0.55, -deep * 0.6}, {0.48, 0}, {0.55, deep * 0.5}})),
                        {dimmed(color, 0.4), std::max(1.0, pose.size * 0.012)});
        canvas.disc(pose.at(0.72, -0.05), pose.size * 0.06, rgb(0xe0d6a8));
        canvas.disc(pose.at(0.72, -0.05), pose.size * 0.035, rgb(0x101010));
        canvas.line(pose.at(0.93, 0.03), pose.at(0.82, 0.06), {dimmed(color, 0.3), 1.2});
    });
}

/// Seen from the side: cattle, sheep, goats, a deer.
void layGrazer(Photo& photo, Random& random, const Pose& pose, Color coat, bool isPatched)
{
    const Material hide = furOf(random, coat, pose.size);
    const double neck = random.real(-0.55, 0.25);
    for (const double x : {-0.52, -0.4, 0.38, 0.5})
        photo.lay(strip(pose.curve({{x, 0.2}, {x + 0.02, 0.5}, {x, 0.85}}), pose.size * 0.08, pose.size * 0.05,
                        pose.size * 0.045),
                  hide, pose.size * 0.06);
    photo.lay(pose.body({{-0.65, -0.2},
                         {-0.2, -0.26},
                         {0.45, -0.28},
                         {0.6, -0.05},
                         {0.5, 0.25},
                         {0, 0.34},
                         {-0.5, 0.27},
                         {-0.7, 0.05}}),
              hide, pose.size * 0.22);
    photo.lay(strip(pose.curve({{0.45, -0.08}, {0.68, -0.1 + neck * 0.4}, {0.85, neck}}), pose.size * 0.2,
                    pose.size * 0.14, pose.size * 0.1),
              hide, pose.size * 0.1);
    photo.lay(
        pose.body(
            {{0.78, neck - 0.12}, {0.95, neck - 0.1}, {1.15, neck + 0.12}, {1.08, neck + 0.2}, {0.85, neck + 0.1}}),
        hide, pose.size * 0.09);
    photo.lay(strip(pose.curve({{-0.66, -0.1}, {-0.76, 0.1}, {-0.74, 0.4}}), pose.size * 0.025, pose.size * 0.02,
                    pose.size * 0.03),
              hide, 3);
    for (int i = 0; isPatched && i < 7; ++i)
        photo.lay(blob(random, pose.at(random.real(-0.5, 0.45), random.real(-0.15, 0.2)),
                       pose.size * random.real(0.06, 0.17), pose.size * random.real(0.05, 0.12), 0.3),
                  {grey(0.12), grey(0.2), 0.4, 9, 0.3, 0, 0}, 2);
    photo.draw([&](Canvas& canvas) { canvas.disc(pose.at(0.93, neck), pose.size * 0.02, black); });
}

} // namespace

Shot photographInsect(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random,
              random.pick(
                  std::array{Ground::Paper, Ground::Paper, Ground::Bench, Ground::Grass, Ground::Soil, Ground::Wood}));
    if (random.chance(0.5))
        photo.blur(std::max(1, static_cast<int>(commission.side() * random.real(0.005, 0.02))));
    const Pose pose{commission.at(random.normal(0.5, 0.03), random.normal(0.5, 0.03)),
                    commission.side() * random.real(0.3, 0.5), random.real(0, 360), false};
    const Color color = varied(
        random, random.pick(std::array{rgb(0x2c2420), rgb(0x6b3a1c), rgb(0x2f4f3a), rgb(0x8a2a1c), rgb(0xb08a3c)}),
        0.15);
    const bool isBeetle = random.chance(0.5);
    if (isBeetle)
        layBeetle(photo, pose, color);
    else
        layFly(photo, random, pose, color);
    PanelText text;
    const std::string insect = isBeetle ? "an adult beetle" : "an adult fly";
    text.topic = "photograph of " + insect + ", dorsal view";
    text.details = {"The body is " + std::to_string(random.integer(2, 19)) + " mm long.",
                    "Specimens were collected by hand."};
    text.shown = {"photograph", insect};
    return {photo.developed(random), text};
}

Shot photographMouse(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random,
              random.pick(std::array{Ground::Bench, Ground::Drape, Ground::Paper, Ground::Steel, Ground::Dark}));
    const Color fur = varied(random, random.pick(std::array{rgb(0xe6e0d8), rgb(0x2a2624), rgb(0x8a6a4a)}), 0.08);
    const int count = random.chance(0.5) ? 1 : random.integer(2, 4);
    for (int i = 0; i < count; ++i) {
        const double size =
            std::min(commission.width / (count == 1 ? 3.0 : 1.0 * count * 1.0), commission.height * 0.42)
            * (count == 1 ? 0.95 : 0.9);
        layMouse(photo, random,
                 {commission.at(count == 1 ? 0.55 : (i + 0.5) / count, count == 1 ? 0.5 : 0.42),
                  std::min(size, commission.height * 0.34),
                  count == 1 ? random.normal(0, 18) : -90 + random.normal(0, 8), count == 1 && random.chance(0.5)},
                 fur);
    }
    const bool hasRuler = random.chance(0.3);
    if (hasRuler)
        layRuler(photo, random, commission.at(0.1, 0.88), commission.width * 0.75, false);
    PanelText text;
    text.topic = count == 1 ? "photograph of a mouse" : "photograph of mice of each group";
    text.details = {"Animals were photographed at " + std::to_string(random.integer(4, 20)) + " weeks of age."};
    text.shown = {"photograph", count == 1 ? "a mouse" : "mice"};
    return {photo.developed(random), text};
}

Shot photographFish(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const bool isAlive = random.chance(0.4);
    if (isAlive) {
        const Color water = varied(random, random.chance(0.6) ? rgb(0x2f6f8a) : rgb(0x3c6a4a), 0.2);
        photo.fill([&](int x, int y) {
            return dimmed(water, 1.15 - 0.5 * y / photo.height()
                                     + 0.07 * static_cast<double>(photo.coarse().cloud(x * 0.15, y * 0.15, 4)));
        });
    } else {
        layGround(photo, random,
                  random.pick(std::array{Ground::Paper, Ground::Bench, Ground::Steel, Ground::Drape, Ground::Wood}));
    }
    const Color color = varied(
        random, random.pick(std::array{rgb(0x9aa0a4), rgb(0xc48a4a), rgb(0x6a7a5a), rgb(0xd0c8b0), rgb(0xd0603a)}),
        0.12);
    const bool isStriped = random.chance(0.4);
    const int count = isAlive ? random.integer(1, 7) : random.integer(1, 3);
    for (int i = 0; i < count; ++i)
        layFish(photo, random,
                {isAlive && count > 1 ? commission.at(random.real(0.15, 0.85), random.real(0.15, 0.85))
                                      : commission.at(0.5, (i + 0.5) / count),
                 count > 1 ? std::min(commission.width * 0.35, commission.height * 0.45 / std::sqrt(count))
                           : std::min(commission.width * 0.44, commission.height * 0.7),
                 random.normal(0, isAlive ? 14 : 3), isAlive && random.chance(0.5)},
                varied(random, color, 0.08), isStriped);
    const bool hasRuler = !isAlive && random.chance(0.4);
    if (hasRuler)
        layRuler(photo, random, commission.at(0.12, 0.88), commission.width * 0.7, false);
    PanelText text;
    text.topic = isAlive ? "photograph of fish in the tank" : "photograph of fish of the studied species";
    text.details = {"Standard length, " + std::to_string(random.integer(3, 42)) + " cm.",
                    isAlive ? "The water was kept at 24 °C." : "Fish were caught with gill nets."};
    text.shown = {"photograph", "fish"};
    return {photo.developed(random), text};
}

Shot photographGrazing(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random, Ground::Grass);
    const double horizon = random.chance(0.6) ? commission.height * random.real(0.15, 0.4) : 0;
    const Color sky = varied(random, rgb(0xb9cfe0), 0.12);
    const Color trees = varied(random, rgb(0x2f4228), 0.2);
    for (int y = 0; y < static_cast<int>(horizon); ++y)
        for (int x = 0; x < commission.width; ++x) {
            const double crown = horizon * (0.6 + 0.16 * static_cast<double>(photo.coarse().cloud(x * 0.35, 5, 3)));
            const double leaves = static_cast<double>(photo.coarse().cloud(x * 0.7, y * 0.7, 3));
            photo.set(x, y, y < crown ? sky : dimmed(trees, 1 + 0.25 * leaves));
        }
    photo.focus(commission.height * 0.75, std::max(2, static_cast<int>(commission.side() * 0.012)));
    const Color coat =
        varied(random, random.pick(std::array{rgb(0xe0d8cc), rgb(0x6a4028), rgb(0x2c2522), rgb(0xa87c4a)}), 0.12);
    const bool isPatched = random.chance(0.3);
    const int count = random.chance(0.55) ? 1 : random.integer(2, 5);
    for (int i = 0; i < count; ++i) {
        const double near = count == 1 ? 0.8 : 0.35 + 0.5 * i / count;
        layGrazer(photo, random,
                  {commission.at(random.real(0.3, 0.7), near * 0.72),
                   std::min(commission.side(), commission.width * 0.8) * 0.42 * near, 0, random.chance(0.5)},
                  varied(random, coat, 0.1), isPatched);
    }
    PanelText text;
    const std::string animal = count == 1 ? "an animal in the grass" : "animals in the grass";
    text.topic = "photograph of " + animal + " of the pasture under study";
    text.details = {"The herd was followed for " + std::to_string(random.integer(2, 12)) + " months."};
    text.shown = {"photograph", animal};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
