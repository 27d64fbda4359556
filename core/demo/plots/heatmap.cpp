#include "core/demo/plots/matrix.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct ColorMap {
    std::array<Color, 3> stops; ///< lowest, middle, highest
    std::string_view words;     ///< how the caption explains it
};

// clang-format off
constexpr std::array<ColorMap, 12> colorMaps = {{
    {{rgb(0x2b5fb3), rgb(0xf7f7f7), rgb(0xc0272d)}, "Red indicates high and blue low values."},
    {{rgb(0x1a9641), rgb(0x000000), rgb(0xd7191c)}, "Red indicates high and green low values."},
    {{rgb(0x440154), rgb(0x21908c), rgb(0xfde725)}, "Yellow indicates high and purple low values."},
    {{rgb(0xffffff), rgb(0xfdae6b), rgb(0xa63603)}, "Darker colours indicate higher values."},
    {{rgb(0x3f5fa8), rgb(0xfff7bc), rgb(0xd7301f)}, "Red indicates high and blue low values."},
    {{rgb(0x000000), rgb(0x8c2d04), rgb(0xffffb2)}, "Brighter colours indicate higher values."},
    {{rgb(0xffffff), rgb(0x6baed6), rgb(0x08306b)}, "Darker colours indicate higher values."},
    {{rgb(0x0000c0), rgb(0x60ff60), rgb(0xc00000)}, "Red indicates high and blue low values."},
    {{rgb(0x0d0887), rgb(0xcc4778), rgb(0xf0f921)}, "Yellow indicates high and blue low values."},
    {{rgb(0xffffff), rgb(0x969696), rgb(0x000000)}, "Darker shades indicate higher values."},
    {{rgb(0x762a83), rgb(0xf7f7f7), rgb(0x1b7837)}, "Green indicates high and purple low values."},
    {{rgb(0xffffcc), rgb(0x7fcdbb), rgb(0x253494)}, "Darker colours indicate higher values."},
}};
// clang-format on

Color colorOf(const ColorMap& map, double value)
{
    const double t = std::clamp(value, 0.0, 1.0) * 2;
    return t < 1 ? between(map.stops[0], map.stops[1], t) : between(map.stops[1], map.stops[2], t - 1);
}

/// Branches over leaves that stand `step` apart, as tall as `depth`; `place` turns (along, height) into a point.
template <typename Place>
void drawDendrogram(Brush& brush, std::size_t leaves, double step, double depth, const Place& place)
{
    struct Branch {
        double along;
        double height;
    };
    std::vector<Branch> branches;
    for (std::size_t i = 0; i < leaves; ++i)
        branches.push_back({(static_cast<double>(i) + 0.5) * step, 0});
    const Pen pen{rgb(0x333333), 0.9};
    double height = 0;
    const double rise = depth / static_cast<double>(leaves);
    while (branches.size() > 1) {
        const auto left = static_cast<std::size_t>(brush.random.integer(0, static_cast<int>(branches.size()) - 2));
        height += rise * brush.random.real(0.7, 1.02);
        const Branch a = branches[left];
        const Branch b = branches[left + 1];
        brush.canvas.polyline(std::vector<Point>{place(a.along, a.height), place(a.along, height),
                                                 place(b.along, height), place(b.along, b.height)},
                              pen);
        branches[left] = {(a.along + b.along) / 2, height};
        branches.erase(branches.begin() + static_cast<std::ptrdiff_t>(left) + 1);
    }
}

class HeatmapSheet {
public:
    HeatmapSheet(Brush& brush, const Matrix& matrix, const ColorMap& map) : m_brush(brush), m_matrix(matrix), m_map(map)
    {
        Random& random = brush.random;
        const bool isSmooth = matrix.kind == MatrixKind::Smooth;
        const bool isExpression = matrix.kind == MatrixKind::Expression;
        m_hasKey = random.chance(0.8);
        m_hasTree = isExpression && brush.area.width > 260 && random.chance(0.4);
        m_hasRowNames = !isSmooth && random.chance(0.8);
        m_hasColumnNames = !isSmooth && random.chance(0.7);
        m_areNamesLeft = !m_hasTree && random.chance(0.5);
        m_areNamesItalic = isExpression && random.chance(0.6);
        m_hasLines = random.chance(0.35);
        m_isTriangle = matrix.kind == MatrixKind::Correlation && random.chance(0.25);
        m_hasNumbers = matrix.kind == MatrixKind::Confusion || (!isSmooth && random.chance(0.4));
        place();
    }

    void draw()
    {
        drawCells();
        drawNames();
        drawGroups();
        if (m_hasKey)
            drawKey();
        if (m_hasTree)
            drawDendrogram(m_brush, m_matrix.rows.size(), m_cellHeight, m_grid.x - m_brush.area.x - 3,
                           [&](double along, double height) {
                               return Point{m_grid.x - 2 - height, m_grid.y + along};
                           });
    }

private:
    void place()
    {
        const double size = m_brush.style.font.size;
        m_names = m_brush.style.font.scaled(0.82);
        const double bottom =
            m_hasColumnNames ? m_brush.canvas.widest(m_matrix.columns, m_names) + size * 0.4 : size * 0.3;
        const double top = m_matrix.groups.empty() ? size * 0.3 : size * 2.1;
        const double tree = m_hasTree ? m_brush.area.width * 0.1 : 0;
        m_cellHeight = (m_brush.area.height - top - bottom) / static_cast<double>(m_matrix.rows.size());
        m_hasRowNames = m_hasRowNames && m_cellHeight > 6;
        m_names = m_names.scaled(std::min(1.0, m_cellHeight / m_names.size));
        const double widest = m_hasRowNames ? m_brush.canvas.widest(m_matrix.rows, m_names) + size * 0.5 : 0;
        m_grid = m_brush.area.inset(tree + (m_areNamesLeft ? widest : 0), top,
                                    (m_areNamesLeft ? 0 : widest) + size * (m_hasKey ? 4.6 : 0.3), bottom);
        m_cellWidth = m_grid.width / static_cast<double>(m_matrix.columns.size());
        m_keyX = m_grid.right() + (m_areNamesLeft ? 0 : widest) + size;
    }

    void drawCells()
    {
        const bool hasLines = m_hasLines && m_cellWidth > 9 && m_cellHeight > 5;
        const Font font = m_brush.style.font.scaled(0.72);
        const bool hasNumbers =
            m_hasNumbers && m_cellHeight > font.size && m_cellWidth > m_brush.canvas.textWidth("−0.00", font) * 1.1;
        for (std::size_t r = 0; r < m_matrix.rows.size(); ++r)
            for (std::size_t c = 0; c < m_matrix.columns.size(); ++c) {
                if (m_isTriangle && c > r)
                    continue;
                const double value = m_matrix.values[r][c];
                // Cells end on whole pixels: no seams.
                const double left = std::round(m_grid.x + m_cellWidth * static_cast<double>(c));
                const double top = std::round(m_grid.y + m_cellHeight * static_cast<double>(r));
                const Rect cell{left, top, std::round(m_grid.x + m_cellWidth * static_cast<double>(c + 1)) - left,
                                std::round(m_grid.y + m_cellHeight * static_cast<double>(r + 1)) - top};
                const Color color = colorOf(m_map, value);
                m_brush.canvas.fill(cell, color);
                if (hasLines)
                    m_brush.canvas.outline(cell, {white, 0.8});
                if (hasNumbers) {
                    const double meant = m_matrix.low + (m_matrix.high - m_matrix.low) * std::clamp(value, 0.0, 1.0);
                    m_brush.canvas.text((meant < 0 ? "−" : "") + fixed(std::abs(meant), 2), cell.center(), font,
                                        color.luminance() < 0.5 ? white : black,
                                        {Horizontal::Center, Vertical::Middle});
                }
            }
    }

    void drawNames()
    {
        const Font names = m_areNamesItalic ? m_names.italic() : m_names;
        const Font columns = m_brush.style.font.scaled(0.82);
        const double x = m_areNamesLeft ? m_grid.x - 4 : m_grid.right() + 4;
        for (std::size_t r = 0; r < m_matrix.rows.size() && m_hasRowNames; ++r)
            m_brush.canvas.text(m_matrix.rows[r], {x, m_grid.y + m_cellHeight * (static_cast<double>(r) + 0.5)}, names,
                                black, {m_areNamesLeft ? Horizontal::Right : Horizontal::Left, Vertical::Middle});
        if (!m_hasColumnNames || m_cellWidth < columns.size * 0.85)
            return;
        for (std::size_t c = 0; c < m_matrix.columns.size(); ++c)
            m_brush.canvas.text(m_matrix.columns[c],
                                {m_grid.x + m_cellWidth * (static_cast<double>(c) + 0.5), m_grid.bottom() + 4}, columns,
                                black, {Horizontal::Right, Vertical::Middle, 90});
    }

    void drawGroups()
    {
        const double width = m_grid.width / static_cast<double>(std::max<std::size_t>(1, m_matrix.groups.size()));
        const Font font = m_brush.style.font.scaled(0.88);
        for (std::size_t g = 0; g < m_matrix.groups.size(); ++g) {
            const double x = m_grid.x + width * static_cast<double>(g);
            m_brush.canvas.fill({x + 1, m_grid.y - font.size * 0.6, width - 2, font.size * 0.4},
                                m_brush.style.lineColor(g));
            const double share = width / m_brush.canvas.textWidth(m_matrix.groups[g], font);
            m_brush.canvas.text(m_matrix.groups[g], {x + width / 2, m_grid.y - font.size * 0.85},
                                font.scaled(std::min(1.0, share)), black, {Horizontal::Center, Vertical::Baseline});
        }
    }

    void drawKey()
    {
        const Font font = m_brush.style.font.scaled(0.82);
        const Rect bar{m_keyX, m_grid.y + font.size * 1.4, font.size * 0.9,
                       std::min(m_grid.height * 0.5, font.size * 9)};
        constexpr int steps = 32;
        for (int i = 0; i < steps; ++i) {
            const double top = std::round(bar.y + bar.height * i / steps);
            m_brush.canvas.fill({bar.x, top, bar.width, std::round(bar.y + bar.height * (i + 1) / steps) - top},
                                colorOf(m_map, 1 - (i + 0.5) / steps));
        }
        m_brush.canvas.outline(bar, {black, 0.8});
        m_brush.canvas.text(m_matrix.scale, {bar.x, bar.y - font.size * 0.5}, font, black,
                            {Horizontal::Left, Vertical::Baseline});
        for (const double share : {0.0, 0.5, 1.0}) {
            const double value = m_matrix.low + (m_matrix.high - m_matrix.low) * share;
            m_brush.canvas.text((value < 0 ? "−" : "")
                                    + fixed(std::abs(value), m_matrix.high - m_matrix.low < 2 ? 1 : 0),
                                {bar.right() + font.size * 0.4, bar.bottom() - bar.height * share}, font, black,
                                {Horizontal::Left, Vertical::Middle});
        }
    }

    Brush& m_brush;
    const Matrix& m_matrix;
    const ColorMap& m_map;
    Font m_names;
    Rect m_grid;
    double m_cellWidth = 0;
    double m_cellHeight = 0;
    double m_keyX = 0;
    bool m_hasTree = false;
    bool m_hasKey = true;
    bool m_hasRowNames = true;
    bool m_hasColumnNames = true;
    bool m_areNamesLeft = false;
    bool m_areNamesItalic = false;
    bool m_hasLines = false;
    bool m_hasNumbers = false;
    bool m_isTriangle = false; ///< the lower half with the diagonal
};

Matrix makeMatrix(Brush& brush)
{
    Random& random = brush.random;
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 1.15)) - 4;
    switch (random.weighted({48, 24, 12, 16})) {
    case 0: {
        if (random.chance(0.3)) // more rows than names would fit
            return makeExpression(brush, random.integer(40, 120), random.integer(4, 24));
        return makeExpression(brush, std::clamp(fitting, 5, random.integer(5, 34)), random.integer(1, 7));
    }
    case 1: return makeCorrelations(brush, std::clamp(fitting, 4, random.integer(4, 24)));
    case 2: return makeConfusion(brush);
    default: return makeSmooth(brush);
    }
}

PanelText textOf(const Brush& brush, const Matrix& matrix, const ColorMap& map)
{
    PanelText text;
    const std::string rows = std::to_string(matrix.rows.size());
    text.details = {std::string(map.words)};
    text.shown = {"heatmap"};
    switch (matrix.kind) {
    case MatrixKind::Expression:
        text.topic = "heatmap of the expression of " + rows + " genes in " + brush.subject.tissue;
        text.details.push_back("Columns are samples (" + listed(matrix.groups) + "); the scale is the row "
                               + matrix.scale + ".");
        break;
    case MatrixKind::Correlation:
        text.topic = "heatmap of the pairwise correlations of " + rows + " genes in " + brush.subject.disease;
        text.details.push_back("Colours stand for Pearson's r.");
        break;
    case MatrixKind::Confusion:
        text.topic = "heatmap of the confusion matrix of " + rows + " classes of " + brush.subject.disease;
        text.details.push_back("Rows are the true, columns the predicted classes.");
        break;
    case MatrixKind::Smooth:
        text.topic = "heatmap of the activity recorded in " + brush.subject.tissue;
        text.details.push_back("Intensities are in arbitrary units.");
        return text;
    }
    text.shown.push_back(rows + (matrix.kind == MatrixKind::Confusion ? " classes" : " genes"));
    return text;
}

} // namespace

PanelText drawHeatmap(Brush& brush)
{
    const ColorMap& map = brush.random.pick(colorMaps);
    const Matrix matrix = makeMatrix(brush);
    HeatmapSheet(brush, matrix, map).draw();
    return textOf(brush, matrix, map);
}

} // namespace biomedica::demo
