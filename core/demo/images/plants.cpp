#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// From its stalk at (0, 0) to its tip at (1, 0).
struct Leaf {
    Point foot;
    double length;
    double breadth; ///< half of it, of the length
    double degrees;
    double teeth; ///< depth of the serration
};

Outline outlineOf(const Leaf& leaf)
{
    Outline half;
    constexpr int steps = 36;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double tooth = 1 + leaf.teeth * ((i % 3) - 1);
        half.push_back({t, leaf.breadth * std::pow(std::max(0.0, std::sin(3.1416 * std::pow(t, 0.8))), 0.8) * tooth});
    }
    Outline outline = half;
    for (auto it = half.rbegin(); it != half.rend(); ++it)
        outline.push_back({it->x, -it->y});
    return placed(outline, leaf.foot, leaf.length, leaf.length, leaf.degrees);
}

struct Colored {
    Leaf leaf;
    Color green;
};

void drawVeins(Canvas& canvas, const Leaf& leaf, Color vein)
{
    const double size = leaf.length;
    const auto at = [&](double x, double y) { return placed({{x, y}}, leaf.foot, size, size, leaf.degrees).front(); };
    canvas.polygon(strip({at(-0.12, 0), at(0.4, 0.005), at(0.97, 0)}, size * 0.011, size * 0.008, size * 0.002), vein);
    for (double t = 0.1; t < 0.9; t += 0.085)
        for (const double way : {-1.0, 1.0}) {
            const double reach = leaf.breadth * std::sin(3.1416 * std::pow(t, 0.8)) * 0.85;
            canvas.polyline(smoothed(std::vector<Point>{at(t, 0), at(t + reach * 0.35, way * reach * 0.55),
                                                        at(t + reach * 0.6, way * reach)}),
                            {vein, std::max(0.7, size * 0.004)});
        }
}

void layLeaves(Photo& photo, Random& random, const std::vector<Colored>& leaves)
{
    for (const auto& [leaf, green] : leaves)
        photo.lay(outlineOf(leaf),
                  {green, varied(random, dimmed(green, 0.75), 0.1), 0.6, leaf.length * 0.09, 0.4, 0.25, 0.35},
                  std::max(2.0, leaf.length * 0.025));
    photo.draw([&](Canvas& canvas) {
        for (const auto& [leaf, green] : leaves)
            drawVeins(canvas, leaf, green.lighter(0.3).withAlpha(0.8));
    });
}

/// Yellow haloes with brown middles.
void laySpots(Photo& photo, Random& random, const Leaf& leaf, int count)
{
    photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < count; ++i) {
            const double t = random.real(0.15, 0.85);
            const double reach = leaf.breadth * std::sin(3.1416 * std::pow(t, 0.8)) * 0.75;
            const Point at =
                placed({{t, random.real(-reach, reach)}}, leaf.foot, leaf.length, leaf.length, leaf.degrees).front();
            const double size = leaf.length * random.real(0.006, 0.035);
            canvas.polygon(blob(random, at, size * 1.7, size * 1.4, 0.3), rgb(0xd6c44e).withAlpha(0.7));
            canvas.polygon(blob(random, at, size, size * 0.8, 0.3), rgb(0x6b4423).withAlpha(0.9));
        }
    });
}

void layFlower(Photo& photo, Random& random, Point at, double size, Color color, int petals)
{
    const double turn = random.real(0, 360);
    const double breadth = random.real(0.16, 0.38);
    for (int i = 0; i < petals; ++i)
        photo.lay(outlineOf({at, size * random.real(0.9, 1.05), breadth, turn + 360.0 * i / petals, 0}),
                  {varied(random, color, 0.08), dimmed(color, 0.7), 0.5, size * 0.2, 0.2, 0.1, 0.3},
                  std::max(2.0, size * 0.05));
    photo.lay(blob(random, at, size * 0.22, size * 0.2, 0.1),
              {rgb(0xd9a520), rgb(0x7a4d12), 0.7, size * 0.05, size * 0.02, 0.1, 0.4}, size * 0.1);
}

void laySeedlings(Photo& photo, Random& random, const Commission& commission)
{
    const int count = random.integer(2, 5);
    std::vector<Colored> leaves;
    std::vector<Outline> soils;
    std::vector<Branch> stems;
    const Color green = varied(random, rgb(0x4f8a34), 0.15);
    for (int i = 0; i < count; ++i) {
        const Point foot = commission.at((i + 0.5) / count, 0.74);
        const double size = commission.width / static_cast<double>(count) * 0.4;
        const double tall = commission.height * random.real(0.25, 0.55);
        photo.lay(Outline{{foot.x - size * 0.8, foot.y},
                          {foot.x + size * 0.8, foot.y},
                          {foot.x + size * 0.55, foot.y + size * 1.2},
                          {foot.x - size * 0.55, foot.y + size * 1.2}},
                  {rgb(0x9a5536), rgb(0x7a4028), 0.5, 20, 0.2, 0.05, 0.4}, size * 0.3);
        soils.push_back(ellipse(foot, size * 0.78, size * 0.12));
        stems.push_back({{foot, {foot.x + random.normal(0, size * 0.1), foot.y - tall * 0.5}, {foot.x, foot.y - tall}},
                         std::max(1.5, size * 0.05)});
        for (int leaf = 0; leaf < 9; ++leaf)
            leaves.push_back({{{foot.x, foot.y - tall * (0.15 + 0.1 * leaf)},
                               size * random.real(0.5, 1.0),
                               random.real(0.14, 0.24),
                               (leaf % 2 == 0 ? -25 : 205) + random.normal(0, 15),
                               0},
                              varied(random, green, 0.15)});
    }
    photo.draw([&](Canvas& canvas) {
        for (const Outline& soil : soils)
            canvas.polygon(soil, rgb(0x33261b));
        drawBranches(canvas, stems, green);
    });
    layLeaves(photo, random, leaves);
}

} // namespace

Shot photographLeaf(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    PanelText text;
    if (random.chance(0.3)) {
        layGround(photo, random, random.pick(std::array{Ground::Dark, Ground::Paper, Ground::Bench, Ground::Wood}));
        laySeedlings(photo, random, commission);
        text.topic = "photograph of plants grown in pots";
        text.details = {"Plants were photographed " + std::to_string(random.integer(2, 8)) + " weeks after sowing."};
        text.shown = {"photograph", "plants grown in pots"};
        return {photo.developed(random), text};
    }
    layGround(photo, random,
              random.pick(std::array{Ground::Paper, Ground::Paper, Ground::Bench, Ground::Dark, Ground::Soil}));
    const int count = random.chance(0.5) ? 1 : random.integer(2, 5);
    const bool isSick = random.chance(0.5);
    const Color green = varied(random, between(rgb(0x3f7a2c), rgb(0x86a83c), random.unit()), 0.12);
    const double breadth = random.real(0.1, 0.36);
    const double teeth = random.chance(0.4) ? random.real(0.02, 0.07) : 0;
    for (int i = 0; i < count; ++i) {
        const Point foot = count == 1 ? commission.at(random.real(0.08, 0.2), random.real(0.35, 0.65))
                                      : commission.at((i + 0.5) / count, random.real(0.85, 0.93));
        const Leaf leaf{
            foot, count == 1 ? commission.width * random.real(0.6, 0.78) : commission.height * random.real(0.6, 0.78),
            count == 1 ? std::min(breadth, 0.4 * commission.height / commission.width)
                       : std::min(breadth, 0.45 * commission.width / commission.height / count),
            count == 1 ? random.normal(0, 8) : -90 + random.normal(0, 5), teeth};
        layLeaves(photo, random, {{leaf, varied(random, green, 0.1)}});
        if (isSick)
            laySpots(photo, random, leaf, random.integer(6, 60));
    }
    const std::string leaves = count > 1 ? "leaves" : "a leaf";
    text.topic = "photograph of " + leaves + (isSick ? " with symptoms of disease" : "");
    text.details = {isSick ? "Spots are seen on the blade." : "No symptoms are seen.",
                    "Plants were grown in a glasshouse at " + std::to_string(random.integer(20, 28)) + " °C."};
    text.shown = {"photograph", leaves};
    return {photo.developed(random), text};
}

Shot photographFlowers(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random, Ground::Grass);
    photo.blur(std::max(2, static_cast<int>(commission.side() * random.real(0.01, 0.04))));
    static constexpr std::array<Color, 7> colors = {rgb(0xf3f0ea), rgb(0xe7c32e), rgb(0xb04a9a), rgb(0xd8403a),
                                                    rgb(0x6a66c8), rgb(0xe98ab0), rgb(0xe88a30)};
    const Color color = varied(random, random.pick(colors), 0.08);
    const int petals = random.integer(4, 13);
    const int count = random.chance(0.35) ? 1 : random.integer(3, 14);
    std::vector<Colored> leaves;
    for (int i = 0; i < count * 2; ++i)
        leaves.push_back(
            {{commission.at(random.unit(), random.real(0.4, 1.1)), commission.side() * random.real(0.2, 0.4),
              random.real(0.1, 0.25), random.real(-160, -20), 0},
             varied(random, rgb(0x3f6f2c), 0.2)});
    layLeaves(photo, random, leaves);
    for (int i = 0; i < count; ++i)
        layFlower(photo, random,
                  count == 1 ? commission.at(0.5, 0.48) : commission.at(random.real(0.08, 0.92), random.real(0.1, 0.9)),
                  commission.side() * (count == 1 ? random.real(0.26, 0.42) : random.real(0.07, 0.17)), color, petals);
    PanelText text;
    text.topic = "photograph of the flowering plant in its habitat";
    text.details = {"The flowers have " + std::to_string(petals) + " petals.",
                    "Voucher specimens were deposited in the herbarium."};
    text.shown = {"photograph", "flowering plant"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
