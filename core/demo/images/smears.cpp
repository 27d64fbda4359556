// Cells without tissue around them: blood and cytology.
#include "core/demo/images/section.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

void layPaleGround(Section& section, double level)
{
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x)
            section.tissue.row(y)[x] =
                static_cast<float>(level * (1 + 0.2 * static_cast<double>(section.coarse.cloud(x * 0.1, y * 0.1, 3))));
}

/// A disc, paler in its middle.
void addRedCell(Section& section, const Cell& cell, double pallor)
{
    visitEllipse(section.tissue, cell, [&](int x, int y, double square) {
        const double rim = std::min(1.0, (1 - square) * 5);
        section.tissue.row(y)[x] += static_cast<float>(cell.brightness * rim * (0.55 - pallor * std::exp(-square * 5)));
    });
}

/// Lobes of nucleus in a body that the third dye tints.
void addWhiteCell(Section& section, Random& random, double x, double y)
{
    const double radius = section.unit * random.real(1.5, 2.1);
    visitEllipse(
        section.mark, {x, y, radius, random.real(1, 1.15), random.real(0, 3), 1}, [&](int px, int py, double square) {
            section.tissue.row(py)[px] = 0.05F;
            section.mark.row(py)[px] = static_cast<float>(0.4 * std::min(1.0, (1 - square) * 4)
                                                          * (1 + 0.4 * static_cast<double>(section.fine.at(px, py))));
        });
    const int lobes = random.chance(0.45) ? 1 : random.integer(2, 4);
    const double turn = random.real(0, 6.28);
    for (int lobe = 0; lobe < lobes; ++lobe) {
        const double away = lobes == 1 ? 0 : radius * 0.45;
        const double angle = turn + 1.5 * lobe;
        addNucleus(section,
                   nucleusAt(random, x + away * std::cos(angle), y + away * std::sin(angle),
                             radius * (lobes == 1 ? random.real(0.6, 0.85) : 0.4), random.real(1, 1.3), angle));
    }
}

} // namespace

void spreadBlood(Section& section, Random& random)
{
    layPaleGround(section, random.real(0.02, 0.1));
    const double pallor = random.real(0.05, 0.4);
    const double spacing = section.unit * random.real(2.2, 4);
    const double sizes = random.real(0.05, 0.3);
    for (double top = -spacing; top < section.height() + spacing; top += spacing)
        for (double left = -spacing; left < section.width() + spacing; left += spacing)
            if (random.chance(0.85))
                addRedCell(section,
                           {left + random.real(0, spacing), top + random.real(0, spacing),
                            section.unit * (1 + random.real(-sizes, sizes)), random.real(1, 1.1 + sizes * 0.6),
                            random.real(0, 3), random.real(0.8, 1.1)},
                           pallor);
    const double area = section.width() * section.height() / (section.unit * section.unit);
    const int whites = std::clamp(static_cast<int>(area * random.real(0.0004, 0.006)), 1, 60);
    for (int i = 0; i < whites; ++i)
        addWhiteCell(section, random, random.real(0.1, 0.9) * section.width(),
                     random.real(0.1, 0.9) * section.height());
    for (int i = 0; i < whites * 3; ++i) // platelets
        addNucleus(section, {random.real(0, section.width()), random.real(0, section.height()), section.unit * 0.3, 1.2,
                             0, 0.5});
}

void spreadSmear(Section& section, Random& random)
{
    layPaleGround(section, random.real(0.01, 0.06));
    const double flat = section.unit * random.real(1.8, 4);
    const bool isClustered = random.chance(0.6);
    const int count =
        std::max(15, static_cast<int>(section.width() * section.height() / (flat * flat * random.real(4, 24))));
    std::vector<Cell> clusters;
    for (int i = random.integer(2, 5); i > 0; --i)
        clusters.push_back({random.real(0, section.width()), random.real(0, section.height()), 0, 1, 0, 1});
    for (int i = 0; i < count; ++i) {
        const Cell& cluster = random.pick(clusters);
        const double x = isClustered ? cluster.x + random.normal(0, flat * 3.5) : random.real(0, section.width());
        const double y = isClustered ? cluster.y + random.normal(0, flat * 3) : random.real(0, section.height());
        Plane& body = random.chance(0.5) ? section.tissue : section.mark;
        visitEllipse(body, {x, y, flat * random.real(0.7, 1.2), random.real(1, 1.6), random.real(0, 3), 1},
                     [&](int px, int py, double square) {
                         body.row(py)[px] +=
                             static_cast<float>(0.22 * std::min(1.0, (1 - square) * 6)
                                                * (1 + 0.15 * static_cast<double>(section.coarse.at(px, py))));
                     });
        addNucleus(section, nucleusAt(random, x, y, section.unit * random.real(0.8, 1.3), random.real(1, 1.4),
                                      random.real(0, 3)));
    }
}

} // namespace biomedica::demo
