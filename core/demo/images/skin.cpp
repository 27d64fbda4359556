#include "core/demo/images/cells.h"
#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<Color, 7> complexions = {rgb(0xf0cdb8), rgb(0xe4b294), rgb(0xd49a78), rgb(0xb97c56),
                                              rgb(0x93603f), rgb(0x6b4430), rgb(0x4b3024)};

/// Fine lines that cross, pores and blotches.
void laySkin(Photo& photo, Random& random, Color complexion)
{
    const double turn = random.real(0.4, 1.2);
    photo.fill([&](int x, int y) {
        const double blotch = static_cast<double>(photo.coarse().cloud(x * 0.2, y * 0.2, 4));
        const double lines = static_cast<double>(photo.fine().at(x * 0.5 + y * turn * 0.5, (y - x * turn) * 0.12));
        const double pores = static_cast<double>(photo.fine().at(x * 0.7, y * 0.7));
        const Color color = dimmed(complexion, 1 + 0.03 * blotch + 0.02 * lines + 0.015 * pores);
        return Color{color.red * (1 + 0.02 * blotch), color.green * (1 - 0.02 * blotch), color.blue};
    });
}

/// Limbs are round: dark towards two sides, with the ground beyond.
void roundOff(Photo& photo, Random& random, Color ground)
{
    const bool isUpright = random.chance(0.5);
    const double middle = random.real(0.4, 0.6);
    const double reach = random.real(0.32, 0.75);
    const double slant = random.real(-0.25, 0.25);
    const double bulge = random.real(0, 0.1);
    for (int y = 0; y < photo.height(); ++y)
        for (int x = 0; x < photo.width(); ++x) {
            const double u = static_cast<double>(x) / photo.width();
            const double v = static_cast<double>(y) / photo.height();
            const double along = isUpright ? v : u;
            const double off = (isUpright ? u : v) - middle - slant * (along - 0.5);
            const double place = off / (reach * (1 + bulge * std::sin(along * 5)));
            if (std::abs(place) > 1) {
                photo.set(x, y,
                          dimmed(ground, 0.9 + 0.1 * static_cast<double>(photo.coarse().cloud(x * 0.3, y * 0.3, 3))));
                continue;
            }
            const double light = std::sqrt(1 - place * place);
            photo.set(x, y, dimmed(photo.at(x, y), 0.42 + 0.58 * light));
        }
}

void addHairs(Photo& photo, Random& random, int count, double length, double width, double alpha)
{
    const double heading = random.real(0, 6.28);
    photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < count; ++i) {
            const Point foot{random.real(0, photo.width()), random.real(0, photo.height())};
            const double angle = heading + random.normal(0, 0.4);
            const double size = length * random.real(0.5, 1.2);
            const double bend = random.normal(0, 0.3);
            canvas.polyline(smoothed(std::vector<Point>{
                                foot,
                                {foot.x + size * 0.5 * std::cos(angle), foot.y + size * 0.5 * std::sin(angle)},
                                {foot.x + size * std::cos(angle + bend), foot.y + size * std::sin(angle + bend)}}),
                            {rgb(0x2a1c14).withAlpha(alpha), width});
        }
    });
}

struct Lesion {
    std::string_view name;
    Color color;
    Color mottle;
    double height; ///< of the relief, in parts of its radius
    double gloss;
};

constexpr std::array<Lesion, 6> lesions = {{
    {"an erythematous plaque", rgb(0xb8483c), rgb(0xd9a79a), 0.1, 0.15},
    {"a pigmented lesion", rgb(0x3a2418), rgb(0x6d452e), 0.1, 0.1},
    {"an ulcer", rgb(0x7d1f1c), rgb(0xcfae6a), -0.25, 0.5},
    {"a nodule", rgb(0xb0605a), rgb(0x8c3f48), 0.5, 0.6},
    {"crusted papules", rgb(0x8a4a2c), rgb(0xd0a060), 0.3, 0.2},
    {"a vesicular rash", rgb(0xc0655a), rgb(0xe3b5a8), 0.35, 0.7},
}};

/// Reddened skin around each, then the lesions upon it; flat ones have no edge.
void layLesions(Photo& photo, Random& random, const Lesion& lesion, const std::vector<Cell>& places)
{
    std::vector<Outline> outlines;
    for (const Cell& place : places)
        outlines.push_back(blob(random, {place.x, place.y}, place.radius, place.radius * random.real(0.6, 1), 0.3,
                                random.real(0, 180)));
    const Plane sharp = maskOf(photo.width(), photo.height(), [&](Canvas& canvas) {
        for (const Outline& outline : outlines)
            canvas.polygon(outline, white);
    });
    const double radius = places.front().radius;
    Plane rim = sharp;
    rim.blur(std::max(2, static_cast<int>(radius * 0.35)));
    photo.tint(rim, rgb(0xa83a34), random.real(0.2, 0.6));
    const bool isFlat = std::abs(lesion.height) < 0.2;
    if (isFlat) {
        Plane soft = sharp;
        soft.blur(std::max(1, static_cast<int>(radius * 0.06)));
        for (int y = 0; y < soft.height; ++y)
            for (int x = 0; x < soft.width; ++x)
                soft.row(y)[x] *= 0.75F + 0.25F * photo.coarse().cloud(x * 0.5, y * 0.5, 3);
        photo.tint(soft, varied(random, lesion.color, 0.15), random.real(0.5, 0.95));
    }
    for (const Outline& outline : outlines)
        if (!isFlat)
            photo.lay(outline,
                      {varied(random, lesion.color, 0.15), lesion.mottle, 0.8, radius * 0.3,
                       std::min(1.2, radius * 0.05), lesion.gloss, 0.08},
                      std::max(2.0, radius * std::abs(lesion.height)));
}

/// A pigmented lesion as a dermoscope sees it: layers, a network, dots.
void layNaevus(Photo& photo, Random& random, Point middle, double radius)
{
    const Color brown = varied(random, between(rgb(0x7a4a2c), rgb(0x3c2218), random.unit()), 0.1);
    for (int layer = 0; layer < 3; ++layer) { // darker towards the middle, each layer off the one before
        const double size = radius * (1 - 0.27 * layer);
        Plane mask = maskOf(photo.width(), photo.height(), [&](Canvas& canvas) {
            canvas.polygon(
                blob(random, {middle.x + random.normal(0, radius * 0.06), middle.y + random.normal(0, radius * 0.06)},
                     size, size * random.real(0.7, 1), 0.28, random.real(0, 180)),
                white);
        });
        mask.blur(std::max(1, static_cast<int>(radius * 0.07)));
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x) // a network of pigment
                mask.row(y)[x] *= 0.75F + 0.25F * std::abs(photo.coarse().at(x * 0.8, y * 0.8));
        photo.tint(mask, varied(random, dimmed(brown, 1.25 - 0.3 * layer), 0.12), 0.75);
    }
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(0, 60); i > 0; --i)
            canvas.disc({middle.x + random.normal(0, radius * 0.5), middle.y + random.normal(0, radius * 0.5)},
                        radius * random.real(0.015, 0.05), rgb(0x2a1610).withAlpha(0.7));
    });
}

} // namespace

Shot photographSkin(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const Color complexion = varied(random, random.pick(complexions), 0.06);
    laySkin(photo, random, complexion);
    const bool isLimb = random.chance(0.55);
    if (isLimb)
        roundOff(photo, random, varied(random, random.chance(0.5) ? rgb(0x2f5f8f) : rgb(0x3c3f42), 0.3));
    const Lesion& lesion = random.pick(lesions);
    const bool isRash = lesion.name.back() != 'r' && random.chance(0.4);
    const int count = isRash || lesion.name == "crusted papules" ? random.integer(12, 40) : 1;
    const double spread = count > 1 ? 0.16 : 0.05;
    std::vector<Cell> places;
    for (int i = 0; i < count; ++i) {
        const Point at = commission.at(random.normal(0.5, spread), random.normal(0.5, spread));
        places.push_back(
            {at.x, at.y, commission.side() * (count > 1 ? random.real(0.015, 0.05) : random.real(0.12, 0.3))});
    }
    layLesions(photo, random, lesion, places);
    if (random.chance(0.5))
        addHairs(photo, random, random.integer(20, 160), commission.side() * 0.08, 0.8, 0.35);
    const bool hasRuler = random.chance(0.3);
    if (hasRuler)
        layRuler(photo, random, commission.at(random.real(0.05, 0.3), random.real(0.78, 0.86)), commission.width * 0.6,
                 false);
    PanelText text;
    text.topic =
        "clinical photograph of the skin of a patient aged " + std::to_string(random.integer(3, 84)) + " years";
    const std::string shown = count > 1 ? "multiple skin lesions" : std::string(lesion.name);
    text.details = {"The photograph shows " + shown + (isLimb ? " of the limb." : "."),
                    "Written consent to publication was given."};
    text.shown = {"clinical photograph", shown};
    return {photo.developed(random), text};
}

Shot photographDermoscopy(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    laySkin(photo, random, varied(random, between(rgb(0xe3b89f), rgb(0xc99a80), random.unit()), 0.06));
    const Point middle = commission.at(random.normal(0.5, 0.04), random.normal(0.5, 0.04));
    layNaevus(photo, random, middle, commission.side() * random.real(0.2, 0.36));
    const bool hasHairs = random.chance(0.65);
    if (hasHairs)
        addHairs(photo, random, random.integer(4, 30), commission.side() * 0.6, commission.side() * 0.006, 0.85);
    if (random.chance(0.5)) // what the round lens lets through
        for (int y = 0; y < photo.height(); ++y)
            for (int x = 0; x < photo.width(); ++x) {
                const double away = std::hypot(x - photo.width() / 2.0, y - photo.height() / 2.0) / photo.width() * 2;
                photo.set(x, y, dimmed(photo.at(x, y), std::clamp((1.02 - away) * 12, 0.03, 1.0)));
            }
    PanelText text;
    text.topic = "dermoscopic image of a pigmented lesion";
    text.details = {"The pigment network is irregular at the border.",
                    "The lesion measured " + std::to_string(random.integer(4, 18)) + " mm."};
    text.shown = {"dermoscopic image", "pigmented lesion"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
