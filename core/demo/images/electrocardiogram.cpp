#include "core/demo/images/images.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Rhythm { Sinus, Fibrillation, AnteriorElevation };

/// Heights of the waves in millivolts.
struct Lead {
    std::string_view name;
    double p, q, r, s, t;
    bool isAnterior;
};

// clang-format off
constexpr std::array<Lead, 12> leads = {{
    {"I", 0.1, -0.05, 0.7, -0.1, 0.2, false},    {"aVR", -0.1, 0.05, -0.7, 0.1, -0.2, false},
    {"V1", 0.06, 0, 0.2, -0.9, -0.1, true},      {"V4", 0.1, -0.05, 1.3, -0.4, 0.4, true},
    {"II", 0.15, -0.05, 1.0, -0.15, 0.3, false}, {"aVL", 0.05, -0.04, 0.35, -0.15, 0.1, false},
    {"V2", 0.08, 0, 0.4, -1.3, 0.4, true},       {"V5", 0.1, -0.07, 1.2, -0.2, 0.35, false},
    {"III", 0.08, -0.08, 0.45, -0.15, 0.12, false}, {"aVF", 0.12, -0.06, 0.7, -0.12, 0.2, false},
    {"V3", 0.09, -0.02, 0.8, -0.8, 0.45, true},  {"V6", 0.1, -0.07, 0.9, -0.1, 0.25, false},
}};
// clang-format on

struct Tracing {
    Rhythm rhythm = Rhythm::Sinus;
    std::vector<double> beats; ///< times of the R waves in seconds
    double wander = 0;         ///< phase of the baseline
    double ripple = 0;         ///< phase of the fibrillation
};

double wave(double time, double middle, double sd, double height)
{
    const double z = (time - middle) / sd;
    return std::abs(z) > 4 ? 0 : height * std::exp(-z * z / 2);
}

double voltage(const Tracing& tracing, const Lead& lead, double time)
{
    double sum = 0.02 * std::sin(time * 1.7 + tracing.wander);
    const bool isElevated = tracing.rhythm == Rhythm::AnteriorElevation && lead.isAnterior;
    for (const double beat : tracing.beats) {
        const double off = time - beat;
        if (off < -0.35 || off > 0.6)
            continue;
        if (tracing.rhythm != Rhythm::Fibrillation)
            sum += wave(off, -0.16, 0.022, lead.p);
        sum += wave(off, -0.03, 0.009, lead.q) + wave(off, 0, 0.011, lead.r) + wave(off, 0.03, 0.011, lead.s);
        sum += wave(off, 0.26, 0.05, lead.t * (isElevated ? 1.5 : 1));
        if (isElevated)
            sum += wave(off, 0.13, 0.06, 0.35);
    }
    if (tracing.rhythm == Rhythm::Fibrillation)
        sum += 0.035 * std::sin(time * 38 + tracing.ripple) + 0.02 * std::sin(time * 53 + 2 * tracing.ripple);
    return sum;
}

Tracing makeTracing(Random& random, double seconds)
{
    Tracing tracing;
    tracing.rhythm = static_cast<Rhythm>(random.weighted({5, 3, 3}));
    const double interval = 60 / random.real(56, 112);
    tracing.wander = random.real(0, 6);
    tracing.ripple = random.real(0, 6);
    for (double time = -random.real(0, interval); time < seconds + 0.5;) {
        tracing.beats.push_back(time);
        time +=
            interval * (tracing.rhythm == Rhythm::Fibrillation ? random.real(0.6, 1.45) : random.real(0.985, 1.015));
    }
    return tracing;
}

/// Millimetre paper; returns its rectangle, whole squares only.
Rect drawPaper(Brush& brush, double millimetre, bool isPink)
{
    const Rect& area = brush.area;
    const double columns = std::floor(area.width / millimetre / 5) * 5;
    const double rows = std::floor(area.height / millimetre / 5) * 5;
    const Rect paper{area.x + (area.width - columns * millimetre) / 2, area.y + (area.height - rows * millimetre) / 2,
                     columns * millimetre, rows * millimetre};
    const Color line = isPink ? rgb(0xe88f8f) : rgb(0xbdbdbd);
    brush.canvas.fill(paper, isPink ? rgb(0xfff1ee) : white);
    for (int i = 0; i <= columns; ++i)
        brush.canvas.line({paper.x + i * millimetre, paper.y}, {paper.x + i * millimetre, paper.bottom()},
                          {i % 5 == 0 ? line : line.lighter(0.55), i % 5 == 0 ? 0.9 : 0.5});
    for (int i = 0; i <= rows; ++i)
        brush.canvas.line({paper.x, paper.y + i * millimetre}, {paper.right(), paper.y + i * millimetre},
                          {i % 5 == 0 ? line : line.lighter(0.55), i % 5 == 0 ? 0.9 : 0.5});
    return paper;
}

/// One lead in its part of the paper. `start` is the second it begins with.
void drawLead(Brush& brush, const Tracing& tracing, const Lead& lead, const Rect& part, double start, double millimetre)
{
    const Canvas::Clip clip(brush.canvas, part);
    std::vector<Point> line;
    const double baseline = part.y + part.height * 0.58;
    for (double x = part.x; x <= part.right(); x += 0.7) {
        const double time = start + (x - part.x) / millimetre / 25;
        line.push_back({x, baseline - voltage(tracing, lead, time) * 10 * millimetre});
    }
    brush.canvas.polyline(line, {black, std::clamp(millimetre * 0.28, 0.9, 1.6)});
    const Font font{std::clamp(millimetre * 3.2, 8.0, 15.0), true};
    brush.canvas.text(lead.name, {part.x + millimetre * 1.2, part.y + millimetre * 0.8}, font, black,
                      {Horizontal::Left, Vertical::Top});
}

} // namespace

PanelText drawElectrocardiogram(Brush& brush)
{
    Random& random = brush.random;
    const bool areTwelve = brush.area.height > 200 && brush.area.width > 330 && random.chance(0.75);
    const double seconds = areTwelve ? 10 : random.real(4, 7);
    const double millimetre = areTwelve ? std::min(brush.area.width / 256, brush.area.height / 82)
                                        : std::min(brush.area.width / (seconds * 25), brush.area.height / 22);
    const Tracing tracing = makeTracing(random, 12);
    const Rect paper = drawPaper(brush, millimetre, random.chance(0.7));
    if (areTwelve) {
        const double row = paper.height / 4;
        const double column = paper.width / 4;
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const auto across = static_cast<double>(i % 4);
            drawLead(brush, tracing, leads[i],
                     {paper.x + across * column, paper.y + std::floor(static_cast<double>(i) / 4) * row, column, row},
                     across * column / millimetre / 25, millimetre);
        }
        drawLead(brush, tracing, leads[4], {paper.x, paper.y + 3 * row, paper.width, row}, 0, millimetre);
    } else {
        drawLead(brush, tracing, leads[4], paper, 0, millimetre);
    }
    PanelText text;
    static constexpr std::array<std::string_view, 3> rhythms = {
        "Sinus rhythm without signs of ischaemia.",
        "Atrial fibrillation: no P waves and an irregular ventricular rate.",
        "ST-segment elevation in the anterior leads."};
    text.topic = std::string(areTwelve ? "12-lead" : "single-lead") + " electrocardiogram of a patient with "
                 + brush.subject.disease;
    text.details = {std::string(areTwelve || tracing.rhythm != Rhythm::AnteriorElevation
                                    ? rhythms[static_cast<std::size_t>(tracing.rhythm)]
                                    : rhythms[0]),
                    "Paper speed 25 mm/s, 10 mm/mV."};
    text.shown = {"electrocardiogram"};
    return text;
}

} // namespace biomedica::demo
