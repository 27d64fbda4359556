#include "core/demo/plots/bins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace biomedica::demo {

namespace {

struct Variable {
    std::string_view name;
    std::string_view unit;
    double low;
    double high;
    double middle;
    double sd;
    std::string_view counted;
    std::string_view context;
    std::array<std::string_view, 2> groups;
    bool isMonths = false;
};

// clang-format off
constexpr std::array<Variable, 14> variables = {{
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
    {"p value", "", 0, 1, 0.4, 0.3, "genes", "the tests of differential expression", {"Raw", "Permuted"}},
    {"difference between methods", "mm", -12, 12, 0.8, 3.6, "measurements", "the comparison of readers",
     {"Reader 1", "Reader 2"}},
    {"correlation coefficient", "", -1, 1, 0.15, 0.3, "pairs of genes", "the co-expression analysis",
     {"Observed", "Shuffled"}},
    {"number of neighbours", "", 0, 60, 14, 11, "nodes", "the network of {gene}", {"Module 1", "Module 2"}},
    {"month of onset", "", 0, 18, 9, 4, "cases", "the outbreak of {disease}", {"Confirmed", "Suspected"}, true},
}};
// clang-format on

enum class Course { Bell, Skewed, Exponential, Bimodal, Uniform };

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

Bins makeBins(Random& random, const Variable& variable, Course course, int count, double shift, int n)
{
    Bins bins;
    while (static_cast<int>(bins.values.size()) < n) {
        const double value = shift + drawnFrom(course, variable, random);
        if (value > variable.low && value < variable.high)
            bins.values.push_back(value);
    }
    bins.heights = countedIn(bins.values, variable.low, variable.high, count);
    bins.mean = std::accumulate(bins.values.begin(), bins.values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : bins.values)
        squares += (value - bins.mean) * (value - bins.mean);
    bins.sd = std::sqrt(squares / n);
    return bins;
}

std::vector<std::string> groupNames(Brush& brush, const Variable& variable, std::size_t groups)
{
    static const std::vector<std::string> cohorts = {"Cohort A", "Cohort B", "Cohort C", "Cohort D"};
    if (groups == 1)
        return {};
    if (groups == 2)
        return filledAll({variable.groups[0], variable.groups[1]}, brush.subject);
    return {cohorts.begin(), cohorts.begin() + static_cast<std::ptrdiff_t>(groups)};
}

} // namespace

double Bins::highest() const
{
    return *std::max_element(heights.begin(), heights.end());
}

std::vector<double> countedIn(std::span<const double> values, double low, double high, int count)
{
    std::vector<double> counts(static_cast<std::size_t>(count));
    for (const double value : values)
        ++counts[static_cast<std::size_t>((value - low) / (high - low) * count)];
    return counts;
}

Distribution makeDistribution(Brush& brush)
{
    Random& random = brush.random;
    const Variable& variable = random.pick(variables);
    const auto groups = static_cast<std::size_t>(1 + random.weighted({62, 24, 9, 5}));
    Distribution made;
    made.variable = filled(variable.name, brush.subject);
    made.unit = variable.unit;
    made.counted = variable.counted;
    made.context = filled(variable.context, brush.subject);
    made.low = variable.low;
    made.high = variable.high;
    made.isMonths = variable.isMonths;
    made.names = groupNames(brush, variable, groups);
    const auto course = static_cast<Course>(random.weighted({40, 20, 15, 15, 10}));
    const int bins = static_cast<int>(std::round(5 * std::pow(20, random.unit())));
    const int n = static_cast<int>(30 * std::pow(60, random.unit()));
    for (std::size_t g = 0; g < groups; ++g)
        made.groups.push_back(
            makeBins(random, variable, course, bins, g == 0 ? 0 : variable.sd * random.real(-1.5, 1.7), n));
    return made;
}

} // namespace biomedica::demo
