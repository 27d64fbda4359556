#include "core/demo/images/grounds.h"

#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// Woven cloth with folds.
void layDrape(Photo& photo, Random& random)
{
    static constexpr std::array<Color, 6> cloths = {rgb(0x2f6fa8), rgb(0x3f8f78), rgb(0x1f4f86),
                                                    rgb(0x5fa39a), rgb(0x7fb0cf), rgb(0x2c7a5c)};
    const Color cloth = varied(random, random.pick(cloths), 0.15);
    const double slope = random.real(-1, 1);
    const double fold = random.real(0.02, 0.05);
    const bool isWet = random.chance(0.3);
    photo.fill([&](int x, int y) {
        const double bend = static_cast<double>(photo.coarse().cloud(x * 0.12, y * 0.12, 3));
        const double crease = std::sin((x + slope * y) * fold * 0.5 + 3 * bend);
        const double weave = 0.035 * ((x + y) % 3 - 1) + 0.03 * static_cast<double>(photo.fine().at(x, y));
        const double stain = isWet && bend > 0.9 ? 0.75 : 1;
        return dimmed(cloth, (0.88 + 0.1 * bend + 0.07 * crease + weave) * stain);
    });
}

void layWood(Photo& photo, Random& random)
{
    const Color wood = varied(random, between(rgb(0x6a4526), rgb(0xc9a070), random.unit()), 0.1);
    const double board = random.real(0.2, 0.5) * photo.height();
    photo.fill([&](int x, int y) {
        const double ring = static_cast<double>(photo.coarse().cloud(x * 0.06, y * 0.9, 3));
        const double pore = 0.05 * static_cast<double>(photo.fine().at(x * 0.15, y * 1.0));
        const double gap = std::fmod(y, board) < 2 ? 0.5 : 1;
        return dimmed(wood, (0.92 + 0.13 * ring + pore) * gap);
    });
}

void layGrass(Photo& photo, Random& random)
{
    const Color dark = varied(random, rgb(0x2f4a1e), 0.2);
    const Color light = varied(random, random.chance(0.7) ? rgb(0x88a84a) : rgb(0xb7a566), 0.15);
    photo.fill([&](int x, int y) {
        const double patch = static_cast<double>(photo.coarse().cloud(x * 0.4, y * 0.6, 4));
        return between(dark, light, std::clamp(0.4 + 0.25 * patch, 0.0, 1.0));
    });
    photo.draw([&](Canvas& canvas) {
        for (int i = photo.width() * photo.height() / 260; i > 0; --i) {
            const Point foot{random.real(0, photo.width()), random.real(0, photo.height() * 1.1)};
            const double size = photo.height() * random.real(0.03, 0.09) * (0.4 + foot.y / photo.height());
            const Color blade = between(dark, light, random.real(0.1, 1.1)).withAlpha(0.7);
            canvas.line(foot, {foot.x + random.normal(0, size * 0.35), foot.y - size},
                        {blade, std::max(0.8, size * 0.07)});
        }
    });
}

/// One colour, uneven: paper, a bench, steel, soil, black cloth.
void layPlain(Photo& photo, Color color, double patches, double grain, double streaks)
{
    photo.fill([&](int x, int y) {
        const double patch = static_cast<double>(photo.coarse().cloud(x * 0.25, y * 0.25, 4));
        const double dot = static_cast<double>(photo.fine().at(x * (1 - 0.97 * streaks), y * 1.0));
        return dimmed(color, 1 + patches * patch + grain * dot);
    });
}

void addBranch(Random& random, std::vector<Branch>& branches, Point at, double heading, double length, double width,
               int generations)
{
    Branch branch{{at}, width};
    constexpr int steps = 7;
    for (int i = 1; i <= steps; ++i) {
        heading += random.normal(0, 0.17);
        at = {at.x + length / steps * std::cos(heading), at.y + length / steps * std::sin(heading)};
        branch.points.push_back(at);
        if (generations > 1 && i > 1 && i < steps && random.chance(0.42))
            addBranch(random, branches, at, heading + random.real(0.4, 1.0) * (random.chance(0.5) ? 1 : -1),
                      length * random.real(0.4, 0.7), width * random.real(0.45, 0.7), generations - 1);
    }
    branches.push_back(std::move(branch));
}

} // namespace

void layGround(Photo& photo, Random& random, Ground ground)
{
    switch (ground) {
    case Ground::Drape: layDrape(photo, random); break;
    case Ground::Wood: layWood(photo, random); break;
    case Ground::Grass: layGrass(photo, random); break;
    case Ground::Bench: layPlain(photo, varied(random, rgb(0xc9ccc8), 0.15), 0.04, 0.02, 0); break;
    case Ground::Paper: layPlain(photo, varied(random, rgb(0xe6e4dc), 0.08), 0.015, 0.012, 0); break;
    case Ground::Soil:
        layPlain(photo, varied(random, between(rgb(0x4a3624), rgb(0xa98a5f), random.unit()), 0.1), 0.16, 0.16, 0);
        break;
    case Ground::Steel: layPlain(photo, varied(random, rgb(0xa4a9ad), 0.15), 0.06, 0.06, 1); break;
    case Ground::Dark: layPlain(photo, varied(random, rgb(0x17181b), 0.3), 0.12, 0.1, 0); break;
    }
}

void layRuler(Photo& photo, Random& random, Point corner, double length, bool isUpright)
{
    const double breadth = std::max(10.0, length * 0.07);
    const auto place = [&](double along, double across) {
        return isUpright ? Point{corner.x + across, corner.y + along} : Point{corner.x + along, corner.y + across};
    };
    const Color body = random.chance(0.6) ? rgb(0xf1efe6) : random.chance(0.5) ? rgb(0xe6cf5a) : rgb(0xb9bdc1);
    photo.lay(Outline{place(0, 0), place(length, 0), place(length, breadth), place(0, breadth)},
              {body, dimmed(body, 0.94), 0.5, 20, 0, 0.1, 0.4}, 3);
    const double centimetre = length / random.integer(4, 11);
    photo.draw([&](Canvas& canvas) {
        int mark = 0;
        for (double along = centimetre * 0.3; along < length - 2; along += centimetre / 5, ++mark) {
            const double reach = breadth * (mark % 5 == 0 ? 0.45 : 0.25);
            canvas.line(place(along, 0), place(along, reach), {grey(0.1), 1});
            if (mark % 5 == 0 && breadth > 12 && along < length - centimetre * 0.4)
                canvas.text(std::to_string(mark / 5), place(along, breadth * 0.72), {breadth * 0.42}, grey(0.1),
                            {Horizontal::Center, Vertical::Middle, isUpright ? 90.0 : 0.0});
        }
    });
}

void layGlove(Photo& photo, Random& random)
{
    const Color latex = varied(random, random.chance(0.5) ? rgb(0xe9dcc4) : rgb(0x5f86c4), 0.1);
    const Material material{latex, dimmed(latex, 0.85), 0.4, 30, 0.6, 0.3, 0.5};
    const double size = std::min(photo.width(), photo.height()) * 0.11;
    const double way = random.chance(0.5) ? 1 : -1;
    const Point palm = {photo.width() * (way > 0 ? -0.02 : 1.02), photo.height() * random.real(0.6, 0.9)};
    photo.lay(blob(random, palm, size * 1.9, size * 1.6, 0.1), material, size * 0.6);
    for (int finger = 0; finger < 4; ++finger) {
        const double angle = -0.75 + 0.32 * finger;
        const double reach = size * random.real(3, 3.8);
        const Point root{palm.x + way * size * 1.2, palm.y + size * (finger - 1.6) * 0.62};
        photo.lay(strip({root,
                         {root.x + way * reach * 0.5 * std::cos(angle), root.y + reach * 0.5 * std::sin(angle)},
                         {root.x + way * reach * 0.9, root.y + reach * 0.6 * std::sin(angle + 0.5)}},
                        size * 0.36, size * 0.33, size * 0.22),
                  material, size * 0.3);
    }
}

std::vector<Branch> makeBranches(Random& random, Point start, double heading, double length, double width,
                                 int generations)
{
    std::vector<Branch> branches;
    addBranch(random, branches, start, heading, length, width, generations);
    return branches;
}

void drawBranches(Canvas& canvas, const std::vector<Branch>& branches, Color color)
{
    for (const Branch& branch : branches)
        canvas.polygon(strip(branch.points, branch.width * 0.5, branch.width * 0.42, branch.width * 0.25), color);
}

} // namespace biomedica::demo
