#include "core/demo/plots/bartable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace biomedica::demo {

namespace {

using Names = std::vector<std::string_view>;

struct Topic {
    std::string_view measure;
    std::string_view unit;
    std::string_view axis;
    std::string_view context;
    double low;
    double high;
    Names names;
    Names series = {};
};

const std::vector<Topic>& categoryTopics()
{
    // clang-format off
    static const std::vector<Topic> all = {
        {"\u2212log10 adjusted p", "", "", "pathways enriched after {drug}", 1.5, 14,
         {"Cell cycle", "p53 signalling", "Apoptosis", "Oxidative phosphorylation", "MAPK signalling", "DNA repair",
          "Focal adhesion", "Ribosome", "Glycolysis", "TNF signalling", "Autophagy", "Ferroptosis", "Proteasome"}},
        {"number of patients", "", "", "the symptoms of {disease}", 4, 180,
         {"Fever", "Cough", "Fatigue", "Headache", "Nausea", "Dyspnoea", "Rash", "Pain", "Vertigo", "Oedema"}},
        {"variable importance", "", "", "the predictors of {disease}", 2, 100,
         {"Age", "Sex", "BMI", "{gene}", "{other}", "Smoking", "CRP", "Albumin", "Creatinine", "Lymphocytes", "LDH"}},
        {"prevalence of resistance", "%", "", "isolates from {tissue}", 3, 92,
         {"Ampicillin", "Cefoxitin", "Meropenem", "Gentamicin", "Colistin", "Tigecycline", "Ciprofloxacin"}},
        {"mortality per 100,000", "", "", "the regions studied", 5, 90,
         {"North", "South", "East", "West", "Centre", "Islands", "Capital"}},
        {"number of genes", "", "", "the chromosomes", 20, 800,
         {"Chr1", "Chr2", "Chr3", "Chr4", "Chr5", "Chr6", "Chr7", "Chr8", "Chr9", "Chr10", "Chr11", "Chr12", "ChrX"}},
        {"accuracy", "%", "", "the models compared", 55, 98,
         {"LR", "SVM", "RF", "kNN", "XGBoost", "CNN", "Ensemble"}},
        {"binding energy", "kJ/mol", "", "the ligands of {gene}", 18, 48, {"L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"}},
    };
    // clang-format on
    return all;
}

const std::vector<Topic>& changeTopics()
{
    // clang-format off
    static const std::vector<Topic> all = {
        {"log2 fold change", "", "", "genes of {cells} cells treated with {drug}", -3.5, 4.5,
         {"EGR1", "FOS", "JUN", "ATF4", "CCL2", "CXCL10", "IL18", "MCL1", "BCL2", "KLF4", "GATA3", "SOD2", "HK2"}},
        {"change from baseline", "%", "Patient", "patients given {drug}", -95, 60,
         {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
          "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30"}},
        {"normalised enrichment score", "", "", "gene sets of {disease}", -2.6, 2.6,
         {"E2F targets", "G2M checkpoint", "Hypoxia", "Glycolysis", "Myogenesis", "Adipogenesis", "Coagulation",
          "Angiogenesis", "Apoptosis", "MYC targets"}},
        {"standardised coefficient", "", "", "determinants of {gene}", -0.6, 0.6,
         {"Age", "Sex", "BMI", "Smoking", "Alcohol", "Activity", "Income"}},
    };
    // clang-format on
    return all;
}

const std::vector<Topic>& partTopics()
{
    // clang-format off
    static const std::vector<Topic> all = {
        {"relative abundance", "%", "", "faecal samples", 0.1, 1,
         {"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10"},
         {"Firmicutes", "Bacteroidetes", "Proteobacteria", "Actinobacteria", "Fusobacteria", "Others"}},
        {"share of respondents", "%", "", "items of the survey", 0.1, 1, {"Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"},
         {"Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree"}},
        {"share of cells", "%", "", "the {tissue}", 0.1, 1, {"Control", "Early", "Late", "{drug}", "{inhibitor}"},
         {"T cells", "B cells", "Myeloid", "Stromal", "Epithelial"}},
        {"number of patients", "", "Stage", "stages of {disease}", 5, 90, {"I", "II", "III", "IV"},
         {"Complete response", "Partial response", "Stable", "Progression"}},
        {"number of cases", "", "Year", "years of the registry", 20, 400,
         {"2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019"}, {"Men", "Women"}},
        {"cell cycle phases", "%", "", "{cells} cells", 0.1, 1, {"0 h", "12 h", "24 h", "48 h"}, {"G1", "S", "G2/M"}},
        {"expenditure", "million €", "", "the health services", 3, 60, {"Clinic", "Ward", "Imaging", "Laboratory", "Pharmacy"},
         {"2015", "2018", "2021"}},
    };
    // clang-format on
    return all;
}

struct Sequence {
    std::string_view measure;
    std::string_view axis;
    std::string_view context;
    int first;
    int step;
    double high;
};

// clang-format off
constexpr std::array<Sequence, 9> sequences = {{
    {"number of cases", "Year", "{disease} by year", 1980, 1, 900},
    {"number of publications", "Year", "the literature on {gene} by year", 1985, 1, 240},
    {"admissions", "Week", "hospitals by week", 1, 1, 130},
    {"number of participants", "Age (years)", "the cohort by age", 20, 2, 75},
    {"number of mutations", "Exon", "{gene} by exon", 1, 1, 60},
    {"coverage", "Position (kb)", "the locus of {gene} by position", 0, 5, 380},
    {"relative intensity", "m/z", "the mass spectrum of {drug} by m/z", 100, 25, 100},
    {"daily deaths", "Day", "the outbreak by day", 1, 1, 45},
    {"reads", "Length (nt)", "small RNA of {tissue} by length", 15, 1, 6000},
}};
// clang-format on

enum class Course { Peak, Rise, Decay, Seasons, Even, Spikes };

double courseAt(Course course, double t, double phase, Random& random)
{
    switch (course) {
    case Course::Peak: return 0.04 + std::exp(-std::pow((t - 0.2 - 0.6 * phase) / 0.16, 2));
    case Course::Rise: return 0.08 + 0.9 * std::pow(t, 0.6 + 2 * phase);
    case Course::Decay: return 0.02 + std::exp(-(2 + 4 * phase) * t);
    case Course::Seasons: return 0.55 + 0.42 * std::sin(6.2832 * (phase + t * (1.5 + 2 * phase)));
    case Course::Even: return 0.8;
    case Course::Spikes: return 0.03 + std::pow(random.unit(), 5);
    }
    return 0;
}

BarTable tableOf(Brush& brush, const Topic& topic, int most)
{
    BarTable table;
    table.measure = filled(topic.measure, brush.subject);
    table.unit = topic.unit;
    table.axis = topic.axis;
    table.context = filled(topic.context, brush.subject);
    table.names = filledAll(topic.names, brush.subject);
    const int available = static_cast<int>(table.names.size());
    table.names.resize(static_cast<std::size_t>(brush.random.integer(2, std::min(most, available))));
    return table;
}

template <typename Better>
void sortByValue(BarTable& table, const Better& isBetter)
{
    std::vector<std::size_t> order(table.names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return isBetter(table.values[a][0], table.values[b][0]); });
    const BarTable before = table;
    for (std::size_t i = 0; i < order.size(); ++i) {
        table.names[i] = before.names[order[i]];
        table.values[i] = before.values[order[i]];
    }
}

void sortPerhaps(BarTable& table, Random& random)
{
    if (random.chance(0.4))
        sortByValue(table, std::greater<>());
    else if (random.chance(0.3))
        sortByValue(table, std::less<>());
}

} // namespace

double BarTable::highest() const
{
    double high = 0;
    for (const auto& row : values)
        high = std::max(high, *std::max_element(row.begin(), row.end()));
    return high;
}

double BarTable::lowest() const
{
    double low = 0;
    for (const auto& row : values)
        low = std::min(low, *std::min_element(row.begin(), row.end()));
    return low;
}

double BarTable::highestSum() const
{
    double high = 0;
    for (const auto& row : values)
        high = std::max(high, std::accumulate(row.begin(), row.end(), 0.0));
    return high;
}

BarTable makeCategories(Brush& brush)
{
    Random& random = brush.random;
    const Topic& topic = random.pick(categoryTopics());
    BarTable table = tableOf(brush, topic, random.chance(0.3) ? 3 : 14);
    const double skew = random.real(0.5, 2.5);
    for (std::size_t i = 0; i < table.names.size(); ++i)
        table.values.push_back({topic.low + (topic.high - topic.low) * std::pow(random.unit(), skew)});
    sortPerhaps(table, random);
    return table;
}

BarTable makeTerms(Brush& brush)
{
    // clang-format off
    static constexpr std::array<std::string_view, 26> terms = {
        "regulation of cell migration", "extracellular matrix organisation", "response to hypoxia",
        "leukocyte chemotaxis", "oxidative phosphorylation", "positive regulation of angiogenesis",
        "mitotic spindle assembly", "fatty acid metabolic process", "DNA replication initiation",
        "inflammatory response", "collagen fibril organisation", "focal adhesion", "T cell activation",
        "protein kinase binding", "endoplasmic reticulum lumen", "cytokine receptor binding",
        "mitochondrial inner membrane", "PI3K-Akt signaling pathway", "ECM-receptor interaction",
        "integrin binding", "Pathways in cancer", "HIF-1 signaling pathway", "cell junction", "ATP binding",
        "heparin binding", "NF-kappa B signaling pathway"};
    // clang-format on
    Random& random = brush.random;
    BarTable table;
    table.measure = random.chance(0.5) ? "\u2212log10 adjusted p" : "number of genes";
    table.context = "terms enriched after " + brush.subject.drug;
    table.areNamesLong = true;
    for (const std::string_view term : random.sample(terms, random.integer(6, 24)))
        table.names.emplace_back(term);
    if (random.chance(0.35))
        table.blocks = {"BP", "CC", "MF"};
    const double high = random.real(8, 60);
    for (std::size_t i = 0; i < table.names.size(); ++i)
        table.values.push_back({high * (0.12 + 0.88 * std::pow(random.unit(), 1.6))});
    if (table.blocks.empty())
        sortByValue(table, std::less<>()); // the highest at the top
    return table;
}

BarTable makeSequence(Brush& brush)
{
    Random& random = brush.random;
    const Sequence& sequence = random.pick(sequences);
    const auto course = static_cast<Course>(random.integer(0, 5));
    const int count = random.integer(10, 40);
    const double phase = random.unit();
    const double noise = random.real(0.02, 0.35);
    BarTable table;
    table.measure = sequence.measure;
    table.axis = sequence.axis;
    table.context = filled(sequence.context, brush.subject);
    table.areNamesInOrder = true;
    for (int i = 0; i < count; ++i) {
        table.names.push_back(std::to_string(sequence.first + i * sequence.step));
        const double value = courseAt(course, (i + 0.5) / count, phase, random) * (1 + random.normal(0, noise));
        table.values.push_back({sequence.high * std::max(0.004, value)});
    }
    return table;
}

BarTable makeChanges(Brush& brush)
{
    Random& random = brush.random;
    const Topic& topic = random.pick(changeTopics());
    BarTable table = tableOf(brush, topic, 30);
    // Patients are many, and named by number.
    for (std::size_t more = topic.axis == "Patient" && random.chance(0.5) ? 30 : 0; more > 0; --more)
        table.names.push_back(std::to_string(table.names.size() + 1));
    for (std::size_t i = 0; i < table.names.size(); ++i)
        table.values.push_back({random.real(topic.low, topic.high)});
    // A single sign would leave the zero line at the edge.
    table.values[0] = {topic.high * random.real(0.4, 1)};
    table.values[1] = {topic.low * random.real(0.4, 1)};
    sortPerhaps(table, random);
    return table;
}

BarTable makePyramid(Brush& brush)
{
    Random& random = brush.random;
    BarTable table;
    table.measure = random.chance(0.5) ? "population" : "number of cases";
    table.unit = random.chance(0.5) ? "thousands" : "";
    table.axis = "Age (years)";
    table.context = brush.subject.disease + " by age and sex";
    table.series = {"Men", "Women"};
    table.isMirrored = true;
    const int step = random.chance(0.5) ? 5 : 10;
    const double peak = random.real(0, 0.8);
    for (int age = 0; age < 90; age += step) {
        table.names.push_back(std::to_string(age) + "\u2013" + std::to_string(age + step - 1));
        const double away = (age / 90.0 - peak) / 0.4;
        const double value = 100 * std::exp(-away * away);
        table.values.push_back({-value * random.real(0.8, 1.1) - 1, value * random.real(0.8, 1.1) + 1});
    }
    return table;
}

BarTable makeParts(Brush& brush)
{
    Random& random = brush.random;
    const Topic& topic = random.pick(partTopics());
    BarTable table = tableOf(brush, topic, 10);
    table.series = filledAll(topic.series, brush.subject);
    table.series.resize(static_cast<std::size_t>(random.integer(2, static_cast<int>(table.series.size()))));
    table.areSums = topic.unit == "%";
    std::vector<double> typical;
    for (std::size_t s = 0; s < table.series.size(); ++s)
        typical.push_back(random.real(topic.low, topic.high));
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        auto& row = table.values.emplace_back();
        for (const double value : typical)
            row.push_back(std::max(topic.low * 0.3, value * random.real(0.4, 1.6)));
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (double& value : row)
            value *= table.areSums ? 100 / sum : 1;
    }
    return table;
}

} // namespace biomedica::demo
