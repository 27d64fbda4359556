#include "core/demo/plots/matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

// clang-format off
constexpr std::array<std::string_view, 34> moreGenes = {
    "ACTB", "AKT1", "ATF4", "BAX", "BCL2", "CCL2", "CD44", "CD68", "CDK4", "COL3A1", "CTGF", "CXCL10", "DUSP6",
    "EGR1", "FOS", "FOXO3", "GATA3", "HK2", "HSPA5", "IFNG", "IL18", "JUN", "KLF4", "LDHA", "MCL1", "NFKB1", "NOTCH1",
    "PDK1", "PTEN", "RELA", "SOD2", "SPP1", "TLR4", "ZEB1"};
// clang-format on

std::vector<std::string> geneNames(Brush& brush, int count)
{
    std::vector<std::string> names;
    for (const std::string_view gene : brush.subject.field->genes)
        names.emplace_back(gene);
    for (const std::string_view gene : brush.random.sample(moreGenes, static_cast<int>(moreGenes.size())))
        if (std::find(names.begin(), names.end(), gene) == names.end())
            names.emplace_back(gene);
    // More rows than there are names: transcripts of the same genes.
    for (std::size_t i = 0; names.size() < static_cast<std::size_t>(count); ++i)
        names.push_back(names[i] + "-2");
    names.resize(static_cast<std::size_t>(count));
    return names;
}

} // namespace

Matrix makeExpression(Brush& brush, int rows, int perGroup)
{
    Random& random = brush.random;
    Matrix matrix;
    matrix.rows = geneNames(brush, rows);
    matrix.groups = random.chance(0.5) ? std::vector<std::string>{"Control", capitalised(brush.subject.drug)}
                                       : std::vector<std::string>{"Healthy", "Disease", "Treated"};
    matrix.low = -2;
    matrix.high = 2;
    matrix.scale = random.chance(0.7) ? "z-score" : "log2 FC";
    std::vector<double> offsets;
    for (const std::string& group : matrix.groups)
        for (int i = 0; i < perGroup; ++i) {
            matrix.columns.push_back(group.substr(0, 1) + std::to_string(i + 1));
            offsets.push_back(random.normal(0, 0.04));
        }
    for (int r = 0; r < rows; ++r) {
        // Clustered rows: those that rise first, then those that fall.
        const double change = (r < rows * 0.55 ? 1 : -1) * random.real(0.12, 0.34);
        std::vector<double> levels;
        for (std::size_t g = 0; g < matrix.groups.size(); ++g)
            levels.push_back(g == 0 ? 0.5 - change : g == 1 ? 0.5 + change : 0.5 + change * random.real(-0.6, 0.7));
        auto& row = matrix.values.emplace_back();
        for (std::size_t c = 0; c < matrix.columns.size(); ++c)
            row.push_back(levels[c / static_cast<std::size_t>(perGroup)] + offsets[c] + random.normal(0, 0.1));
    }
    return matrix;
}

Matrix makeCorrelations(Brush& brush, int side)
{
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Correlation;
    matrix.rows = geneNames(brush, side);
    matrix.columns = matrix.rows;
    matrix.low = -1;
    matrix.scale = "r";
    std::vector<std::array<double, 2>> loads;
    for (int i = 0; i < side; ++i)
        loads.push_back({random.real(-1, 1), random.real(-0.8, 0.8)});
    for (int r = 0; r < side; ++r) {
        auto& row = matrix.values.emplace_back();
        for (int c = 0; c < side; ++c) {
            const auto& a = loads[static_cast<std::size_t>(r)];
            const auto& b = loads[static_cast<std::size_t>(c)];
            const double cosine = (a[0] * b[0] + a[1] * b[1]) / std::hypot(a[0], a[1]) / std::hypot(b[0], b[1]);
            row.push_back(r == c ? 1 : 0.5 + 0.47 * cosine);
        }
    }
    return matrix;
}

Matrix makeConfusion(Brush& brush)
{
    static constexpr std::array<std::string_view, 8> classes = {"Normal", "Benign", "Mild",  "Moderate",
                                                                "Severe", "Other",  "Mixed", "Unclear"};
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Confusion;
    for (const std::string_view name : random.sample(classes, random.integer(2, 8)))
        matrix.rows.emplace_back(name);
    matrix.columns = matrix.rows;
    matrix.scale = "share";
    const std::size_t side = matrix.rows.size();
    for (std::size_t r = 0; r < side; ++r) {
        auto& row = matrix.values.emplace_back(side);
        const double right = random.real(0.55, 0.98);
        double rest = 0;
        for (std::size_t c = 0; c < side; ++c)
            rest += row[c] = c == r ? 0 : random.unit();
        for (std::size_t c = 0; c < side; ++c)
            row[c] = c == r ? right : row[c] / rest * (1 - right);
    }
    return matrix;
}

Matrix makeSmooth(Brush& brush)
{
    struct Hill {
        double x, y, width, height;
    };
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Smooth;
    matrix.scale = "a.u.";
    matrix.rows.resize(static_cast<std::size_t>(random.integer(20, 110)));
    matrix.columns.resize(static_cast<std::size_t>(random.integer(20, 140)));
    std::vector<Hill> hills;
    for (int i = random.integer(2, 9); i > 0; --i)
        hills.push_back({random.unit(), random.unit(), random.real(0.05, 0.35), random.real(-0.4, 0.9)});
    const double noise = random.chance(0.5) ? 0.005 : random.real(0.02, 0.12);
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        auto& row = matrix.values.emplace_back();
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            double value = 0.25;
            for (const Hill& hill : hills) {
                const double x = static_cast<double>(c) / static_cast<double>(matrix.columns.size()) - hill.x;
                const double y = static_cast<double>(r) / static_cast<double>(matrix.rows.size()) - hill.y;
                value += hill.height * std::exp(-(x * x + y * y) / (hill.width * hill.width));
            }
            row.push_back(value + random.normal(0, noise));
        }
    }
    return matrix;
}

Matrix makePeaks(Brush& brush)
{
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Peaks;
    matrix.scale = "RPKM";
    matrix.high = 20;
    matrix.rows.resize(static_cast<std::size_t>(random.integer(80, 200)));
    const int width = random.integer(20, 40);
    if (random.chance(0.6))
        matrix.groups = {"Control", capitalised(brush.subject.drug)};
    const std::size_t panels = std::max<std::size_t>(1, matrix.groups.size());
    matrix.columns.resize(panels * static_cast<std::size_t>(width));
    const double sharpness = random.real(0.05, 0.16);
    const double change = random.real(0.3, 1.2);
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        const double strength = std::exp(-2.6 * static_cast<double>(r) / static_cast<double>(matrix.rows.size()));
        auto& row = matrix.values.emplace_back();
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            const int place = static_cast<int>(c) % width;
            const double away = ((place + 0.5) / width - 0.5) / sharpness;
            const double level = static_cast<int>(c) < width ? 1 : change;
            row.push_back(0.06 + strength * level * std::exp(-away * away) + std::abs(random.normal(0, 0.04)));
        }
    }
    return matrix;
}

Matrix makePlate(Brush& brush)
{
    static constexpr std::array<std::pair<int, int>, 4> formats = {{{4, 6}, {8, 12}, {8, 12}, {16, 24}}};
    Random& random = brush.random;
    const auto [rows, columns] = random.pick(formats);
    Matrix matrix;
    matrix.kind = MatrixKind::Plate;
    matrix.scale = "OD";
    for (int r = 0; r < rows; ++r)
        matrix.rows.emplace_back(1, static_cast<char>('A' + r));
    for (int c = 0; c < columns; ++c)
        matrix.columns.push_back(std::to_string(c + 1));
    const bool isSynergy = random.chance(0.5);
    for (int r = 0; r < rows; ++r) {
        auto& row = matrix.values.emplace_back();
        for (int c = 0; c < columns; ++c)
            row.push_back(isSynergy
                              ? 1 / (1 + std::exp(6.0 * r / rows + 7.0 * c / columns - 5)) + random.normal(0, 0.04)
                          : random.chance(0.1) ? random.real(0.6, 1)
                                               : 0.2 + random.normal(0, 0.08));
    }
    return matrix;
}

Matrix makeCalendar(Brush& brush)
{
    static constexpr std::array<std::string_view, 7> days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Calendar;
    matrix.scale = "cases";
    matrix.high = random.integer(20, 300);
    const int weeks = random.integer(14, 53);
    for (int week = 1; week <= weeks; ++week)
        matrix.columns.push_back(std::to_string(week));
    const double season = random.real(0, 6.28);
    for (const std::string_view day : days) {
        matrix.rows.emplace_back(day);
        const double ofDay = random.normal(0, 0.12);
        auto& row = matrix.values.emplace_back();
        for (int week = 0; week < weeks; ++week)
            row.push_back(0.45 + ofDay + 0.35 * std::sin(season + week * 0.16) + random.normal(0, 0.1));
    }
    return matrix;
}

Matrix makeContacts(Brush& brush)
{
    Random& random = brush.random;
    Matrix matrix;
    matrix.kind = MatrixKind::Contacts;
    matrix.scale = "contacts";
    matrix.high = 5;
    const int side = random.integer(50, 110);
    matrix.rows.resize(static_cast<std::size_t>(side));
    matrix.columns = matrix.rows;
    // Domains: squares along the diagonal within which contacts are frequent.
    std::vector<int> domain;
    for (int i = 0, number = 0; i < side; ++i) {
        number += random.chance(0.1) ? 1 : 0;
        domain.push_back(number);
    }
    const double decay = random.real(0.5, 0.9);
    matrix.values.assign(matrix.rows.size(), std::vector<double>(matrix.rows.size()));
    for (std::size_t r = 0; r < matrix.rows.size(); ++r)
        for (std::size_t c = 0; c <= r; ++c) {
            const double near = std::pow(1 + static_cast<double>(r - c), -decay);
            const double value = near + (domain[r] == domain[c] ? 0.25 : 0) + random.normal(0, 0.03);
            matrix.values[r][c] = matrix.values[c][r] = value;
        }
    return matrix;
}

} // namespace biomedica::demo
