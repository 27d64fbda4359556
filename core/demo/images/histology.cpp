#include "core/demo/drawing/plane.h"
#include "core/demo/images/cells.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// Optical density of a dye in red, green and blue.
using Dye = std::array<float, 3>;

struct Stain {
    std::string_view name;
    Dye nuclei;
    Dye tissue;
    std::string_view colors; ///< how the caption explains them
};

// After A. Ruifrok, D. Johnston, "Quantification of histochemical staining by color deconvolution", 2001.
// clang-format off
constexpr std::array<Stain, 5> stains = {{
    {"haematoxylin and eosin (H&E)", {0.65F, 0.70F, 0.29F}, {0.07F, 0.80F, 0.22F}, "Nuclei are blue, cytoplasm pink."},
    {"haematoxylin and eosin (H&E)", {0.72F, 0.78F, 0.28F}, {0.05F, 0.62F, 0.12F}, "Nuclei are blue, cytoplasm pink."},
    {"haematoxylin and eosin (H&E)", {0.60F, 0.80F, 0.36F}, {0.12F, 0.95F, 0.48F}, "Nuclei are blue, cytoplasm pink."},
    {"Masson's trichrome", {0.70F, 0.75F, 0.50F}, {0.85F, 0.45F, 0.14F}, "Collagen is blue."},
    {"periodic acid-Schiff (PAS)", {0.75F, 0.65F, 0.30F}, {0.18F, 0.85F, 0.30F}, "Positive structures are magenta."},
}};
// clang-format on

enum class Architecture { Glands, Sheets, Fibres };

struct Section {
    Plane nuclei;
    Plane tissue;
    double unit; ///< radius of a nucleus in pixels
    Texture fine;
    Texture coarse;

    Section(Random& random, int width, int height, double nucleusRadius)
        : nuclei(width, height), tissue(width, height), unit(nucleusRadius), fine(random, 1), coarse(random, 3)
    {
    }
};

/// Calls visit(x, y, d²) for the pixels of an ellipse; d² is 1 at its edge.
template <typename Visit>
void visitEllipse(const Plane& plane, const Cell& cell, Visit visit)
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

void addNucleus(Section& section, const Cell& nucleus)
{
    visitEllipse(section.nuclei, nucleus, [&](int x, int y, double square) {
        // Chromatin: darker at the membrane, speckled within.
        const double depth = nucleus.brightness * (0.75 + 0.3 * square) * std::min(1.0, (1 - square) * 6);
        const auto amount = static_cast<float>(depth * (1 + 0.22 * section.fine.at(x, y)));
        float& target = section.nuclei.row(y)[x];
        target = std::max(target, amount);
    });
}

Cell nucleusAt(Random& random, double x, double y, double radius, double elongation, double angle)
{
    return {x, y, radius * random.real(0.8, 1.2), elongation, angle, random.real(0.75, 1.15)};
}

/// A nucleus somewhere in each field of a grid, where `isFree(x, y)`.
template <typename IsFree>
void scatterNuclei(Section& section, Random& random, double spacing, double elongation, const IsFree& isFree)
{
    for (double top = 0; top < section.nuclei.height; top += spacing)
        for (double left = 0; left < section.nuclei.width; left += spacing) {
            const double x = left + random.real(0, spacing);
            const double y = top + random.real(0, spacing);
            if (isFree(x, y))
                addNucleus(section, nucleusAt(random, x, y, section.unit * (elongation > 1.5 ? 0.6 : 0.95), elongation,
                                              random.real(0, std::numbers::pi)));
        }
}

/// Round glands: a lumen, a ring of cells with their nuclei at the base, and stroma between.
void addGlands(Section& section, Random& random)
{
    const double size = section.unit * random.real(6.5, 9);
    auto glands = scatterCells(random, section.nuclei.width, section.nuclei.height, size * 0.86, 5);
    for (Cell& gland : glands) {
        gland.radius = size * random.real(0.8, 1.0);
        gland.elongation = random.real(1, 1.2);
    }
    Plane occupied(section.nuclei.width, section.nuclei.height);
    const double open = random.real(0.15, 0.4); // of the radius²
    for (const Cell& gland : glands) {
        visitEllipse(section.tissue, gland, [&](int x, int y, double square) {
            occupied.row(y)[x] = 1;
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
        const int column = std::min(section.nuclei.width - 1, static_cast<int>(x));
        const int line = std::min(section.nuclei.height - 1, static_cast<int>(y));
        return occupied.row(line)[column] == 0.0F;
    });
}

/// Cells side by side, with bands of stroma where the coarse texture is high.
void addSheets(Section& section, Random& random)
{
    const double scale = section.unit * 5;
    const double limit = random.real(0.7, 1.6);
    const auto isStroma = [&](double x, double y) {
        return static_cast<double>(section.coarse.cloud(x * 6 / scale, y * 6 / scale, 2)) > limit;
    };
    scatterNuclei(section, random, section.unit * random.real(2.5, 3.4), random.real(1.05, 1.35),
                  [&](double x, double y) { return !isStroma(x, y); });
    scatterNuclei(section, random, section.unit * 4, 2.8, isStroma);
    const double vacuole = section.unit * random.real(1.6, 3);
    const int holes = random.chance(0.4) ? random.integer(8, 40) : 0; // fat or vacuoles
    for (int i = 0; i < holes; ++i) {
        const Cell hole{random.real(0, section.nuclei.width),
                        random.real(0, section.nuclei.height),
                        vacuole * random.real(0.6, 1.5),
                        random.real(1, 1.25),
                        random.real(0, 3),
                        1};
        visitEllipse(section.tissue, hole, [&](int x, int y, double square) {
            section.tissue.row(y)[x] = square > 0.9 ? 0.8F : 0.02F;
            section.nuclei.row(y)[x] = 0;
        });
    }
}

/// Bundles that run one way and wave, with clefts and thin nuclei along them.
void addFibres(Section& section, Random& random)
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
    for (int y = 0; y < section.tissue.height; ++y)
        for (int x = 0; x < section.tissue.width; ++x) {
            const double place = across(x, y) + 0.35 * static_cast<double>(section.coarse.at(x / 3, y / 3));
            const double off = std::abs(place - std::round(place)); // 0.5 on the cleft
            const double cleft = off > 0.44 ? 0.12 : 1;
            section.tissue.row(y)[x] = static_cast<float>((0.62 + 0.2 * (0.5 - off)) * cleft);
        }
    scatterNuclei(section, random, section.unit * 4.6, 1, [&](double x, double y) {
        const double place = across(x, y);
        const double bend = wave * std::cos((x * cosine + y * sine) / (wave * 6)) / (wave * 6);
        if (std::abs(place - std::round(place)) > 0.28)
            addNucleus(section, nucleusAt(random, x, y, section.unit * 0.5, 3, angle - bend));
        return false;
    });
}

/// Beer-Lambert: what the dyes leave of the light, looked up in steps of 1/256 of optical density 4.
image::Pixels develop(const Section& section, const Stain& stain, Random& random)
{
    std::array<std::uint8_t, 1024> light{};
    for (std::size_t i = 0; i < light.size(); ++i)
        light[i] = static_cast<std::uint8_t>(250 * std::exp(-static_cast<double>(i) / 256));
    image::Pixels pixels(section.nuclei.width, section.nuclei.height);
    for (int y = 0; y < pixels.height; ++y) {
        std::uint8_t* pixel = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, pixel += 4) {
            const float grain = 1 + 0.1F * section.fine.at(x, y) + 0.13F * section.coarse.at(x, y);
            const float nuclei = section.nuclei.row(y)[x] * 1.35F;
            const float tissue = section.tissue.row(y)[x] * grain;
            for (std::size_t c = 0; c < 3; ++c) {
                const float density = nuclei * stain.nuclei[c] + tissue * stain.tissue[c];
                pixel[c] = light[static_cast<std::size_t>(std::clamp(density * 256, 0.0F, 1023.0F))];
            }
            pixel[3] = 255;
        }
    }
    addGrain(pixels, random, 3);
    return pixels;
}

/// Glass beyond a ragged edge of the tissue.
void addEdge(Section& section, Random& random)
{
    const double angle = random.real(0, 2 * std::numbers::pi);
    const double reach = random.real(-0.05, 0.35) * std::min(section.tissue.width, section.tissue.height);
    const double ragged = section.unit * random.real(3, 9);
    for (int y = 0; y < section.tissue.height; ++y)
        for (int x = 0; x < section.tissue.width; ++x) {
            const double away = (x - section.tissue.width / 2.0) * std::cos(angle)
                                + (y - section.tissue.height / 2.0) * std::sin(angle);
            if (away + ragged * static_cast<double>(section.coarse.cloud(x / 4.0, y / 4.0, 4)) > reach) {
                section.tissue.row(y)[x] = 0.02F;
                section.nuclei.row(y)[x] = 0;
            }
        }
}

image::Pixels makeSection(Random& random, const Rect& rect, double unit, Architecture architecture, const Stain& stain,
                          bool hasEdge)
{
    Section section(random, static_cast<int>(rect.width), static_cast<int>(rect.height), unit);
    const auto ground = static_cast<float>(random.real(0.38, 0.55));
    for (int y = 0; y < section.tissue.height; ++y)
        for (int x = 0; x < section.tissue.width; ++x)
            section.tissue.row(y)[x] = std::max(0.02F, ground + 0.13F * section.coarse.at(x / 3, y / 2));
    switch (architecture) {
    case Architecture::Glands: addGlands(section, random); break;
    case Architecture::Sheets: addSheets(section, random); break;
    case Architecture::Fibres: addFibres(section, random); break;
    }
    if (hasEdge)
        addEdge(section, random);
    section.tissue.blur(1);
    section.nuclei.blur(unit > 5 ? 1 : 0);
    return develop(section, stain, random);
}

/// The radius of a nucleus in pixels. Bare pictures are of any magnification, from the whole organ to single cells.
double chooseUnit(Brush& brush, double width)
{
    return brush.isBare ? std::clamp(width * brush.random.real(0.006, 0.028), 2.5, 15.0)
                        : std::clamp(width * brush.random.real(0.008, 0.019), 3.0, 9.0);
}

void annotate(Brush& brush, const Rect& rect, const ScaleBar& bar, bool hasArrows)
{
    Random& random = brush.random;
    drawScaleBar(brush, rect, bar, black, random.chance(0.7));
    for (int a = 0; a < 2 && hasArrows; ++a)
        drawPointer(brush, {rect.x + rect.width * random.real(0.3, 0.8), rect.y + rect.height * random.real(0.3, 0.7)},
                    std::max(12.0, rect.width * 0.06), black);
}

/// How large things are, in the caption.
std::string sizeSentence(Brush& brush, const ScaleBar& bar)
{
    const bool hasMagnification = brush.isBare || brush.random.chance(0.5);
    if (!hasMagnification)
        return "Scale bar, " + bar.text + ".";
    const std::string magnification = "Original magnification ×" + std::to_string(brush.random.integer(1, 4) * 100);
    return magnification + (brush.isBare ? "." : "; scale bar, " + bar.text + ".");
}

} // namespace

PanelText drawHistology(Brush& brush)
{
    Random& random = brush.random;
    const Stain& stain = random.pick(stains);
    const auto architecture = static_cast<Architecture>(random.integer(0, 2));
    const double aspect = brush.area.width / brush.area.height;
    const std::size_t count = brush.isBare || brush.area.width < 220 || random.chance(0.35) ? 1
                              : aspect > 1.9                                                ? 3
                              : aspect > 1.1                                                ? 2
                                                                                            : 1;
    const std::vector<std::string> names = {"Control", "Model", capitalised(brush.subject.drug)};
    const Font font = brush.style.font;
    const double gap = 3;
    const double top = count > 1 ? font.size * 1.4 : 0;
    const Rect area = brush.area.inset(0, top, 0, 0).snapped();
    const double width = std::floor((area.width - gap * static_cast<double>(count - 1)) / static_cast<double>(count));
    const double unit = chooseUnit(brush, width);
    const ScaleBar bar = scaleBarFor(unit * 2 / 7, width, "µm"); // a nucleus is taken as 7 µm across
    const bool hasArrows = !brush.isBare && random.chance(0.3);
    const bool hasEdge = brush.isBare && random.chance(0.35);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect rect{area.x + static_cast<double>(i) * (width + gap), area.y, width, area.height};
        brush.canvas.paint(makeSection(random, rect, unit, architecture, stain, hasEdge), {rect.x, rect.y});
        if (count > 1)
            brush.canvas.text(names[i], {rect.center().x, rect.y - 3}, font, black,
                              {Horizontal::Center, Vertical::Bottom});
        if (!brush.isBare)
            annotate(brush, rect, bar, hasArrows);
    }
    PanelText text;
    text.topic = std::string(stain.name) + " staining of " + brush.subject.tissue
                 + (count > 1 ? " of " + brush.subject.animal : " from a patient with " + brush.subject.disease);
    text.details = {sizeSentence(brush, bar), std::string(stain.colors)};
    if (hasArrows)
        text.details.emplace_back("Arrows point to inflammatory cells.");
    text.shown = {std::string(stain.name), brush.subject.tissue};
    if (!brush.isBare)
        text.shown.push_back(bar.text);
    return text;
}

} // namespace biomedica::demo
