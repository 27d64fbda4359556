#include "core/demo/plots/cohorts.h"

#include "core/demo/plots/comparison.h"
#include "core/demo/plots/facets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

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
constexpr std::array<Scale, 14> scales = {{
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
    {"accuracy", "%", 78, 7, false},
    {"change from baseline", "%", 3, 9, false},
    {"viral load", "copies/ml", 42000, 39000, true},
    {"AUC", "", 0.78, 0.06, false},
}};
// clang-format on

const std::vector<Grouping>& cohortGroupings()
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
        {"Age (years)", "participants by age", {"20\u201329", "30\u201339", "40\u201349", "50\u201359", "60\u201369", "70\u201379", "80+"}, true,
         "the youngest"},
        {"", "tumours of the atlas",
         {"ACC", "BLCA", "BRCA", "CESC", "COAD", "ESCA", "GBM", "HNSC", "KICH", "KIRC", "KIRP", "LGG", "LIHC", "LUAD",
          "LUSC", "OV", "PAAD", "PRAD", "READ", "SKCM", "STAD", "THCA", "UCEC", "UVM"}, false, "ACC"},
        {"", "immune cells of {tissue}",
         {"B cells naive", "B cells memory", "Plasma cells", "T cells CD8", "T cells CD4", "Tregs", "NK cells",
          "Monocytes", "Macrophages M0", "Macrophages M1", "Macrophages M2", "Mast cells", "Eosinophils",
          "Neutrophils"}, false, "naive B cells"},
        {"Sample", "the samples before normalisation",
         {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
          "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30"}, false, "sample 1"},
        {"", "the methods compared", {"LR", "SVM", "RF", "kNN", "GBM", "MLP", "CNN", "Ours"}, false, "LR"},
        {"Temperature (\u00b0C)", "{cells} cells by temperature", {"4", "10", "15", "20", "25", "30", "37", "42"}, true, "4 \u00b0C"},
        {"", "visits of patients with {disease}", {"Baseline", "3 months", "6 months", "12 months", "24 months"}, true,
         "baseline"},
        {"", "all participants", {"All"}, false, "all"},
    };
    // clang-format on
    return all;
}

const std::vector<std::vector<std::string_view>>& seriesSets()
{
    static const std::vector<std::vector<std::string_view>> all = {{"Normal", "Tumour"},
                                                                   {"Women", "Men"},
                                                                   {"Control", "{drug}"},
                                                                   {"WT", "{other} KO"},
                                                                   {"Before", "After"},
                                                                   {"Low", "Medium", "High"},
                                                                   {"Day 0", "Day 7", "Day 28"},
                                                                   {"Placebo", "10 mg", "20 mg", "40 mg"},
                                                                   {"Left", "Right"},
                                                                   {"{gene} low", "{gene} high"}};
    return all;
}

const std::vector<std::vector<std::string_view>>& panelSets()
{
    static const std::vector<std::vector<std::string_view>> all = {
        {"Cohort 1", "Cohort 2"},
        {"Women", "Men"},
        {"Training", "Validation", "Test"},
        {"Heart", "Liver", "Kidney"},
        {"T0", "T1", "T2", "T3"},
        {"{gene}", "{other}"},
        {"2005", "2010", "2015", "2020"},
        {"Spring", "Summer", "Autumn", "Winter"},
        {"Site 1", "Site 2", "Site 3", "Site 4", "Site 5", "Site 6"},
        {"CD4", "CD8", "CD19", "CD56", "CD14", "CD11c", "FOXP3", "PD-1"},
        {"IL-1β", "IL-2", "IL-4", "IL-6", "IL-8", "IL-10", "IL-17", "TNF-α", "IFN-γ"},
        {"BRCA", "COAD", "GBM", "HNSC", "KIRC", "LIHC", "LUAD", "OV", "PRAD", "SKCM", "STAD", "THCA"}};
    return all;
}

Spread makeSpread(Random& random, const Scale& scale, double middle, int n, bool isLog)
{
    const double sd = scale.sd * random.real(0.6, 1.35);
    std::vector<double> values;
    for (int i = 0; i < n; ++i) {
        const double z = random.normal() * (random.chance(0.05) ? 1.8 : 1); // some lie far out
        double value = scale.isSkewed ? middle * std::exp(z * sd / scale.middle * 0.8) : middle + z * sd;
        if (scale.middle > scale.sd)
            value = std::max(scale.middle * 0.04, value);
        values.push_back(isLog ? std::log10(value) : value);
    }
    return spreadOf(std::move(values));
}

/// Groups that differ more or less, in order where they are; each panel and each series shifts them.
void fillWith(Cohorts& cohorts, Random& random, const Scale& scale, bool isOrdered)
{
    const double effect = random.real(-1.6, 1.9) * scale.sd;
    const std::size_t panels = std::max<std::size_t>(1, cohorts.panels.size());
    const std::size_t series = std::max<std::size_t>(1, cohorts.series.size());
    const auto last = static_cast<double>(std::max<std::size_t>(2, cohorts.names.size()) - 1);
    for (std::size_t p = 0; p < panels; ++p) {
        const double shift = p == 0 ? 0 : random.normal(0, 0.5) * scale.sd;
        auto& rows = cohorts.spreads.emplace_back();
        for (std::size_t g = 0; g < cohorts.names.size(); ++g) {
            const double along = isOrdered ? static_cast<double>(g) / last : g == 0 ? 0 : random.real(0.1, 1);
            auto& row = rows.emplace_back();
            for (std::size_t s = 0; s < series; ++s) {
                const double wanted = scale.middle + shift + effect * along
                                      + (s == 0 ? 0 : random.real(-0.4, 1.3) * scale.sd * static_cast<double>(s) * 0.6);
                const double middle = scale.middle > scale.sd ? std::max(scale.middle * 0.35, wanted) : wanted;
                row.push_back(makeSpread(random, scale, middle, cohorts.n, cohorts.isLog));
            }
        }
    }
}

double extremeOf(const Cohorts& cohorts, bool isHighest)
{
    const Spread& first = cohorts.spreads[0][0][0];
    double extreme = isHighest ? first.values.back() : first.values.front();
    for (const auto& panel : cohorts.spreads)
        for (const auto& row : panel)
            for (const Spread& spread : row)
                extreme =
                    isHighest ? std::max(extreme, spread.values.back()) : std::min(extreme, spread.values.front());
    return extreme;
}

void chooseDivisions(Cohorts& cohorts, Brush& brush)
{
    Random& random = brush.random;
    const std::size_t groups = cohorts.names.size();
    if (random.chance(0.3) && groups <= 14)
        cohorts.series = filledAll(random.pick(seriesSets()), brush.subject);
    // At least two of a set, at most thirty boxes.
    while (cohorts.series.size() > 2 && cohorts.series.size() * groups > 30)
        cohorts.series.pop_back();
    const auto panels = filledAll(random.pick(panelSets()), brush.subject);
    if (random.chance(0.26) && groups <= 8 && isRoomForFacets(brush, panels.size(), cohorts.names))
        cohorts.panels = panels;
}

} // namespace

double Spread::share(double part) const
{
    const double index = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(index);
    const double t = index - static_cast<double>(below);
    return values[below] * (1 - t) + values[std::min(below + 1, values.size() - 1)] * t;
}

double Spread::mean() const
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double Spread::error() const
{
    return (upperQuartile - lowerQuartile) / 1.35 / std::sqrt(static_cast<double>(values.size()));
}

Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    Spread spread;
    spread.values = std::move(values);
    spread.lowerQuartile = spread.share(0.25);
    spread.median = spread.share(0.5);
    spread.upperQuartile = spread.share(0.75);
    const double reach = 1.5 * (spread.upperQuartile - spread.lowerQuartile);
    const auto& sorted = spread.values;
    spread.lowerWhisker = *std::lower_bound(sorted.begin(), sorted.end(), spread.lowerQuartile - reach);
    spread.upperWhisker = *std::prev(std::upper_bound(sorted.begin(), sorted.end(), spread.upperQuartile + reach));
    return spread;
}

double Cohorts::lowest() const
{
    return extremeOf(*this, false);
}

double Cohorts::highest() const
{
    return extremeOf(*this, true);
}

Cohorts makeCohorts(Brush& brush)
{
    Random& random = brush.random;
    const Scale& scale = random.pick(scales);
    const Grouping& grouping = random.pick(cohortGroupings());
    Cohorts cohorts;
    cohorts.measure = filled(scale.name, brush.subject);
    cohorts.unit = scale.unit;
    cohorts.axis = filled(grouping.axis, brush.subject);
    cohorts.context = filled(grouping.context, brush.subject);
    cohorts.reference = grouping.reference;
    cohorts.names = filledAll(grouping.names, brush.subject);
    if (random.chance(0.35))
        cohorts.names.resize(static_cast<std::size_t>(random.integer(1, static_cast<int>(cohorts.names.size()))));
    chooseDivisions(cohorts, brush);
    cohorts.isLog = scale.isSkewed && random.chance(0.3);
    cohorts.n = random.integer(8, random.chance(0.3) ? 180 : 60);
    fillWith(cohorts, random, scale, grouping.isOrdered);
    return cohorts;
}

} // namespace biomedica::demo
