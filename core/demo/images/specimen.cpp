#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Organ {
    std::string_view name;
    Color color;
    Color mottle;
    double elongation;
};

constexpr std::array<Organ, 6> organs = {{
    {"a liver segment", rgb(0x6b2a20), rgb(0x8c4030), 1.5},
    {"a kidney", rgb(0x7c3328), rgb(0x9c5040), 1.6},
    {"a resected tumour", rgb(0xc9a08a), rgb(0x8a2f2a), 1.2},
    {"a spleen", rgb(0x4e1c22), rgb(0x7a2c34), 1.7},
    {"a lipoma", rgb(0xe3c15a), rgb(0xd09040), 1.3},
    {"a uterus", rgb(0xd08f80), rgb(0xb06058), 1.3},
}};

void layOrgan(Photo& photo, Random& random, const Organ& organ, Point at, double radius)
{
    const double degrees = random.real(-40, 40);
    photo.lay(blob(random, at, radius * organ.elongation, radius, 0.22, degrees),
              {varied(random, organ.color, 0.12), organ.mottle, 0.7, radius * 0.25, radius * 0.012, 0.75, 0.5},
              radius * 0.4);
    if (random.chance(0.5)) // cut open: another colour within, with a nodule
        photo.lay(blob(random, at, radius * organ.elongation * 0.72, radius * 0.68, 0.25, degrees),
                  {organ.mottle.lighter(0.35), organ.color.lighter(0.2), 0.8, radius * 0.14, radius * 0.015, 0.5, 0},
                  radius * 0.07);
    for (int i = random.integer(0, 7); i > 0; --i)
        photo.lay(blob(random, {at.x + random.normal(0, radius * 0.4), at.y + random.normal(0, radius * 0.3)},
                       radius * random.real(0.06, 0.25), radius * random.real(0.06, 0.2), 0.3),
                  {varied(random, random.chance(0.5) ? rgb(0xe8dcc2) : rgb(0x5b1512), 0.1), organ.color, 0.4,
                   radius * 0.1, radius * 0.01, 0.7, 0.15},
                  radius * 0.07);
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(0, 4); i > 0; --i)
            drawBranches(canvas,
                         makeBranches(random,
                                      {at.x + random.normal(0, radius * 0.4), at.y + random.normal(0, radius * 0.4)},
                                      random.real(0, 6.28), radius * 0.6, radius * 0.03, 3),
                         rgb(0x6a1412).withAlpha(0.5));
    });
}

/// Blood or water beside it.
void layStains(Photo& photo, Random& random, Point at, double radius)
{
    for (int i = random.integer(0, 4); i > 0; --i)
        photo.lay(blob(random, {at.x + random.normal(0, radius * 1.2), at.y + random.normal(0, radius)},
                       radius * random.real(0.05, 0.4), radius * random.real(0.05, 0.2), 0.4),
                  {rgb(0x6d1512).withAlpha(0.7), rgb(0x8f2a22), 0.6, 12, 0, 0.6, 0}, 1);
}

} // namespace

Shot photographSpecimen(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const bool isOnDrape = random.chance(0.65);
    layGround(photo, random,
              isOnDrape            ? Ground::Drape
              : random.chance(0.5) ? Ground::Steel
              : random.chance(0.5) ? Ground::Paper
                                   : Ground::Dark);
    const Organ& organ = random.pick(organs);
    const double radius = commission.side() * random.real(0.17, 0.3);
    const Point at = commission.at(random.real(0.42, 0.58), random.real(0.38, 0.5));
    layStains(photo, random, at, radius);
    const int pieces = random.chance(0.75) ? 1 : random.integer(2, 4);
    for (int i = 0; i < pieces; ++i)
        layOrgan(photo, random, organ, pieces == 1 ? at : commission.at((i + 0.5) / pieces, random.real(0.35, 0.55)),
                 radius / std::sqrt(pieces));
    const bool hasRuler = random.chance(0.5);
    if (hasRuler)
        layRuler(photo, random, commission.at(random.real(0.05, 0.2), random.real(0.83, 0.88)),
                 commission.width * random.real(0.45, 0.7), false);
    if (random.chance(0.25))
        layGlove(photo, random);
    PanelText text;
    text.topic = "gross specimen of " + std::string(organ.name);
    text.details = {"The specimen measured " + fixed(random.real(1.5, 12), 1) + " cm"
                        + (hasRuler ? " (ruler in centimetres)." : "."),
                    "It was resected from a patient with " + commission.subject.disease + "."};
    text.shown = {"gross specimen", std::string(organ.name)};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
