#include "core/demo/plots/distribution.h"

#include "core/demo/plots/comparison.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Scale {
    std::string_view name;
    std::string_view unit;
    double middle;
    double sd;
    bool isSkewed;
};

// clang-format off
constexpr std::array<Scale, 10> scales = {{
    {"{gene} expression", "log2 TPM", 6.5, 1.1, false},
    {"serum {gene}", "pg/ml", 180, 70, true},
    {"methylation of the {gene} promoter", "%", 46, 12, false},
    {"C-reactive protein", "mg/l", 14, 9, true},
    {"Shannon index of the microbiota", "", 4.4, 0.6, false},
    {"immune cell infiltration score", "", 52, 13, false},
    {"{other} staining intensity", "a.u.", 110, 34, true},
    {"length of stay", "days", 9, 5, true},
    {"estimated glomerular filtration rate", "ml/min", 74, 16, false},
    {"nuclear area", "µm²", 138, 30, true},
}};
// clang-format on

const std::vector<Grouping>& cohorts()
{
    // clang-format off
    static const std::vector<Grouping> all = {
        {"", "patients with {disease} and healthy controls", {"Controls", "Patients"}, false, "controls"},
        {"", "normal and affected {tissue}", {"Normal", "Affected"}, false, "normal tissue"},
        {"Grade", "samples of {disease} by grade", {"G1", "G2", "G3", "G4"}, true, "G1"},
        {"Genotype", "carriers of the {gene} variant", {"AA", "AG", "GG"}, true, "AA"},
        {"", "responders and non-responders to {drug}", {"Responders", "Partial", "Non-responders"}, true,
         "responders"},
        {"Quartile of {gene}", "participants by quartile of {gene}", {"Q1", "Q2", "Q3", "Q4"}, true, "Q1"},
        {"", "{animal} treated as indicated", {"Sham", "Model", "{drug}", "{inhibitor}"}, false, "Sham"},
        {"Cluster", "molecular subtypes of {disease}", {"C1", "C2", "C3", "C4", "C5"}, false, "C1"},
        {"Month", "visits by month", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}, true, "month 1"},
        {"Tissue", "organs of {animal}", {"Heart", "Liver", "Lung", "Kidney", "Spleen", "Brain", "Muscle", "Skin"},
         false, "heart"},
        {"Centre", "the centres of the study", {"A", "B", "C", "D", "E", "F", "G", "H", "J", "K"}, false, "centre A"},
    };
    // clang-format on
    return all;
}

std::vector<Spread> makeSpreads(Random& random, const Scale& scale, std::size_t groups, bool isOrdered, int n)
{
    const double effect = random.real(-1.6, 1.9) * scale.sd;
    std::vector<Spread> all;
    for (std::size_t g = 0; g < groups; ++g) {
        const double along = isOrdered
                                 ? static_cast<double>(g) / static_cast<double>(std::max<std::size_t>(1, groups - 1))
                             : g == 0 ? 0
                                      : random.real(0.2, 1);
        const double middle = std::max(scale.middle * 0.35, scale.middle + effect * along);
        const double sd = scale.sd * random.real(0.7, 1.25);
        std::vector<double> values;
        for (int i = 0; i < n; ++i) {
            const double z = random.normal();
            const double value = scale.isSkewed ? middle * std::exp(z * sd / scale.middle * 0.8) : middle + z * sd;
            values.push_back(std::max(scale.middle * 0.04, value));
        }
        all.push_back(spreadOf(std::move(values)));
    }
    return all;
}

/// Standard error of the mean, taken from the quartiles.
double errorOf(const Spread& spread)
{
    return (spread.upperQuartile - spread.lowerQuartile) / 1.35 / std::sqrt(static_cast<double>(spread.values.size()));
}

/// Brackets from the first group to the others, one above the other.
std::vector<std::string> drawBrackets(Brush& brush, const Plot& plot, const std::vector<Spread>& spreads,
                                      std::size_t brackets, double highest)
{
    std::vector<std::string> drawn;
    double y = plot.at(0, highest).y - brush.style.font.size * 0.6;
    for (std::size_t g = 1; g <= brackets; ++g) {
        drawn.push_back(starsFor(spreads[0].median - spreads[g].median, errorOf(spreads[0]), errorOf(spreads[g])));
        drawBracket(brush, plot.at(0, 0).x, plot.at(static_cast<double>(g), 0).x, y, drawn.back());
        y -= bracketHeight(brush.style);
    }
    return drawn;
}

} // namespace

Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double index = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(index);
        const double t = index - static_cast<double>(below);
        return values[below] * (1 - t) + values[std::min(below + 1, values.size() - 1)] * t;
    };
    Spread spread;
    spread.lowerQuartile = at(0.25);
    spread.median = at(0.5);
    spread.upperQuartile = at(0.75);
    const double reach = 1.5 * (spread.upperQuartile - spread.lowerQuartile);
    spread.lowerWhisker = *std::lower_bound(values.begin(), values.end(), spread.lowerQuartile - reach);
    spread.upperWhisker = *std::prev(std::upper_bound(values.begin(), values.end(), spread.upperQuartile + reach));
    spread.values = std::move(values);
    return spread;
}

Point Slot::at(double across, double value) const
{
    const double along = static_cast<double>(group) + across;
    return isLying ? plot.at(value, along) : plot.at(along, value);
}

PanelText drawDistributions(Brush& brush, const std::string& name, const std::string& reading, const GroupDraw& draw)
{
    Random& random = brush.random;
    const Scale& scale = random.pick(scales);
    const Grouping& grouping = random.pick(cohorts());
    auto names = filledAll(grouping.names, brush.subject);
    if (random.chance(0.35))
        names.resize(static_cast<std::size_t>(random.integer(1, static_cast<int>(names.size()))));
    const int n = random.integer(10, random.chance(0.3) ? 200 : 60);
    const auto spreads = makeSpreads(random, scale, names.size(), grouping.isOrdered, n);
    const bool isLying = random.chance(0.25);
    const std::size_t brackets = isLying || names.size() > 6 || random.chance(0.68)
                                     ? 0
                                     : std::min(names.size() - 1, static_cast<std::size_t>(random.integer(1, 3)));
    double lowest = spreads[0].values.front();
    double highest = spreads[0].values.back();
    for (const Spread& spread : spreads) {
        lowest = std::min(lowest, spread.values.front());
        highest = std::max(highest, spread.values.back());
    }
    const double pad = (highest - lowest) * 0.08;

    const std::string measure = filled(scale.name, brush.subject);
    Axis groups = categoryAxis(filled(grouping.axis, brush.subject), names);
    Axis values = exactAxis(withUnit(measure, scale.unit), std::max(0.0, lowest - pad), highest + pad);
    PlotSpec spec{isLying ? values : groups, isLying ? groups : values};
    if (brackets > 0)
        spec.headroom = bracketHeight(brush.style) * (static_cast<double>(brackets) + 0.4);
    const Plot plot(brush, spec);
    const double halfWidth = random.real(0.1, 0.44);
    for (std::size_t g = 0; g < names.size(); ++g)
        draw(brush, {plot, g, halfWidth, isLying}, spreads[g]);
    const auto stars = drawBrackets(brush, plot, spreads, brackets, highest + pad * 0.5);

    PanelText text;
    text.topic = name + " of " + measure + " in " + filled(grouping.context, brush.subject);
    text.details = {reading, (names.size() > 1 ? "Groups: " : "Group: ") + listed(names) + " (n = " + std::to_string(n)
                                 + (names.size() > 1 ? " each)." : ").")};
    const std::string meaning = starsSentence(random, stars, std::string(grouping.reference));
    if (!meaning.empty())
        text.details.push_back(meaning);
    text.shown = {measure, name};
    return text;
}

void drawScatteredValues(Brush& brush, const Slot& slot, const Spread& spread)
{
    const double radius = std::clamp(slot.pixels() * slot.halfWidth * 0.1, 1.2, 2.8);
    for (const double value : spread.values)
        drawMarker(brush.canvas, Marker::Circle, slot.at(brush.random.real(-0.7, 0.7) * slot.halfWidth, value), radius,
                   rgb(0x202020).withAlpha(0.6));
}

} // namespace biomedica::demo
