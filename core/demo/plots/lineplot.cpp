#include "core/demo/plots/axes.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/plots.h"
#include "core/demo/plots/statistics.h"
#include "core/demo/plots/timeseries.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Shape { Growth, Saturation, Decline, Peak, Inhibition, Drift, Spectrum };

struct Scene {
    std::string_view yName;
    std::string_view yUnit;
    std::string_view xName;
    std::string_view xUnit;
    double xLow;
    double xHigh;
    int points;
    double yHigh; ///< of the strongest series
    Shape shape;
    bool isLogX; ///< xLow and xHigh are powers of ten
    std::string_view context;
    std::vector<std::string_view> series;
};

const std::vector<Scene>& scenes()
{
    // clang-format off
    static const std::vector<Scene> all = {
        {"tumour volume", "mm³", "days after implantation", "", 0, 28, 9, 1400, Shape::Growth, false,
         "{animal} bearing {cells} xenografts",
         {"Vehicle", "{drug} 10 mg/kg", "{drug} 25 mg/kg", "{drug} + {inhibitor}"}},
        {"cell number", "×10⁴", "time", "days", 0, 6, 7, 60, Shape::Growth, false,
         "{cells} cells with knockdown of {gene}",
         {"siNC", "si{gene}#1", "si{gene}#2"}},
        {"absorbance at 450 nm", "", "time", "h", 0, 96, 5, 2.4, Shape::Growth, false,
         "the CCK-8 assay of {cells} cells",
         {"Control", "{drug}", "{inhibitor}", "{drug} + {inhibitor}"}},
        {"cell viability", "% of control", "{drug} concentration", "µM", -2, 3, 10, 100, Shape::Inhibition, true,
         "{cells} cells after 72 h of {drug}", {"Parental", "{gene} KO", "{other} KO"}},
        {"specific binding", "%", "ligand concentration", "nM", -1, 4, 11, 98, Shape::Saturation, true,
         "{cells} membranes", {"{gene}", "{other}"}},
        {"blood glucose", "mM", "time after glucose", "min", 0, 120, 7, 19, Shape::Peak, false,
         "{animal} during the glucose tolerance test", {"Chow", "High-fat diet", "High-fat diet + {drug}"}},
        {"plasma concentration", "ng/ml", "time", "h", 0, 24, 11, 820, Shape::Peak, false,
         "{animal} after a single dose of {drug}", {"Oral", "Intravenous"}},
        {"body weight", "g", "age", "weeks", 4, 16, 13, 38, Shape::Saturation, false,
         "{animal} of the indicated genotypes",
         {"WT", "{gene}+/−", "{gene}−/−"}},
        {"clinical score", "", "days after induction", "", 0, 30, 16, 3.6, Shape::Saturation, false,
         "{animal} with induced {disease}", {"Vehicle", "{drug}", "Anti-{gene}"}},
        {"relative fluorescence", "ΔF/F0", "time", "s", 0, 180, 61, 1.8, Shape::Peak, false,
         "calcium imaging of {cells} cells", {"Control", "{drug}"}},
        {"fluorescence intensity", "a.u.", "wavelength", "nm", 420, 640, 80, 950, Shape::Spectrum, false,
         "the emission of {drug}", {"pH 5.0", "pH 6.5", "pH 7.4", "pH 8.5"}},
        {"incidence per 100,000", "", "year", "", 1996, 2016, 21, 42, Shape::Drift, false, "the registry of {disease}",
         {"Men", "Women", "Both sexes"}},
        {"mRNA remaining", "%", "time after actinomycin D", "h", 0, 10, 6, 100, Shape::Decline, false,
         "{gene} transcripts of {cells} cells", {"Control", "si{other}", "{drug}"}},
        {"escape latency", "s", "training day", "", 1, 6, 6, 62, Shape::Decline, false,
         "{animal} in the Morris water maze", {"Sham", "Model", "Model + {drug}"}},
    };
    // clang-format on
    return all;
}

/// The course of one series: 0 to about 1 over t from 0 to 1. `strength` 1 is the strongest.
double shapeAt(Shape shape, double t, double strength)
{
    switch (shape) {
    case Shape::Growth: return 0.06 + 0.94 * strength * std::expm1(2.2 * t) / std::expm1(2.2);
    case Shape::Saturation: return 0.12 + 0.86 * strength / (1 + std::exp(-9 * (t - 0.45)));
    case Shape::Decline: return 0.08 + 0.92 * std::exp(-(0.6 + 2.6 * (1.2 - strength)) * t);
    case Shape::Peak: return 0.28 + 0.72 * strength * (t / 0.22) * std::exp(1 - t / 0.22);
    case Shape::Inhibition: return 0.04 + 0.95 / (1 + std::exp(11 * (t - 0.25 - 0.45 * strength)));
    case Shape::Drift: return strength * (0.55 + 0.35 * t + 0.06 * std::sin(7 * t + 5 * strength));
    case Shape::Spectrum: {
        const double off = (t - 0.3 - 0.12 * strength) / (t < 0.3 + 0.12 * strength ? 0.09 : 0.19);
        return 0.01 + strength * std::exp(-off * off / 2);
    }
    }
    return 0;
}

struct Series {
    std::vector<Point> points; ///< in the units of the axes
    std::vector<double> errors;
    Color color;
    Marker marker = Marker::None;
    std::vector<double> dashes;
};

enum class Spread { None, Bars, Band };

std::vector<Series> makeSeries(Brush& brush, const Scene& scene, std::size_t count)
{
    static constexpr std::array markers = {Marker::Circle, Marker::Square, Marker::Triangle, Marker::Diamond,
                                           Marker::OpenCircle};
    static const std::vector<std::vector<double>> dashes = {{}, {6, 3}, {2, 3}, {8, 3, 2, 3}};
    Random& random = brush.random;
    const bool hasMarkers = scene.points <= 16 && random.chance(0.85);
    const bool isDashed = !hasMarkers && random.chance(0.5);
    const auto firstMarker = static_cast<std::size_t>(random.integer(0, 4));
    const double noise = scene.shape == Shape::Spectrum ? 0.002 : 0.012;
    std::vector<Series> all(count);
    for (std::size_t s = 0; s < count; ++s) {
        Series& series = all[s];
        series.color = brush.style.lineColor(s);
        if (hasMarkers)
            series.marker = markers[(firstMarker + s) % markers.size()];
        if (isDashed)
            series.dashes = dashes[s % dashes.size()];
        const double strength = 1 - 0.72 * static_cast<double>(s) / static_cast<double>(count) * random.real(0.85, 1.1);
        for (int i = 0; i < scene.points; ++i) {
            const double t = static_cast<double>(i) / (scene.points - 1);
            const double y = shapeAt(scene.shape, t, strength) + random.normal(0, noise);
            series.points.push_back({scene.xLow + t * (scene.xHigh - scene.xLow), scene.yHigh * std::max(0.0, y)});
            series.errors.push_back(scene.yHigh * (0.012 + 0.055 * std::max(0.05, y)) * random.real(0.7, 1.3));
        }
    }
    return all;
}

void drawBand(Brush& brush, const Plot& plot, const Series& series)
{
    std::vector<Point> edge;
    for (std::size_t i = 0; i < series.points.size(); ++i)
        edge.push_back(plot.at(series.points[i].x, series.points[i].y + series.errors[i]));
    for (std::size_t i = series.points.size(); i-- > 0;)
        edge.push_back(plot.at(series.points[i].x, std::max(0.0, series.points[i].y - series.errors[i])));
    brush.canvas.polygon(edge, series.color.withAlpha(0.22));
}

void drawErrorBars(Brush& brush, const Plot& plot, const Series& series)
{
    const Pen pen{series.color, std::max(1.0, brush.style.lineWidth * 0.7)};
    const double cap = brush.style.font.size * 0.25;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const Point high = plot.at(series.points[i].x, series.points[i].y + series.errors[i]);
        const Point low = plot.at(series.points[i].x, std::max(0.0, series.points[i].y - series.errors[i]));
        brush.canvas.line(low, high, pen);
        for (const Point& end : {low, high})
            brush.canvas.line({end.x - cap, end.y}, {end.x + cap, end.y}, pen);
    }
}

void drawSeries(Brush& brush, const Plot& plot, const Series& series, Spread spread)
{
    if (spread == Spread::Band)
        drawBand(brush, plot, series);
    if (spread == Spread::Bars)
        drawErrorBars(brush, plot, series);
    std::vector<Point> line;
    for (const Point& point : series.points)
        line.push_back(plot.at(point.x, point.y));
    brush.canvas.polyline(line, {series.color, brush.style.lineWidth, series.dashes});
    for (const Point& point : line)
        drawMarker(brush.canvas, series.marker, point, brush.style.font.size * 0.3, series.color);
}

/// Free room at the two ends, so that the first and last marker clear the frame.
Axis paddedXAxis(const std::string& label, const Scene& scene)
{
    if (scene.isLogX)
        return logAxis(label, scene.xLow - 0.2, scene.xHigh + 0.2);
    const double pad = (scene.xHigh - scene.xLow) * (scene.points > 20 ? 0 : 0.04);
    return exactAxis(label, scene.xLow - pad, scene.xHigh + pad, 6);
}

PanelText drawExperiment(Brush& brush)
{
    Random& random = brush.random;
    const Scene& scene = random.pick(scenes());
    const auto count = static_cast<std::size_t>(random.integer(1, static_cast<int>(scene.series.size())));
    const auto all = makeSeries(brush, scene, count);
    const auto spread = scene.shape == Shape::Spectrum || random.chance(0.35) ? Spread::None
                        : scene.points > 16 || random.chance(0.3)             ? Spread::Band
                                                                              : Spread::Bars;
    const bool isSem = random.chance(0.5);
    double highest = 0;
    for (const Series& series : all)
        for (std::size_t i = 0; i < series.points.size(); ++i)
            highest = std::max(highest, series.points[i].y + (spread == Spread::None ? 0 : series.errors[i]));

    const std::string yName = filled(scene.yName, brush.subject);
    const std::string xName = filled(scene.xName, brush.subject);
    PlotSpec spec;
    spec.x = paddedXAxis(withUnit(xName, scene.xUnit), scene);
    std::vector<std::string> names;
    for (std::size_t s = 0; s < count; ++s) {
        names.push_back(capitalised(filled(scene.series[s], brush.subject)));
        if (count > 1)
            spec.legend.push_back({names.back(), all[s].color, all[s].marker, true, all[s].dashes});
    }
    spec.y = axisFromZero(withUnit(yName, scene.yUnit), highest, hasHeadroom(spec, brush.style));
    const Plot plot(brush, spec);
    {
        const Canvas::Clip clip(brush.canvas, plot.inner().inset(-brush.style.font.size * 0.5));
        for (const Series& series : all)
            drawSeries(brush, plot, series, spread);
    }

    PanelText text;
    text.topic = yName + " in " + filled(scene.context, brush.subject) + " as a function of " + xName;
    text.details.push_back((count > 1 ? "Curves are shown for " : "The curve is shown for ") + listed(names) + ".");
    if (spread != Spread::None)
        text.details.push_back(spreadSentence(random, spread == Spread::Band ? "shaded bands" : "error bars", isSem,
                                              random.integer(3, 12)));
    text.shown = {yName, xName};
    text.shown.insert(text.shown.end(), names.begin(), names.end());
    return text;
}

} // namespace

PanelText drawLinePlot(Brush& brush)
{
    return brush.random.chance(0.5) ? drawTimeSeries(brush) : drawExperiment(brush);
}

} // namespace biomedica::demo
