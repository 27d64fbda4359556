#include "core/demo/drawing/plane.h"
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

void addBand(Plane& plane, double x, double y, double width, double thickness, double amount)
{
    const int left = std::max(0, static_cast<int>(x - width * 0.62));
    const int right = std::min(plane.width - 1, static_cast<int>(x + width * 0.62));
    const double sd = thickness * (0.55 + 0.5 * amount);
    for (int px = left; px <= right; ++px) {
        const double across = (px - x) / (width * 0.5);
        const double profile = 1 / (1 + std::exp((std::abs(across) - 0.86) * 16));
        const double centre = y + 0.22 * sd * across * across; // ends hang
        for (int py = std::max(0, static_cast<int>(centre - 3.5 * sd));
             py <= std::min(plane.height - 1, static_cast<int>(centre + 3.5 * sd)); ++py) {
            const double off = (py - centre) / sd;
            // Film saturates: a strong band is flat and black.
            const double light = std::min(1.0, 1.5 * amount * std::exp(-off * off / 2));
            plane.row(py)[px] += static_cast<float>(profile * light);
        }
    }
}

image::Pixels exposeStrip(Random& random, const Strip& strip, const Rect& rect, double ground, const Texture& texture)
{
    Plane plane(static_cast<int>(rect.width), static_cast<int>(rect.height));
    const double lane = rect.width / static_cast<double>(strip.amounts.size());
    const double tilt = random.real(-0.05, 0.05) * rect.height;
    for (std::size_t i = 0; i < strip.amounts.size(); ++i) {
        const double x = (static_cast<double>(i) + 0.5) * lane;
        const double y = rect.height * 0.52 + tilt * (x / rect.width - 0.5);
        const double width = lane * random.real(0.74, 0.84);
        const double gap = strip.isDouble ? rect.height * 0.17 : 0;
        addBand(plane, x, y - gap, width, rect.height * (strip.isDouble ? 0.07 : 0.11), strip.amounts[i]);
        if (strip.isDouble)
            addBand(plane, x, y + gap, width, rect.height * 0.07, strip.amounts[i] * 0.8);
    }
    plane.blur(1);
    const int shift = random.integer(0, 100);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            float& value = plane.row(y)[x];
            value = static_cast<float>(1 - ground) - 0.92F * std::min(1.0F, value)
                    + 0.012F * texture.at(x / 2 + shift, y / 2);
        }
    plane.addPhotonNoise(random, 2500, 0.01);
    return greyPixels(plane);
}

class BlotSheet {
public:
    BlotSheet(Brush& brush, std::vector<Strip> strips, const LaneSet& lanes)
        : m_brush(brush), m_strips(std::move(strips)), m_font(brush.style.font.scaled(0.92))
    {
        m_names = filledAll(lanes.names, brush.subject);
        m_additions = filledAll(lanes.additions, brush.subject);
        double left = brush.canvas.widest(m_additions, m_font);
        for (const Strip& strip : m_strips)
            left = std::max(left, brush.canvas.textWidth(strip.name, m_font));
        if (left > brush.area.width * 0.3) {
            m_font = m_font.scaled(brush.area.width * 0.3 / left);
            left = brush.area.width * 0.3;
        }
        const double size = m_font.size;
        m_blot = brush.area.inset(left + size * 0.5, 0, brush.canvas.textWidth("135 kDa", m_font) + size * 0.6, 0);
        const double lane = m_blot.width / static_cast<double>(m_names.size());
        const double widest = brush.canvas.widest(m_names, m_font);
        m_areNamesTurned = widest > lane * 0.95;
        const double header = m_additions.empty() ? (m_areNamesTurned ? widest + size * 0.5 : size * 1.5)
                                                  : static_cast<double>(m_additions.size()) * size * 1.3 + size * 0.4;
        m_blot = m_blot.inset(0, header, 0, 1);
        const double each = m_blot.height / static_cast<double>(m_strips.size());
        m_stripHeight = std::min(each, lane * 0.95 + size);
    }

    void draw()
    {
        drawHeader();
        const double ground = m_brush.random.real(0.04, 0.22);
        const Texture texture(m_brush.random, 4);
        double y = m_blot.y;
        for (const Strip& strip : m_strips) {
            const Rect rect{std::round(m_blot.x), std::round(y), std::floor(m_blot.width),
                            std::floor(m_stripHeight * 0.86)};
            m_brush.canvas.paint(exposeStrip(m_brush.random, strip, rect, ground, texture), {rect.x, rect.y});
            m_brush.canvas.outline(rect, {rgb(0x333333), 1});
            const double middle = rect.center().y;
            m_brush.canvas.text(strip.name, {rect.x - m_font.size * 0.5, middle}, m_font, black,
                                {Horizontal::Right, Vertical::Middle});
            m_brush.canvas.text(std::to_string(strip.kilodaltons) + " kDa", {rect.right() + m_font.size * 0.5, middle},
                                m_font, black, {Horizontal::Left, Vertical::Middle});
            y += m_stripHeight;
        }
    }

private:
    double laneCentre(std::size_t lane) const
    {
        return m_blot.x + m_blot.width * (static_cast<double>(lane) + 0.5) / static_cast<double>(m_names.size());
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
    Random& random = brush.random;
    const LaneSet& lanes = random.pick(laneSets());
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 2.6)) - 1;
    auto strips = makeStrips(brush, lanes, std::clamp(fitting, 2, random.integer(3, 6)));
    PanelText text;
    for (const Strip& strip : strips)
        text.shown.push_back(strip.name);
    const std::string loading = strips.back().name;
    text.topic = "western blot of " + listed(text.shown) + " in " + filled(lanes.context, brush.subject);
    text.details = {loading + " served as loading control.", "Molecular weights are given in kDa.",
                    "Blots are representative of " + std::to_string(random.integer(3, 5))
                        + " independent experiments."};
    text.shown.emplace_back("western blot");
    BlotSheet(brush, std::move(strips), lanes).draw();
    return text;
}

} // namespace biomedica::demo
