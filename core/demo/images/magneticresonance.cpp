#include "core/demo/images/choice.h"
#include "core/demo/images/images.h"
#include "core/demo/images/mrscenes.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Sequence {
    std::string_view name;
    Tissue tissue; // fluid, cortex, white, fat, muscle, marrow, disc, blood, lesion
    double coarseness;
    int repetition; // milliseconds
    int echo;
};

constexpr std::array<Sequence, 5> brainSequences = {{
    {"T1-weighted", {0.1, 0.4, 0.6, 0.92, 0.36, 0.8, 0.4, 0.12, 0.22}, 0.008, 500, 10},
    {"T2-weighted", {0.95, 0.56, 0.36, 0.75, 0.2, 0.6, 0.4, 0.06, 0.88}, 0.008, 4000, 98},
    {"FLAIR", {0.05, 0.52, 0.4, 0.7, 0.3, 0.55, 0.35, 0.08, 0.95}, 0.011, 9000, 125},
    {"contrast-enhanced T1-weighted", {0.1, 0.42, 0.55, 0.85, 0.42, 0.75, 0.4, 0.85, 0.95}, 0.009, 600, 12},
    {"diffusion-weighted", {0.07, 0.42, 0.34, 0.06, 0.06, 0.05, 0.1, 0.05, 0.98}, 0.026, 3200, 84},
}};

constexpr std::array<Sequence, 3> bodySequences = {{
    {"T1-weighted", {0.2, 0.4, 0.5, 0.9, 0.38, 0.72, 0.42, 0.15, 0.3}, 0.008, 550, 11},
    {"T2-weighted", {0.95, 0.5, 0.32, 0.75, 0.2, 0.5, 0.6, 0.5, 0.9}, 0.009, 3500, 90},
    {"fat-suppressed proton-density-weighted", {0.95, 0.5, 0.4, 0.14, 0.38, 0.17, 0.72, 0.5, 0.8}, 0.01, 2800, 32},
}};

constexpr std::array<Sequence, 2> heartSequences = {{
    {"cine", {0.9, 0.42, 0.4, 0.75, 0.25, 0.45, 0.4, 0.85, 0.5}, 0.014, 3, 2},
    {"late-enhancement", {0.4, 0.3, 0.3, 0.5, 0.1, 0.3, 0.3, 0.6, 0.98}, 0.016, 700, 4},
}};

struct View {
    std::string_view plane;
    std::string_view part;
    std::string_view finding;
    MrScene draw;
    std::span<const Sequence> sequences;
    double aspect; // height over width
    double weight;
};

constexpr std::array<View, 6> views = {{
    {"axial", "brain", "a focal lesion", drawAxialBrain, brainSequences, 1.15, 4},
    {"coronal", "brain", "a focal lesion", drawCoronalBrain, brainSequences, 1.1, 1.2},
    {"sagittal", "brain", "a focal lesion", drawSagittalBrain, brainSequences, 1.05, 1.6},
    {"sagittal", "spine", "a bulging disc", drawSagittalSpine, bodySequences, 1.5, 1.6},
    {"sagittal", "knee", "an effusion and oedema of the tibial marrow", drawSagittalKnee, bodySequences, 1.15, 1.5},
    {"short-axis", "heart", "a scar of the left ventricle", drawShortAxisHeart, heartSequences, 0.85, 1.3},
}};

Tissue varied(Tissue tissue, Random& random)
{
    for (double* level : {&tissue.fluid, &tissue.cortex, &tissue.white, &tissue.fat, &tissue.muscle, &tissue.marrow,
                          &tissue.disc, &tissue.blood, &tissue.lesion})
        *level = std::clamp(*level * random.real(0.88, 1.12), 0.0, 1.0);
    return tissue;
}

/// What the series is made with: the same for all its slices.
struct Series {
    const View* view;
    const Sequence* sequence;
    Tissue tissue;
    std::uint64_t patient; ///< seed of what all slices share
    double scale;
    double turn;
    double noise;
    double gain;
    double fallOff; ///< of the coil
    Point coil;
    bool hasFinding;
    bool isFunctional;
};

Series makeSeries(Random& random, bool isRaw)
{
    Series series{};
    series.isFunctional = random.chance(0.14);
    series.view = series.isFunctional ? &views[static_cast<std::size_t>(random.weighted({3, 0.6, 1}))]
                                      : &pickByWeight(random, views);
    series.sequence = series.isFunctional ? &brainSequences[0] : &random.pick(series.view->sequences);
    series.tissue = varied(series.sequence->tissue, random);
    series.patient = random.next();
    series.scale = isRaw ? random.real(0.86, 1.04) : random.real(0.74, 0.94);
    series.turn = random.chance(0.5) ? 0 : random.normal(0, 2.5);
    series.noise = random.real(0.008, 0.045);
    series.gain = random.real(0.9, 1.25);
    series.fallOff = random.real(0, 0.4);
    series.coil = {random.real(-1, 1), random.real(-1, 1)};
    series.hasFinding = !series.isFunctional && random.chance(0.6);
    return series;
}

/// Blurred by the coarse grid of the raw data, brighter near the coil, noise that is never below nothing.
Plane acquired(Scan& scan, const Series& series, Random& random)
{
    Plane plane = planeOf(scan.canvas().pixels());
    const double coarse = scan.unit() * series.sequence->coarseness;
    plane.blur(std::max(1, static_cast<int>(std::lround(coarse))));
    const Texture grain(random, std::clamp(static_cast<int>(coarse), 1, 5));
    const int offset = random.integer(0, 127);
    const Texture lumps(random, 3);
    const auto noise = static_cast<float>(series.noise);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const double nearness =
                (x * 2.0 / plane.width - 1) * series.coil.x + (y * 2.0 / plane.height - 1) * series.coil.y;
            const auto gain = static_cast<float>(series.gain * (1 + series.fallOff * nearness / 2));
            const float real = plane.row(y)[x] * gain * (1 + 0.05F * lumps.cloud(x, y, 4)) + noise * grain.at(x, y);
            const float imaginary = noise * grain.at(y + offset, x + 41);
            plane.row(y)[x] = std::sqrt(real * real + imaginary * imaginary);
        }
    return plane;
}

/// Where the brain works, in some of the slices; nowhere below `lowest`.
void paintActivity(image::Pixels& pixels, const Scan& scan, double lowest, double level, Random& patient)
{
    const int count = patient.integer(3, 7);
    for (const bool isCold : {false, true}) {
        Plane heat(pixels.width, pixels.height);
        const int shown = isCold ? patient.integer(0, 2) : count;
        for (int i = 0; i < shown; ++i) {
            const Point at{patient.real(-0.5, 0.5), patient.real(-0.65, lowest)};
            const double height = patient.real(0.2, 0.9);
            const double size = patient.real(0.05, 0.14) * (1 - std::abs(level - height));
            for (int lump = 0; lump < 4; ++lump) {
                const Point place = scan.at(at.x + patient.normal(0, size * 0.7), at.y + patient.normal(0, size * 0.7));
                heat.addSpot(place.x, place.y, std::max(1.0, size * scan.unit()), patient.real(0.3, 0.8));
            }
        }
        paintHeat(pixels, heat, {.from = 0.25F, .first = 0.25F, .isCold = isCold});
    }
}

/// Returns where the finding is in the figure.
std::optional<Point> drawSlice(Brush& brush, const Rect& rect, const Series& series, double level)
{
    Random patient(series.patient);
    Scan scan(patient, static_cast<int>(rect.width), static_cast<int>(rect.height), 0.02);
    scan.place(series.scale, series.turn, {0, 0});
    const auto finding = series.view->draw(scan, series.tissue, level, series.hasFinding);
    image::Pixels pixels = greyPixels(acquired(scan, series, brush.random));
    if (series.isFunctional) {
        Random ofActivity(seedOf(series.patient, {1}));
        paintActivity(pixels, scan, series.view->plane == "axial" ? 0.6 : 0.05, level, ofActivity);
    }
    brush.canvas.paint(pixels, {rect.x, rect.y});
    if (!finding)
        return std::nullopt;
    const Point place = scan.at(finding->x, finding->y);
    return Point{rect.x + place.x, rect.y + place.y};
}

double levelOf(std::size_t index, std::size_t count, const Series& series, Random& random)
{
    if (count > 1)
        return (static_cast<double>(index) + 0.5) / static_cast<double>(count);
    return series.hasFinding ? random.real(0.42, 0.72) : random.real(0.05, 1);
}

std::vector<std::string> techniqueOf(const Series& series)
{
    return {"TR " + std::to_string(series.sequence->repetition), "TE " + std::to_string(series.sequence->echo),
            "SL " + fixed(3.0, 1)};
}

PanelText textOf(const Brush& brush, const Series& series, std::size_t slices, int findings, int arrows)
{
    const std::string part(series.view->part);
    const std::string plane(series.view->plane);
    const std::string patient = " of the " + part + " of a patient with " + brush.subject.disease;
    PanelText text;
    if (series.isFunctional) {
        text.topic = plane + " functional magnetic resonance " + (slices > 1 ? "images" : "image") + patient;
        text.details = {"Coloured areas are active during the task, laid over the T1-weighted anatomy."};
        text.shown = {"functional magnetic resonance", part};
        return text;
    }
    const std::string sequence(series.sequence->name);
    text.topic = plane + " " + sequence + " magnetic resonance " + (slices > 1 ? "images" : "image") + patient;
    const std::string marked = arrows > 1 ? " (arrows)." : arrows == 1 ? " (arrow)." : ".";
    text.details = {findings > 0 ? "MRI shows " + std::string(series.view->finding) + marked
                                 : std::string("No abnormality is seen.")};
    if (slices > 1)
        text.details.push_back(std::to_string(slices) + " slices of one series.");
    text.shown = {"magnetic resonance", sequence, part};
    return text;
}

} // namespace

PanelText drawMagneticResonance(Brush& brush)
{
    Random& random = brush.random;
    const bool isRaw = random.chance(0.5);
    const Series series = makeSeries(random, isRaw);
    const SliceGrid grid = pickGrid(random, brush.area, series.view->aspect, 12);
    // Without text there is no more ground than the patient needs.
    const Rect area =
        wholePixels(grid.count() == 1 && isRaw ? fitted(brush.area, series.view->aspect, 1.1) : brush.area);
    const double gap = random.chance(0.4) ? 0 : random.integer(1, 4);
    if (!isRaw || random.chance(0.5))
        brush.canvas.fill(area, black);
    const bool hasArrow = series.hasFinding && random.chance(0.6);
    const Corners corners = scannerText(random, techniqueOf(series));
    const auto places = placesOf(grid, area, gap);
    int findings = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect& rect = places[i];
        const auto finding = drawSlice(brush, rect, series, levelOf(i, places.size(), series, random));
        findings += finding ? 1 : 0;
        if (finding && hasArrow)
            drawPointer(brush, {finding->x - rect.width * 0.04, finding->y - rect.width * 0.03}, rect.width * 0.08,
                        white);
        if (!isRaw && (i == 0 || places.size() < 5))
            drawCorners(brush, rect, corners, grey(0.9));
    }
    return textOf(brush, series, places.size(), findings, hasArrow ? findings : 0);
}

} // namespace biomedica::demo
