#include "core/demo/plots/axes.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/courses.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

using Values = std::vector<double>;

/// What accumulates along time: parts that add up.
struct Flow {
    std::string_view measure;
    std::string_view along;
    double from;
    double to;
    double high; ///< of one part
    std::string_view context;
    std::vector<std::string_view> series;
};

const std::vector<Flow>& flows()
{
    // clang-format off
    static const std::vector<Flow> all = {
        {"number of cases", "year", 1990, 2020, 900, "the registry of {disease}",
         {"Under 20", "20–39", "40–59", "60–79", "80 and over"}},
        {"abundance", "day", 0, 60, 40, "the microbiota of {animal}",
         {"Bacteroides", "Lactobacillus", "Escherichia", "Clostridium", "Prevotella", "Akkermansia"}},
        {"number of sequences", "week", 1, 80, 320, "the variants of the virus",
         {"Variant A", "Variant B", "Variant C", "Variant D", "Variant E"}},
        {"cell count", "pseudotime", 0, 100, 260, "the lineages of the {tissue}", {"Stem", "Progenitor", "Immature", "Mature"}},
        {"publications", "year", 1980, 2022, 190, "the literature on {gene}", {"Clinical", "Genetic", "Imaging", "Modelling"}},
        {"occupied beds", "day", 1, 180, 110, "hospitals treating {disease}", {"Ward", "Intermediate care", "Intensive care"}},
    };
    // clang-format on
    return all;
}

struct Scale {
    std::string_view name;
    std::string_view unit;
    double low;
    double high;
    std::string_view context;
    std::vector<std::string_view> groups;
};

const std::vector<Scale>& scales()
{
    // clang-format off
    static const std::vector<Scale> all = {
        {"{gene} expression", "log2 TPM", 0, 12, "samples of {disease}",
         {"Normal", "Stage I", "Stage II", "Stage III", "Stage IV", "Relapse"}},
        {"fluorescence intensity", "log10 a.u.", 1, 5, "{cells} cells in the flow cytometer",
         {"Unstained", "Isotype", "Control", "{drug}", "{inhibitor}"}},
        {"age", "years", 10, 95, "the cohorts studied", {"Cohort A", "Cohort B", "Cohort C", "Cohort D", "Cohort E", "Cohort F", "Cohort G", "Cohort H"}},
        {"fragment length", "bp", 60, 420, "the libraries of {tissue}", {"Library 1", "Library 2", "Library 3", "Library 4"}},
        {"predicted probability", "", 0, 1, "the model of {disease}", {"Cases", "Controls"}},
    };
    // clang-format on
    return all;
}

Values smoothedValues(const Values& values, int radius)
{
    Values result;
    const int count = static_cast<int>(values.size());
    for (int i = 0; i < count; ++i) {
        double sum = 0;
        for (int k = i - radius; k <= i + radius; ++k)
            sum += values[static_cast<std::size_t>(std::clamp(k, 0, count - 1))];
        result.push_back(sum / (2 * radius + 1));
    }
    return result;
}

/// One or two hills; the highest point is 1.
Values makeDensity(Random& random, int points)
{
    const std::array<double, 2> middles = {random.real(0.15, 0.75), random.real(0.2, 0.85)};
    const std::array<double, 2> widths = {random.real(0.04, 0.16), random.real(0.03, 0.14)};
    const double second = random.chance(0.35) ? random.real(0.2, 0.8) : 0;
    Values values;
    for (int i = 0; i < points; ++i) {
        const double t = static_cast<double>(i) / (points - 1);
        const double a = (t - middles[0]) / widths[0];
        const double b = (t - middles[1]) / widths[1];
        values.push_back(std::exp(-a * a / 2) + second * std::exp(-b * b / 2));
    }
    const double highest = *std::max_element(values.begin(), values.end());
    for (double& value : values)
        value /= highest;
    return values;
}

struct Filling {
    double alpha = 1;
    bool isLined = false;
    Color line = black;
};

/// The area between two courses over the whole width of the plot.
void fillBetween(Brush& brush, const Plot& plot, const Axis& x, const Values& low, const Values& high, Color color,
                 const Filling& filling)
{
    const auto last = static_cast<double>(high.size() - 1);
    const auto at = [&](std::size_t i, double value) {
        return plot.at(x.low + (x.high - x.low) * static_cast<double>(i) / last, value);
    };
    std::vector<Point> edge;
    for (std::size_t i = 0; i < high.size(); ++i)
        edge.push_back(at(i, high[i]));
    const std::vector<Point> top = edge;
    for (std::size_t i = low.size(); i-- > 0;)
        edge.push_back(at(i, low[i]));
    brush.canvas.polygon(edge, color.withAlpha(filling.alpha));
    if (filling.isLined)
        brush.canvas.polyline(top, {filling.line, std::max(0.8, brush.style.lineWidth * 0.8)});
}

std::vector<std::string> someOf(Random& random, std::vector<std::string> names, int least)
{
    names.resize(static_cast<std::size_t>(random.integer(least, static_cast<int>(names.size()))));
    return names;
}

// --- parts that add up ---

enum class Base { Zero, Shares, Middle };

std::vector<Values> makeParts(Random& random, std::size_t count, double high)
{
    static constexpr std::array courses = {Course::Trend, Course::Epidemic, Course::Walk, Course::Oscillation};
    const Course course = random.pick(courses);
    const int points = random.integer(12, 160);
    const int radius = random.chance(0.6) ? std::max(1, points / 14) : 0;
    std::vector<Values> parts;
    for (std::size_t s = 0; s < count; ++s) {
        Values values = smoothedValues(makeCourse(random, course, points), radius);
        const double share = random.real(0.3, 1);
        for (double& value : values)
            value = high * share * (0.08 + value);
        parts.push_back(std::move(values));
    }
    return parts;
}

Values sumOf(const std::vector<Values>& parts)
{
    Values sums(parts[0].size());
    for (const Values& part : parts)
        for (std::size_t i = 0; i < part.size(); ++i)
            sums[i] += part[i];
    return sums;
}

PanelText drawParts(Brush& brush, Base base)
{
    Random& random = brush.random;
    const Flow& flow = random.pick(flows());
    const auto names = someOf(random, filledAll(flow.series, brush.subject), 2);
    auto parts = makeParts(random, names.size(), flow.high);
    Values sums = sumOf(parts);
    if (base == Base::Shares)
        for (Values& part : parts)
            for (std::size_t i = 0; i < part.size(); ++i)
                part[i] *= 100 / sums[i];
    const double highest = *std::max_element(sums.begin(), sums.end());
    PlotSpec spec;
    for (std::size_t s = 0; s < names.size(); ++s)
        spec.legend.push_back({names[s], brush.style.color(s)});
    const std::string measure(flow.measure);
    spec.x = exactAxis(capitalised(flow.along), flow.from, flow.to, 6);
    switch (base) {
    case Base::Zero: spec.y = axisFromZero(capitalised(measure), highest, hasHeadroom(spec, brush.style)); break;
    case Base::Shares: spec.y = exactAxis("Share of " + measure + " (%)", 0, 100); break;
    case Base::Middle: spec.y = {"", -highest * 0.52, highest * 0.52, {}}; break;
    }
    spec.isFrameless = base == Base::Middle;
    const Plot plot(brush, spec);
    const Filling filling{random.chance(0.7) ? 1 : 0.75, random.chance(0.4), random.chance(0.5) ? white : black};
    Values low(sums.size());
    for (std::size_t i = 0; i < low.size() && base == Base::Middle; ++i)
        low[i] = -sums[i] / 2;
    for (std::size_t s = 0; s < parts.size(); ++s) {
        Values high = low;
        for (std::size_t i = 0; i < high.size(); ++i)
            high[i] += parts[s][i];
        fillBetween(brush, plot, spec.x, low, high, brush.style.color(s), filling);
        low = std::move(high);
    }

    PanelText text;
    text.topic = (base == Base::Shares ? "area plot of shares of " : "area plot of ") + measure + " by "
                 + std::string(flow.along) + " in " + filled(flow.context, brush.subject);
    text.details = {"Stacked areas show " + listed(names) + "."};
    if (base == Base::Shares)
        text.details.push_back("Shares add up to 100%.");
    text.shown = names;
    text.shown.push_back(measure);
    return text;
}

// --- densities ---

PanelText textOfDensities(Brush& brush, const Scale& scale, const std::vector<std::string>& names)
{
    PanelText text;
    const std::string name = filled(scale.name, brush.subject);
    text.topic = "density of " + name + " in " + filled(scale.context, brush.subject);
    text.details = {"Filled areas show " + listed(names) + "."};
    text.shown = names;
    text.shown.push_back(name);
    return text;
}

Axis scaleAxis(Brush& brush, const Scale& scale)
{
    return exactAxis(withUnit(filled(scale.name, brush.subject), scale.unit), scale.low, scale.high, 6);
}

PanelText drawDensities(Brush& brush)
{
    Random& random = brush.random;
    const Scale& scale = random.pick(scales());
    auto names = someOf(random, filledAll(scale.groups, brush.subject), 1);
    names.resize(std::min<std::size_t>(names.size(), 4));
    PlotSpec spec;
    for (std::size_t g = 0; g < names.size() && names.size() > 1; ++g)
        spec.legend.push_back({names[g], brush.style.lineColor(g).withAlpha(0.5)});
    spec.x = scaleAxis(brush, scale);
    const double peak = random.real(0.05, 2);
    spec.y = axisFromZero("Density", peak, hasHeadroom(spec, brush.style));
    const Plot plot(brush, spec);
    const double alpha = random.real(0.25, 0.65);
    const bool isLined = random.chance(0.75);
    for (std::size_t g = 0; g < names.size(); ++g) {
        Values high = makeDensity(random, 140);
        const double height = peak * random.real(0.45, 1);
        for (double& value : high)
            value *= height;
        fillBetween(brush, plot, spec.x, Values(high.size()), high, brush.style.lineColor(g),
                    {alpha, isLined, brush.style.lineColor(g)});
    }
    return textOfDensities(brush, scale, names);
}

PanelText drawRidges(Brush& brush)
{
    Random& random = brush.random;
    const Scale& scale = random.pick(scales());
    const auto names = someOf(random, filledAll(scale.groups, brush.subject), 2);
    const double overlap = random.real(0.8, 1.9);
    PlotSpec spec{scaleAxis(brush, scale), categoryAxis("", names)};
    spec.y.low = -0.15;
    spec.y.high = static_cast<double>(names.size()) - 1 + overlap * 1.05;
    const Plot plot(brush, spec);
    const bool isOneColour = random.chance(0.4);
    const Filling filling{random.real(0.6, 1), random.chance(0.8), random.chance(0.5) ? black : white};
    for (std::size_t g = names.size(); g-- > 0;) {
        Values high = makeDensity(random, 140);
        for (double& value : high)
            value = static_cast<double>(g) + overlap * value;
        fillBetween(brush, plot, spec.x, Values(high.size(), static_cast<double>(g)), high,
                    brush.style.lineColor(isOneColour ? 0 : g), filling);
    }
    PanelText text = textOfDensities(brush, scale, names);
    text.details.push_back("Densities are drawn one above the other.");
    return text;
}

// --- one filled series ---

PanelText drawFilledSeries(Brush& brush)
{
    Random& random = brush.random;
    const Flow& flow = random.pick(flows());
    const Values course =
        makeCourse(random, static_cast<Course>(random.integer(0, courseCount - 1)), random.integer(10, 300));
    Values high;
    const double foot = random.chance(0.5) ? 0.05 : 0.4;
    for (const double value : course)
        high.push_back(flow.high * (foot + (1 - foot) * value));
    const std::string measure(flow.measure);
    PlotSpec spec{exactAxis(capitalised(flow.along), flow.from, flow.to, 6),
                  axisFromZero(capitalised(measure), flow.high, false)};
    const Plot plot(brush, spec);
    const Color color = brush.style.lineColor(static_cast<std::size_t>(random.integer(0, 3)));
    fillBetween(
        brush, plot, spec.x, Values(high.size()), high, color,
        {random.chance(0.5) ? 1 : random.real(0.25, 0.7), random.chance(0.6), random.chance(0.7) ? color : black});
    PanelText text;
    text.topic =
        "area plot of " + measure + " by " + std::string(flow.along) + " in " + filled(flow.context, brush.subject);
    text.details = {"The area below the course is filled."};
    text.shown = {measure, "area plot"};
    return text;
}

} // namespace

PanelText drawAreaPlot(Brush& brush)
{
    switch (brush.random.weighted({24, 12, 10, 22, 14, 18})) {
    case 0: return drawParts(brush, Base::Zero);
    case 1: return drawParts(brush, Base::Shares);
    case 2: return drawParts(brush, Base::Middle);
    case 3: return drawDensities(brush);
    case 4: return drawRidges(brush);
    default: return drawFilledSeries(brush);
    }
}

} // namespace biomedica::demo
