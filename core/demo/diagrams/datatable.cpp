#include "core/base/text.h"
#include "core/demo/diagrams/diagrams.h"

#include <algorithm>
#include <array>
#include <cmath>

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

struct Sheet {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< each as long as the header; a section's title alone
};

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

Sheet makeSheet(Brush& brush, int rows)
{
    Random& random = brush.random;
    Sheet sheet;
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
    if (hasP)
        sheet.header.emplace_back("p value");
    const auto chosen = random.sample(characteristics, rows);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i == 0 || i == chosen.size() / 2)
            sheet.rows.push_back({i == 0 ? "Baseline" : "Clinical findings"});
        auto& row = sheet.rows.emplace_back();
        row.push_back("  " + filled(chosen[i].name, brush.subject));
        for (const int n : sizes)
            row.push_back(valueText(random, chosen[i], n));
        if (hasP)
            row.push_back(random.chance(0.2) ? "< 0.001" : fixed(random.real(0.002, 0.98), 3));
    }
    return sheet;
}

enum class Rules { ThreeLines, Zebra, Grid };

class TableSheet {
public:
    TableSheet(Brush& brush, const Sheet& sheet, Rules rules)
        : m_brush(brush), m_sheet(sheet), m_rules(rules), m_font(brush.style.font), m_area(brush.area.inset(1))
    {
        measure();
        double total = 0;
        for (const double width : m_widths)
            total += width;
        const double rowCount = static_cast<double>(sheet.rows.size()) + 1.4;
        m_font = m_font.scaled(std::min({1.0, m_area.width / total, m_area.height / rowCount / 1.35 / m_font.size}));
        measure();
        total = 0;
        for (const double width : m_widths)
            total += width;
        // What is left goes to the columns alike.
        for (double& width : m_widths)
            width += std::max(0.0, m_area.width - total) / static_cast<double>(m_widths.size());
        m_rowHeight = std::min(m_area.height / rowCount, m_font.size * 2.1);
    }

    void draw()
    {
        const Rect& area = m_area;
        Canvas& canvas = m_brush.canvas;
        const double header = m_rowHeight * 1.4;
        const double bottom = area.y + header + m_rowHeight * static_cast<double>(m_sheet.rows.size());
        const Color accent = m_brush.style.lineColor(0);
        const Color ground = m_rules == Rules::Zebra ? accent : white;
        if (m_rules != Rules::ThreeLines)
            canvas.fill({area.x, area.y, area.width, header}, m_rules == Rules::Grid ? rgb(0xe6e6e6) : ground);
        drawRow(m_sheet.header, area.y + header / 2, m_font.bold(),
                m_rules == Rules::Zebra && ground.luminance() < 0.6 ? white : black);
        double y = area.y + header;
        for (std::size_t r = 0; r < m_sheet.rows.size(); ++r) {
            if (m_rules == Rules::Zebra && r % 2 == 1)
                canvas.fill({area.x, y, area.width, m_rowHeight}, accent.lighter(0.85));
            drawRow(m_sheet.rows[r], y + m_rowHeight / 2, m_sheet.rows[r].size() == 1 ? m_font.bold() : m_font, black);
            y += m_rowHeight;
            if (m_rules == Rules::Grid)
                canvas.line({area.x, y}, {area.right(), y}, {rgb(0x999999), 0.8});
        }
        drawRules(header, bottom);
    }

private:
    void measure()
    {
        m_widths.assign(m_sheet.header.size(), 0);
        const auto widen = [&](const std::vector<std::string>& row, const Font& font) {
            for (std::size_t c = 0; c < row.size(); ++c)
                m_widths[c] = std::max(m_widths[c], m_brush.canvas.textWidth(row[c], font) + m_font.size * 1.2);
        };
        widen(m_sheet.header, m_font.bold());
        for (const auto& row : m_sheet.rows)
            widen(row, m_font);
    }

    void drawRow(const std::vector<std::string>& cells, double y, const Font& font, Color color)
    {
        double x = m_area.x;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const Point at = c == 0 ? Point{x + m_font.size * 0.4, y} : Point{x + m_widths[c] / 2, y};
            m_brush.canvas.text(cells[c], at, font, color,
                                {c == 0 ? Horizontal::Left : Horizontal::Center, Vertical::Middle});
            x += m_widths[c];
        }
    }

    void drawRules(double header, double bottom)
    {
        const Rect& area = m_area;
        Canvas& canvas = m_brush.canvas;
        if (m_rules == Rules::Grid) {
            double x = area.x;
            for (const double width : m_widths) {
                canvas.line({x, area.y}, {x, bottom}, {rgb(0x999999), 0.8});
                x += width;
            }
            canvas.outline(Rect{area.x, area.y, area.width, bottom - area.y}, {rgb(0x555555), 1});
            return;
        }
        for (const auto& [y, width] : {std::pair{area.y, 1.6}, std::pair{area.y + header, 1.0}, std::pair{bottom, 1.6}})
            canvas.line({area.x, y}, {area.right(), y}, {black, width});
    }

    Brush& m_brush;
    const Sheet& m_sheet;
    Rules m_rules;
    Font m_font;
    Rect m_area; ///< the panel but for half the width of the rules
    std::vector<double> m_widths;
    double m_rowHeight = 0;
};

} // namespace

PanelText drawDataTable(Brush& brush)
{
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 1.5)) - 4;
    const Sheet sheet = makeSheet(brush, std::clamp(fitting, 4, brush.random.integer(7, 16)));
    TableSheet(brush, sheet, static_cast<Rules>(brush.random.integer(0, 2))).draw();
    PanelText text;
    const std::vector<std::string> groups(sheet.header.begin() + 1,
                                          sheet.header.end() - (sheet.header.back() == "p value" ? 1 : 0));
    text.topic = "table of the baseline characteristics of participants with " + brush.subject.disease;
    text.details = {"Groups: " + listed(groups) + ".", "Values are mean ± SD or number (%)."};
    text.shown = groups;
    text.shown.emplace_back("baseline characteristics");
    return text;
}

} // namespace biomedica::demo
