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

enum class Course { Bell, Skewed, Exponential, Bimodal, Uniform };

struct Bins {
    std::vector<int> counts;
    double mean = 0;
    int n = 0;
};

double drawnFrom(Course course, const Variable& variable, Random& random)
{
    const double range = variable.high - variable.low;
    switch (course) {
    case Course::Bell: return random.normal(variable.middle, variable.sd);
    case Course::Skewed: return variable.middle + variable.sd * 1.3 * (std::exp(0.75 * random.normal()) - 1.4);
    case Course::Exponential: return variable.low - std::log(1 - random.unit()) * range * 0.17;
    case Course::Bimodal:
        return random.normal(variable.middle + variable.sd * (random.chance(0.4) ? 1.9 : -1.4), variable.sd * 0.6);
    case Course::Uniform: return random.real(variable.low + range * 0.03, variable.high - range * 0.03);
    }
    return variable.middle;
}

Bins makeBins(Random& random, const Variable& variable, Course course, int bins, double shift, int n)
{
    Bins result;
    result.counts.resize(static_cast<std::size_t>(bins));
    while (result.n < n) {
        const double value = shift + drawnFrom(course, variable, random);
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

struct Look {
    bool isLying = false;
    double gap = 0; ///< share of a bin
    bool isOutlined = false;
    std::size_t color = 0; ///< of the only group
};

/// Where the bars stand: values along one axis, counts along the other.
class Bars {
public:
    Bars(Brush& brush, const Plot& plot, const Variable& variable, const Look& look)
        : m_brush(brush), m_plot(plot), m_variable(variable), m_look(look)
    {
    }

    void draw(const Bins& bins, Color color)
    {
        const double width = (m_variable.high - m_variable.low) / static_cast<double>(bins.counts.size());
        for (std::size_t i = 0; i < bins.counts.size(); ++i) {
            const double left = m_variable.low + width * (static_cast<double>(i) + m_look.gap / 2);
            const Point a = at(left, bins.counts[i]);
            const Point b = at(left + width * (1 - m_look.gap), 0);
            const Rect bar{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
            m_brush.canvas.fill(bar, color);
            if ((m_look.isOutlined || color.luminance() > 0.9) && bins.counts[i] > 0)
                m_brush.canvas.outline(bar, {color.luminance() < 0.35 ? white : black, 0.8});
        }
    }

    /// The curve of a smoothed count, as kernel estimates are drawn over histograms.
    void drawCurve(const Bins& bins, Color color)
    {
        const auto count = static_cast<int>(bins.counts.size());
        const auto of = [&](int i) { return i < 0 || i >= count ? 0 : bins.counts[static_cast<std::size_t>(i)]; };
        std::vector<Point> points;
        for (int i = 0; i < count; ++i) {
            const double smooth = 0.3 * of(i) + 0.22 * (of(i - 1) + of(i + 1)) + 0.13 * (of(i - 2) + of(i + 2));
            points.push_back(at(m_variable.low + (m_variable.high - m_variable.low) * (i + 0.5) / count, smooth));
        }
        m_brush.canvas.polyline(smoothed(points), {color, m_brush.style.lineWidth * 1.2});
    }

    void drawMean(const Bins& bins, Color color)
    {
        const Rect& inner = m_plot.inner();
        const Point foot = at(bins.mean, 0);
        const Point end = m_look.isLying ? Point{inner.right(), foot.y} : Point{foot.x, m_plot.freeTop()};
        m_brush.canvas.line(foot, end, {color, m_brush.style.lineWidth, {5, 3}});
    }

private:
    Point at(double value, double count) const
    {
        return m_look.isLying ? m_plot.at(count, value) : m_plot.at(value, count);
    }

    Brush& m_brush;
    const Plot& m_plot;
    const Variable& m_variable;
    const Look& m_look;
};

std::vector<std::string> groupNames(Brush& brush, const Variable& variable, std::size_t groups)
{
    if (groups == 1)
        return {};
    if (groups == 3)
        return {"Cohort A", "Cohort B", "Cohort C"};
    return filledAll({variable.groups[0], variable.groups[1]}, brush.subject);
}

std::vector<Bins> makeGroups(Random& random, const Variable& variable, std::size_t groups)
{
    const auto course = static_cast<Course>(random.weighted({40, 20, 15, 15, 10}));
    const int bins = static_cast<int>(std::round(4 * std::pow(15, random.unit())));
    const int n = static_cast<int>(30 * std::pow(60, random.unit()));
    std::vector<Bins> all;
    for (std::size_t g = 0; g < groups; ++g)
        all.push_back(makeBins(random, variable, course, bins, g == 0 ? 0 : variable.sd * random.real(-1.5, 1.7), n));
    return all;
}

PlotSpec specOf(Brush& brush, const Variable& variable, const std::vector<Bins>& all, const Look& look,
                const std::vector<std::string>& names)
{
    int highest = 0;
    for (const Bins& bins : all)
        highest = std::max(highest, *std::max_element(bins.counts.begin(), bins.counts.end()));
    PlotSpec spec;
    for (std::size_t g = 0; g < names.size(); ++g)
        spec.legend.push_back({names[g], brush.style.lineColor(g).withAlpha(0.6)});
    const std::string counted = brush.random.chance(0.4) ? "Frequency" : "Number of " + std::string(variable.counted);
    Axis values =
        exactAxis(withUnit(filled(variable.name, brush.subject), variable.unit), variable.low, variable.high, 6);
    Axis counts = axisFromZero(counted, highest, !look.isLying && hasHeadroom(spec, brush.style));
    spec.x = look.isLying ? counts : values;
    spec.y = look.isLying ? values : counts;
    return spec;
}

} // namespace

PanelText drawHistogram(Brush& brush)
{
    Random& random = brush.random;
    const Variable& variable = random.pick(variables);
    const auto groups = static_cast<std::size_t>(1 + random.weighted({62, 26, 12}));
    const auto all = makeGroups(random, variable, groups);
    const auto names = groupNames(brush, variable, groups);
    Look look;
    look.isLying = random.chance(0.07);
    look.gap = random.chance(0.3) ? random.real(0.05, 0.45) : 0;
    look.isOutlined = groups == 1 && random.chance(0.55);
    look.color = static_cast<std::size_t>(random.integer(0, 3));
    const Plot plot(brush, specOf(brush, variable, all, look, names));
    Bars bars(brush, plot, variable, look);
    const bool hasCurve = random.chance(0.25) && all[0].counts.size() > 8;
    const bool hasMean = random.chance(0.25);
    for (std::size_t g = 0; g < groups; ++g)
        bars.draw(all[g], groups > 1 ? brush.style.lineColor(g).withAlpha(0.55) : brush.style.color(look.color));
    for (std::size_t g = 0; g < groups; ++g) {
        const Color line = groups > 1 ? brush.style.lineColor(g) : rgb(0xc1121f);
        if (hasCurve)
            bars.drawCurve(all[g], line);
        if (hasMean)
            bars.drawMean(all[g], line);
    }

    const std::string name = filled(variable.name, brush.subject);
    PanelText text;
    text.topic = "histogram of " + name + " in " + filled(variable.context, brush.subject);
    text.details = {"Bars count " + std::string(variable.counted) + " (n = " + std::to_string(all[0].n) + ")"
                    + (groups > 1 ? ", shown for " + listed(names) + "." : ".")};
    if (hasMean)
        text.details.push_back("Dashed lines mark the mean.");
    text.shown = {"histogram", name};
    text.shown.insert(text.shown.end(), names.begin(), names.end());
    return text;
}

} // namespace biomedica::demo
