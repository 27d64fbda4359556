#include "core/demo/images/blot_membrane.h"
#include "core/demo/images/choice.h"

#include "core/demo/images/glass.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array ladderWeights = {250, 150, 100, 75, 50, 37, 25, 20, 15, 10};

struct Imager {
    Tone tone;
    double membrane; ///< what an empty membrane shows, at least
    double around;   ///< what lies around it, at most
    double weight;
};

// clang-format off
constexpr std::array<Imager, 5> imagers = {{
    {negativeTone, 0.02, 0.2, 45},                                        // chemiluminescence, printed
    {greyTone, 0.02, 0.08, 25},                                           // as the sensor sees it
    {{rgb(0xe9e4d8), rgb(0x8d8478), rgb(0x14110f)}, 0.03, 0.5, 14},       // film on a scanner
    {{rgb(0xdfe6ee), rgb(0x76879e), rgb(0x10141c)}, 0.04, 0.3, 8},        // bluish film
    {{rgb(0xf2eee6), rgb(0x9b8a84), rgb(0x3c2430)}, 0.04, 0.6, 8},        // a dye that stays on the membrane
}};
// clang-format on

double travel(int weight)
{
    return 0.07 + 0.86 * std::log(250.0 / weight) / std::log(25.0);
}

/// Bands of one antibody, with those it should not have seen.
struct Probe {
    std::vector<double> places; ///< 0 top to 1 bottom; the first is the protein's own
    std::vector<double> strengths;
};

Probe makeProbe(Random& random)
{
    Probe probe{{random.real(0.15, 0.88)}, {random.real(0.5, 1.1)}};
    for (int i = random.chance(0.5) ? random.integer(1, 6) : 0; i > 0; --i) {
        probe.places.push_back(random.real(0.06, 0.95));
        probe.strengths.push_back(random.real(0.04, 0.4));
    }
    return probe;
}

void addLadder(Plane& piece, Random& random, double x, double width)
{
    const double strength = random.real(0.15, 0.7);
    for (const int weight : ladderWeights)
        addBlotBand(piece, x, travel(weight) * piece.height, width * random.real(0.8, 0.95), piece.height * 0.004 + 0.5,
                    strength * (weight == 75 || weight == 25 ? 1.3 : 0.8));
}

void addLanes(Plane& piece, Random& random, bool hasLadder)
{
    const Probe probe = makeProbe(random);
    const int lanes = random.integer(3, std::clamp(piece.width / 22, 4, 15));
    const double pitch = static_cast<double>(piece.width) / (lanes + (hasLadder ? 1 : 0) + 0.4);
    const double thickness = piece.height * random.real(0.006, 0.022);
    const double tilt = random.normal(0, 0.06) / lanes;
    if (hasLadder)
        addLadder(piece, random, pitch * 0.7, pitch * 0.8);
    const double smear = random.chance(0.4) ? random.real(0.01, 0.12) : 0;
    for (int lane = 0; lane < lanes; ++lane) {
        const double x = pitch * (lane + (hasLadder ? 1 : 0) + 0.7);
        const double amount = random.chance(0.15) ? 0.05 : random.real(0.3, 1.1);
        for (std::size_t i = 0; i < probe.places.size(); ++i)
            addBlotBand(piece, x, (probe.places[i] + tilt * lane) * piece.height, pitch * random.real(0.7, 0.88),
                        thickness * (i == 0 ? 1 : 0.7), probe.strengths[i] * amount);
        addBlotBand(piece, x, piece.height * 0.35, pitch * 0.75, piece.height * 0.2, smear * amount);
    }
}

/// The membrane's own glow, blotches, bubbles and cut edges.
void addBackground(Plane& piece, Random& random, double ground)
{
    const Texture texture(random, 5);
    const double cloud = random.chance(0.5) ? random.real(0.005, 0.06) : 0.004;
    const double edge = random.real(-0.06, 0.22);
    const double scale = random.real(4, 30) / std::max(piece.width, piece.height);
    for (int i = random.chance(0.18) ? random.integer(1, 6) : 0; i > 0; --i) // bubbles and spots
        piece.addSpot(random.real(0, piece.width), random.real(0, piece.height), piece.width * random.real(0.003, 0.02),
                      random.real(-0.3, 0.5));
    for (int y = 0; y < piece.height; ++y)
        for (int x = 0; x < piece.width; ++x) {
            const int toEdge = std::min({x, y, piece.width - 1 - x, piece.height - 1 - y});
            const double rim = toEdge < 6 ? edge * std::exp(-toEdge / 1.6) : 0;
            const double lumps = cloud * static_cast<double>(texture.cloud(x * scale * 8, y * scale * 8, 3));
            piece.row(y)[x] += static_cast<float>(std::max(0.0, ground + lumps) + rim);
        }
}

/// A whole membrane, or several, one above the other, where it was cut into strips before it was probed.
class MembraneScan {
public:
    MembraneScan(Random& random, int width, int height, const Imager& imager, int strips)
        : m_random(random), m_picture(width, height, static_cast<float>(random.real(0, imager.around))),
          m_hasLadder(random.chance(0.55))
    {
        const double ground = imager.membrane + random.real(0, 0.22);
        double y = height * random.real(0.01, 0.1);
        const double each = (height * 0.98 - y) / strips;
        for (int i = 0; i < strips; ++i, y += each)
            layPiece(y, each * random.real(0.75, 0.96), ground * random.real(0.8, 1.2), strips == 1);
    }

    image::Pixels expose(const Tone& tone)
    {
        if (m_random.chance(0.3))
            addBloom(m_picture, std::max(2, m_picture.width / 30), m_random.real(0.05, 0.25));
        m_picture.blur(m_random.weighted({25, 55, 20}));
        if (m_random.chance(0.5))
            addBlemishes(m_picture, m_random, m_random.integer(2, 40), m_random.real(-0.2, 0.5));
        m_picture.addPhotonNoise(m_random, m_random.real(150, 2500), m_random.real(0.003, 0.015));
        return toned(m_picture, tone);
    }

    /// Where a weight of the ladder lies, in a picture of a single membrane.
    double yOf(int weight) const { return m_top + travel(weight) * m_height; }

private:
    void layPiece(double top, double height, double ground, bool isWhole)
    {
        const double width = m_picture.width * m_random.real(isWhole ? 0.7 : 0.8, 1.02);
        Plane piece(static_cast<int>(width), static_cast<int>(height));
        addLanes(piece, m_random, m_hasLadder);
        addBackground(piece, m_random, ground);
        const Point center{m_picture.width / 2.0 + m_random.real(-0.4, 0.4) * (m_picture.width - width),
                           top + height / 2};
        layTurned(m_picture, piece, center, m_random.chance(0.5) ? m_random.normal(0, 0.9) : 0);
        m_top = top;
        m_height = height;
    }

    Random& m_random;
    Plane m_picture;
    bool m_hasLadder;
    double m_top = 0; ///< of the last membrane
    double m_height = 0;
};

/// The ladder's weights at the left of the picture.
void drawWeights(Brush& brush, const MembraneScan& scan, const Rect& rect)
{
    const Font font = brush.style.font.scaled(0.85);
    double lastY = rect.y + font.size * 0.7; // of the unit
    for (const int weight : ladderWeights) {
        const double y = rect.y + scan.yOf(weight);
        if (y - lastY < font.size || y > rect.bottom() - font.size * 0.5)
            continue;
        lastY = y;
        brush.canvas.line({rect.x - font.size * 0.45, y}, {rect.x - 1, y}, {black, 1.1});
        brush.canvas.text(std::to_string(weight), {rect.x - font.size * 0.6, y}, font, black,
                          {Horizontal::Right, Vertical::Middle});
    }
    brush.canvas.text("kDa", {rect.x - font.size * 0.6, rect.y}, font, black, {Horizontal::Right, Vertical::Top});
}

} // namespace

void addBlotBand(Plane& plane, double x, double y, double width, double thickness, double amount)
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

PanelText drawMembrane(Brush& brush)
{
    const Imager& imager = pickByWeight(brush.random, imagers);
    const double margin = brush.isBare ? 0 : brush.canvas.textWidth("250", brush.style.font) + brush.style.font.size;
    const Rect rect = brush.area.inset(margin, 0, 0, 0).snapped();
    const int strips = brush.isBare && brush.random.chance(0.3) ? brush.random.integer(2, 4) : 1;
    MembraneScan scan(brush.random, static_cast<int>(rect.width), static_cast<int>(rect.height), imager, strips);
    brush.canvas.paint(scan.expose(imager.tone), {rect.x, rect.y});
    PanelText text;
    text.topic = "uncropped western blot membrane probed for " + brush.subject.gene + " in lysates of "
                 + brush.subject.cells + " cells";
    text.shown = {"western blot", brush.subject.gene};
    if (!brush.isBare) {
        drawWeights(brush, scan, rect);
        brush.canvas.outline(rect, {rgb(0x444444), 1});
        text.details.emplace_back("Molecular weights are given in kDa.");
    }
    text.details.emplace_back("The membrane is shown as it was recorded.");
    return text;
}

} // namespace biomedica::demo
