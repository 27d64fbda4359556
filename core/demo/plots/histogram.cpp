#include "core/demo/plots/axes.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Variable {
    std::string_view name;
    std::string_view unit;
    double low;
    double high;
    double middle;
    double sd;
    std::string_view counted; ///< what the bars count
    std::string_view context;
    std::array<std::string_view, 2> groups;
};

// clang-format off
constexpr std::array<Variable, 9> variables = {{
    {"age at diagnosis", "years", 20, 90, 58, 12, "patients", "patients with {disease}", {"Women", "Men"}},
    {"fragment length", "bp", 50, 450, 190, 60, "reads", "the sequencing library of {tissue}", {"Plasma", "{tissue}"}},
    {"particle diameter", "nm", 20, 260, 110, 32, "particles", "extracellular vesicles of {cells} cells",
     {"Untreated", "{drug}"}},
    {"fluorescence intensity", "log10 a.u.", 0, 5, 2.4, 0.6, "cells", "{cells} cells stained for {gene}",
     {"Isotype", "Anti-{gene}"}},
    {"body mass index", "kg/m²", 15, 45, 27, 4.5, "participants", "the cohort", {"Controls", "Cases"}},
    {"{gene} expression", "log2 TPM", 0, 12, 6, 1.7, "samples", "samples of {disease}", {"Normal", "Tumour"}},
    {"time to diagnosis", "days", 0, 120, 42, 20, "patients", "patients with {disease}", {"2010–2014", "2015–2019"}},
    {"percentage of mitochondrial reads", "%", 0, 30, 8, 4, "cells", "single cells from {tissue}",
     {"Before filtering", "After filtering"}},
    {"GC content", "%", 20, 70, 43, 7, "contigs", "the assembly", {"Host", "Symbiont"}},
}};
// clang-format on

struct Bins {
    std::vector<int> counts;
    double mean = 0;
    int n = 0;
};

Bins makeBins(Random& random, const Variable& variable, int bins, double shift, int n)
{
    Bins result;
    result.counts.resize(static_cast<std::size_t>(bins));
    const bool hasSecondMode = random.chance(0.2);
    const double sd = variable.sd * random.real(0.75, 1.15);
    for (int i = 0; i < n; ++i) {
        const double mode = hasSecondMode && random.chance(0.3) ? 2.3 * sd : 0;
        const double value = variable.middle + shift + mode + random.normal(0, sd);
        if (value <= variable.low || value >= variable.high)
            continue;
        const double place = (value - variable.low) / (variable.high - variable.low) * bins;
        ++result.counts[static_cast<std::size_t>(place)];
        result.mean += value;
        ++result.n;
    }
    result.mean /= std::max(1, result.n);
    return result;
}

void drawBars(Brush& brush, const Plot& plot, const Variable& variable, const Bins& bins, Color color, bool isOutlined)
{
    const double width = (variable.high - variable.low) / static_cast<double>(bins.counts.size());
    for (std::size_t i = 0; i < bins.counts.size(); ++i) {
        const double left = variable.low + width * static_cast<double>(i);
        const Point corner = plot.at(left, bins.counts[i]);
        const Point foot = plot.at(left + width, 0);
        const Rect bar{corner.x, corner.y, foot.x - corner.x, foot.y - corner.y};
        brush.canvas.fill(bar, color);
        if (isOutlined && bins.counts[i] > 0)
            brush.canvas.outline(bar, {color.luminance() < 0.35 ? white : black, 0.8});
    }
}

/// The curve of a smoothed count, as kernel estimates are drawn over histograms.
void drawCurve(Brush& brush, const Plot& plot, const Variable& variable, const Bins& bins, Color color)
{
    const auto count = static_cast<int>(bins.counts.size());
    const auto at = [&](int i) { return i < 0 || i >= count ? 0 : bins.counts[static_cast<std::size_t>(i)]; };
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        const double smooth = 0.3 * at(i) + 0.22 * (at(i - 1) + at(i + 1)) + 0.13 * (at(i - 2) + at(i + 2));
        points.push_back(plot.at(variable.low + (variable.high - variable.low) * (i + 0.5) / count, smooth));
    }
    brush.canvas.polyline(smoothed(points), {color, brush.style.lineWidth * 1.2});
}

} // namespace

PanelText drawHistogram(Brush& brush)
{
    Random& random = brush.random;
    const Variable& variable = random.pick(variables);
    const std::size_t groups = random.chance(0.4) ? 2 : 1;
    const int bins = random.integer(14, 34);
    const int n = random.integer(150, 1600);
    std::vector<Bins> all;
    int highest = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        const double shift = g == 0 ? 0 : variable.sd * random.real(-1.5, 1.7);
        all.push_back(makeBins(random, variable, bins, shift, n));
        highest = std::max(highest, *std::max_element(all[g].counts.begin(), all[g].counts.end()));
    }
    const std::string name = filled(variable.name, brush.subject);
    const std::string counted(variable.counted);
    std::vector<std::string> names;
    PlotSpec spec;
    for (std::size_t g = 0; g < groups && groups > 1; ++g) {
        names.push_back(capitalised(filled(variable.groups[g], brush.subject)));
        spec.legend.push_back({names[g], brush.style.lineColor(g).withAlpha(0.6)});
    }
    spec.x = exactAxis(withUnit(name, variable.unit), variable.low, variable.high, 6);
    spec.y = axisFromZero(random.chance(0.3) ? "Frequency" : "Number of " + counted, highest,
                          hasHeadroom(spec, brush.style));
    const Plot plot(brush, spec);
    const bool hasCurve = random.chance(0.4);
    for (std::size_t g = 0; g < groups; ++g)
        drawBars(brush, plot, variable, all[g],
                 groups > 1 ? brush.style.lineColor(g).withAlpha(0.55) : brush.style.color(0), groups == 1);
    for (std::size_t g = 0; g < groups && hasCurve; ++g)
        drawCurve(brush, plot, variable, all[g], groups > 1 ? brush.style.lineColor(g) : rgb(0xc1121f));
    const bool hasMean = random.chance(0.45);
    if (hasMean)
        for (std::size_t g = 0; g < groups; ++g) {
            const Point foot = plot.at(all[g].mean, 0);
            brush.canvas.line(foot, {foot.x, plot.freeTop()},
                              {groups > 1 ? brush.style.lineColor(g) : rgb(0xe41a1c), brush.style.lineWidth, {5, 3}});
        }

    PanelText text;
    text.topic = "histogram of " + name + " in " + filled(variable.context, brush.subject);
    text.details = {"Bars count " + counted + " (n = " + std::to_string(all[0].n) + ")"
                    + (groups > 1 ? ", shown for " + listed(names) + "." : ".")};
    if (hasMean)
        text.details.push_back("Dashed lines mark the mean.");
    text.shown = {"histogram", name};
    text.shown.insert(text.shown.end(), names.begin(), names.end());
    return text;
}

} // namespace biomedica::demo
