#include "core/demo/plots/comparison.h"

#include <array>

namespace biomedica::demo {

namespace {

// clang-format off
constexpr std::array<Measure, 14> measureTable = {{
    {"relative {gene} mRNA expression", "", 0.9, 1.1},
    {"relative {gene} protein level", "", 0.8, 1.2},
    {"cell viability", "% of control", 95, 100},
    {"{gene} concentration", "pg/ml", 120, 800},
    {"apoptosis rate", "%", 4, 15},
    {"total protein content", "mg/ml", 0.6, 1.6},
    {"wound closure", "%", 25, 60},
    {"luciferase activity", "fold change", 1, 1},
    {"caspase-3 activity", "fold of control", 1, 1},
    {"ROS production", "a.u.", 200, 900},
    {"colony number", "", 60, 180},
    {"invasion index", "", 40, 160},
    {"{gene}/GAPDH ratio", "", 0.3, 0.9},
    {"lactate production", "mM", 2, 6},
}};
// clang-format on

} // namespace

std::span<const Measure> measures()
{
    return measureTable;
}

const std::vector<Grouping>& groupings()
{
    // clang-format off
    static const std::vector<Grouping> all = {
        {"{drug} (µM)", "{cells} cells treated with increasing concentrations of {drug}",
         {"0", "5", "10", "20", "40"}, true, "untreated cells"},
        {"{drug} (mg/kg)", "{animal} given {drug} at the indicated doses", {"0", "10", "25", "50"}, true, "vehicle"},
        {"Time (h)", "{cells} cells at the indicated times after exposure to {drug}", {"0", "6", "12", "24", "48"},
         true, "0 h"},
        {"", "{tissue} of {animal} treated as indicated", {"Sham", "Model", "{drug}", "{drug} + {inhibitor}"}, false,
         "Sham"},
        {"", "{cells} cells after the indicated treatments",
         {"Control", "{drug}", "{inhibitor}", "{drug} + {inhibitor}"}, false, "Control"},
        {"", "{cells} cells transfected as indicated", {"Mock", "siNC", "si{gene}", "si{gene} + {drug}"}, false,
         "Mock"},
        {"Passage", "{cells} cells across passages", {"P2", "P4", "P6", "P8", "P10"}, true, "P2"},
        {"Stage", "patients with {disease} by clinical stage", {"Healthy", "I", "II", "III", "IV"}, true,
         "healthy controls"},
    };
    // clang-format on
    return all;
}

std::string withUnit(const std::string& name, std::string_view unit)
{
    return capitalised(name) + (unit.empty() ? "" : " (" + std::string(unit) + ")");
}

double bracketHeight(const Style& style)
{
    return style.font.size * 1.3;
}

void drawBracket(Brush& brush, double fromX, double toX, double y, const std::string& text)
{
    const double tick = brush.style.font.size * 0.3;
    brush.canvas.polyline(std::vector<Point>{{fromX, y + tick}, {fromX, y}, {toX, y}, {toX, y + tick}}, {black, 1});
    const bool isWord = !text.starts_with('*');
    const Font font = brush.style.font.scaled(isWord ? 0.85 : 1.2);
    // Asterisks hang from the top of the line; a word stands on it.
    brush.canvas.text(text, {(fromX + toX) / 2, y + (isWord ? -2 : font.size * 0.18)}, font, black,
                      {Horizontal::Center, Vertical::Baseline});
}

} // namespace biomedica::demo
