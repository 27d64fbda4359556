#include "core/demo/images/section.h"

#include <algorithm>
#include <numbers>

namespace biomedica::demo {

namespace {

/// Even tissue; connective tissue until cells are put on it.
void layGround(Section& section, double level)
{
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x)
            section.setStroma(x, y,
                              std::max(0.02, level + 0.13 * static_cast<double>(section.coarse.at(x / 3, y / 2))));
}

void clearMark(Section& section, int x, int y)
{
    section.tissue.row(y)[x] += section.mark.row(y)[x];
    section.mark.row(y)[x] = 0;
}

/// Round holes side by side, with thin walls between.
void growHoles(Section& section, Random& random, double size, double crowding, double rim)
{
    layGround(section, random.real(0.4, 0.6));
    auto holes = scatterCells(random, section.width(), section.height(), size * 0.7, crowding);
    Plane open(section.width(), section.height());
    for (Cell& hole : holes) {
        hole.radius = size * random.real(0.75, 1.15);
        hole.elongation = random.real(1, 1.3);
        addHole(section, hole, rim);
        visitEllipse(open, hole, [&](int x, int y, double) { open.row(y)[x] = 1; });
    }
    scatterNuclei(section, random, section.unit * 3, 1.7, [&](double x, double y) {
        return open.row(std::min(section.height() - 1,
                                 static_cast<int>(y)))[std::min(section.width() - 1, static_cast<int>(x))]
               == 0.0F;
    });
}

} // namespace

/// Round glands: a lumen, a ring of cells with their nuclei at the base, and stroma between.
void growGlands(Section& section, Random& random)
{
    layGround(section, random.real(0.38, 0.55));
    const double size = section.unit * random.real(4, 9);
    auto glands = scatterCells(random, section.width(), section.height(), size * 0.86, 5);
    for (Cell& gland : glands) {
        gland.radius = size * random.real(0.8, 1.0);
        gland.elongation = random.real(1, 1.2);
    }
    Plane occupied(section.width(), section.height());
    const double open = random.real(0.15, 0.4); // of the radius²
    for (const Cell& gland : glands) {
        visitEllipse(section.tissue, gland, [&](int x, int y, double square) {
            occupied.row(y)[x] = 1;
            section.mark.row(y)[x] = 0;
            const double edge = open * (1 + 0.4 * static_cast<double>(section.coarse.at(x / 2, y / 2)));
            // A pale gap around the gland, cytoplasm, then the lumen.
            const double amount = square > 0.95 ? 0.1 : square > edge ? 0.62 + 0.25 * square : 0.03;
            section.tissue.row(y)[x] = static_cast<float>(amount);
        });
        const int count = static_cast<int>(2 * std::numbers::pi * gland.radius * 0.78 / (section.unit * 2.2));
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * (i + random.real(-0.2, 0.2)) / count;
            const double away = gland.radius * random.real(0.7, 0.82);
            const double u = away * gland.elongation * std::cos(angle);
            const double v = away * std::sin(angle);
            addNucleus(section, nucleusAt(random, gland.x + u * std::cos(gland.angle) - v * std::sin(gland.angle),
                                          gland.y + u * std::sin(gland.angle) + v * std::cos(gland.angle), section.unit,
                                          1.25, angle + gland.angle));
        }
    }
    scatterNuclei(section, random, section.unit * 4.2, 2.6, [&](double x, double y) {
        const int column = std::min(section.width() - 1, static_cast<int>(x));
        const int line = std::min(section.height() - 1, static_cast<int>(y));
        return occupied.row(line)[column] == 0.0F;
    });
}

/// Cells side by side, with bands of stroma where the coarse texture is high.
void growSheets(Section& section, Random& random)
{
    layGround(section, random.real(0.38, 0.55));
    const double scale = section.unit * 5;
    const double limit = random.real(0.7, 1.6);
    const auto isStroma = [&](double x, double y) {
        return static_cast<double>(section.coarse.cloud(x * 6 / scale, y * 6 / scale, 2)) > limit;
    };
    if (section.marked == Marked::Stroma)
        for (int y = 0; y < section.height(); ++y)
            for (int x = 0; x < section.width(); ++x)
                if (!isStroma(x, y))
                    clearMark(section, x, y);
    scatterNuclei(section, random, section.unit * random.real(2.5, 3.4), random.real(1.05, 1.35),
                  [&](double x, double y) { return !isStroma(x, y); });
    scatterNuclei(section, random, section.unit * 4, 2.8, isStroma);
    const double vacuole = section.unit * random.real(1.6, 3);
    const int holes = random.chance(0.4) ? random.integer(8, 40) : 0; // fat or vacuoles
    for (int i = 0; i < holes; ++i) {
        const Cell hole{random.real(0, section.width()),
                        random.real(0, section.height()),
                        vacuole * random.real(0.6, 1.5),
                        random.real(1, 1.25),
                        random.real(0, 3),
                        1};
        addHole(section, hole, 0.8);
    }
}

/// Bundles that run one way and wave, with clefts and thin nuclei along them.
void growFibres(Section& section, Random& random)
{
    const double angle = random.real(0, std::numbers::pi);
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double width = section.unit * random.real(3, 5);
    const double wave = section.unit * 4;
    const auto across = [&](double x, double y) {
        const double along = x * cosine + y * sine;
        return (y * cosine - x * sine + wave * std::sin(along / (wave * 6))) / width;
    };
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x) {
            const double place = across(x, y) + 0.35 * static_cast<double>(section.coarse.at(x / 3, y / 3));
            const double off = std::abs(place - std::round(place)); // 0.5 on the cleft
            const double cleft = off > 0.44 ? 0.12 : 1;
            const double amount = (0.62 + 0.2 * (0.5 - off)) * cleft;
            if (section.marked == Marked::Stroma && section.isMarkedAt(x * 0.3, y * 0.3))
                section.setStroma(x, y, amount);
            else
                section.tissue.row(y)[x] = static_cast<float>(amount);
        }
    scatterNuclei(section, random, section.unit * 4.6, 1, [&](double x, double y) {
        const double place = across(x, y);
        const double bend = wave * std::cos((x * cosine + y * sine) / (wave * 6)) / (wave * 6);
        if (std::abs(place - std::round(place)) > 0.28)
            addNucleus(section, nucleusAt(random, x, y, section.unit * 0.5, 3, angle - bend));
        return false;
    });
}

void growFat(Section& section, Random& random)
{
    growHoles(section, random, section.unit * random.real(5, 9), 6, 0.9);
}

void growAlveoli(Section& section, Random& random)
{
    growHoles(section, random, section.unit * random.real(6, 12), 4, 0.95);
    if (random.chance(0.6)) { // an airway or a vessel
        const Cell airway{section.width() * random.real(0.2, 0.8),
                          section.height() * random.real(0.2, 0.8),
                          section.unit * random.real(12, 20),
                          random.real(1, 1.4),
                          random.real(0, 3),
                          1};
        addHole(section, airway, 0.6);
    }
}

} // namespace biomedica::demo
