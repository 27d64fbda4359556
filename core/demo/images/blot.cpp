#include "core/demo/drawing/plane.h"
#include "core/demo/images/blot_membrane.h"
#include "core/demo/images/images.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Protein {
    std::string_view name;
    int kilodaltons;
};

// clang-format off
constexpr std::array<Protein, 16> markers = {{
    {"p-AKT", 60}, {"AKT", 60}, {"p-ERK1/2", 44}, {"ERK1/2", 44}, {"Bcl-2", 26}, {"Bax", 21}, {"p-p65", 65},
    {"Cleaved caspase-3", 17}, {"LC3", 16}, {"p62", 62}, {"E-cadherin", 135}, {"Vimentin", 57}, {"Cyclin D1", 36},
    {"p53", 53}, {"HIF-1α", 120}, {"p-STAT3", 88},
}};
constexpr std::array<Protein, 4> loadings = {{{"GAPDH", 37}, {"β-actin", 42}, {"α-tubulin", 50}, {"Lamin B1", 68}}};

struct LaneSet {
    std::vector<std::string_view> names;
    std::vector<std::string_view> additions; ///< rows of + and −; the lanes have no names then
    std::string_view context;
    bool isGeneLost = false; ///< in all lanes but the first
};
// clang-format on

const std::vector<LaneSet>& laneSets()
{
    // clang-format off
    static const std::vector<LaneSet> all = {
        {{"0", "5", "10", "20", "40 µM"}, {}, "{cells} cells treated with increasing concentrations of {drug}"},
        {{"0", "1", "3", "6", "12", "24 h"}, {}, "{cells} cells at the indicated times after addition of {drug}"},
        {{"siNC", "siRNA1", "siRNA2", "siRNA3"}, {}, "{cells} cells with knockdown of {gene}", true},
        {{"Sham", "Sham", "Model", "Model", "{drug}", "{drug}"}, {}, "the {tissue} of {animal}"},
        {{"N1", "T1", "N2", "T2", "N3", "T3", "N4", "T4"}, {}, "paired normal (N) and tumour (T) samples of {tissue}"},
        {{"", "", "", ""}, {"{drug}", "{inhibitor}"}, "{cells} cells incubated as indicated"},
        {{"", "", "", ""}, {"LPS", "{drug}"}, "{cells} cells incubated as indicated"},
    };
    // clang-format on
    return all;
}

/// One membrane strip: an amount for each lane.
struct Strip {
    std::string name;
    int kilodaltons = 0;
    std::vector<double> amounts;
    bool isDouble = false; ///< two bands close to each other
};

std::vector<Strip> makeStrips(Brush& brush, const LaneSet& laneSet, int count)
{
    Random& random = brush.random;
    const std::size_t lanes = laneSet.names.size();
    std::vector<Strip> strips = {{brush.subject.gene, random.integer(18, 140), {}}};
    for (const Protein& protein : random.sample(markers, count - 2))
        strips.push_back({std::string(protein.name),
                          protein.kilodaltons,
                          {},
                          protein.name == "LC3" || protein.name == "ERK1/2" || protein.name == "p-ERK1/2"});
    const Protein& loading = random.pick(loadings);
    strips.push_back({std::string(loading.name), loading.kilodaltons, {}});
    for (Strip& strip : strips) {
        const bool isLoading = &strip == &strips.back();
        const double first = isLoading ? 0.9 : random.real(0.15, 0.9);
        const double last = isLoading ? 0.9 : first > 0.5 ? random.real(0.03, 0.35) : random.real(0.6, 1);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double t = static_cast<double>(lane) / static_cast<double>(lanes - 1);
            strip.amounts.push_back(
                std::max(0.0, first + (last - first) * t + random.normal(0, isLoading ? 0.03 : 0.08)));
        }
    }
    if (laneSet.isGeneLost)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            strips[0].amounts[lane] = lane == 0 ? random.real(0.8, 1) : random.real(0.05, 0.3);
    return strips;
}

/// How the strips are printed and what is written beside them.
struct Look {
    double ground = 0.1;
    bool isNegative = true; ///< dark bands on a light ground
    bool areNamesRight = false;
    bool hasWeights = true; ///< at the other side
    bool hasHeader = true;
    bool hasFrames = true;
    bool hasLadder = false; ///< a lane at the left
    double squeeze = 0.86;  ///< of a strip's share of the height that it takes
};

Look chooseLook(Random& random)
{
    Look look;
    look.ground = random.real(0.02, 0.24);
    look.isNegative = random.chance(0.82);
    look.areNamesRight = random.chance(0.35);
    look.hasWeights = random.chance(0.65);
    look.hasHeader = random.chance(0.85);
    look.hasFrames = random.chance(0.65);
    look.hasLadder = random.chance(0.15);
    look.squeeze = random.real(0.72, 0.97);
    return look;
}

image::Pixels exposeStrip(Random& random, const Strip& strip, const Rect& rect, const Look& look,
                          const Texture& texture)
{
    Plane plane(static_cast<int>(rect.width), static_cast<int>(rect.height));
    const std::size_t ladders = look.hasLadder ? 1 : 0;
    const double lane = rect.width / static_cast<double>(strip.amounts.size() + ladders);
    const double tilt = random.real(-0.05, 0.05) * rect.height;
    const double thickness = rect.height * random.real(0.07, 0.13);
    for (std::size_t i = 0; i < strip.amounts.size(); ++i) {
        const double x = (static_cast<double>(i + ladders) + 0.5) * lane;
        const double y = rect.height * 0.52 + tilt * (x / rect.width - 0.5);
        const double width = lane * random.real(0.74, 0.84);
        const double gap = strip.isDouble ? rect.height * 0.17 : 0;
        addBlotBand(plane, x, y - gap, width, strip.isDouble ? rect.height * 0.07 : thickness, strip.amounts[i]);
        if (strip.isDouble)
            addBlotBand(plane, x, y + gap, width, rect.height * 0.07, strip.amounts[i] * 0.8);
    }
    if (look.hasLadder && random.chance(0.7))
        addBlotBand(plane, lane * 0.5, rect.height * random.real(0.2, 0.8), lane * 0.7, rect.height * 0.04, 0.5);
    plane.blur(1);
    const int shift = random.integer(0, 100);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            float& value = plane.row(y)[x];
            const float stain = static_cast<float>(look.ground) + 0.92F * std::min(1.0F, value)
                                + 0.012F * texture.at(x / 2 + shift, y / 2);
            value = look.isNegative ? 1 - stain : stain;
        }
    plane.addPhotonNoise(random, 2500, 0.01);
    return greyPixels(plane);
}

class BlotSheet {
public:
    BlotSheet(Brush& brush, std::vector<Strip> strips, const LaneSet& lanes, const Look& look)
        : m_brush(brush), m_look(look), m_strips(std::move(strips)), m_font(brush.style.font.scaled(0.92))
    {
        m_names = filledAll(lanes.names, brush.subject);
        m_additions = filledAll(lanes.additions, brush.subject);
        place();
    }

    void draw()
    {
        if (m_look.hasHeader)
            drawHeader();
        const Texture texture(m_brush.random, 4);
        double y = m_blot.y;
        for (const Strip& strip : m_strips) {
            const Rect rect{std::round(m_blot.x), std::round(y), std::floor(m_blot.width),
                            std::floor(m_stripHeight * m_look.squeeze)};
            m_brush.canvas.paint(exposeStrip(m_brush.random, strip, rect, m_look, texture), {rect.x, rect.y});
            if (m_look.hasFrames)
                m_brush.canvas.outline(rect, {rgb(0x333333), 1});
            write(strip.name, rect, m_look.areNamesRight);
            if (m_look.hasWeights)
                write(std::to_string(strip.kilodaltons) + " kDa", rect, !m_look.areNamesRight);
            y += m_stripHeight;
        }
    }

private:
    void place()
    {
        const Brush& brush = m_brush;
        double names = m_look.hasHeader && !m_look.areNamesRight ? m_brush.canvas.widest(m_additions, m_font) : 0;
        for (const Strip& strip : m_strips)
            names = std::max(names, m_brush.canvas.textWidth(strip.name, m_font));
        if (names > brush.area.width * 0.3) {
            m_font = m_font.scaled(brush.area.width * 0.3 / names);
            names = brush.area.width * 0.3;
        }
        const double size = m_font.size;
        const double weights = m_look.hasWeights ? m_brush.canvas.textWidth("135 kDa", m_font) + size * 0.6 : 1;
        const double additions =
            m_look.hasHeader ? m_brush.canvas.widest(m_additions, m_font) + (m_additions.empty() ? 0 : size * 0.5) : 0;
        m_blot = m_look.areNamesRight ? brush.area.inset(std::max(weights, additions), 0, names + size * 0.6, 0)
                                      : brush.area.inset(names + size * 0.5, 0, weights, 0);
        const double widest = m_brush.canvas.widest(m_names, m_font);
        m_areNamesTurned = widest > laneWidth() * 0.95;
        const double header = !m_look.hasHeader     ? 1
                              : m_additions.empty() ? (m_areNamesTurned ? widest + size * 0.5 : size * 1.5)
                                                    : static_cast<double>(m_additions.size()) * size * 1.3 + size * 0.4;
        m_blot = m_blot.inset(0, header, 0, 1);
        m_stripHeight = std::min(m_blot.height / static_cast<double>(m_strips.size()), laneWidth() * 0.95 + size);
    }

    double laneWidth() const { return m_blot.width / static_cast<double>(m_names.size() + (m_look.hasLadder ? 1 : 0)); }

    double laneCentre(std::size_t lane) const
    {
        return m_blot.x + laneWidth() * (static_cast<double>(lane + (m_look.hasLadder ? 1 : 0)) + 0.5);
    }

    void write(const std::string& words, const Rect& strip, bool isRight)
    {
        const double gap = m_font.size * 0.5;
        m_brush.canvas.text(words, {isRight ? strip.right() + gap : strip.x - gap, strip.center().y}, m_font, black,
                            {isRight ? Horizontal::Left : Horizontal::Right, Vertical::Middle});
    }

    void drawHeader()
    {
        const double size = m_font.size;
        for (std::size_t i = 0; i < m_names.size() && m_additions.empty(); ++i)
            m_brush.canvas.text(m_names[i], {laneCentre(i), m_blot.y - size * 0.4}, m_font, black,
                                m_areNamesTurned ? Anchor{Horizontal::Left, Vertical::Middle, 90}
                                                 : Anchor{Horizontal::Center, Vertical::Baseline});
        double y = m_brush.area.y + size * 0.65;
        for (std::size_t row = 0; row < m_additions.size(); ++row) {
            m_brush.canvas.text(m_additions[row], {m_blot.x - size * 0.5, y}, m_font, black,
                                {Horizontal::Right, Vertical::Middle});
            for (std::size_t i = 0; i < m_names.size(); ++i)
                m_brush.canvas.text((i >> row & 1U) != 0 ? "+" : "−", {laneCentre(i), y}, m_font, black,
                                    {Horizontal::Center, Vertical::Middle});
            y += size * 1.3;
        }
    }

    Brush& m_brush;
    const Look& m_look;
    std::vector<Strip> m_strips;
    Font m_font;
    std::vector<std::string> m_names;
    std::vector<std::string> m_additions;
    Rect m_blot;
    double m_stripHeight = 0;
    bool m_areNamesTurned = false;
};

} // namespace

PanelText drawBlot(Brush& brush)
{
    if (brush.isBare || brush.random.chance(0.2))
        return drawMembrane(brush);
    Random& random = brush.random;
    const LaneSet& lanes = random.pick(laneSets());
    const Look look = chooseLook(random);
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 2.6)) - 1;
    auto strips = makeStrips(brush, lanes, std::clamp(fitting, 2, random.integer(2, 6)));
    PanelText text;
    for (const Strip& strip : strips)
        text.shown.push_back(strip.name);
    const std::string loading = strips.back().name;
    text.topic = "western blot of " + listed(text.shown) + " in " + filled(lanes.context, brush.subject);
    text.details = {loading + " served as loading control."};
    if (look.hasWeights)
        text.details.emplace_back("Molecular weights are given in kDa.");
    text.details.push_back("Blots are representative of " + std::to_string(random.integer(3, 5))
                           + " independent experiments.");
    text.shown.emplace_back("western blot");
    BlotSheet(brush, std::move(strips), lanes, look).draw();
    return text;
}

} // namespace biomedica::demo
