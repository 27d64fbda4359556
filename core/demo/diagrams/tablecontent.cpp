#include "core/demo/diagrams/tablecontent.h"

#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

enum class Content { Number, Share, MeanSd, Header };

struct Characteristic {
    std::string_view name;
    Content content;
    double middle;
    double sd;
    int decimals;
};

// clang-format off
constexpr std::array<Characteristic, 18> characteristics = {{
    {"Age, years", Content::MeanSd, 58, 11, 1}, {"Female sex", Content::Share, 0.48, 0, 0},
    {"Body mass index, kg/m²", Content::MeanSd, 27, 4, 1}, {"Current smoker", Content::Share, 0.24, 0, 0},
    {"Hypertension", Content::Share, 0.41, 0, 0}, {"Diabetes mellitus", Content::Share, 0.18, 0, 0},
    {"Systolic blood pressure, mmHg", Content::MeanSd, 134, 16, 0}, {"Haemoglobin, g/l", Content::MeanSd, 132, 15, 0},
    {"C-reactive protein, mg/l", Content::MeanSd, 12, 7, 1}, {"Creatinine, µmol/l", Content::MeanSd, 82, 21, 0},
    {"{gene}, ng/ml", Content::MeanSd, 41, 13, 1}, {"LDL cholesterol, mmol/l", Content::MeanSd, 3.1, 0.8, 2},
    {"Prior {drug}", Content::Share, 0.3, 0, 0}, {"Family history", Content::Share, 0.15, 0, 0},
    {"Duration of disease, years", Content::MeanSd, 6, 4, 1}, {"Albumin, g/l", Content::MeanSd, 39, 4, 0},
    {"Ejection fraction, %", Content::MeanSd, 54, 9, 0}, {"Ever hospitalised", Content::Share, 0.35, 0, 0},
}};
// clang-format on

std::string valueText(Random& random, const Characteristic& characteristic, int n)
{
    if (characteristic.content == Content::Share) {
        const int count = std::clamp(static_cast<int>(n * characteristic.middle * random.real(0.75, 1.25)), 1, n);
        return std::to_string(count) + " (" + fixed(100.0 * count / n, 1) + "%)";
    }
    const double mean = characteristic.middle + random.normal(0, characteristic.sd * 0.12);
    return fixed(mean, characteristic.decimals) + " ± "
           + fixed(characteristic.sd * random.real(0.85, 1.15), characteristic.decimals);
}

TableContent baseline(Brush& brush, int rows)
{
    Random& random = brush.random;
    TableContent sheet;
    static constexpr std::array<std::array<std::string_view, 3>, 4> groupSets = {
        {{"{drug}", "Placebo", ""},
         {"Cases", "Controls", ""},
         {"Low {gene}", "Medium {gene}", "High {gene}"},
         {"Derivation", "Validation", ""}}};
    const auto& groups = random.pick(groupSets);
    sheet.header = {"Characteristic"};
    std::vector<int> sizes;
    for (const std::string_view group : groups) {
        if (group.empty())
            continue;
        sizes.push_back(random.integer(40, 900));
        sheet.header.push_back(capitalised(filled(group, brush.subject)) + " (n = " + std::to_string(sizes.back())
                               + ")");
    }
    const bool hasP = random.chance(0.75);
    const bool hasSections = random.chance(0.6);
    if (hasP)
        sheet.header.emplace_back("p value");
    const auto chosen = random.sample(characteristics, rows);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (hasSections && (i == 0 || i == chosen.size() / 2))
            sheet.rows.push_back({i == 0 ? "Baseline" : "Clinical findings"});
        auto& row = sheet.rows.emplace_back();
        row.push_back("  " + filled(chosen[i].name, brush.subject));
        for (const int n : sizes)
            row.push_back(valueText(random, chosen[i], n));
        if (hasP)
            row.push_back(random.chance(0.2) ? "< 0.001" : fixed(random.real(0.002, 0.98), 3));
    }
    const std::vector<std::string> groupNames(sheet.header.begin() + 1, sheet.header.end() - (hasP ? 1 : 0));
    sheet.text.topic = "table of the baseline characteristics of participants with " + brush.subject.disease;
    sheet.text.details = {"Groups: " + listed(groupNames) + ".", "Values are mean ± SD or number (%)."};
    sheet.text.shown = groupNames;
    sheet.text.shown.emplace_back("baseline characteristics");
    return sheet;
}

std::string letters(Random& random, std::string_view alphabet, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += alphabet[static_cast<std::size_t>(random.integer(0, static_cast<int>(alphabet.size()) - 1))];
    return text;
}

TableContent primers(Brush& brush, int rows)
{
    Random& random = brush.random;
    const bool areInOneColumn = random.chance(0.4);
    TableContent sheet;
    if (areInOneColumn)
        sheet.header = {"Gene", "Sequence (5′–3′)"};
    else
        sheet.header = {"Gene", "Forward primer (5′–3′)", "Reverse primer (5′–3′)", "Size (bp)"};
    const auto primer = [&] { return letters(random, "ACGT", random.integer(18, 23)); };
    for (const std::string& gene : proteinNames(random, brush.subject, rows))
        if (areInOneColumn)
            sheet.rows.push_back({gene, "F: " + primer()});
        else
            sheet.rows.push_back({gene, primer(), primer(), std::to_string(random.integer(80, 320))});
    sheet.text.topic = "table of the primers for " + brush.subject.gene + " and other genes";
    sheet.text.details = {"Sequences are given from 5′ to 3′."};
    sheet.text.shown = {"primers", brush.subject.gene};
    return sheet;
}

TableContent regression(Brush& brush, int rows)
{
    Random& random = brush.random;
    const std::string ratio = random.chance(0.5) ? "OR" : "HR";
    const bool hasBoth = random.chance(0.5);
    TableContent sheet;
    sheet.header = {"Variable", "Univariate " + ratio + " (95% CI)", "p"};
    if (hasBoth)
        sheet.header.insert(sheet.header.end(), {"Multivariate " + ratio + " (95% CI)", "p"});
    for (const Characteristic& characteristic : random.sample(characteristics, rows)) {
        std::vector<std::string> row = {filled(characteristic.name, brush.subject)};
        while (row.size() < sheet.header.size()) {
            const double middle = random.real(0.4, 3.2);
            row.push_back(fixed(middle, 2) + " (" + fixed(middle * 0.7, 2) + "–" + fixed(middle * 1.5, 2) + ")");
            row.push_back(fixed(random.real(0.001, 0.9), 3));
        }
        sheet.rows.push_back(std::move(row));
    }
    sheet.text.topic = "table of the regression analysis of factors of " + brush.subject.disease;
    sheet.text.details = {ratio + ", ratio with its 95% confidence interval."};
    sheet.text.shown = {"regression", ratio};
    return sheet;
}

/// Numbers only, in many columns.
TableContent measurements(Brush& brush, int rows)
{
    Random& random = brush.random;
    const int columns = random.integer(3, 9);
    const int decimals = random.integer(0, 3);
    const double most = random.chance(0.5) ? 1 : random.real(10, 900);
    TableContent sheet;
    sheet.header = {random.chance(0.5) ? "Sample" : "Gene"};
    const bool areDays = random.chance(0.5);
    for (int column = 1; column <= columns; ++column)
        sheet.header.push_back((areDays ? "Day " : "S") + std::to_string(column));
    for (const std::string& gene : proteinNames(random, brush.subject, rows)) {
        std::vector<std::string> row = {gene};
        for (int column = 0; column < columns; ++column)
            row.push_back(fixed(random.real(0, most), most > 1 ? decimals : decimals + 1));
        sheet.rows.push_back(std::move(row));
    }
    sheet.text.topic =
        "table of measurements of " + brush.subject.gene + " and other proteins in " + brush.subject.tissue;
    sheet.text.details = {"Columns are " + std::string(areDays ? "days" : "samples") + "."};
    sheet.text.shown = {"measurements", brush.subject.gene};
    return sheet;
}

/// Words in most columns.
TableContent studies(Brush& brush, int rows)
{
    Random& random = brush.random;
    static constexpr std::array<std::string_view, 6> designs = {"Randomised trial", "Cohort",      "Case–control",
                                                                "Cross-sectional",  "Case series", "Review"};
    static constexpr std::array<std::string_view, 6> findings = {"{drug} improved survival",   "No effect of {drug}",
                                                                 "{gene} raised in {disease}", "More adverse events",
                                                                 "Lower {gene} in controls",   "Not reported"};
    static constexpr std::array<std::string_view, 8> countries = {"China",  "Brazil", "Italy", "Kenya",
                                                                  "Sweden", "India",  "USA",   "Japan"};
    TableContent sheet;
    sheet.header = {"Study", "Country", "Design", "Patients", "Main finding"};
    for (int i = 0; i < rows; ++i)
        sheet.rows.push_back(
            {letters(random, "ABCDEFGHKLMNPRSTW", 1) + ". et al., " + std::to_string(random.integer(1998, 2022)),
             std::string(random.pick(countries)), std::string(random.pick(designs)),
             std::to_string(random.integer(12, 2400)), filled(random.pick(findings), brush.subject)});
    sheet.text.topic = "table of the included studies on " + brush.subject.drug + " in " + brush.subject.disease;
    sheet.text.details = {"Studies are in no order."};
    sheet.text.shown = {"included studies", brush.subject.drug};
    return sheet;
}

} // namespace

TableContent makeTable(Brush& brush, int rows)
{
    static constexpr std::array<TableContent (*)(Brush&, int), 5> all = {baseline, primers, regression, measurements,
                                                                         studies};
    return all[static_cast<std::size_t>(brush.random.weighted({4, 2, 3, 3, 2.5}))](brush, rows);
}

} // namespace biomedica::demo
