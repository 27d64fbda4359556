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
constexpr std::array<ColorMap, 6> colorMaps = {{
    {{rgb(0x2b5fb3), rgb(0xf7f7f7), rgb(0xc0272d)}, "Red indicates high and blue low values."},
    {{rgb(0x1a9641), rgb(0x000000), rgb(0xd7191c)}, "Red indicates high and green low values."},
    {{rgb(0x440154), rgb(0x21908c), rgb(0xfde725)}, "Yellow indicates high and purple low values."},
    {{rgb(0xffffff), rgb(0xfdae6b), rgb(0xa63603)}, "Darker colours indicate higher values."},
    {{rgb(0x3f5fa8), rgb(0xfff7bc), rgb(0xd7301f)}, "Red indicates high and blue low values."},
    {{rgb(0x000000), rgb(0x8c2d04), rgb(0xffffb2)}, "Brighter colours indicate higher values."},
}};

constexpr std::array<std::string_view, 34> moreGenes = {
    "ACTB", "AKT1", "ATF4", "BAX", "BCL2", "CCL2", "CD44", "CD68", "CDK4", "COL3A1", "CTGF", "CXCL10", "DUSP6",
    "EGR1", "FOS", "FOXO3", "GATA3", "HK2", "HSPA5", "IFNG", "IL18", "JUN", "KLF4", "LDHA", "MCL1", "NFKB1", "NOTCH1",
    "PDK1", "PTEN", "RELA", "SOD2", "SPP1", "TLR4", "ZEB1"};
// clang-format on

Color colorOf(const ColorMap& map, double value)
{
    const double t = std::clamp(value, 0.0, 1.0) * 2;
    return t < 1 ? between(map.stops[0], map.stops[1], t) : between(map.stops[1], map.stops[2], t - 1);
}

struct Matrix {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::vector<std::vector<double>> values; ///< rows × columns, 0 to 1
    std::vector<std::string> groups;         ///< of columns, in equal parts; none for a correlation matrix
    double low = 0;                          ///< what 0 and 1 stand for
    double high = 1;
    std::string scale;

    bool isCorrelation() const { return groups.empty(); }
};

std::vector<std::string> geneNames(Brush& brush, int count)
{
    std::vector<std::string> names;
    for (const std::string_view gene : brush.subject.field->genes)
        names.emplace_back(gene);
    for (const std::string_view gene : brush.random.sample(moreGenes, static_cast<int>(moreGenes.size())))
        if (std::find(names.begin(), names.end(), gene) == names.end())
            names.emplace_back(gene);
    names.resize(static_cast<std::size_t>(count));
    return names;
}

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
        const double size = brush.style.font.size;
        m_names = brush.style.font.scaled(0.82);
        const double widest = brush.canvas.widest(matrix.rows, m_names);
        m_hasTree = !matrix.isCorrelation() && brush.area.width > 260 && brush.random.chance(0.6);
        const double tree = m_hasTree ? brush.area.width * 0.1 : 0;
        const double top = matrix.isCorrelation() ? 0 : size * 2.1;
        const double bottom = brush.canvas.widest(matrix.columns, m_names) + size * 0.4;
        m_grid = brush.area.inset(tree, top, widest + size * 4.6, bottom);
        m_cellWidth = m_grid.width / static_cast<double>(matrix.columns.size());
        m_cellHeight = m_grid.height / static_cast<double>(matrix.rows.size());
        m_names = m_names.scaled(std::min(1.0, m_cellHeight * 1.0 / m_names.size));
        m_keyX = m_grid.right() + widest + size * 1.1;
    }

    void draw()
    {
        drawCells();
        drawNames();
        drawGroups();
        drawKey();
        if (m_hasTree)
            drawDendrogram(m_brush, m_matrix.rows.size(), m_cellHeight, m_grid.x - m_brush.area.x - 3,
                           [&](double along, double height) {
                               return Point{m_grid.x - 2 - height, m_grid.y + along};
                           });
    }

private:
    void drawCells()
    {
        const bool hasLines = m_cellWidth > 9 && m_brush.random.chance(0.4);
        const Font font = m_names.scaled(0.85);
        const bool hasNumbers = m_matrix.isCorrelation() && m_cellWidth > m_brush.canvas.textWidth("−0.00", font) * 1.1;
        for (std::size_t r = 0; r < m_matrix.rows.size(); ++r)
            for (std::size_t c = 0; c < m_matrix.columns.size(); ++c) {
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
        const Font genes = m_names.italic();
        const Font columns = m_brush.style.font.scaled(0.82);
        for (std::size_t r = 0; r < m_matrix.rows.size(); ++r)
            m_brush.canvas.text(m_matrix.rows[r],
                                {m_grid.right() + 4, m_grid.y + m_cellHeight * (static_cast<double>(r) + 0.5)}, genes,
                                black, {Horizontal::Left, Vertical::Middle});
        if (m_cellWidth < columns.size * 0.85)
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
            m_brush.canvas.text((value < 0 ? "−" : "") + fixed(std::abs(value), 0),
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
};

} // namespace

PanelText drawHeatmap(Brush& brush)
{
    Random& random = brush.random;
    const ColorMap& map = random.pick(colorMaps);
    const double size = brush.style.font.size;
    const int fitting = static_cast<int>(brush.area.height / (size * 1.15)) - 4;
    const bool isCorrelation = random.chance(0.3);
    const Matrix matrix =
        isCorrelation ? makeCorrelations(brush, std::clamp(fitting, 4, random.integer(6, 14)))
                      : makeExpression(brush, std::clamp(fitting, 6, random.integer(12, 34)), random.integer(3, 7));
    HeatmapSheet(brush, matrix, map).draw();

    PanelText text;
    const std::string rows = std::to_string(matrix.rows.size()) + " genes";
    text.topic = isCorrelation ? "heatmap of the pairwise correlations of " + rows + " in " + brush.subject.disease
                               : "heatmap of the expression of " + rows + " in " + brush.subject.tissue;
    text.details = {std::string(map.words), isCorrelation ? "Pearson's r is given by the colour scale."
                                                          : "Columns are samples (" + listed(matrix.groups)
                                                                + "); the scale is the row " + matrix.scale + "."};
    text.shown = {"heatmap", rows};
    return text;
}

} // namespace biomedica::demo
