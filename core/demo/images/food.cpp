#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Fruit {
    std::string_view name;
    Color color;
    Color mottle;
    double elongation;
    double gloss;
};

constexpr std::array<Fruit, 7> fruits = {{
    {"tomato fruits", rgb(0xc8301f), rgb(0xe0602c), 1.05, 0.9},
    {"apples", rgb(0xb83a2c), rgb(0xd8b04a), 1.0, 0.7},
    {"mango fruits", rgb(0xd8a030), rgb(0x7a9a3c), 1.4, 0.5},
    {"potato tubers", rgb(0xb89464), rgb(0x8a6a40), 1.35, 0.1},
    {"grains of rice", rgb(0xe8e0c8), rgb(0xcfc09a), 2.8, 0.3},
    {"berries", rgb(0x3a2a5a), rgb(0x5a3a6a), 1.0, 0.6},
    {"bread rolls", rgb(0xc08a48), rgb(0x8a5524), 1.3, 0.1},
}};

void layPlate(Photo& photo, Random& random, Point middle, double side)
{
    const Color china = varied(random, random.chance(0.8) ? rgb(0xeeece6) : rgb(0x4a6a8a), 0.05);
    photo.lay(ellipse(middle, side * 0.48, side * 0.45), {china, dimmed(china, 0.96), 0.4, 40, 0, 0.3, 0.5},
              side * 0.03);
    photo.lay(ellipse(middle, side * 0.36, side * 0.33), {dimmed(china, 0.95), dimmed(china, 0.9), 0.4, 40, 0, 0.2, 0},
              side * 0.02);
}

} // namespace

Shot photographFood(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random,
              random.pick(std::array{Ground::Wood, Ground::Paper, Ground::Bench, Ground::Dark, Ground::Drape}));
    const double side = commission.side();
    const bool isOnPlate = random.chance(0.5);
    if (isOnPlate)
        layPlate(photo, random, commission.at(0.5, 0.5), side);
    const Fruit& fruit = random.pick(fruits);
    const bool isSmall = fruit.elongation > 2 || fruit.name == "berries";
    const int count = isSmall ? random.integer(20, 60) : random.integer(1, 9);
    const double size = side * (isSmall ? random.real(0.025, 0.05) : random.real(0.22, 0.34) / std::sqrt(count));
    const bool isInRows = !isOnPlate && random.chance(0.5);
    const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(count * 1.5))));
    for (int i = 0; i < count; ++i) {
        const double spread = isOnPlate ? 0.13 : 0.18;
        const Point at = isInRows ? commission.at((i % columns + 0.5) / columns,
                                                  (i / columns + 0.5) / std::ceil(static_cast<double>(count) / columns))
                                  : commission.at(random.normal(0.5, count == 1 ? 0.02 : spread),
                                                  random.normal(0.5, count == 1 ? 0.02 : spread));
        photo.lay(blob(random, at, size * std::sqrt(fruit.elongation), size / std::sqrt(fruit.elongation), 0.07,
                       random.real(0, 180)),
                  {varied(random, fruit.color, 0.15), fruit.mottle, random.real(0.2, 0.9), size * 0.3,
                   fruit.gloss < 0.2 ? size * 0.02 : 0, fruit.gloss, 0.5},
                  size * 0.5);
    }
    if (random.chance(0.4))
        photo.focus(commission.height * 0.55, std::max(2, static_cast<int>(side * 0.012)));
    PanelText text;
    text.topic = "photograph of " + std::string(fruit.name) + " used in the study";
    text.details = {"Samples were stored at " + std::to_string(random.integer(2, 25)) + " °C.",
                    "Water content was " + std::to_string(random.integer(11, 93)) + "%."};
    text.shown = {"photograph", std::string(fruit.name)};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
