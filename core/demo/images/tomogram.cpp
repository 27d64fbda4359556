#include "core/demo/images/choice.h"
#include "core/demo/images/ctscenes.h"
#include "core/demo/images/images.h"
#include "core/demo/images/positrons.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Window { Soft, Bone, Lung };

struct CtView {
    std::string_view plane;
    std::string_view region;
    std::string_view finding;
    CtScene draw;
    double aspect; // height over width
    double weight;
    double boneWindow; ///< how often
    double lungWindow;
};

constexpr std::array<CtView, 5> views = {{
    {"axial", "head", "a focal lesion", drawHeadSlice, 1.15, 1.3, 0.15, 0},
    {"axial", "chest", "a pulmonary nodule", drawChestSlice, 0.78, 1.4, 0.05, 0.5},
    {"axial", "abdomen", "a hypodense liver lesion", drawAbdomenSlice, 0.8, 1.4, 0.05, 0},
    {"axial", "pelvis", "a mass behind the bladder", drawPelvisSlice, 0.76, 0.8, 0.25, 0},
    {"coronal", "abdomen", "a hypodense liver lesion", drawCoronalSlice, 1.15, 0.9, 0.1, 0},
}};

/// What all slices of a figure share.
struct Series {
    const CtView* view;
    Window window;
    std::uint64_t patient; ///< seed
    double scale;
    double turn;
    double noise;
    double contrast;
    bool hasFinding;
    bool hasTable;
    bool isRound; ///< nothing outside of the circle that was reconstructed
    bool isFused; ///< with positron emission
};

Series makeSeries(Random& random, bool isRaw)
{
    Series series{};
    series.view = &pickByWeight(random, views);
    series.window = static_cast<Window>(random.weighted(
        {1 - series.view->boneWindow - series.view->lungWindow, series.view->boneWindow, series.view->lungWindow}));
    series.patient = random.next();
    series.scale = isRaw ? random.real(0.92, 1.06) : random.real(0.8, 0.97);
    series.turn = random.normal(0, 2);
    series.noise = random.real(0.5, 1.8);
    series.contrast = random.real(0.85, 1.3);
    series.hasFinding = random.chance(0.7);
    series.isFused = series.view->region != "head" && random.chance(0.12);
    series.hasTable = series.view->plane == "axial" && series.view->region != "head" && random.chance(0.7);
    series.isRound = random.chance(0.25);
    return series;
}

/// The grey that a density is shown with.
float shown(float density, const Series& series)
{
    switch (series.window) {
    case Window::Soft: return 0.5F + (density - 0.46F) * static_cast<float>(series.contrast) - 0.04F;
    case Window::Bone: return density * density;
    case Window::Lung: return density * 2.3F + 0.06F;
    }
    return density;
}

/// Noise of the reconstruction is correlated; air is cut off below.
Plane reconstructed(Scan& scan, const Series& series, Random& random)
{
    Plane plane = planeOf(scan.canvas().pixels());
    plane.blur(std::max(1, static_cast<int>(scan.unit() / 130)));
    const Texture texture(random, 1);
    const auto noise = static_cast<float>(series.noise);
    const double radius = std::max(plane.width, plane.height) * 0.5;
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            float& value = plane.row(y)[x];
            const float grain =
                value > 0.05F ? 0.022F * texture.at(x, y) + 0.02F * texture.cloud(x, y, 4) : 0.006F * texture.at(x, y);
            value = shown(value > 0.9F ? value : value + noise * grain, series);
            if (series.isRound && std::hypot(x - plane.width / 2.0, y - plane.height / 2.0) > radius)
                value = 0;
        }
    return plane;
}

/// Returns where the finding is in the figure.
std::optional<Point> drawSlice(Brush& brush, const Rect& rect, const Series& series, double level)
{
    Random patient(series.patient);
    Scan scan(patient, static_cast<int>(rect.width), static_cast<int>(rect.height), 0.02);
    // Bodies that lie are broader than high.
    const double aspect = series.view->aspect;
    const double fit = std::min(rect.width / std::min(1.0, 1 / aspect), rect.height / std::min(1.0, aspect)) / 2;
    scan.place(series.scale * fit / scan.unit(), series.turn, {0, 0});
    const auto finding = series.view->draw(scan, level, series.hasFinding);
    if (series.hasTable)
        scan.canvas().polyline(arc(scan.at(0, -0.7), scan.unit() * 1.6, scan.unit() * 1.62, 62, 118),
                               {grey(0.4), scan.unit() * 0.02});
    image::Pixels pixels = greyPixels(reconstructed(scan, series, brush.random));
    if (series.isFused)
        paintUptake(pixels, scan, finding, patient);
    brush.canvas.paint(pixels, {rect.x, rect.y});
    if (!finding)
        return std::nullopt;
    const Point place = scan.at(finding->x, finding->y);
    return Point{rect.x + place.x, rect.y + place.y};
}

void drawSides(Brush& brush, const Rect& rect)
{
    const Font font = brush.style.font.scaled(0.9);
    brush.canvas.text("R", {rect.x + 5, rect.center().y}, font, white, {Horizontal::Left, Vertical::Middle});
    brush.canvas.text("L", {rect.right() - 5, rect.center().y}, font, white, {Horizontal::Right, Vertical::Middle});
}

PanelText textOf(const Brush& brush, const Series& series, std::size_t slices, bool hasArrows)
{
    const std::string region(series.view->region);
    PanelText text;
    text.topic = std::string(series.view->plane) + (series.isFused ? " fused PET and" : "")
                 + " computed tomography of the " + region + " of a patient with " + brush.subject.disease;
    const std::string marked = !hasArrows ? "." : slices > 1 ? " (arrows)." : " (arrow).";
    text.details = {series.hasFinding ? "CT shows " + std::string(series.view->finding) + marked
                                      : std::string("No abnormality is seen.")};
    if (series.isFused)
        text.details.emplace_back("Uptake of the tracer is laid over in colour.");
    if (series.window != Window::Soft)
        text.details.emplace_back(series.window == Window::Bone ? "Bone window." : "Lung window.");
    text.details.push_back(slices > 1 ? std::to_string(slices) + " slices of one series." : "Slice thickness, 5 mm.");
    text.shown = {"computed tomography", region};
    return text;
}

PanelText drawComputedTomography(Brush& brush)
{
    Random& random = brush.random;
    const bool isRaw = random.chance(0.5);
    Series series = makeSeries(random, isRaw);
    const SliceGrid grid = pickGrid(random, brush.area, series.view->aspect, 9);
    const Rect area =
        wholePixels(grid.count() == 1 && isRaw ? fitted(brush.area, series.view->aspect, 1.1) : brush.area);
    const auto places = placesOf(grid, area, random.integer(0, 3));
    const bool hasArrow = random.chance(isRaw ? 0.3 : 0.75);
    const bool hasSides = !isRaw && random.chance(0.4);
    const Corners corners = scannerText(random, {"kV 120", "mA " + std::to_string(random.integer(80, 420)), "5.0 mm"});
    const bool hasText = !isRaw && random.chance(0.6);
    int findings = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect& rect = places[i];
        const double level =
            places.size() > 1 ? (static_cast<double>(i) + 0.5) / static_cast<double>(places.size()) : random.unit();
        const auto finding = drawSlice(brush, rect, series, level);
        findings += finding ? 1 : 0;
        if (finding && hasArrow)
            drawPointer(brush, {finding->x - rect.width * 0.03, finding->y - rect.width * 0.03}, rect.width * 0.08,
                        i == 0 || random.chance(0.7) ? rgb(0xffe14d) : white);
        if (hasSides)
            drawSides(brush, rect);
        if (hasText)
            drawCorners(brush, rect, corners, grey(0.9));
    }
    series.hasFinding = findings > 0;
    return textOf(brush, series, places.size(), hasArrow && findings > 0);
}

} // namespace

PanelText drawTomogram(Brush& brush)
{
    return brush.random.chance(0.1) ? drawProjections(brush) : drawComputedTomography(brush);
}

} // namespace biomedica::demo
