// A stained preparation: how much of each dye there is at each place, and the light that is left.
//
// Thread contract: values; a Section belongs to one thread.
#pragma once

#include "core/demo/drawing/plane.h"
#include "core/demo/images/cells.h"

#include <array>
#include <cmath>
#include <string_view>

namespace biomedica::demo {

/// Optical density of a dye in red, green and blue.
using Dye = std::array<float, 3>;

/// What a third dye sticks to.
enum class Marked { Nothing, Stroma, Nuclei, Cytoplasm };

struct Stain {
    std::string_view name; ///< "{gene}" in it is replaced
    Dye nuclei;
    Dye tissue;
    Dye mark;
    Marked marked;
    std::string_view colors; ///< how the caption explains them
};

struct Section {
    Plane nuclei;
    Plane tissue;
    Plane mark;
    double unit; ///< radius of a nucleus in pixels
    Marked marked;
    double threshold; ///< of the texture above which cells are marked
    Texture fine;
    Texture coarse;

    Section(Random& random, int width, int height, double nucleusRadius, Marked what)
        : nuclei(width, height), tissue(width, height), mark(width, height), unit(nucleusRadius), marked(what),
          threshold(random.real(-1.2, 1.2)), fine(random, 1), coarse(random, 3)
    {
    }

    int width() const { return nuclei.width; }
    int height() const { return nuclei.height; }
    bool isMarkedAt(double x, double y) const
    {
        return static_cast<double>(coarse.cloud(x * 1.5 / unit, y * 1.5 / unit, 3)) > threshold;
    }
    /// Amounts of dye for connective tissue: of the third where it takes it.
    void setStroma(int x, int y, double amount);
};

/// Calls visit(x, y, d²) for the pixels of an ellipse; d² is 1 at its edge.
template <typename Visit>
void visitEllipse(const Plane& plane, const Cell& cell, const Visit& visit)
{
    const double along = cell.radius * cell.elongation;
    const double cosine = std::cos(cell.angle);
    const double sine = std::sin(cell.angle);
    const auto reach = static_cast<int>(along) + 1;
    const auto centreX = static_cast<int>(cell.x);
    const auto centreY = static_cast<int>(cell.y);
    for (int y = std::max(0, centreY - reach); y <= std::min(plane.height - 1, centreY + reach); ++y)
        for (int x = std::max(0, centreX - reach); x <= std::min(plane.width - 1, centreX + reach); ++x) {
            const double u = ((x - cell.x) * cosine + (y - cell.y) * sine) / along;
            const double v = ((y - cell.y) * cosine - (x - cell.x) * sine) / cell.radius;
            const double square = u * u + v * v;
            if (square < 1)
                visit(x, y, square);
        }
}

Cell nucleusAt(Random& random, double x, double y, double radius, double elongation, double angle);
/// And what is marked of its cell.
void addNucleus(Section& section, const Cell& nucleus);
/// An empty place with a rim: fat, an airway, a vessel.
void addHole(Section& section, const Cell& hole, double rim);

/// A nucleus somewhere in each field of a grid, where `isFree(x, y)`.
template <typename IsFree>
void scatterNuclei(Section& section, Random& random, double spacing, double elongation, const IsFree& isFree)
{
    for (double top = 0; top < section.height(); top += spacing)
        for (double left = 0; left < section.width(); left += spacing) {
            const double x = left + random.real(0, spacing);
            const double y = top + random.real(0, spacing);
            if (isFree(x, y))
                addNucleus(section, nucleusAt(random, x, y, section.unit * (elongation > 1.5 ? 0.6 : 0.95), elongation,
                                              random.real(0, 3.14159)));
        }
}

/// Beer-Lambert: what the dyes leave of the light.
image::Pixels developed(const Section& section, const Stain& stain, Random& random);

// Architectures. Each fills a section whose planes are empty.
void growGlands(Section& section, Random& random);
void growSheets(Section& section, Random& random);
void growFibres(Section& section, Random& random);
void growFat(Section& section, Random& random);
void growAlveoli(Section& section, Random& random);
void growCartilage(Section& section, Random& random);
void growBone(Section& section, Random& random);
void growBrain(Section& section, Random& random);
void growSkin(Section& section, Random& random);
// Seen whole, on white.
void growOverview(Section& section, Random& random);
// Cells without tissue, on pale ground.
void spreadBlood(Section& section, Random& random);
void spreadSmear(Section& section, Random& random);

} // namespace biomedica::demo
