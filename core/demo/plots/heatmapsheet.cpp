#include "core/demo/plots/heatmapsheet.h"

#include "core/demo/plots/dendrogram.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

class Sheet {
public:
    Sheet(Brush& brush, const Matrix& matrix, const ColorMap& map, const HeatLook& look)
        : m_brush(brush), m_matrix(matrix), m_map(map), m_look(look), m_names(brush.style.font.scaled(0.82)),
          m_columnFont(m_names), m_rows(static_cast<double>(matrix.rows.size())),
          m_columns(static_cast<double>(matrix.columns.size()))
    {
        place();
    }

    void draw()
    {
        drawCells();
        if (m_look.isFramed)
            m_brush.canvas.outline(m_grid, {black, 1});
        drawRowNames();
        if (m_look.hasColumnNames)
            drawColumnNames();
        drawTracks();
        drawGroupNames();
        drawKey();
        drawTrees();
    }

private:
    double size() const { return m_brush.style.font.size; }
    double trackHeight() const { return size() * 0.55; }
    double groupCount() const { return static_cast<double>(std::max<std::size_t>(1, m_matrix.groups.size())); }
    double gap() const { return m_look.hasGaps ? size() * 0.45 : 0; }

    void place()
    {
        const Rect& area = m_brush.area;
        m_columnFont.size = std::min(m_columnFont.size, area.width * 0.7 / m_columns / 0.85);
        m_look.hasColumnNames = m_look.hasColumnNames && m_columnFont.size > 5.5;
        const double widestColumn = m_brush.canvas.widest(m_matrix.columns, m_columnFont);
        m_areColumnNamesLevel = widestColumn < area.width * 0.6 / m_columns;
        m_columnNames = !m_look.hasColumnNames
                            ? 0
                            : (m_areColumnNamesLevel ? m_columnFont.size * 1.1 : widestColumn) + size() * 0.4;
        const double tree = m_look.hasColumnTree ? std::min(area.height * 0.12, size() * 4) : 0;
        m_top = tree + (m_matrix.groups.empty() ? size() * 0.3 : size() * 1.6) + trackHeight() * m_look.tracks
                + (m_look.areColumnNamesOnTop ? m_columnNames : 0);
        const double bottom = size() * 0.3 + (m_look.areColumnNamesOnTop ? 0 : m_columnNames)
                              + (m_look.key == KeyPlace::Below ? size() * 3.6 : 0);
        m_cellHeight = (area.height - m_top - bottom) / m_rows;
        m_look.hasRowNames = m_look.hasRowNames && m_cellHeight > 6;
        m_names = m_names.scaled(std::min(1.0, m_cellHeight / m_names.size));
        placeGrid(bottom);
    }

    void placeGrid(double bottom)
    {
        const Rect& area = m_brush.area;
        const double widest = m_look.hasRowNames ? m_brush.canvas.widest(m_matrix.rows, m_names) + size() * 0.5 : 0;
        const double tree = m_look.hasRowTree ? area.width * 0.1 : 0;
        m_grid = area.inset(1 + tree + (m_look.areNamesLeft ? widest : 0), m_top,
                            (m_look.areNamesLeft ? 0 : widest) + size() * (m_look.key == KeyPlace::Right ? 4.6 : 0.3),
                            bottom);
        m_cellWidth = (m_grid.width - gap() * (groupCount() - 1)) / m_columns;
        if (m_look.isSquare) {
            const double side = std::min(m_cellWidth, m_cellHeight);
            m_cellWidth = side;
            m_grid.width = side * m_columns + gap() * (groupCount() - 1);
            m_cellHeight = side;
            m_grid.height = side * m_rows;
            m_names = m_names.scaled(std::min(1.0, side / m_names.size));
        }
        m_keyX = m_grid.right() + (m_look.areNamesLeft ? 0 : widest) + size();
    }

    /// Of the left side of a column; groups stand apart.
    double columnX(std::size_t column) const
    {
        const auto perGroup = m_columns / groupCount();
        const double group = std::min(groupCount() - 1, std::floor(static_cast<double>(column) / perGroup));
        return m_grid.x + m_cellWidth * static_cast<double>(column) + gap() * group;
    }

    bool isShown(std::size_t row, std::size_t column) const
    {
        return m_look.part == Part::Whole || (m_look.part == Part::LowerHalf ? column <= row : column >= row);
    }

    Rect cellAt(std::size_t row, std::size_t column) const
    {
        // Cells end on whole pixels: no seams.
        const double left = std::round(columnX(column));
        const double top = std::round(m_grid.y + m_cellHeight * static_cast<double>(row));
        return {left, top, std::round(columnX(column) + m_cellWidth) - left,
                std::round(m_grid.y + m_cellHeight * static_cast<double>(row + 1)) - top};
    }

    void drawCells()
    {
        const Font font = m_brush.style.font.scaled(0.72);
        const bool hasRoom = m_cellHeight > font.size && m_cellWidth > m_brush.canvas.textWidth("−0.00", font) * 1.1;
        for (std::size_t r = 0; r < m_matrix.rows.size(); ++r)
            for (std::size_t c = 0; c < m_matrix.columns.size(); ++c) {
                if (!isShown(r, c))
                    continue;
                const double value = std::clamp(m_matrix.values[r][c], 0.0, 1.0);
                const bool isMissing = m_look.missing > 0 && m_brush.random.chance(m_look.missing);
                const Rect cell = cellAt(r, c);
                drawCell(cell, isMissing ? rgb(0xd0d0d0) : m_map.at(value), value);
                if (hasRoom && !isMissing)
                    write(cell, value, font);
            }
    }

    void drawCell(const Rect& cell, Color color, double value)
    {
        Canvas& canvas = m_brush.canvas;
        const double side = std::min(cell.width, cell.height);
        // The size follows the value as the colour does.
        const double extent = side * 0.48 * std::sqrt(m_matrix.low < 0 ? std::abs(value - 0.5) * 2 : value);
        switch (m_look.cells) {
        case CellForm::Full: canvas.fill(cell, color); break;
        case CellForm::Gapped: canvas.fill(cell.inset(std::min(2.0, side * 0.08)), color); return;
        case CellForm::Rounded: canvas.fillRounded(cell.inset(side * 0.08), color, side * 0.2); return;
        case CellForm::Disc: canvas.disc(cell.center(), std::max(0.6, extent), color); break;
        case CellForm::Square:
            canvas.fill({cell.center().x - extent, cell.center().y - extent, 2 * extent, 2 * extent}, color);
        }
        if (m_look.hasLines && side > 5)
            canvas.outline(cell, {m_look.line, 0.8});
    }

    void write(const Rect& cell, double value, const Font& font)
    {
        const double meant = m_matrix.low + (m_matrix.high - m_matrix.low) * value;
        const bool isFar = std::abs(value - 0.5) > 0.36;
        std::string text;
        if (m_look.hasNumbers)
            text = (meant < 0 ? "−" : "") + fixed(std::abs(meant), m_matrix.high - m_matrix.low > 9 ? 0 : 2);
        else if (m_look.hasStars && isFar)
            text = std::abs(value - 0.5) > 0.45 ? "**" : "*";
        const bool isOnColor = m_look.cells != CellForm::Disc && m_look.cells != CellForm::Square;
        m_brush.canvas.text(text, cell.center(), font, isOnColor && m_map.at(value).luminance() < 0.5 ? white : black,
                            {Horizontal::Center, Vertical::Middle});
    }

    void drawRowNames()
    {
        const Font font = m_look.areNamesItalic ? m_names.italic() : m_names;
        const double x = m_look.areNamesLeft ? m_grid.x - 4 : m_grid.right() + 4;
        for (std::size_t r = 0; r < m_matrix.rows.size() && m_look.hasRowNames; ++r)
            m_brush.canvas.text(m_matrix.rows[r], {x, m_grid.y + m_cellHeight * (static_cast<double>(r) + 0.5)}, font,
                                black, {m_look.areNamesLeft ? Horizontal::Right : Horizontal::Left, Vertical::Middle});
    }

    void drawColumnNames()
    {
        const bool isOnTop = m_look.areColumnNamesOnTop;
        const double y = isOnTop ? m_grid.y - 4 - trackHeight() * m_look.tracks : m_grid.bottom() + 4;
        Anchor anchor{isOnTop ? Horizontal::Left : Horizontal::Right, Vertical::Middle, 90};
        if (m_areColumnNamesLevel)
            anchor = {Horizontal::Center, isOnTop ? Vertical::Bottom : Vertical::Top};
        for (std::size_t c = 0; c < m_matrix.columns.size(); ++c)
            m_brush.canvas.text(m_matrix.columns[c], {columnX(c) + m_cellWidth / 2, y}, m_columnFont, black, anchor);
    }

    /// The groups as colours above the columns, and further ones that nobody reads.
    void drawTracks()
    {
        for (int track = 0; track < m_look.tracks; ++track) {
            const double y = m_grid.y - trackHeight() * (track + 1);
            for (std::size_t c = 0; c < m_matrix.columns.size(); ++c) {
                const auto group = static_cast<std::size_t>(static_cast<double>(c) * groupCount() / m_columns);
                const auto color =
                    track == 0 ? group : static_cast<std::size_t>(2 * track + m_brush.random.integer(0, 1));
                m_brush.canvas.fill({columnX(c), y, m_cellWidth + 0.3, trackHeight() * 0.8},
                                    m_brush.style.lineColor(color));
            }
        }
    }

    void drawGroupNames()
    {
        const Font font = m_brush.style.font.scaled(0.88);
        const auto perGroup = static_cast<double>(m_matrix.columns.size()) / groupCount();
        for (std::size_t g = 0; g < m_matrix.groups.size(); ++g) {
            const double from = columnX(static_cast<std::size_t>(perGroup * static_cast<double>(g)));
            const double width = perGroup * m_cellWidth;
            const double share = width / m_brush.canvas.textWidth(m_matrix.groups[g], font);
            const double y = m_grid.y - trackHeight() * m_look.tracks - size() * 0.4
                             - (m_look.areColumnNamesOnTop ? m_columnNames : 0);
            m_brush.canvas.text(m_matrix.groups[g], {from + width / 2, y}, font.scaled(std::min(1.0, share)), black,
                                {Horizontal::Center, Vertical::Baseline});
        }
    }

    void drawKey()
    {
        const Font font = m_brush.style.font.scaled(0.82);
        const Rect& area = m_brush.area;
        const KeyText text{m_matrix.low, m_matrix.high, m_matrix.scale};
        switch (m_look.key) {
        case KeyPlace::None: return;
        case KeyPlace::Right:
            return drawColorKey(m_brush,
                                {m_keyX, m_grid.y + font.size * 1.4, font.size * 0.9,
                                 std::max(font.size, std::min(m_grid.height * 0.6, font.size * 10) - font.size)},
                                m_map, text, font);
        case KeyPlace::Below:
            return drawColorKey(m_brush,
                                {m_grid.center().x - m_grid.width * 0.3,
                                 m_grid.bottom() + (m_look.areColumnNamesOnTop ? 0 : m_columnNames) + font.size * 1.9,
                                 m_grid.width * 0.6, font.size * 0.8},
                                m_map, text, font);
        case KeyPlace::Corner:
            return drawColorKey(m_brush,
                                {area.x + font.size * 0.8, area.y + font.size * 1.5,
                                 std::max(font.size * 2, m_grid.x - area.x - font.size * 2), font.size * 0.8},
                                m_map, {text.low, text.high, ""}, font.scaled(0.8));
        }
    }

    void drawTrees()
    {
        if (m_look.hasRowTree)
            drawDendrogram(m_brush, m_matrix.rows.size(), m_cellHeight, m_grid.x - m_brush.area.x - 3,
                           [&](double along, double height) {
                               return Point{m_grid.x - 2 - height, m_grid.y + along};
                           });
        const double foot = m_brush.area.y + std::min(m_brush.area.height * 0.12, size() * 4);
        if (m_look.hasColumnTree)
            drawDendrogram(m_brush, m_matrix.columns.size(), m_cellWidth, foot - m_brush.area.y - 3,
                           [&](double along, double height) {
                               return Point{m_grid.x + along, foot - 2 - height};
                           });
    }

    Brush& m_brush;
    const Matrix& m_matrix;
    const ColorMap& m_map;
    HeatLook m_look;
    Font m_names;
    Font m_columnFont;
    double m_rows;
    double m_columns;
    Rect m_grid;
    bool m_areColumnNamesLevel = false;
    double m_columnNames = 0; ///< height
    double m_top = 0;         ///< what stands above the cells
    double m_cellWidth = 0;
    double m_cellHeight = 0;
    double m_keyX = 0;
};

void chooseTrees(HeatLook& look, Random& random, const Rect& area)
{
    if (area.width > 260 && random.chance(0.45))
        look.hasRowTree = true;
    if (area.height > 240 && random.chance(look.hasRowTree ? 0.6 : 0.15))
        look.hasColumnTree = true;
    look.areNamesLeft = look.areNamesLeft && !look.hasRowTree;
    if (look.hasRowTree && look.hasColumnTree && area.width > 340 && random.chance(0.4))
        look.key = KeyPlace::Corner;
}

} // namespace

HeatLook makeHeatLook(Brush& brush, const Matrix& matrix)
{
    static constexpr std::array lines = {white, white, rgb(0xaaaaaa), black};
    Random& random = brush.random;
    const bool hasNames = !matrix.rows[0].empty();
    const bool isExpression = matrix.kind == MatrixKind::Expression;
    const bool isCorrelation = matrix.kind == MatrixKind::Correlation;
    const bool isFew = matrix.rows.size() <= 26 && hasNames;
    HeatLook look;
    look.key = static_cast<KeyPlace>(random.weighted({20, 62, 18}));
    look.hasRowNames = hasNames && random.chance(0.85);
    look.hasColumnNames = !matrix.columns[0].empty() && random.chance(0.75);
    look.areNamesLeft = random.chance(0.5);
    look.areNamesItalic = isExpression && random.chance(0.5);
    look.areColumnNamesOnTop = matrix.groups.empty() && random.chance(0.25);
    look.hasLines = random.chance(0.4);
    look.line = random.pick(lines);
    look.isFramed = random.chance(0.3);
    look.hasNumbers = matrix.kind == MatrixKind::Confusion || (isFew && random.chance(0.35));
    look.hasStars = isFew && !look.hasNumbers && random.chance(0.2);
    look.isSquare = matrix.kind == MatrixKind::Calendar
                    || (matrix.kind != MatrixKind::Peaks && random.chance(isExpression ? 0.1 : 0.6));
    if (isFew)
        look.cells = static_cast<CellForm>(random.weighted({64, 14, 6, isCorrelation ? 22.0 : 8.0, 5}));
    if (isCorrelation)
        look.part = static_cast<Part>(random.weighted({64, 22, 14}));
    if (isExpression || matrix.kind == MatrixKind::Peaks) {
        look.tracks = random.integer(isExpression ? 1 : 0, random.chance(0.3) ? 4 : 1);
        look.hasGaps = random.chance(0.3);
    }
    if ((isExpression && !look.hasGaps) || (isCorrelation && look.part == Part::Whole && !look.isSquare))
        chooseTrees(look, random, brush.area);
    if (look.hasColumnTree)
        look.areColumnNamesOnTop = false;
    look.missing = isExpression && random.chance(0.1) ? random.real(0.02, 0.15) : 0;
    return look;
}

void drawHeatmapSheet(Brush& brush, const Matrix& matrix, const ColorMap& map, const HeatLook& look)
{
    Sheet(brush, matrix, map, look).draw();
}

} // namespace biomedica::demo
