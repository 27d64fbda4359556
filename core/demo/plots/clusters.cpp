#include "core/demo/plots/axes.h"
#include "core/demo/plots/pointclouds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Embedding {
    std::string_view x;
    std::string_view y;
    std::string_view name;
    std::string_view item;
};

// clang-format off
constexpr std::array<Embedding, 6> embeddings = {{
    {"UMAP 1", "UMAP 2", "UMAP", "cell"},
    {"t-SNE 1", "t-SNE 2", "t-SNE", "cell"},
    {"PC1 (38.4%)", "PC2 (17.9%)", "principal component analysis", "sample"},
    {"PCo1 (21.6%)", "PCo2 (12.3%)", "principal coordinate analysis", "faecal sample"},
    {"NMDS1", "NMDS2", "non-metric scaling", "community"},
    {"t[1]", "to[1]", "OPLS-DA", "serum sample"},
}};
// clang-format on

constexpr std::array<std::string_view, 14> cellTypes = {
    "T cells",    "B cells",   "NK cells", "Monocytes", "Fibroblasts", "Epithelial", "Endothelial",
    "Mast cells", "Dendritic", "Plasma",   "Pericytes", "Neutrophils", "Platelets",  "Glia"};
constexpr std::array<std::string_view, 5> cohorts = {"Control", "Mild", "Severe", "Treated", "Recovered"};
constexpr std::array<std::string_view, 8> loadings = {"pH",      "Salinity", "Nitrate", "Age",
                                                      "Glucose", "BMI",      "Lactate", "Depth"};

struct Group {
    std::string name;
    std::vector<Point> points;
    Point middle;
    double tilt = 0; ///< radians
    double longer = 1;
    double shorter = 1;
};

enum class Enclosure { None, Ellipse, FilledEllipse, Spider };

struct Look {
    PointLook points;
    Enclosure enclosure = Enclosure::None;
    bool hasNames = false; ///< in the middle of each group, instead of a legend
    bool isFrameless = false;
    bool hasCross = false; ///< lines through zero
    bool hasArrows = false;
    bool areMarkersMixed = false;
};

std::vector<Group> makeGroups(Random& random, bool isCells)
{
    const auto names =
        isCells ? random.sample(cellTypes, random.integer(3, 14)) : random.sample(cohorts, random.integer(2, 5));
    const double apart = isCells ? 1 : random.real(0.25, 1);
    std::vector<Group> groups;
    for (std::size_t g = 0; g < names.size(); ++g) {
        const double angle =
            6.2832 * (static_cast<double>(g) + random.real(-0.2, 0.2)) / static_cast<double>(names.size());
        Group group;
        group.name = names[g];
        const double far = (names.size() > 8 && g % 3 == 0 ? random.real(0, 4) : random.real(4, 9)) * apart;
        group.middle = {std::cos(angle) * far, std::sin(angle) * far};
        group.tilt = random.real(0, 3.14);
        group.longer = random.real(0.8, 2.2);
        group.shorter = random.real(0.4, 1);
        const int count = isCells ? random.integer(20, 300) : random.integer(4, 24);
        const double bend = isCells ? random.real(-0.35, 0.35) : 0;
        for (int i = 0; i < count; ++i) {
            const double u = random.normal(0, group.longer);
            const double v = random.normal(0, group.shorter) + bend * (u * u - 1);
            group.points.push_back({group.middle.x + u * std::cos(group.tilt) - v * std::sin(group.tilt),
                                    group.middle.y + u * std::sin(group.tilt) + v * std::cos(group.tilt)});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

Look makeLook(Brush& brush, bool isCells, std::size_t points)
{
    Random& random = brush.random;
    Look look;
    look.points = makePointLook(brush, points);
    if (isCells)
        look.points.marker = Marker::Circle;
    look.enclosure = isCells ? Enclosure::None : static_cast<Enclosure>(random.weighted({40, 24, 24, 12}));
    look.hasNames = random.chance(isCells ? 0.4 : 0.15);
    look.isFrameless = isCells && random.chance(0.3);
    look.hasCross = !isCells && random.chance(0.4);
    look.hasArrows = !isCells && random.chance(0.2);
    look.areMarkersMixed = !isCells && random.chance(0.35);
    return look;
}

class ClusterSheet {
public:
    ClusterSheet(Brush& brush, const Embedding& embedding, const std::vector<Group>& groups, const Look& look)
        : m_brush(brush), m_groups(groups), m_look(look), m_plot(brush, makeSpec(embedding))
    {
    }

    void draw()
    {
        const Canvas::Clip clip(m_brush.canvas, m_plot.inner());
        if (m_look.hasCross)
            drawCross();
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            drawEnclosure(g);
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            for (const Point& point : m_groups[g].points)
                drawMarker(m_brush.canvas, markerOf(g), m_plot.at(point.x, point.y), m_look.points.radius,
                           colorOf(g).withAlpha(m_look.points.alpha));
        if (m_look.hasArrows)
            drawArrows();
        for (const Group& group : m_groups)
            if (m_look.hasNames)
                m_brush.canvas.text(group.name, m_plot.at(group.middle.x, group.middle.y),
                                    m_brush.style.font.bold().scaled(0.9), black,
                                    {Horizontal::Center, Vertical::Middle});
    }

private:
    Marker markerOf(std::size_t group) const
    {
        static constexpr std::array markers = {Marker::Circle, Marker::Triangle, Marker::Square, Marker::Diamond,
                                               Marker::OpenCircle};
        return m_look.areMarkersMixed ? markers[group % markers.size()] : m_look.points.marker;
    }

    /// More than a palette has: those beyond it are darker.
    Color colorOf(std::size_t group) const
    {
        const Color color = m_brush.style.lineColor(group);
        return group < m_brush.style.palette.size() ? color : between(color, black, 0.4);
    }

    PlotSpec makeSpec(const Embedding& embedding) const
    {
        std::vector<Point> all;
        for (const Group& group : m_groups)
            all.insert(all.end(), group.points.begin(), group.points.end());
        const Extent x = extentOfX(all);
        const Extent y = extentOfY(all);
        PlotSpec spec{exactAxis(std::string(embedding.x), x.low, x.high),
                      exactAxis(std::string(embedding.y), y.low, y.high)};
        spec.isFrameless = m_look.isFrameless;
        if (m_look.isFrameless)
            spec.x.ticks = spec.y.ticks = {};
        for (std::size_t g = 0; g < m_groups.size() && !m_look.hasNames; ++g)
            spec.legend.push_back({m_groups[g].name, colorOf(g), markerOf(g)});
        return spec;
    }

    void drawCross()
    {
        const Rect& inner = m_plot.inner();
        const Point zero = m_plot.at(0, 0);
        const Pen pen{rgb(0x777777), 0.9, {4, 3}};
        m_brush.canvas.line({inner.x, zero.y}, {inner.right(), zero.y}, pen);
        m_brush.canvas.line({zero.x, inner.y}, {zero.x, inner.bottom()}, pen);
    }

    /// The ellipse that holds nineteen of twenty, or lines from the middle to each.
    void drawEnclosure(std::size_t index)
    {
        const Group& group = m_groups[index];
        const Pen pen{colorOf(index), std::max(1.0, m_brush.style.lineWidth * 0.8)};
        if (m_look.enclosure == Enclosure::Spider)
            for (const Point& point : group.points)
                m_brush.canvas.line(m_plot.at(group.middle.x, group.middle.y), m_plot.at(point.x, point.y),
                                    {pen.color, 0.8});
        if (m_look.enclosure != Enclosure::Ellipse && m_look.enclosure != Enclosure::FilledEllipse)
            return;
        std::vector<Point> outline;
        for (const Point& point : ellipse({0, 0}, 2.45 * group.longer, 2.45 * group.shorter, group.tilt * 57.29578))
            outline.push_back(m_plot.at(group.middle.x + point.x, group.middle.y + point.y));
        if (m_look.enclosure == Enclosure::FilledEllipse)
            m_brush.canvas.polygon(outline, pen.color.withAlpha(0.18));
        m_brush.canvas.outline(outline, pen);
    }

    /// Of a biplot.
    void drawArrows()
    {
        const Rect& inner = m_plot.inner();
        const Font font = m_brush.style.font.scaled(0.85);
        for (const std::string_view name : m_brush.random.sample(loadings, m_brush.random.integer(3, 7))) {
            const double angle = m_brush.random.real(0, 6.28);
            const double length = std::min(inner.width, inner.height) * m_brush.random.real(0.15, 0.4);
            const Point zero = m_plot.at(0, 0);
            const Point tip{zero.x + std::cos(angle) * length, zero.y + std::sin(angle) * length};
            m_brush.canvas.arrow(zero, tip, {rgb(0xb01515), 1.2}, font.size * 0.5);
            m_brush.canvas.text(name, {tip.x + std::cos(angle) * font.size, tip.y + std::sin(angle) * font.size}, font,
                                rgb(0xb01515), {Horizontal::Center, Vertical::Middle});
        }
    }

    Brush& m_brush;
    const std::vector<Group>& m_groups;
    const Look& m_look;
    Plot m_plot;
};

} // namespace

PanelText drawClusters(Brush& brush)
{
    Random& random = brush.random;
    const Embedding& embedding = random.pick(embeddings);
    const bool isCells = embedding.item == "cell";
    const auto groups = makeGroups(random, isCells);
    std::size_t points = 0;
    std::vector<std::string> names;
    for (const Group& group : groups) {
        points += group.points.size();
        names.push_back(group.name);
    }
    const Look look = makeLook(brush, isCells, points);
    ClusterSheet(brush, embedding, groups, look).draw();

    PanelText text;
    text.topic = std::string(embedding.name) + " of "
                 + (isCells ? "single cells from " + brush.subject.tissue
                            : "the " + std::string(embedding.item) + " data in " + brush.subject.disease);
    text.details = {"Colours indicate " + listed(names) + ".",
                    "Each dot is one " + std::string(embedding.item) + " (n = " + std::to_string(points) + ")."};
    if (look.enclosure == Enclosure::Ellipse || look.enclosure == Enclosure::FilledEllipse)
        text.details.push_back("Ellipses are 95% confidence regions.");
    text.shown = names;
    return text;
}

} // namespace biomedica::demo
