#include "core/demo/images/cells.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Stain {
    std::string_view name;
    Pattern pattern;
    std::string_view target; ///< what the caption calls it
};

// clang-format off
constexpr std::array<Stain, 14> stains = {{
    {"F-actin", Pattern::Filaments, "F-actin (phalloidin)"},
    {"α-tubulin", Pattern::Filaments, "α-tubulin"},
    {"Vimentin", Pattern::Filaments, "vimentin"},
    {"GFAP", Pattern::Filaments, "GFAP"},
    {"E-cadherin", Pattern::Membrane, "E-cadherin"},
    {"ZO-1", Pattern::Membrane, "ZO-1"},
    {"Na/K-ATPase", Pattern::Membrane, "Na/K-ATPase"},
    {"GFP", Pattern::Cytoplasm, "the GFP reporter"},
    {"{gene}", Pattern::Cytoplasm, "{gene}"},
    {"{other}", Pattern::Cytoplasm, "{other}"},
    {"LC3", Pattern::Puncta, "LC3"},
    {"LAMP1", Pattern::Puncta, "LAMP1"},
    {"TOMM20", Pattern::Puncta, "TOMM20"},
    {"γH2AX", Pattern::NuclearFoci, "γH2AX"},
}};
// clang-format on

struct Dye {
    Color color;
    std::string_view name;
};

struct DyeSet {
    std::array<Dye, 3> dyes; ///< nuclei, first, second stain
};

// clang-format off
constexpr std::array<DyeSet, 4> dyeSets = {{
    {{{{{0.16, 0.30, 1.0}, "blue"}, {{0.10, 0.95, 0.18}, "green"}, {{1.0, 0.12, 0.10}, "red"}}}},
    {{{{{0.16, 0.30, 1.0}, "blue"}, {{1.0, 0.12, 0.10}, "red"}, {{0.10, 0.95, 0.18}, "green"}}}},
    {{{{{0.16, 0.30, 1.0}, "blue"}, {{0.10, 0.95, 0.18}, "green"}, {{0.95, 0.10, 0.85}, "magenta"}}}},
    {{{{{0.20, 0.35, 1.0}, "blue"}, {{0.98, 0.86, 0.12}, "yellow"}, {{0.95, 0.10, 0.85}, "magenta"}}}},
}};
// clang-format on

/// What all tiles of the panel share.
struct Specimen {
    std::vector<Stain> stains; ///< one or two, beside the nuclei
    const DyeSet* dyes = nullptr;
    double nucleusRadius = 20; ///< pixels
    double density = 0.5;
    double photons = 100;
    int blur = 1;
    bool areChannelsGrey = false;
};

struct Exposure {
    std::vector<Plane> planes; ///< nuclei, first, second stain
    std::vector<Cell> cells;
};

Exposure expose(Random& random, const Specimen& specimen, int width, int height, double strength)
{
    const Texture texture(random, std::clamp(static_cast<int>(specimen.nucleusRadius / 7), 1, 5));
    auto cells = scatterCells(random, width, height, specimen.nucleusRadius, specimen.density);
    std::vector<Plane> planes(1 + specimen.stains.size(),
                              Plane(width, height, static_cast<float>(random.real(0.015, 0.04))));
    addNuclei(planes[0], cells, texture);
    for (std::size_t i = 0; i < specimen.stains.size(); ++i)
        addStain(planes[i + 1], specimen.stains[i].pattern, cells, texture, random, i == 0 ? strength : 0.9);
    for (Plane& plane : planes) {
        plane.blur(specimen.blur);
        plane.addPhotonNoise(random, specimen.photons, 0.012);
    }
    return {std::move(planes), std::move(cells)};
}

/// The planes that are named, each in its dye's colour or grey, added up.
image::Pixels develop(const std::vector<Plane>& planes, const std::vector<std::size_t>& channels,
                      const Specimen& specimen, bool isGrey)
{
    image::Pixels pixels(planes[0].width, planes[0].height);
    for (std::size_t i = 0; i < planes[0].values.size(); ++i) {
        std::array<float, 3> light{};
        for (const std::size_t channel : channels) {
            const Color dye = isGrey ? white : specimen.dyes->dyes[channel].color;
            const float value = std::max(0.0F, planes[channel].values[i]);
            light[0] += value * static_cast<float>(dye.red);
            light[1] += value * static_cast<float>(dye.green);
            light[2] += value * static_cast<float>(dye.blue);
        }
        for (std::size_t c = 0; c < 3; ++c)
            pixels.rgba[4 * i + c] = static_cast<std::uint8_t>(std::min(1.0F, light[c]) * 255);
        pixels.rgba[4 * i + 3] = 255;
    }
    return pixels;
}

/// A nucleus is taken as 13 µm across.
double pixelsPerMicron(const Specimen& specimen)
{
    return specimen.nucleusRadius * 2 / 13;
}

struct Tile {
    std::vector<std::size_t> channels;
    std::string label;
    Color labelColor = white;
};

struct Sheet {
    std::vector<Tile> columns;
    std::vector<std::string> rows; ///< conditions; one without name: no row labels
};

std::string stainName(const Specimen& specimen, std::size_t channel, const Subject& subject)
{
    return channel == 0 ? "DAPI" : filled(specimen.stains[channel - 1].name, subject);
}

Sheet chooseSheet(Brush& brush, const Specimen& specimen)
{
    Random& random = brush.random;
    const std::size_t channels = 1 + specimen.stains.size();
    Tile merge{{}, "Merge"};
    for (std::size_t c = 0; c < channels; ++c)
        merge.channels.push_back(c);
    Sheet sheet;
    const double aspect = brush.area.width / brush.area.height;
    const bool isSmall = brush.area.width < 240;
    if (aspect > 2.0 || (!isSmall && random.chance(0.45)))
        for (std::size_t c = 0; c < channels; ++c)
            sheet.columns.push_back({{c},
                                     stainName(specimen, c, brush.subject),
                                     specimen.areChannelsGrey ? white : specimen.dyes->dyes[c].color.lighter(0.35)});
    sheet.columns.push_back(merge);
    sheet.rows = {""};
    if (aspect < 1.9 && sheet.columns.size() > 1)
        sheet.rows = {"Control", capitalised(brush.subject.drug)};
    if (aspect < 1.05 && sheet.columns.size() > 2 && brush.area.height > 350)
        sheet.rows.push_back(brush.subject.inhibitor);
    return sheet;
}

/// One line of channel names, each in its colour, at the top left of a merged picture.
void drawChannelNames(Brush& brush, const Rect& tile, const Specimen& specimen)
{
    const Font font = brush.style.font.scaled(0.9).bold();
    double widest = 0;
    for (std::size_t c = 0; c <= specimen.stains.size(); ++c)
        widest = std::max(widest, brush.canvas.textWidth(stainName(specimen, c, brush.subject), font));
    const double height = static_cast<double>(specimen.stains.size() + 1) * Canvas::lineHeight(font);
    brush.canvas.fill({tile.x, tile.y, widest + font.size, height + font.size * 0.6}, black.withAlpha(0.6));
    double y = tile.y + font.size * 0.5;
    for (std::size_t c = 0; c <= specimen.stains.size(); ++c) {
        brush.canvas.text(stainName(specimen, c, brush.subject), {tile.x + font.size * 0.5, y}, font,
                          specimen.dyes->dyes[c].color.lighter(0.4), {Horizontal::Left, Vertical::Top});
        y += Canvas::lineHeight(font);
    }
}

void drawArrows(Brush& brush, const Rect& tile, const std::vector<Cell>& cells)
{
    const Rect free = tile.inset(tile.width * 0.2, tile.height * 0.25, tile.width * 0.1, tile.height * 0.2);
    const double length = std::max(12.0, tile.width * 0.06);
    int left = 3;
    for (const Cell& cell : cells) {
        const Point tip{tile.x + cell.x - cell.radius, tile.y + cell.y - cell.radius * 0.7};
        if (tip.x < free.x || tip.x > free.right() || tip.y < free.y || tip.y > free.bottom())
            continue;
        if (left-- == 0)
            return;
        drawPointer(brush, tip, length, white);
    }
}

void drawSheet(Brush& brush, const Sheet& sheet, const Specimen& specimen, const ScaleBar& bar, bool hasArrows)
{
    const Font font = brush.style.font;
    const bool hasRowNames = sheet.rows.size() > 1;
    const bool hasColumnNames = sheet.columns.size() > 1;
    const double gap = brush.random.integer(2, 4);
    const Rect grid = brush.area.inset(hasRowNames ? font.size * 1.5 : 0, hasColumnNames ? font.size * 1.4 : 0, 0, 0);
    const int width = static_cast<int>((grid.width - gap * static_cast<double>(sheet.columns.size() - 1))
                                       / static_cast<double>(sheet.columns.size()));
    const int height = static_cast<int>((grid.height - gap * static_cast<double>(sheet.rows.size() - 1))
                                        / static_cast<double>(sheet.rows.size()));
    const bool hasScaleText = brush.random.chance(0.6);
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        const double strength = r == 0 ? 0.9 : brush.random.real(0.3, 0.6);
        const Exposure exposure = expose(brush.random, specimen, width, height, strength);
        const double y = grid.y + static_cast<double>(r) * (height + gap);
        if (hasRowNames)
            brush.canvas.text(sheet.rows[r], {brush.area.x + font.size * 0.6, y + height / 2.0}, font, black,
                              {Horizontal::Center, Vertical::Middle, 90});
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            const Tile& tile = sheet.columns[c];
            const Rect rect{std::round(grid.x + static_cast<double>(c) * (width + gap)), std::round(y),
                            static_cast<double>(width), static_cast<double>(height)};
            const bool isMerge = tile.channels.size() > 1;
            brush.canvas.paint(develop(exposure.planes, tile.channels, specimen, specimen.areChannelsGrey && !isMerge),
                               {rect.x, rect.y});
            if (hasColumnNames && r == 0)
                brush.canvas.text(tile.label, {rect.center().x, rect.y - 3}, font, black,
                                  {Horizontal::Center, Vertical::Bottom});
            if (!hasColumnNames)
                drawChannelNames(brush, rect, specimen);
            if (isMerge)
                drawScaleBar(brush, rect, bar, white, hasScaleText);
            if (isMerge && hasArrows)
                drawArrows(brush, rect, exposure.cells);
        }
    }
}

/// The size of nuclei and what follows from it.
void setMagnification(Specimen& specimen, Random& random, double tileWidth, double tileHeight)
{
    specimen.nucleusRadius = std::clamp(std::sqrt(tileWidth * tileHeight) * random.real(0.022, 0.075), 5.0, 30.0);
    specimen.blur = specimen.nucleusRadius > 14 ? random.integer(1, 2) : 1;
}

Specimen makeSpecimen(Brush& brush)
{
    Random& random = brush.random;
    Specimen specimen;
    specimen.stains = random.sample(stains, random.chance(0.6) ? 2 : 1);
    specimen.dyes = &random.pick(dyeSets);
    specimen.density = random.real(0.35, 0.9);
    specimen.photons = random.real(35, 220);
    specimen.areChannelsGrey = random.chance(0.25);
    return specimen;
}

constexpr std::array<std::string_view, 4> openings = {"representative immunofluorescence images of ",
                                                      "confocal micrographs of ", "fluorescence microscopy of ",
                                                      "immunofluorescence images of "};

/// One picture as it left the camera: all channels over each other, or one of them.
PanelText drawBareField(Brush& brush)
{
    Random& random = brush.random;
    Specimen specimen = makeSpecimen(brush);
    const Rect rect = brush.area.snapped();
    const double side = std::sqrt(rect.width * rect.height);
    specimen.nucleusRadius = std::clamp(side * std::exp(random.real(std::log(0.014), std::log(0.11))), 4.0, 60.0);
    specimen.blur = random.integer(1, specimen.nucleusRadius > 14 ? 3 : 1);
    std::vector<std::size_t> channels;
    for (std::size_t c = 0; c <= specimen.stains.size(); ++c)
        channels.push_back(c);
    const bool isMerge = random.chance(0.6);
    if (!isMerge)
        channels = {random.pick(channels)};
    const Exposure exposure =
        expose(random, specimen, static_cast<int>(rect.width), static_cast<int>(rect.height), random.real(0.3, 1));
    brush.canvas.paint(develop(exposure.planes, channels, specimen, !isMerge && random.chance(0.5)), {rect.x, rect.y});

    PanelText text;
    for (const std::size_t channel : channels)
        text.shown.push_back(channel == 0 ? "DAPI" : filled(specimen.stains[channel - 1].target, brush.subject));
    text.topic = std::string(random.pick(openings)) + brush.subject.cells + " cells stained for " + listed(text.shown);
    text.details = {"Images were taken with a " + std::to_string(random.pick(std::array{10, 20, 40, 63}))
                    + "× objective."};
    return text;
}

} // namespace

PanelText drawMicrograph(Brush& brush)
{
    if (brush.isBare)
        return drawBareField(brush);
    Specimen specimen = makeSpecimen(brush);
    const Sheet sheet = chooseSheet(brush, specimen);
    const double tileWidth = brush.area.width / static_cast<double>(sheet.columns.size());
    setMagnification(specimen, brush.random, tileWidth, brush.area.height / static_cast<double>(sheet.rows.size()));
    const ScaleBar bar = scaleBarFor(pixelsPerMicron(specimen), tileWidth, "µm");
    const bool hasArrows = brush.random.chance(0.25);
    drawSheet(brush, sheet, specimen, bar, hasArrows);

    PanelText text;
    std::vector<std::string> named;
    for (std::size_t i = 0; i < specimen.stains.size(); ++i) {
        text.shown.push_back(filled(specimen.stains[i].target, brush.subject));
        named.push_back(text.shown.back() + " (" + std::string(specimen.dyes->dyes[i + 1].name) + ")");
    }
    text.topic = std::string(brush.random.pick(openings)) + brush.subject.cells + " cells stained for " + listed(named);
    if (sheet.rows.size() > 1)
        text.topic += " after treatment with " + brush.subject.drug;
    text.details = {(brush.random.chance(0.5) ? "Scale bar, " : "Scale bars: ") + bar.text + ".",
                    "Nuclei were counterstained with DAPI (blue)."};
    if (hasArrows)
        text.details.push_back("Arrows point to cells with strong " + text.shown[0] + " signal.");
    text.shown.push_back(bar.text);
    return text;
}

} // namespace biomedica::demo
