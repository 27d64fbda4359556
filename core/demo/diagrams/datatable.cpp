#include "core/demo/diagrams/diagrams.h"
#include "core/demo/diagrams/strokes.h"
#include "core/demo/diagrams/tablecontent.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

enum class Rules { ThreeLines, Zebra, Grid, RowLines, Bare };

class TableSheet {
public:
    TableSheet(Brush& brush, const TableContent& sheet, Rules rules)
        : m_brush(brush), m_sheet(sheet), m_rules(rules), m_font(brush.style.font), m_area(brush.area.inset(1)),
          m_side(brush.random.chance(0.6) ? Horizontal::Center : Horizontal::Left), m_air(brush.random.real(1.5, 2.4))
    {
        chooseColors();
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
        m_rowHeight = std::min(m_area.height / rowCount, m_font.size * m_air);
    }

    void draw()
    {
        const Rect& area = m_area;
        Canvas& canvas = m_brush.canvas;
        const double header = m_rowHeight * 1.4;
        const double bottom = area.y + header + m_rowHeight * static_cast<double>(m_sheet.rows.size());
        canvas.fill({area.x, area.y, area.width, header}, m_head);
        drawRow(m_sheet.header, area.y + header / 2, m_font.bold(), inkOn(m_head));
        double y = area.y + header;
        for (std::size_t r = 0; r < m_sheet.rows.size(); ++r) {
            if (m_rules == Rules::Zebra && r % 2 == 1)
                canvas.fill({area.x, y, area.width, m_rowHeight}, m_band);
            drawRow(m_sheet.rows[r], y + m_rowHeight / 2, m_sheet.rows[r].size() == 1 ? m_font.bold() : m_font, black);
            y += m_rowHeight;
            if (m_rules == Rules::Grid || m_rules == Rules::RowLines)
                canvas.line({area.x, y}, {area.right(), y}, {rgb(0x999999), 0.8});
        }
        drawRules(header, bottom);
    }

private:
    void chooseColors()
    {
        Random& random = m_brush.random;
        const Color accent = m_brush.style.lineColor(static_cast<std::size_t>(random.integer(0, 2)));
        m_band = random.chance(0.5) ? rgb(0xeeeeee) : accent.lighter(0.85);
        const bool isPlain = m_rules == Rules::ThreeLines || m_rules == Rules::Bare || random.chance(0.3);
        m_head = isPlain ? white : random.chance(0.4) ? rgb(0xe2e2e2) : accent.lighter(random.real(0, 0.7));
    }

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
            const bool isCentred = c > 0 && m_side == Horizontal::Center;
            const Point at{x + (isCentred ? m_widths[c] / 2 : m_font.size * 0.4), y};
            m_brush.canvas.text(cells[c], at, font, color, {c == 0 ? Horizontal::Left : m_side, Vertical::Middle});
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
        if (m_rules == Rules::Bare)
            return;
        for (const auto& [y, width] : {std::pair{area.y, 1.6}, std::pair{area.y + header, 1.0}, std::pair{bottom, 1.6}})
            canvas.line({area.x, y}, {area.right(), y}, {black, width});
    }

    Brush& m_brush;
    const TableContent& m_sheet;
    Rules m_rules;
    Font m_font;
    Rect m_area;       ///< the panel but for half the width of the rules
    Horizontal m_side; ///< of the cells but those of the first column
    double m_air;      ///< height of a row, of the font size
    Color m_head;
    Color m_band;
    std::vector<double> m_widths;
    double m_rowHeight = 0;
};

} // namespace

PanelText drawDataTable(Brush& brush)
{
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * brush.random.real(1.1, 1.6))) - 4;
    TableContent content = makeTable(brush, std::clamp(fitting, 4, brush.random.integer(5, 30)));
    TableSheet(brush, content, static_cast<Rules>(brush.random.integer(0, 4))).draw();
    return content.text;
}

} // namespace biomedica::demo
