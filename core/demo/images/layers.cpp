// Tissues in layers and columns: cartilage, bone, brain, skin, and sections seen whole.
#include "core/demo/images/photo.h"
#include "core/demo/images/section.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

/// A wavy border at each column, as a share of the height.
std::vector<double> border(Random& random, const Section& section, double level, double wave, double length)
{
    const double phase = random.real(0, 6.28);
    std::vector<double> line;
    for (int x = 0; x < section.width(); ++x) {
        const double at = x / length;
        line.push_back(section.height() * level
                       + wave
                             * (0.6 * std::sin(at + phase) + 0.4 * std::sin(at * 2.3 + phase * 2)
                                + 0.3 * static_cast<double>(section.coarse.at(x * 0.5, 9.0))));
    }
    return line;
}

double at(const std::vector<double>& line, double x)
{
    return line[static_cast<std::size_t>(std::clamp(x, 0.0, static_cast<double>(line.size() - 1)))];
}

/// Waves of collagen.
double fibre(const Section& section, int x, int y)
{
    const double bend = static_cast<double>(section.coarse.cloud(x * 0.15, y * 0.15, 3));
    return 0.5 + 0.18 * std::sin((y + 6 * bend) * 0.6 * 4 / section.unit + bend * 3) + 0.08 * bend;
}

} // namespace

void growCartilage(Section& section, Random& random)
{
    const auto surface = border(random, section, random.real(0.04, 0.2), section.unit * 2, section.unit * 25);
    const auto bone = border(random, section, random.real(0.65, 1.1), section.unit * 4, section.unit * 12);
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x) {
            const double depth = y - at(surface, x);
            const double even = 0.45 + 0.05 * static_cast<double>(section.coarse.cloud(x * 0.2, y * 0.2, 3));
            if (depth > 0 && y < at(bone, x))
                section.setStroma(x, y, even + 0.12 * std::exp(-depth / (section.unit * 6)));
            else if (depth > 0)
                section.tissue.row(y)[x] = static_cast<float>(0.85 + 0.1 * even);
        }
    const double spacing = section.unit * random.real(4.5, 7);
    for (double left = 0; left < section.width(); left += spacing) {
        double y = at(surface, left);
        while (y < std::min<double>(section.height(), at(bone, left))) {
            const double depth = (y - at(surface, left)) / section.height();
            const Cell lacuna{left + random.real(0, spacing),
                              y + section.unit * 2,
                              section.unit * random.real(1.2, 1.9),
                              depth < 0.1 ? 1.8 : 1.1,
                              0,
                              1};
            visitEllipse(section.tissue, lacuna, [&](int px, int py, double) {
                section.tissue.row(py)[px] = 0.1F;
                section.mark.row(py)[px] *= 0.3F;
            });
            addNucleus(section, nucleusAt(random, lacuna.x, lacuna.y, section.unit * 0.7, lacuna.elongation, 0));
            y += section.unit * (random.chance(0.6) ? 3.6 : random.real(5, 10)); // columns of a few
        }
    }
}

void growBone(Section& section, Random& random)
{
    const double scale = random.real(1.2, 2.2) / section.unit;
    const double width = random.real(0.3, 0.55);
    const auto isBone = [&](double x, double y) {
        return std::abs(static_cast<double>(section.coarse.cloud(x * scale, y * scale * 0.7, 3))) < width;
    };
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x)
            if (isBone(x, y))
                section.setStroma(x, y, 0.85 + 0.06 * std::sin((x + y) * 1.2 / section.unit));
            else
                section.tissue.row(y)[x] = 0.12F;
    for (int i = static_cast<int>(section.width() * section.height() / (section.unit * section.unit * 110)); i > 0;
         --i) {
        const double x = random.real(0, section.width());
        const double y = random.real(0, section.height());
        if (!isBone(x, y)) // marrow fat
            visitEllipse(section.tissue, {x, y, section.unit * random.real(2.5, 4.5), 1.1, 0, 1},
                         [&](int px, int py, double square) {
                             if (!isBone(px, py))
                                 section.tissue.row(py)[px] = square > 0.85 ? 0.5F : 0.0F;
                         });
    }
    scatterNuclei(section, random, section.unit * 6, 1.9, isBone);
    const double cells = section.unit * random.real(2.3, 4);
    scatterNuclei(section, random, cells, 1, [&](double x, double y) {
        return !isBone(x, y)
               && section.tissue.row(std::min(section.height() - 1,
                                              static_cast<int>(y)))[std::min(section.width() - 1, static_cast<int>(x))]
                      > 0.05F;
    });
}

void growBrain(Section& section, Random& random)
{
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x)
            section.setStroma(x, y, 0.36 + 0.07 * static_cast<double>(section.coarse.cloud(x * 0.3, y * 0.3, 4)));
    const bool isCurled = random.chance(0.5); // a band of granule cells that turns back on itself
    const double level = random.real(0.3, 0.6);
    const double bend = isCurled ? section.height() * random.real(0.12, 0.25) : section.height() * 0.05;
    const auto band = border(random, section, level, bend, section.width() * random.real(0.18, 0.3));
    const double thick = section.unit * random.real(5, 16);
    scatterNuclei(section, random, section.unit * 2.1, 1.1,
                  [&](double x, double y) { return std::abs(y - at(band, x)) < thick * 0.5; });
    scatterNuclei(section, random, section.unit * random.real(6, 11), 1.2, [](double, double) { return true; });
    if (random.chance(0.5)) // large neurons below
        for (int i = 0; i < section.width() / static_cast<int>(section.unit * 6 + 1); ++i) {
            const double x = random.real(0, section.width());
            addNucleus(section, nucleusAt(random, x, at(band, x) + thick * random.real(0.6, 1.2), section.unit * 1.9,
                                          1.3, random.real(1, 2)));
        }
}

void growSkin(Section& section, Random& random)
{
    const double unit = section.unit;
    const auto top = border(random, section, random.real(0.08, 0.2), unit * 3, unit * 30);
    const auto bottom =
        border(random, section, random.real(0.26, 0.42), unit * random.real(4, 9), unit * random.real(4, 9));
    const double keratin = unit * random.real(2, 6);
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x) {
            const double upper = at(top, x);
            if (y < upper - keratin)
                continue;
            if (y < upper) // flakes
                section.tissue.row(y)[x] = 0.75F * (section.coarse.at(x * 0.3, y * 1.0) > 0.1F ? 1.0F : 0.05F);
            else if (y < at(bottom, x))
                section.tissue.row(y)[x] = 0.62F;
            else
                section.setStroma(x, y, fibre(section, x, y));
        }
    scatterNuclei(section, random, unit * 2.5, 1.2,
                  [&](double x, double y) { return y > at(top, x) + unit && y < at(bottom, x); });
    scatterNuclei(section, random, unit * 6, 2.8, [&](double x, double y) { return y > at(bottom, x); });
    for (int i = random.integer(0, 6); i > 0; --i) { // follicles and glands
        const Cell follicle{random.real(0, section.width()), section.height() * random.real(0.5, 0.95),
                            unit * random.real(5, 9),        random.real(1, 2),
                            random.real(0.8, 2.2),           1};
        visitEllipse(section.tissue, follicle, [&](int x, int y, double square) {
            section.mark.row(y)[x] = 0;
            section.tissue.row(y)[x] = square < 0.1 ? 0.05F : 0.7F;
        });
        for (int n = 0; n < 50; ++n)
            addNucleus(section, nucleusAt(random, follicle.x + random.normal(0, follicle.radius * 0.4),
                                          follicle.y + random.normal(0, follicle.radius * 0.4), unit, 1.1, 0));
    }
}

void growOverview(Section& section, Random& random)
{
    const int pieces = section.width() < 1.2 * section.height() || random.chance(0.7) ? 1 : random.integer(2, 3);
    const double side = std::min<double>(section.width() / static_cast<double>(pieces), section.height());
    Plane mask = maskOf(section.width(), section.height(), [&](Canvas& canvas) {
        const double wobble = random.real(0.1, 0.3);
        for (int i = 0; i < pieces; ++i)
            canvas.polygon(blob(random, {section.width() * (i + 0.5) / pieces, section.height() * 0.5},
                                std::min(section.width() * 0.44 / pieces, side * 0.7), side * random.real(0.34, 0.44),
                                wobble, 0),
                           white);
        for (int i = random.integer(0, 6); i > 0; --i) // holes and cracks
            canvas.polygon(blob(random, {random.real(0, section.width()), random.real(0, section.height())},
                                side * random.real(0.01, 0.14), side * random.real(0.01, 0.05), 0.4,
                                random.real(0, 180)),
                           black);
    });
    Plane inner = mask;
    inner.blur(std::max(2, static_cast<int>(side * random.real(0.02, 0.06))));
    const double nodules = random.real(0.2, 1.6);
    const double scale = random.real(0.25, 0.7) * 300 / side;
    for (int y = 0; y < section.height(); ++y)
        for (int x = 0; x < section.width(); ++x) {
            if (mask.row(y)[x] < 0.5F)
                continue;
            const double rim = static_cast<double>(std::clamp(2 * (1 - inner.row(y)[x]), 0.0F, 1.0F));
            const double patch = static_cast<double>(section.coarse.cloud(x * scale, y * scale, 4));
            const double dots = static_cast<double>(section.fine.at(x, y));
            section.setStroma(x, y, std::max(0.1, 0.45 + 0.12 * patch + 0.1 * dots));
            const double dense = patch > nodules || rim > 0.55 ? 0.4 : 0.12;
            section.nuclei.row(y)[x] = static_cast<float>(std::max(0.0, dense * (0.8 + 0.5 * dots)));
            if (section.marked != Marked::Stroma && section.marked != Marked::Nothing
                && section.isMarkedAt(x * 0.05, y * 0.05))
                section.mark.row(y)[x] = static_cast<float>(std::max(0.0, 0.35 + 0.25 * dots));
        }
}

} // namespace biomedica::demo
