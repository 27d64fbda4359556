#include "core/demo/plots/axes.h"
#include "core/demo/plots/plots.h"
#include "core/demo/plots/pointclouds.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Range {
    double low;
    double high;
};

template <typename Coordinate>
Range rangeOf(const std::vector<Point>& points, Coordinate coordinate)
{
    Range range{coordinate(points[0]), coordinate(points[0])};
    for (const Point& point : points) {
        range.low = std::min(range.low, coordinate(point));
        range.high = std::max(range.high, coordinate(point));
    }
    const double pad = (range.high - range.low) * 0.06;
    return {range.low - pad, range.high + pad};
}

constexpr auto xOf = [](const Point& point) { return point.x; };
constexpr auto yOf = [](const Point& point) { return point.y; };

// --- correlation ---

struct Quantity {
    std::string_view name;
    std::string_view unit;
    double mean;
    double sd;
};

// clang-format off
constexpr std::array<Quantity, 14> quantities = {{
    {"{gene} expression", "log2 TPM", 6, 1.6},
    {"{other} expression", "log2 TPM", 4.5, 1.3},
    {"serum {gene}", "ng/ml", 42, 11},
    {"body mass index", "kg/m²", 27, 3.8},
    {"age", "years", 56, 11},
    {"C-reactive protein", "mg/l", 14, 4},
    {"systolic blood pressure", "mmHg", 134, 14},
    {"estimated glomerular filtration rate", "ml/min", 78, 17},
    {"fasting glucose", "mM", 6.2, 1.1},
    {"tumour diameter", "mm", 31, 8},
    {"cortical thickness", "mm", 2.6, 0.22},
    {"disease duration", "months", 40, 12},
    {"immune score", "", 1200, 320},
    {"observed log reduction", "log10 CFU", 4, 1.1},
}};
// clang-format on

struct Correlation {
    std::vector<Point> points;
    std::vector<std::size_t> groups; ///< of each point; empty: one group
};

Correlation makeCorrelation(Random& random, const Quantity& x, const Quantity& y)
{
    const int n = static_cast<int>(8 * std::pow(250, random.unit()));
    const double r = random.real(0.15, 0.92) * (random.chance(0.6) ? 1 : -1);
    const bool isGrouped = random.chance(0.3);
    Correlation data;
    for (int i = 0; i < n; ++i) {
        const double zx = random.normal();
        const double zy = r * zx + std::sqrt(1 - r * r) * random.normal();
        data.points.push_back(
            {std::max(x.mean * 0.05, x.mean + x.sd * zx), std::max(y.mean * 0.05, y.mean + y.sd * zy)});
        if (isGrouped)
            data.groups.push_back(random.chance(0.5) ? 1 : 0);
    }
    return data;
}

/// 95 % confidence band of the fitted mean.
void drawFit(Brush& brush, const Plot& plot, const LinearFit& fit, Range x, std::size_t n, bool hasBand, Color color)
{
    const auto lineAt = [&](double at) { return fit.intercept + fit.slope * at; };
    if (hasBand) {
        std::vector<Point> edge;
        for (int i = 0; i <= 81; ++i) {
            const bool isBack = i > 40;
            const double at = x.low + (x.high - x.low) * (isBack ? 81 - i : i) / 40.0;
            const double half =
                1.98 * fit.residualSd
                * std::sqrt(1.0 / static_cast<double>(n) + (at - fit.meanX) * (at - fit.meanX) / fit.sumSquaresX);
            edge.push_back(plot.at(at, lineAt(at) + (isBack ? -half : half)));
        }
        brush.canvas.polygon(edge, color.withAlpha(0.18));
    }
    brush.canvas.line(plot.at(x.low, lineAt(x.low)), plot.at(x.high, lineAt(x.high)),
                      {color, brush.style.lineWidth * 1.2});
}

PanelText drawCorrelation(Brush& brush)
{
    Random& random = brush.random;
    const auto chosen = random.sample(quantities, 2);
    const Correlation data = makeCorrelation(random, chosen[0], chosen[1]);
    const LinearFit fit = linearFit(data.points);
    const Range x = rangeOf(data.points, xOf);
    const Range y = rangeOf(data.points, yOf);
    std::array<std::string, 2> names;
    std::array<std::string, 2> labels;
    for (std::size_t i = 0; i < 2; ++i) {
        names[i] = filled(chosen[i].name, brush.subject);
        labels[i] = capitalised(names[i]) + (chosen[i].unit.empty() ? "" : " (" + std::string(chosen[i].unit) + ")");
    }
    const std::array<std::string, 2> groupNames = {"Controls", "Patients"};
    const Font noteFont = brush.style.font.scaled(0.92);
    PlotSpec spec{exactAxis(labels[0], x.low, x.high), exactAxis(labels[1], y.low, y.high)};
    const bool hasNote = random.chance(0.5);
    if (hasNote)
        spec.headroom = Canvas::lineHeight(noteFont) * 1.3;
    if (!data.groups.empty())
        for (std::size_t g = 0; g < 2; ++g)
            spec.legend.push_back({groupNames[g], brush.style.lineColor(g), Marker::Circle});
    const Plot plot(brush, spec);
    const PointLook look = makePointLook(brush, data.points.size());
    const bool hasFit = random.chance(0.42);
    {
        const Canvas::Clip clip(brush.canvas, plot.inner());
        for (std::size_t i = 0; i < data.points.size(); ++i)
            drawMarker(brush.canvas, look.marker, plot.at(data.points[i].x, data.points[i].y), look.radius,
                       brush.style.lineColor(data.groups.empty() ? 0 : data.groups[i]).withAlpha(look.alpha));
        if (hasFit)
            drawFit(brush, plot, fit, x, data.points.size(), random.chance(0.5),
                    random.chance(0.5) ? black : rgb(0xc1121f));
    }
    const bool isSpearman = random.chance(0.3);
    const std::string r =
        std::string(isSpearman ? "rho" : "r") + " = " + (fit.r < 0 ? "\u2212" : "") + fixed(std::abs(fit.r), 2);
    if (hasNote)
        brush.canvas.text(r + ", " + pValueText(fit.p),
                          {plot.inner().x + noteFont.size * 0.7, plot.freeTop() + noteFont.size * 0.5}, noteFont, black,
                          {Horizontal::Left, Vertical::Top});

    PanelText text;
    text.topic = "correlation between " + names[0] + " and " + names[1] + " in patients with " + brush.subject.disease;
    const std::string n = "n = " + std::to_string(data.points.size());
    text.details = {std::string(isSpearman ? "Spearman's " : "Pearson's ") + r + ", " + pValueText(fit.p) + ", " + n
                        + ".",
                    hasFit ? "The line is the linear regression; each symbol is one participant."
                           : "Each symbol is one participant."};
    if (!data.groups.empty())
        text.details.push_back("Colours tell controls from patients.");
    text.shown = {names[0], names[1], r};
    return text;
}

// --- clusters ---

struct Embedding {
    std::string_view x;
    std::string_view y;
    std::string_view name;
    std::string_view item;
};

// clang-format off
constexpr std::array<Embedding, 4> embeddings = {{
    {"UMAP 1", "UMAP 2", "UMAP", "cell"},
    {"t-SNE 1", "t-SNE 2", "t-SNE", "cell"},
    {"PC1 (38.4%)", "PC2 (17.9%)", "principal component analysis", "sample"},
    {"PCo1 (21.6%)", "PCo2 (12.3%)", "principal coordinate analysis", "faecal sample"},
}};
// clang-format on

constexpr std::array<std::string_view, 10> cellTypes = {"T cells",     "B cells",    "NK cells",    "Monocytes",
                                                        "Fibroblasts", "Epithelial", "Endothelial", "Mast cells",
                                                        "Dendritic",   "Plasma"};
constexpr std::array<std::string_view, 5> cohorts = {"Control", "Mild", "Severe", "Treated", "Recovered"};

PanelText drawClusters(Brush& brush)
{
    Random& random = brush.random;
    const Embedding& embedding = random.pick(embeddings);
    const bool isCells = embedding.item == "cell";
    const auto names =
        isCells ? random.sample(cellTypes, random.integer(4, 7)) : random.sample(cohorts, random.integer(2, 4));
    std::vector<Point> points;
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < names.size(); ++g) {
        const double angle =
            6.2832 * (static_cast<double>(g) + random.real(-0.2, 0.2)) / static_cast<double>(names.size());
        const Point middle{std::cos(angle) * random.real(4, 9), std::sin(angle) * random.real(4, 9)};
        const double tilt = random.real(0, 3.14);
        const double longer = random.real(1, 2.2);
        const int count = isCells ? random.integer(20, 300) : random.integer(5, 24);
        for (int i = 0; i < count; ++i) {
            const double u = random.normal(0, longer);
            const double v = random.normal(0, 0.8);
            points.push_back({middle.x + u * std::cos(tilt) - v * std::sin(tilt),
                              middle.y + u * std::sin(tilt) + v * std::cos(tilt)});
            groups.push_back(g);
        }
    }
    std::vector<Color> many = {rgb(0xe64b35), rgb(0x4dbbd5), rgb(0x00a087), rgb(0x3c5488),
                               rgb(0xf39b7f), rgb(0x8491b4), rgb(0x7e6148)};
    const Range x = rangeOf(points, xOf);
    const Range y = rangeOf(points, yOf);
    PlotSpec spec{exactAxis(std::string(embedding.x), x.low, x.high),
                  exactAxis(std::string(embedding.y), y.low, y.high)};
    if (random.chance(0.3))
        random.shuffle(many);
    for (std::size_t g = 0; g < names.size(); ++g)
        spec.legend.push_back({std::string(names[g]), many[g], Marker::Circle});
    const Plot plot(brush, spec);
    const PointLook look = makePointLook(brush, points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        drawMarker(brush.canvas, Marker::Circle, plot.at(points[i].x, points[i].y), look.radius,
                   many[groups[i]].withAlpha(look.alpha));

    PanelText text;
    const std::vector<std::string> listOfNames(names.begin(), names.end());
    text.topic = std::string(embedding.name) + " of "
                 + (isCells ? "single cells from " + brush.subject.tissue
                            : std::string(embedding.item) + "s in " + brush.subject.disease);
    text.details = {"Colours indicate " + listed(listOfNames) + ".",
                    "Each dot is one " + std::string(embedding.item) + " (n = " + std::to_string(points.size()) + ")."};
    text.shown = listOfNames;
    return text;
}

// --- volcano ---

PanelText drawVolcano(Brush& brush)
{
    Random& random = brush.random;
    std::vector<Point> points;
    for (int i = random.integer(500, 1100); i > 0; --i) {
        const double change = random.normal(0, 1) * random.real(0.3, 2.2);
        points.push_back({change, std::abs(change) * random.real(0.1, 1.7) + random.real(0, 0.7)});
    }
    const Range x = rangeOf(points, xOf);
    const Range y = rangeOf(points, yOf);
    const double side = std::max(-x.low, x.high);
    const std::array<std::string_view, 3> names = {"Down", "Not significant", "Up"};
    const std::array<Color, 3> colors = {rgb(0x2b6cb0), rgb(0xa8a8a8), rgb(0xc53030)};
    PlotSpec spec{exactAxis("log2 fold change", -side, side, 6), exactAxis("\u2212log10 adjusted p", 0, y.high)};
    for (std::size_t i = 0; i < 3; ++i)
        spec.legend.push_back({std::string(names[i]), colors[i], Marker::Circle});
    const Plot plot(brush, spec);
    const double threshold = 1.3;
    const Pen dashed{rgb(0x555555), 1, {4, 3}};
    brush.canvas.line(plot.at(-side, threshold), plot.at(side, threshold), dashed);
    for (const double edge : {-1.0, 1.0})
        brush.canvas.line({plot.at(edge, 0).x, plot.inner().bottom()}, {plot.at(edge, 0).x, plot.freeTop()}, dashed);
    const PointLook look = makePointLook(brush, points.size());
    std::array<int, 3> counts{};
    for (const Point& point : points) {
        const std::size_t group = point.y < threshold || std::abs(point.x) < 1 ? 1 : point.x < 0 ? 0 : 2;
        ++counts[group];
        drawMarker(brush.canvas, Marker::Circle, plot.at(point.x, point.y), look.radius,
                   colors[group].withAlpha(look.alpha));
    }
    PanelText text;
    text.topic = "volcano plot of differentially expressed genes in " + brush.subject.cells + " cells treated with "
                 + brush.subject.drug;
    text.details = {std::to_string(counts[2]) + " genes were upregulated and " + std::to_string(counts[0])
                        + " downregulated (|log2 fold change| > 1, adjusted p < 0.05).",
                    "Genes that are not significant are shown in grey."};
    text.shown = {"log2 fold change", "volcano plot"};
    return text;
}

} // namespace

PanelText drawScatterPlot(Brush& brush)
{
    static constexpr std::array draws = {drawCorrelation, drawClusters, drawVolcano,
                                         drawStrips,      drawBubbles,  drawColoredPoints};
    return draws[static_cast<std::size_t>(brush.random.weighted({36, 18, 8, 16, 11, 11}))](brush);
}

} // namespace biomedica::demo
