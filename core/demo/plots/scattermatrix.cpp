#include "core/demo/plots/bins.h"
#include "core/demo/plots/colormap.h"
#include "core/demo/plots/pointclouds.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Upper { Points, Numbers, Tinted };

class MatrixSheet {
public:
    MatrixSheet(Brush& brush, std::vector<std::string> names, int n)
        : m_brush(brush), m_names(std::move(names)), m_upper(static_cast<Upper>(brush.random.integer(0, 2))),
          m_map(brush.random.pick(colorMaps())), m_font(brush.style.font.scaled(0.85)),
          m_hasHistograms(brush.random.chance(0.6)), m_isGrouped(brush.random.chance(0.35))
    {
        const auto side = static_cast<double>(m_names.size());
        m_gap = brush.random.chance(0.5) ? 0 : m_font.size * 0.35;
        m_width = (brush.area.width - m_gap * (side - 1)) / side;
        m_height = (brush.area.height - m_gap * (side - 1)) / side;
        m_radius = std::clamp(std::min(m_width, m_height) * 0.02, 0.8, 2.6);
        makeValues(n);
    }

    void draw()
    {
        for (std::size_t row = 0; row < m_names.size(); ++row)
            for (std::size_t column = 0; column < m_names.size(); ++column) {
                const Rect cell{m_brush.area.x + (m_width + m_gap) * static_cast<double>(column),
                                m_brush.area.y + (m_height + m_gap) * static_cast<double>(row), m_width, m_height};
                const Rect frame = cell.inset(0.5);
                if (row == column)
                    drawDiagonal(frame, row);
                else if (column > row && m_upper != Upper::Points)
                    drawNumber(frame, row, column);
                else
                    drawPoints(frame, row, column);
                m_brush.canvas.outline(frame, {m_brush.style.ink, 0.8});
            }
    }

private:
    /// Each quantity shares a part of one that all have.
    void makeValues(int n)
    {
        Random& random = m_brush.random;
        std::vector<double> loads;
        for (std::size_t i = 0; i < m_names.size(); ++i)
            loads.push_back(random.real(-0.95, 0.95));
        m_values.resize(m_names.size());
        for (int i = 0; i < n; ++i) {
            const double common = random.normal();
            const bool isOther = random.chance(0.4);
            m_groups.push_back(isOther ? 1 : 0);
            for (std::size_t q = 0; q < loads.size(); ++q) {
                const double own = random.normal() * std::sqrt(1 - loads[q] * loads[q]);
                const double value = 0.5 + 0.14 * (loads[q] * common + own) + (m_isGrouped && isOther ? 0.12 : 0);
                m_values[q].push_back(std::clamp(value, 0.02, 0.98));
            }
        }
    }

    void drawDiagonal(const Rect& cell, std::size_t index)
    {
        if (m_hasHistograms) {
            const auto counts = countedIn(m_values[index], 0, 1, 14);
            const double most = *std::max_element(counts.begin(), counts.end());
            for (std::size_t i = 0; i < counts.size(); ++i) {
                const double height = cell.height * 0.75 * counts[i] / most;
                const Rect bar{cell.x + cell.width * static_cast<double>(i) / 14, cell.bottom() - height,
                               cell.width / 14, height};
                m_brush.canvas.fill(bar, m_brush.style.lineColor(0).lighter(0.5));
                m_brush.canvas.outline(bar, {m_brush.style.ink, 0.5});
            }
        }
        write(m_names[index], {cell.center().x, m_hasHistograms ? cell.y + cell.height * 0.14 : cell.center().y},
              cell.width);
    }

    void write(const std::string& text, Point where, double width)
    {
        const double share = width * 0.9 / m_brush.canvas.textWidth(text, m_font);
        m_brush.canvas.text(text, where, m_font.scaled(std::min(1.0, share)), m_brush.style.ink,
                            {Horizontal::Center, Vertical::Middle});
    }

    void drawNumber(const Rect& cell, std::size_t row, std::size_t column)
    {
        std::vector<Point> points;
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            points.push_back({m_values[column][i], m_values[row][i]});
        const double r = linearFit(points).r;
        if (m_upper == Upper::Tinted)
            m_brush.canvas.fill(cell, m_map.at(0.5 + r / 2).lighter(0.35));
        write((r < 0 ? "\u2212" : "") + fixed(std::abs(r), 2), cell.center(), cell.width);
    }

    void drawPoints(const Rect& cell, std::size_t row, std::size_t column)
    {
        m_brush.canvas.fill(cell, m_brush.style.plotGround);
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            m_brush.canvas.disc(
                {cell.x + cell.width * m_values[column][i], cell.bottom() - cell.height * m_values[row][i]}, m_radius,
                m_brush.style.lineColor(m_isGrouped ? m_groups[i] : 0).withAlpha(0.7));
    }

    Brush& m_brush;
    std::vector<std::string> m_names;
    Upper m_upper;
    const ColorMap& m_map;
    Font m_font;
    bool m_hasHistograms;
    bool m_isGrouped;
    double m_gap = 0;
    double m_width = 0; ///< of a cell
    double m_height = 0;
    double m_radius = 1;
    std::vector<std::vector<double>> m_values; ///< quantities × individuals, 0 to 1
    std::vector<std::size_t> m_groups;
};

} // namespace

PanelText drawScatterMatrix(Brush& brush)
{
    static constexpr std::array<std::string_view, 8> quantities = {"Age",    "BMI", "CRP",  "Glucose",
                                                                   "{gene}", "LDL", "eGFR", "{other}"};
    Random& random = brush.random;
    const double room = std::min(brush.area.width, brush.area.height) / 55;
    const auto chosen = random.sample(quantities, std::clamp(static_cast<int>(room), 3, random.integer(3, 7)));
    const auto names = filledAll({chosen.begin(), chosen.end()}, brush.subject);
    const int n = random.integer(20, 160);
    MatrixSheet(brush, names, n).draw();
    PanelText text;
    text.topic = "scatter plot matrix of " + listed(names) + " in patients with " + brush.subject.disease;
    text.details = {"Each dot is one patient (n = " + std::to_string(n) + ").",
                    "Every quantity is shown against every other."};
    text.shown = names;
    text.shown.emplace_back("scatter plot matrix");
    return text;
}

} // namespace biomedica::demo
