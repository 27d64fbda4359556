#include "core/demo/images/choice.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"
#include "core/demo/images/section.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::string_view haematoxylin = "haematoxylin and eosin (H&E)";
constexpr std::string_view immuno = "immunohistochemical ({gene})";
constexpr Dye none{};

// After A. Ruifrok, D. Johnston, "Quantification of histochemical staining by color deconvolution", 2001.
// clang-format off
constexpr std::array<Stain, 13> stains = {{
    {haematoxylin, {0.65F, 0.70F, 0.29F}, {0.07F, 0.80F, 0.22F}, none, Marked::Nothing, "Nuclei are blue, cytoplasm pink."},
    {haematoxylin, {0.72F, 0.78F, 0.28F}, {0.05F, 0.62F, 0.12F}, none, Marked::Nothing, "Nuclei are blue, cytoplasm pink."},
    {haematoxylin, {0.60F, 0.80F, 0.36F}, {0.12F, 0.95F, 0.48F}, none, Marked::Nothing, "Nuclei are blue, cytoplasm pink."},
    {"periodic acid-Schiff (PAS)", {0.75F, 0.65F, 0.30F}, {0.18F, 0.85F, 0.30F}, none, Marked::Nothing,
     "Positive structures are magenta."},
    {immuno, {0.62F, 0.45F, 0.14F}, {0.13F, 0.13F, 0.08F}, {0.38F, 0.85F, 1.25F}, Marked::Nuclei,
     "Positive nuclei are brown."},
    {immuno, {0.50F, 0.34F, 0.12F}, {0.07F, 0.08F, 0.06F}, {0.30F, 0.72F, 1.10F}, Marked::Cytoplasm,
     "Positive cells are brown."},
    {immuno, {0.66F, 0.52F, 0.18F}, {0.16F, 0.20F, 0.18F}, {0.55F, 1.10F, 1.50F}, Marked::Cytoplasm,
     "Positive cells are brown."},
    {immuno, {0.55F, 0.40F, 0.12F}, {0.10F, 0.12F, 0.10F}, {0.35F, 0.75F, 1.05F}, Marked::Stroma,
     "The stroma is brown."},
    {"Masson's trichrome", {0.80F, 0.80F, 0.55F}, {0.12F, 0.85F, 0.50F}, {0.95F, 0.45F, 0.12F}, Marked::Stroma,
     "Collagen is blue."},
    {"van Gieson", {0.60F, 0.65F, 0.62F}, {0.06F, 0.28F, 0.85F}, {0.10F, 1.00F, 0.65F}, Marked::Stroma,
     "Collagen is red."},
    {"toluidine blue", {0.95F, 0.75F, 0.20F}, {0.50F, 0.42F, 0.10F}, {0.60F, 0.85F, 0.16F}, Marked::Stroma,
     "The matrix is purple."},
    {"silver", {0.55F, 0.75F, 0.95F}, {0.10F, 0.24F, 0.55F}, {1.20F, 1.40F, 1.60F}, Marked::Cytoplasm,
     "Impregnated cells are black."},
    {"safranin O", {0.60F, 0.50F, 0.40F}, {0.55F, 0.18F, 0.30F}, {0.05F, 0.85F, 0.60F}, Marked::Stroma,
     "Proteoglycans are red."},
}};
constexpr std::array<Stain, 3> bloodStains = {{
    {"May-Grünwald-Giemsa", {0.85F, 1.10F, 0.35F}, {0.12F, 0.55F, 0.45F}, {0.35F, 0.50F, 0.12F}, Marked::Nothing, "Nuclei are purple."},
    {"Wright-Giemsa", {0.95F, 1.05F, 0.30F}, {0.25F, 0.50F, 0.38F}, {0.60F, 0.55F, 0.10F}, Marked::Nothing, "Nuclei are purple."},
    {"Leishman", {0.75F, 1.20F, 0.50F}, {0.10F, 0.42F, 0.30F}, {0.30F, 0.60F, 0.25F}, Marked::Nothing, "Nuclei are purple."},
}};
constexpr std::array<Stain, 2> smearStains = {{
    {"Papanicolaou", {0.95F, 0.90F, 0.45F}, {0.10F, 0.60F, 0.35F}, {0.75F, 0.35F, 0.22F}, Marked::Nothing, "Nuclei are dark."},
    {"Giemsa", {0.90F, 1.05F, 0.40F}, {0.45F, 0.55F, 0.16F}, {0.60F, 0.62F, 0.20F}, Marked::Nothing, "Nuclei are purple."},
}};

struct Preparation {
    void (*grow)(Section&, Random&);
    std::string_view tissue; ///< empty: what the study is about
    std::span<const Stain> stains;
    double unit; ///< radius of a nucleus, in parts of the usual
    double weight;
};

constexpr std::array<Preparation, 12> preparations = {{
    {growGlands, "", stains, 1, 2},
    {growSheets, "", stains, 1, 2},
    {growFibres, "", stains, 1, 1.6},
    {growFat, "the adipose tissue", stains, 1, 0.6},
    {growAlveoli, "the lung", stains, 0.8, 0.9},
    {growCartilage, "the articular cartilage", stains, 1, 0.8},
    {growBone, "the trabecular bone", stains, 0.9, 0.8},
    {growBrain, "the hippocampus", stains, 0.7, 0.9},
    {growSkin, "the skin", stains, 0.75, 0.9},
    {growOverview, "a whole section", stains, 0.4, 1.5},
    {spreadBlood, "peripheral blood", bloodStains, 2.1, 1},
    {spreadSmear, "a fine-needle aspirate", smearStains, 1.3, 0.8},
}};
// clang-format on

image::Pixels prepare(Random& random, const Rect& rect, double unit, const Preparation& preparation, const Stain& stain)
{
    Section section(random, static_cast<int>(rect.width), static_cast<int>(rect.height), unit, stain.marked);
    preparation.grow(section, random);
    section.tissue.blur(1);
    section.mark.blur(1);
    section.nuclei.blur(unit > 5 ? 1 : 0);
    return developed(section, stain, random);
}

/// How the preparations are shown: one or several, with what drawn on them.
struct Layout {
    std::size_t count = 1;
    bool hasBar = false;
    bool hasBarText = false;
    bool hasArrows = false;
};

Layout pickLayout(const Brush& brush)
{
    const Rect& area = brush.area;
    Random& random = brush.random;
    Layout layout;
    if (brush.isBare)
        return layout;
    const double aspect = area.width / area.height;
    if (area.width >= 220 && random.chance(0.75))
        layout.count = aspect > 1.9 ? 3 : aspect > 1.1 ? 2 : 1;
    layout.hasBar = random.chance(0.85);
    layout.hasBarText = random.chance(0.7);
    layout.hasArrows = random.chance(0.3);
    return layout;
}

void drawTiles(Brush& brush, const Layout& layout, const Preparation& preparation, const Stain& stain, double unit,
               double width, const ScaleBar& bar)
{
    Random& random = brush.random;
    const std::vector<std::string> names = {"Control", "Model", capitalised(brush.subject.drug)};
    const Font font = brush.style.font;
    const Rect area = brush.area.inset(0, layout.count > 1 ? font.size * 1.4 : 0, 0, 0).snapped();
    for (std::size_t i = 0; i < layout.count; ++i) {
        const Rect rect{area.x + static_cast<double>(i) * (width + 3), area.y, width, area.height};
        brush.canvas.paint(prepare(random, rect, unit, preparation, stain), {rect.x, rect.y});
        if (layout.count > 1)
            brush.canvas.text(names[i], {rect.center().x, rect.y - 3}, font, black,
                              {Horizontal::Center, Vertical::Bottom});
        if (layout.hasBar)
            drawScaleBar(brush, rect, bar, black, layout.hasBarText);
        for (int a = 0; a < 2 && layout.hasArrows; ++a)
            drawPointer(brush,
                        {rect.x + rect.width * random.real(0.3, 0.8), rect.y + rect.height * random.real(0.3, 0.7)},
                        std::max(12.0, rect.width * 0.06), black);
    }
}

PanelText describe(Brush& brush, const Layout& layout, const Preparation& preparation, const Stain& stain,
                   const ScaleBar& bar)
{
    Random& random = brush.random;
    const std::string name = filled(stain.name, brush.subject);
    const std::string tissue = preparation.tissue.empty()         ? brush.subject.tissue
                               : preparation.grow == growOverview ? "a whole section of " + brush.subject.tissue
                                                                  : std::string(preparation.tissue);
    const bool isWhole = preparation.grow == growOverview;
    PanelText text;
    text.topic = name + " staining of " + tissue
                 + (layout.count > 1 ? " of " + brush.subject.animal : " from a patient with " + brush.subject.disease);
    const std::string magnification =
        "Original magnification ×" + std::to_string(random.integer(1, 4) * (isWhole ? 10 : 100));
    const bool saysMagnification = random.chance(0.5);
    if (layout.hasBar)
        text.details.push_back((saysMagnification ? magnification + "; scale bar, " : "Scale bar, ") + bar.text + ".");
    else if (saysMagnification)
        text.details.push_back(magnification + ".");
    text.details.emplace_back(stain.colors);
    if (layout.hasArrows)
        text.details.emplace_back("Arrows point to cells of interest.");
    text.shown = {name, tissue};
    if (layout.hasBar)
        text.shown.push_back(bar.text);
    return text;
}

} // namespace

PanelText drawHistology(Brush& brush)
{
    Random& random = brush.random;
    const Preparation& preparation = pickByWeight(brush.random, preparations);
    const Stain& stain = random.pick(preparation.stains);
    Layout layout = pickLayout(brush);
    const bool isWhole = preparation.grow == growOverview;
    if (isWhole) // small ones would not be told
        layout.count = std::min<std::size_t>(layout.count, 2);
    const auto count = static_cast<double>(layout.count);
    const double width = std::floor((brush.area.snapped().width - 3 * (count - 1)) / count);
    const double usual = std::clamp(width * random.real(0.005, 0.018), 2.4, 9.0);
    const double unit = std::max(1.2, usual * preparation.unit);
    // A nucleus is taken as 7 µm across; of a section seen whole none is told from its neighbours.
    const ScaleBar bar = scaleBarFor(unit * 2 / 7 / (isWhole ? 6 : 1), width, "µm");
    drawTiles(brush, layout, preparation, stain, unit, width, bar);
    return describe(brush, layout, preparation, stain, bar);
}

} // namespace biomedica::demo
