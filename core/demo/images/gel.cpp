#include "core/demo/drawing/plane.h"
#include "core/demo/images/gel_camera.h"
#include "core/demo/images/gel_lanes.h"
#include "core/demo/images/glass.h"
#include "core/demo/images/images.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct GelScene {
    std::string_view unit; ///< of the ladder
    bool isBright;         ///< bands glow on a dark ground (agarose) or stain a light one
    std::vector<int> ladder;
    std::vector<std::string_view> lanes;     ///< names above the lanes; empty: numbers
    std::vector<std::string_view> additions; ///< rows of + and − below, if any
    int target;                              ///< size of the band that matters
    double crowd;                            ///< other bands per lane
    std::string_view topic;
    std::string_view detail;
    std::vector<double> strengths = {}; ///< of the target in each lane; empty: as it happens
    int variant = 0;                    ///< size of the other allele; its strength is 1 minus the target's
};

const std::vector<GelScene>& scenes()
{
    // clang-format off
    static const std::vector<GelScene> all = {
        {"bp", true, {1500, 1000, 700, 500, 400, 300, 200, 100}, {}, {}, 420, 0.3,
         "agarose gel electrophoresis of {gene} PCR products from {tissue} samples",
         "Numbers denote individual samples; NTC, no-template control."},
        {"bp", true, {3000, 2000, 1500, 1000, 750, 500, 250}, {"WT", "WT", "+/−", "+/−", "−/−", "−/−", "NTC"}, {},
         610, 0.2,
         "genotyping of {gene} knockout {animal} by PCR", "Genotypes are given above the lanes.",
         {1, 1, 0.5, 0.5, 0, 0, 0}, 390},
        {"kDa", false, {180, 130, 95, 72, 55, 43, 34, 26, 17}, {"Lysate", "FT", "Wash", "E1", "E2", "E3", "E4"}, {},
         48, 5,
         "SDS-PAGE of the purification of recombinant {gene}",
         "FT, flow-through; E1–E4, elution fractions; the gel was stained with Coomassie blue.",
         {0.6, 0.15, 0.1, 0.9, 1, 0.6, 0.25}},
        {"kDa", false, {250, 150, 100, 75, 50, 37, 25, 20}, {}, {"{drug}", "{inhibitor}"}, 62, 2.5,
         "SDS-PAGE of {cells} cell lysates", "Cells were incubated with {drug} and {inhibitor} as indicated."},
        {"kDa", false, {170, 130, 100, 70, 55, 40, 35, 25, 15}, {"NI", "0.5 h", "1 h", "2 h", "4 h", "6 h", "o/n"},
         {"IPTG"}, 39, 7,
         "time course of {gene} expression in E. coli BL21 resolved by SDS-PAGE", "NI, not induced; o/n, overnight.",
         {0.08, 0.25, 0.45, 0.6, 0.8, 0.95, 1}},
        {"bp", true, {10000, 6000, 4000, 3000, 2000, 1500, 1000, 500},
         {"Uncut", "EcoRI", "HindIII", "BamHI", "NotI", "XhoI"}, {}, 2600, 1.6,
         "restriction digests of the plasmid encoding {gene}",
         "Enzymes are named above the lanes; uncut, undigested plasmid."},
    };
    // clang-format on
    return all;
}

/// Where a fragment of this size runs: distance falls with the logarithm of the size.
double travel(const GelScene& scene, double size)
{
    const double largest = std::log(scene.ladder.front());
    const double smallest = std::log(scene.ladder.back());
    return 0.1 + 0.8 * (largest - std::log(size)) / (largest - smallest);
}

Lane ladderLane(const GelScene& scene, Random& random)
{
    Lane lane;
    const double strength = random.real(0.5, 1.2);
    const double thickness = random.real(0.0035, 0.008);
    for (std::size_t i = 0; i < scene.ladder.size(); ++i) {
        const double peak = strength * (i == scene.ladder.size() / 2 ? 0.85 : random.real(0.4, 0.65));
        lane.bands.push_back({travel(scene, scene.ladder[i]), peak, thickness});
    }
    lane.smear = 0.02;
    return lane;
}

Lane sampleLane(const GelScene& scene, Random& random, const std::vector<Band>& common, std::size_t index)
{
    Lane lane;
    for (const Band& band : common)
        if (random.chance(0.9))
            lane.bands.push_back({band.y, band.peak * random.real(0.6, 1.2), band.thickness});
    const double strength =
        scene.strengths.empty() ? (random.chance(0.85) ? random.real(0.4, 1) : 0) : scene.strengths[index];
    const double amount = random.real(0.75, 1);
    const double thickness = random.real(0.007, 0.014);
    lane.bands.push_back({travel(scene, scene.target), strength * amount, thickness});
    if (scene.variant > 0)
        lane.bands.push_back({travel(scene, scene.variant), (1 - strength) * amount, thickness});
    lane.smear = random.real(0.01, scene.crowd > 2 ? 0.14 : 0.06);
    return lane;
}

/// Glowing bands are printed as they are or as a negative, stained ones in grey or blue.
const Tone& toneOf(const GelScene& scene, Random& random)
{
    if (scene.isBright)
        return random.chance(0.8) ? greyTone : negativeTone;
    return random.chance(0.6) ? negativeTone : random.chance(0.5) ? coomassieTone : paleCoomassieTone;
}

image::Pixels develop(Plane& plane, const GelScene& scene, Random& random)
{
    const Texture texture(random, 5);
    const double ground = random.real(0.02, 0.2);
    const double slope = random.real(-0.06, 0.06);
    const double grain = random.real(0.001, 0.009);
    plane.blur(random.weighted({20, 60, 20}));
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const double even = ground + slope * x / plane.width;
            plane.row(y)[x] += static_cast<float>(even + grain * static_cast<double>(texture.at(x / 2, y / 2)));
        }
    plane.addPhotonNoise(random, random.real(300, 2000), 0.012);
    return toned(plane, toneOf(scene, random));
}

class GelSheet {
public:
    GelSheet(Brush& brush, const GelScene& scene)
        : m_brush(brush), m_scene(scene), m_font(brush.style.font.scaled(0.9)), m_laneFont(m_font)
    {
        chooseLaneNames();
        place();
    }

    void draw()
    {
        drawPicture();
        drawLadderNames();
        drawLaneNames();
        drawAdditions();
        drawTargetMark();
    }

private:
    void chooseLaneNames()
    {
        for (const std::string_view name : m_scene.lanes)
            m_names.push_back(filled(name, m_brush.subject));
        if (!m_names.empty())
            return;
        const int count = m_brush.random.integer(m_brush.area.width > 350 ? 6 : 4, m_brush.area.width > 350 ? 10 : 6);
        for (int i = 1; i < count; ++i)
            m_names.push_back(std::to_string(i));
        m_names.push_back(m_scene.isBright ? "NTC" : std::to_string(count));
    }

    void place()
    {
        const double size = m_font.size;
        for (const std::string_view addition : m_scene.additions)
            m_additions.push_back(capitalised(filled(addition, m_brush.subject)));
        std::vector<std::string> sizes = {std::string(m_scene.unit)};
        for (const int step : m_scene.ladder)
            sizes.push_back(std::to_string(step));
        const double left = std::max(m_brush.canvas.widest(sizes, m_font) + size * 0.9,
                                     m_brush.canvas.widest(m_additions, m_font) + size * 0.4);
        const std::string target = targetName();
        const double right = m_brush.canvas.textWidth(target, m_font.italic()) + size * 1.8;
        m_gel = m_brush.area.inset(left, 0, right,
                                   static_cast<double>(m_additions.size()) * Canvas::lineHeight(m_font)
                                       + (m_additions.empty() ? 0 : size * 0.3));
        m_laneWidth = m_gel.width / static_cast<double>(m_names.size() + 1);
        const double widestName = m_brush.canvas.widest(m_names, m_laneFont);
        m_areNamesTurned = widestName > m_laneWidth * 0.95;
        const double top = m_areNamesTurned ? widestName + size * 0.6 : size * 1.4;
        m_gel = m_gel.inset(0, top, 0, 0);
        m_gel = {std::round(m_gel.x), std::round(m_gel.y), std::floor(m_gel.width), std::floor(m_gel.height)};
    }

    std::string targetName() const { return m_brush.subject.gene; }

    /// The ladder takes lane 0.
    double laneCentre(std::size_t lane) const { return m_gel.x + (static_cast<double>(lane) + 0.5) * m_laneWidth; }

    void drawPicture()
    {
        Random& random = m_brush.random;
        Plane plane(static_cast<int>(m_gel.width), static_cast<int>(m_gel.height));
        std::vector<Band> common;
        for (int i = static_cast<int>(m_scene.crowd * random.real(0.8, 2)); i > 0; --i)
            common.push_back({random.real(0.12, 0.92), random.real(0.06, 0.35), random.real(0.006, 0.014)});
        const double smile = random.real(-0.006, 0.008);
        const double share = random.real(0.7, 0.84); // of the lane that the band takes
        for (std::size_t lane = 0; lane <= m_names.size(); ++lane) {
            const double left = laneCentre(lane) - m_gel.x - m_laneWidth * share / 2;
            const bool isBlank = lane > 0 && m_names[lane - 1] == "NTC";
            const Lane content = lane == 0 ? ladderLane(m_scene, random)
                                 : isBlank ? Lane{}
                                           : sampleLane(m_scene, random, common, lane - 1);
            exposeLane(plane, content, left, m_laneWidth * share, smile);
            if (m_scene.isBright)
                markWell(plane, left, m_laneWidth * share);
        }
        m_brush.canvas.paint(develop(plane, m_scene, random), {m_gel.x, m_gel.y});
        if (!m_scene.isBright)
            m_brush.canvas.outline(m_gel, {rgb(0x444444), 1});
    }

    static void markWell(Plane& plane, double left, double width)
    {
        const int y = static_cast<int>(plane.height * 0.035);
        for (int dy = 0; dy < 3; ++dy)
            for (int x = std::max(0, static_cast<int>(left)); x < std::min<double>(plane.width, left + width); ++x)
                plane.row(y + dy)[x] += dy == 1 ? 0.16F : 0.09F;
    }

    void drawLadderNames()
    {
        double lastY = -1e9;
        for (const int size : m_scene.ladder) {
            const double y = m_gel.y + travel(m_scene, size) * m_gel.height;
            // Steps that run close share a line only if both can be read.
            if (y - lastY < m_font.size * 1.02)
                continue;
            lastY = y;
            m_brush.canvas.line({m_gel.x - m_font.size * 0.5, y}, {m_gel.x - 1, y}, {black, 1.2});
            m_brush.canvas.text(std::to_string(size), {m_gel.x - m_font.size * 0.7, y}, m_font, black,
                                {Horizontal::Right, Vertical::Middle});
        }
        m_brush.canvas.text(m_scene.unit, {m_gel.x - m_font.size * 0.7, m_gel.y - m_font.size * 0.4}, m_font, black,
                            {Horizontal::Right, Vertical::Baseline});
    }

    void drawLaneNames()
    {
        const double y = m_gel.y - m_font.size * 0.4;
        m_brush.canvas.text("M", {laneCentre(0), y}, m_laneFont, black, {Horizontal::Center, Vertical::Baseline});
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const Anchor anchor = m_areNamesTurned ? Anchor{Horizontal::Left, Vertical::Middle, 90}
                                                   : Anchor{Horizontal::Center, Vertical::Baseline};
            m_brush.canvas.text(m_names[i], {laneCentre(i + 1), y}, m_laneFont, black, anchor);
        }
    }

    void drawAdditions()
    {
        double y = m_gel.bottom() + m_font.size * 0.9;
        for (std::size_t row = 0; row < m_additions.size(); ++row) {
            m_brush.canvas.text(m_additions[row], {m_gel.x - m_font.size * 0.3, y}, m_font, black,
                                {Horizontal::Right, Vertical::Middle});
            for (std::size_t i = 0; i < m_names.size(); ++i) {
                const bool isAdded = m_additions.size() == 1 ? i > 0 : (i >> row & 1) != 0;
                m_brush.canvas.text(isAdded ? "+" : "−", {laneCentre(i + 1), y}, m_font, black,
                                    {Horizontal::Center, Vertical::Middle});
            }
            y += Canvas::lineHeight(m_font);
        }
    }

    void drawTargetMark()
    {
        const double y = m_gel.y + travel(m_scene, m_scene.target) * m_gel.height;
        const Point tip{m_gel.right() + m_font.size * 0.3, y};
        m_brush.canvas.arrowHead({tip.x + 10, y}, tip, m_font.size * 0.8, black);
        m_brush.canvas.text(targetName(), {tip.x + m_font.size * 1.1, y}, m_scene.isBright ? m_font.italic() : m_font,
                            black, {Horizontal::Left, Vertical::Middle});
    }

    Brush& m_brush;
    const GelScene& m_scene;
    Font m_font;
    Font m_laneFont;
    std::vector<std::string> m_names;
    std::vector<std::string> m_additions;
    Rect m_gel;
    double m_laneWidth = 0;
    bool m_areNamesTurned = false;
};

} // namespace

PanelText drawGel(Brush& brush)
{
    if (brush.isBare || brush.random.chance(0.23))
        return drawGelPhotograph(brush);
    const GelScene& scene = brush.random.pick(scenes());
    GelSheet(brush, scene).draw();
    PanelText text;
    const std::string size = std::to_string(scene.target) + " " + std::string(scene.unit);
    text.topic = filled(scene.topic, brush.subject);
    text.details = {"The arrowhead marks the " + brush.subject.gene + " band (" + size + ").",
                    filled(scene.detail, brush.subject),
                    "M, molecular " + std::string(scene.isBright ? "size" : "weight") + " marker ("
                        + std::string(scene.unit) + ")."};
    text.shown = {brush.subject.gene, std::string(scene.unit)};
    return text;
}

} // namespace biomedica::demo
