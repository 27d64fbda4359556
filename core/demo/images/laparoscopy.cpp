#include "core/demo/images/grounds.h"
#include "core/demo/images/scopes.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

void layFat(Photo& photo, Random& random, const Commission& commission)
{
    const Color fat = varied(random, rgb(0xe0b24e), 0.12);
    const double side = commission.side();
    for (int i = random.integer(11, 20); i > 0; --i) {
        const double size = side * random.real(0.08, 0.22);
        photo.lay(blob(random, commission.at(random.unit(), random.real(0.35, 1.05)), size * random.real(1, 2), size,
                       0.2, random.real(-40, 40)),
                  {varied(random, fat, 0.08), varied(random, rgb(0xc98040), 0.1), 0.5, size * 0.3, 0, 0.7, 0.3},
                  size * 0.45);
    }
}

/// Liver, gall bladder, bowel or uterus: smooth and wet.
void layOrgans(Photo& photo, Random& random, const Commission& commission)
{
    const double side = commission.side();
    const Color liver = varied(random, rgb(0x8a3026), 0.15);
    if (random.chance(0.65))
        photo.lay(blob(random, commission.at(random.real(0.2, 0.8), random.real(-0.05, 0.15)),
                       side * random.real(0.6, 0.9), side * random.real(0.3, 0.42), 0.12, random.real(-20, 20)),
                  {liver, dimmed(liver, 0.75), 0.5, 18, 0.5, 0.9, 0.5}, side * 0.07);
    if (random.chance(0.5)) {
        const Color bladder = varied(random, rgb(0x8fa88a), 0.15);
        photo.lay(blob(random, commission.at(random.real(0.4, 0.6), random.real(0.35, 0.5)), side * 0.24, side * 0.13,
                       0.12, random.real(20, 80)),
                  {bladder, between(bladder, rgb(0xb06050), 0.5), 0.6, 14, 0.3, 1, 0.5}, side * 0.08);
    }
    for (int i = random.integer(0, 4); i > 0; --i) { // loops of bowel
        const Point from = commission.at(random.unit(), random.real(0.4, 0.9));
        const double reach = side * random.real(0.25, 0.5);
        const double angle = random.real(0, 6.28);
        const Color bowel = varied(random, rgb(0xd98f80), 0.12);
        const double half = side * random.real(0.06, 0.1);
        photo.lay(strip({from,
                         {from.x + reach * 0.5 * std::cos(angle + 0.5), from.y + reach * 0.5 * std::sin(angle + 0.5)},
                         {from.x + reach * std::cos(angle), from.y + reach * std::sin(angle)}},
                        half, half, half),
                  {bowel, dimmed(bowel, 0.85), 0.5, 16, 0.4, 0.9, 0.45}, half * 0.8);
    }
}

void layInstrument(Photo& photo, Random& random, const Commission& commission)
{
    const double side = commission.side();
    const double way = random.chance(0.5) ? 1 : -1;
    const Point tip = commission.at(0.5 + way * random.real(0.0, 0.1), random.real(0.4, 0.6));
    const Point shaft{tip.x + way * side * 0.22, tip.y + side * random.real(0.02, 0.12)};
    const Point hand{tip.x + way * side * 1.3, shaft.y + (shaft.y - tip.y) * 3.5};
    const double half = side * random.real(0.025, 0.045);
    const Color tube = random.chance(0.5) ? grey(0.14) : grey(0.62);
    photo.lay(strip({shaft, {(shaft.x + hand.x) / 2, (shaft.y + hand.y) / 2}, hand}, half, half * 1.15, half * 1.4),
              {tube, dimmed(tube, 0.8), 0.3, 30, 0, 0.9, 0.5}, half);
    for (const double jaw : {-1.0, 1.0})
        photo.lay(strip({shaft,
                         {(shaft.x + tip.x) / 2, (shaft.y + tip.y) / 2 + jaw * half * 0.9},
                         {tip.x, tip.y + jaw * half * 0.5}},
                        half * 0.6, half * 0.45, half * 0.2),
                  {grey(0.7), grey(0.45), 0.5, 10, 0.3, 1, 0.4}, half * 0.5);
}

} // namespace

image::Pixels lookAtAbdomen(const Commission& commission, bool hasInstrument)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const Color wall = varied(random, between(rgb(0xb5604e), rgb(0xd98f78), random.unit()), 0.12);
    photo.fill([&](int x, int y) {
        const double patch = static_cast<double>(photo.coarse().cloud(x * 0.2, y * 0.2, 4));
        return dimmed(between(wall, rgb(0xe0b878), std::clamp(0.35 * patch, 0.0, 1.0)),
                      0.55 + 0.35 * y / photo.height());
    });
    layFat(photo, random, commission);
    layOrgans(photo, random, commission);
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(1, 7); i > 0; --i)
            drawBranches(canvas,
                         makeBranches(random, commission.at(random.unit(), random.unit()), random.real(0, 6.28),
                                      commission.side() * random.real(0.1, 0.3), commission.side() * 0.008, 3),
                         rgb(0x8a1a1a).withAlpha(0.5));
    });
    if (random.chance(0.3))
        photo.lay(blob(random, commission.at(random.real(0.3, 0.7), random.real(0.5, 0.8)), commission.side() * 0.16,
                       commission.side() * 0.07, 0.35),
                  {rgb(0x6a0a08), rgb(0x8a1a14), 0.4, 14, 0.3, 1, 0}, 4);
    if (hasInstrument)
        layInstrument(photo, random, commission);
    photo.spot(1.15, 0.5); // the lamp sits beside the lens
    return photo.developed(random);
}

} // namespace biomedica::demo
