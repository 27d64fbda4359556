#include "core/demo/images/grounds.h"
#include "core/demo/images/scopes.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr Color none{0, 0, 0, 0};

constexpr std::array<Modality, 4> allModalities = {{
    {"white light", rgb(0xe09a82), rgb(0xb54f42), rgb(0x8f2420), none},
    {"narrow-band imaging", rgb(0xa3a888), rgb(0x5a6650), rgb(0x45281c), none},
    {"chromoendoscopy with indigo carmine", rgb(0xcf9a92), rgb(0x9a5a5c), rgb(0x7a2c38), {0.12, 0.18, 0.5, 0.85}},
    {"chromoendoscopy with Lugol's solution", rgb(0xb9854a), rgb(0x7a4420), rgb(0x5a2410), {0.3, 0.16, 0.05, 0.6}},
}};

constexpr std::array<HollowOrgan, 8> allOrgans = {{
    {"the ascending colon", "colonoscopic", 0.9, 0.26, 3, 0.1, false, 0.8},
    {"the sigmoid colon", "colonoscopic", 1.1, 0.24, 0, 0.12, false, 0.9},
    {"the stomach", "gastroscopic", 0.35, 0.2, 5, 0.05, false, 0.3},
    {"the oesophagus", "gastroscopic", 0.4, 0.06, 4, 0.14, false, 0.8},
    {"the duodenum", "gastroscopic", 1.7, 0.14, 0, 0.1, false, 0.1},
    {"the trachea", "bronchoscopic", 2.2, 0.07, 0, 0.16, false, 0.5},
    {"the main carina", "bronchoscopic", 2, 0.05, 0, 0.2, true, 0.5},
    {"the small bowel", "capsule endoscopic", 1.2, 0.2, 0, 0.08, false, 0.3},
}};

/// The wall around a passage, seen from within: the middle is far away.
struct Wall {
    Plane heights; ///< in pixels
    Plane depth;   ///< 0 at the lens, 1 where light does not reach
    std::vector<Lit> lit;
};

/// What makes one passage differ from another.
struct Bends {
    Point lumen;
    double apart; ///< of two passages, half
    double tilt;
    double phase;
    double slant;
    double folds;
    double bumps;
};

Bends makeBends(Random& random, const HollowOrgan& organ, double width, double height)
{
    // Near the wall the passage is out of sight.
    const double away = random.chance(0.25) ? random.real(0.7, 1.1) : random.real(0, 0.22);
    const double angle = random.real(0, 6.28);
    return {{width * (0.5 + away * std::cos(angle)), height * (0.5 + away * std::sin(angle))},
            organ.isForked ? std::hypot(width, height) * random.real(0.11, 0.16) : 0,
            random.real(-0.4, 0.4),
            random.real(0, 6.28),
            random.real(0.1, 0.5),
            organ.folds * random.real(0.75, 1.25) * 2 * 3.1416,
            random.real(0.1, 0.4)};
}

/// How high a ring of the wall stands at this distance: each is a crescent that runs out somewhere.
double ridgeAt(const Bends& bends, double distance, double angle, double bend)
{
    const double place = distance * bends.folds + bends.slant * 4 * std::sin(angle + bends.phase) + bend * 1.1;
    const double wave = 0.5 + 0.5 * std::sin(place);
    const double ring = std::floor((place + 1.57) / 6.2832);
    const double crescent = 0.65 + 0.35 * std::sin(angle + ring * 2.2 + bends.phase);
    return wave * wave * wave * crescent;
}

/// The lamp sits at the lens: what faces outwards is lit.
Lit litFrom(const Plane& heights, int x, int y, const Point& lumen)
{
    const double away = std::max(1.0, std::hypot(x - lumen.x, y - lumen.y));
    const Light light{static_cast<float>(0.45 * (x - lumen.x) / away), static_cast<float>(0.45 * (y - lumen.y) / away),
                      0.89F};
    return litAt(heights, x, y, light);
}

Wall makeWall(Random& random, const Photo& photo, const HollowOrgan& organ)
{
    const int width = photo.width();
    const int height = photo.height();
    const double reach = std::hypot(width, height) / 2;
    const Bends bends = makeBends(random, organ, width, height);
    const double grain = 60 / reach;
    Wall wall{Plane(width, height), Plane(width, height), {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double side = (x - bends.lumen.x) + bends.tilt * (y - bends.lumen.y) > 0 ? 1 : -1;
            const double dx = x - bends.lumen.x - side * bends.apart;
            const double dy = y - bends.lumen.y - side * bends.apart * bends.tilt;
            const double angle = std::atan2(dy, dx);
            const double corner = organ.corners > 0 ? 1 + 0.12 * std::cos(organ.corners * angle + bends.phase) : 1;
            const double away = std::max(1.0, std::hypot(dx, dy) * corner);
            const double bend = static_cast<double>(photo.coarse().cloud(x * grain, y * grain, 3));
            const double rise = organ.height * away * ridgeAt(bends, std::log(reach / away), angle, bend);
            wall.heights.row(y)[x] = static_cast<float>(rise + reach * 0.015 * bend);
            wall.depth.row(y)[x] = static_cast<float>(std::clamp(1.25 - away / (reach * organ.lumen * 3.2), 0.0, 1.0));
        }
    wall.heights.blur(std::max(1, static_cast<int>(reach / 70)));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            wall.heights.row(y)[x] += static_cast<float>(bends.bumps) * photo.coarse().at(x * 0.5, y * 0.5);
    wall.lit.reserve(wall.heights.values.size());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            wall.lit.push_back(litFrom(wall.heights, x, y, bends.lumen));
    return wall;
}

void paintWall(Photo& photo, const Wall& wall, const Modality& modality)
{
    auto lit = wall.lit.begin();
    for (int y = 0; y < photo.height(); ++y)
        for (int x = 0; x < photo.width(); ++x, ++lit) {
            const double patch = static_cast<double>(photo.coarse().cloud(x * 0.28 + y * 0.2, y * 0.28 - x * 0.2, 3));
            const Color color = between(modality.pale, modality.deep, std::clamp(0.4 + 0.2 * patch, 0.0, 1.0));
            const double hollow = std::clamp((0.95 - static_cast<double>(lit->diffuse)) * 2 + 0.15 * patch, 0.0, 1.0);
            photo.set(x, y, between(color, modality.groove.withAlpha(1), hollow * modality.groove.alpha));
        }
}

/// The folds' light and shade, then the dark of the distance.
void lightWall(Photo& photo, const Wall& wall, double gloss)
{
    auto lit = wall.lit.begin();
    for (int y = 0; y < photo.height(); ++y)
        for (int x = 0; x < photo.width(); ++x, ++lit)
            photo.shine(x, y, {0.35F + 0.65F * lit->diffuse, lit->gloss}, gloss);
}

void darken(Photo& photo, const Wall& wall)
{
    for (int y = 0; y < photo.height(); ++y)
        for (int x = 0; x < photo.width(); ++x)
            photo.set(x, y, dimmed(photo.at(x, y), 1 - static_cast<double>(wall.depth.row(y)[x])));
    photo.spot(1.1, 0.3);
}

/// What a capsule swims in.
void addBubbles(Photo& photo, Random& random)
{
    const double side = std::min(photo.width(), photo.height());
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(4, 40); i > 0; --i) {
            const Point at{random.real(0, photo.width()), random.real(0, photo.height())};
            const double radius = side * random.real(0.006, 0.03);
            canvas.disc(at, radius, rgb(0xd8c878).withAlpha(0.25));
            canvas.circle(at, radius, {rgb(0x5a4a20).withAlpha(0.5), 1});
            canvas.disc({at.x - radius * 0.4, at.y - radius * 0.4}, radius * 0.25, white.withAlpha(0.8));
        }
    });
}

void addVessels(Photo& photo, Random& random, Color color)
{
    const double side = std::min(photo.width(), photo.height());
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(4, 11); i > 0; --i)
            drawBranches(canvas,
                         makeBranches(random, {random.real(0, photo.width()), random.real(0, photo.height())},
                                      random.real(0, 6.28), side * random.real(0.2, 0.5),
                                      side * random.real(0.006, 0.014), 4),
                         color.withAlpha(random.real(0.35, 0.75)));
    });
}

void addFinding(Photo& photo, Random& random, const Sight& sight, const Modality& modality)
{
    const double side = std::min(photo.width(), photo.height());
    const Point at{photo.width() * sight.place.x, photo.height() * sight.place.y};
    const double size = side * random.real(0.08, 0.19);
    const Material flesh{
        between(modality.deep, modality.pale, 0.2), modality.vessel, 0.5, size * 0.2, size * 0.02, 0.9, 0.35};
    switch (sight.finding) {
    case Finding::None: break;
    case Finding::Polyp:
        for (int lobe = random.integer(1, 5); lobe > 0; --lobe)
            photo.lay(blob(random, {at.x + random.normal(0, size * 0.35), at.y + random.normal(0, size * 0.35)},
                           size * random.real(0.6, 1), size * random.real(0.6, 1), 0.12),
                      flesh, size * 0.5);
        break;
    case Finding::Ulcer:
        photo.lay(blob(random, at, size * 1.15, size * 0.9, 0.2), flesh, size * 0.2);
        photo.lay(blob(random, at, size * 0.85, size * 0.62, 0.25),
                  {between(modality.pale, rgb(0xeee4c0), 0.75), modality.pale, 0.6, size * 0.2, 0.5, 0.5, 0},
                  size * 0.08);
        break;
    case Finding::Bleeding: {
        const std::vector<Point> course = {at,
                                           {at.x + size * random.real(-0.4, 0.4), at.y + size * 0.8},
                                           {at.x + size * random.real(-0.8, 0.8), at.y + size * 2.2}};
        photo.lay({strip(course, size * 0.5, size * 0.28, size * 0.12), blob(random, at, size * 0.7, size * 0.5, 0.4)},
                  {between(modality.vessel, rgb(0x8a0a08), 0.6), modality.vessel, 0.4, size * 0.2, 0.3, 0.9, 0},
                  size * 0.08);
        break;
    }
    case Finding::Plaques:
        for (int i = random.integer(8, 30); i > 0; --i)
            photo.lay(blob(random, {random.real(0, photo.width()), random.real(0, photo.height())},
                           side * random.real(0.01, 0.035), side * random.real(0.008, 0.025), 0.3),
                      {between(modality.pale, rgb(0xf2ead0), 0.85), modality.pale, 0.3, 8, 0.2, 0.5, 0.15},
                      side * 0.008);
        break;
    }
}

} // namespace

std::span<const Modality> modalities()
{
    return allModalities;
}

std::span<const HollowOrgan> hollowOrgans()
{
    return allOrgans;
}

image::Pixels lookInto(const Commission& commission, const HollowOrgan& organ, const Modality& modality,
                       const Sight& sight)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    Modality own = modality;
    own.pale = varied(random, own.pale, 0.12);
    own.deep = varied(random, own.deep, 0.15);
    const Wall wall = makeWall(random, photo, organ);
    paintWall(photo, wall, own);
    if (random.unit() < organ.vessels)
        addVessels(photo, random, own.vessel);
    lightWall(photo, wall, random.real(0.3, 1));
    addFinding(photo, random, sight, own);
    darken(photo, wall);
    if (organ.procedure.starts_with("capsule"))
        addBubbles(photo, random);
    return photo.developed(random);
}

} // namespace biomedica::demo
