#include "core/demo/plots/axes.h"
#include "core/demo/plots/bins.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/facets.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

enum class Together { Overlaid, Stacked, SideBySide, Mirrored, Facets };
enum class Height { Count, Share, Density, LogCount, Cumulative };
enum class Body { Filled, Pale, Stepped };
enum class Edge { None, Black, White, Dark };
enum class Curve { None, Smoothed, Normal };

struct Look {
    Together together = Together::Overlaid;
    Height height = Height::Count;
    Body body = Body::Filled;
    Edge edge = Edge::None;
    Curve curve = Curve::None;
    bool isLying = false;
    bool hasMean = false;
    bool hasRug = false;
    bool isCountedAlongside = false; ///< the label says what is counted
    double gap = 0;                  ///< share of a bin
    double alpha = 1;
    std::size_t color = 0; ///< of the only group
};

Look makeLook(Random& random, const Distribution& data, bool isRoomForPanels)
{
    Look look;
    const bool isAlone = data.groups.size() == 1;
    look.together = isAlone ? Together::Overlaid : static_cast<Together>(random.weighted({50, 15, 12, 10, 20}));
    if (look.together == Together::Mirrored && data.groups.size() != 2)
        look.together = Together::Stacked;
    if (look.together == Together::Facets && !isRoomForPanels)
        look.together = Together::Overlaid;
    const bool isPlain = look.together == Together::Overlaid || look.together == Together::Facets;
    look.height = static_cast<Height>(isPlain ? random.weighted({68, 10, 12, 6, 4}) : 0);
    look.body = static_cast<Body>(isPlain ? random.weighted({82, 12, 6}) : 0);
    look.edge = static_cast<Edge>(random.weighted({35, 35, 22, 8}));
    look.isLying = look.together != Together::Facets && random.chance(0.08);
    look.gap = random.chance(0.2) ? random.real(0.03, 0.35) : 0;
    look.isCountedAlongside = random.chance(0.55);
    look.color = static_cast<std::size_t>(random.integer(0, 3));
    if (!isAlone && look.together == Together::Overlaid)
        look.alpha = random.real(0.4, 0.75);
    const bool canHaveCurve = data.groups[0].heights.size() > 8
                              && (look.height == Height::Count || look.height == Height::Density) && isPlain;
    if (canHaveCurve)
        look.curve = static_cast<Curve>(random.weighted({60, 22, 18}));
    look.hasMean = isPlain && random.chance(0.22);
    look.hasRug = isPlain && !look.isLying && look.height != Height::LogCount && random.chance(0.08);
    return look;
}

/// What the counts become, in every group.
void scaleTo(Height height, Distribution& data)
{
    for (Bins& bins : data.groups) {
        const auto n = static_cast<double>(bins.values.size());
        double sum = 0;
        for (double& each : bins.heights) {
            sum += each;
            switch (height) {
            case Height::Count: break;
            case Height::Share: each *= 100 / n; break;
            case Height::Density: each /= n * (data.high - data.low) / static_cast<double>(bins.heights.size()); break;
            // A single one stands a little above the axis, which begins below 1.
            case Height::LogCount: each = each > 0 ? std::log10(each) : -0.3; break;
            case Height::Cumulative: each = sum / n * 100; break;
            }
        }
    }
}

class HistogramSheet {
public:
    HistogramSheet(Brush& brush, const Distribution& data, const Look& look)
        : m_brush(brush), m_data(data), m_look(look)
    {
        for (const Bins& bins : data.groups)
            m_highest = std::max(m_highest, bins.highest());
        if (look.together == Together::Stacked)
            for (std::size_t i = 0; i < data.groups[0].heights.size(); ++i)
                m_highest = std::max(m_highest, below(data.groups.size(), i));
    }

    void draw()
    {
        if (m_look.together == Together::Facets) {
            drawFacets(
                m_brush, m_data.names, [this](std::size_t) { return spec(); },
                [this](Brush& part, const Plot& plot, std::size_t group) { drawGroup(part, plot, group); });
            return;
        }
        const Plot plot(m_brush, spec());
        for (std::size_t g = 0; g < m_data.groups.size(); ++g)
            drawGroup(m_brush, plot, g);
        if (m_look.together == Together::Mirrored)
            m_brush.canvas.line(at(plot, m_data.low, 0), at(plot, m_data.high, 0), {m_brush.style.ink, 1});
    }

private:
    double base() const { return m_look.height == Height::LogCount ? -0.3 : 0; }

    std::string heightLabel() const
    {
        switch (m_look.height) {
        case Height::Share: return "Percentage of " + m_data.counted;
        case Height::Density: return "Density";
        case Height::Cumulative: return "Cumulative percentage";
        default: return m_look.isCountedAlongside ? "Number of " + m_data.counted : "Frequency";
        }
    }

    Axis valueAxis() const
    {
        static constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        Axis axis = exactAxis(withUnit(m_data.variable, m_data.unit), m_data.low, m_data.high, 6);
        if (m_data.isMonths) {
            axis.ticks.clear();
            for (std::size_t month = 0; month < 18; month += 3)
                axis.ticks.push_back({static_cast<double>(month), std::string(months[month % 12])});
        }
        return axis;
    }

    Axis heightAxis(bool hasHeadroom) const
    {
        if (m_look.height == Height::LogCount)
            return logAxis(heightLabel(), base(), std::max(1.0, m_highest * 1.06));
        if (m_look.together != Together::Mirrored)
            return axisFromZero(heightLabel(), m_highest, hasHeadroom);
        Axis axis = linearAxis(heightLabel(), -m_highest * 1.02, m_highest * 1.02);
        for (Tick& tick : axis.ticks)
            tick.text = fixed(std::abs(tick.value), 0); // counts, to either side
        return axis;
    }

    PlotSpec spec() const
    {
        PlotSpec spec;
        for (std::size_t g = 0; g < m_data.names.size(); ++g)
            spec.legend.push_back({m_data.names[g], fillOf(m_brush, g)});
        Axis values = valueAxis();
        Axis heights = heightAxis(!m_look.isLying && hasHeadroom(spec, m_brush.style));
        spec.x = m_look.isLying ? heights : values;
        spec.y = m_look.isLying ? values : heights;
        return spec;
    }

    Point at(const Plot& plot, double value, double height) const
    {
        return m_look.isLying ? plot.at(height, value) : plot.at(value, height);
    }

    Color lineOf(const Brush& brush, std::size_t group) const
    {
        return brush.style.lineColor(m_data.groups.size() > 1 ? group : m_look.color);
    }

    Color fillOf(const Brush& brush, std::size_t group) const
    {
        const bool isAlone = m_data.groups.size() == 1;
        const Color color = isAlone ? brush.style.color(m_look.color) : lineOf(brush, group);
        return (m_look.body == Body::Pale ? color.lighter(0.65) : color).withAlpha(m_look.alpha);
    }

    /// What the groups before this one have in a bin.
    double below(std::size_t group, std::size_t bin) const
    {
        double sum = 0;
        for (std::size_t g = 0; g < group; ++g)
            sum += m_data.groups[g].heights[bin];
        return sum;
    }

    void drawGroup(Brush& brush, const Plot& plot, std::size_t group)
    {
        const Bins& bins = m_data.groups[group];
        if (m_look.body == Body::Stepped)
            drawSteps(brush, plot, bins, lineOf(brush, group));
        else
            for (std::size_t i = 0; i < bins.heights.size(); ++i)
                drawBar(brush, plot, group, i);
        const Color line = m_data.groups.size() > 1 ? lineOf(brush, group) : rgb(0xc1121f);
        if (m_look.curve != Curve::None)
            drawCurve(brush, plot, bins, line);
        if (m_look.hasMean)
            drawMean(brush, plot, bins, line);
        for (std::size_t i = 0; i < bins.values.size() && i < 90 && m_look.hasRug; ++i) {
            const Point foot = plot.at(bins.values[i], base());
            brush.canvas.line(foot, {foot.x, foot.y - brush.style.font.size * 0.5}, {line, 0.8});
        }
    }

    void drawBar(Brush& brush, const Plot& plot, std::size_t group, std::size_t bin)
    {
        const double value = m_data.groups[group].heights[bin];
        if (value <= base())
            return;
        double from = m_look.gap / 2;
        double to = 1 - m_look.gap / 2;
        double low = base();
        double high = value;
        if (m_look.together == Together::Stacked) {
            low = below(group, bin);
            high = low + value;
        } else if (m_look.together == Together::Mirrored && group == 1) {
            high = -value;
        } else if (m_look.together == Together::SideBySide) {
            const double part = (to - from) / static_cast<double>(m_data.groups.size());
            from += part * static_cast<double>(group);
            to = from + part;
        }
        const double left = m_data.low + m_data.binWidth() * (static_cast<double>(bin) + from);
        const Point a = at(plot, left, high);
        const Point b = at(plot, left + m_data.binWidth() * (to - from), low);
        const Rect bar{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
        const Color fill = fillOf(brush, group);
        brush.canvas.fill(bar, fill);
        drawEdge(brush, bar, fill, lineOf(brush, group));
    }

    void drawEdge(Brush& brush, const Rect& bar, Color fill, Color line)
    {
        // Many bins are narrow: a line of full width would fill them.
        const double width = m_data.groups[0].heights.size() > 40 ? 0.5 : 0.9;
        if (m_look.body == Body::Pale || m_look.edge == Edge::Dark)
            brush.canvas.outline(bar, {line, width});
        else if (m_look.edge == Edge::Black || fill.luminance() > 0.9)
            brush.canvas.outline(bar, {fill.luminance() < 0.3 ? white : black, width});
        else if (m_look.edge == Edge::White)
            brush.canvas.outline(bar, {white, width});
    }

    void drawSteps(Brush& brush, const Plot& plot, const Bins& bins, Color color)
    {
        std::vector<Point> line = {at(plot, m_data.low, base())};
        for (std::size_t i = 0; i < bins.heights.size(); ++i)
            for (const double edge : {0.0, 1.0})
                line.push_back(
                    at(plot, m_data.low + m_data.binWidth() * (static_cast<double>(i) + edge), bins.heights[i]));
        line.push_back(at(plot, m_data.high, base()));
        brush.canvas.polyline(line, {color, std::max(1.0, brush.style.lineWidth)});
    }

    /// Kernel estimates and fitted normal densities, as they are drawn over histograms.
    void drawCurve(Brush& brush, const Plot& plot, const Bins& bins, Color color)
    {
        const auto count = static_cast<int>(bins.heights.size());
        const auto of = [&](int i) { return i < 0 || i >= count ? 0 : bins.heights[static_cast<std::size_t>(i)]; };
        double area = 0;
        for (const double height : bins.heights)
            area += height * m_data.binWidth();
        std::vector<Point> points;
        for (int i = 0; i < count; ++i) {
            const double value = m_data.low + m_data.binWidth() * (i + 0.5);
            const double z = (value - bins.mean) / bins.sd;
            const double smooth = 0.3 * of(i) + 0.22 * (of(i - 1) + of(i + 1)) + 0.13 * (of(i - 2) + of(i + 2));
            const double normal = area * std::exp(-z * z / 2) / bins.sd / std::sqrt(2 * std::numbers::pi);
            points.push_back(at(plot, value, m_look.curve == Curve::Normal ? std::min(normal, m_highest) : smooth));
        }
        brush.canvas.polyline(smoothed(points), {color, brush.style.lineWidth * 1.2});
    }

    void drawMean(Brush& brush, const Plot& plot, const Bins& bins, Color color)
    {
        const Point foot = at(plot, bins.mean, base());
        const Point end = m_look.isLying ? Point{plot.inner().right(), foot.y} : Point{foot.x, plot.freeTop()};
        brush.canvas.line(foot, end, {color, brush.style.lineWidth, {5, 3}});
    }

    Brush& m_brush;
    const Distribution& m_data;
    const Look& m_look;
    double m_highest = 0;
};

std::string readingOf(const Look& look, const Distribution& data)
{
    static constexpr std::array<std::string_view, 5> verbs = {
        "Bars count ", "Bars give the percentage of ", "Bars give the density of ", "Bars count on a logarithmic axis ",
        "Bars give the cumulative percentage of "};
    static constexpr std::array<std::string_view, 5> manners = {"laid over each other", "stacked", "side by side",
                                                                "upwards and downwards", "in a panel each"};
    std::string text = std::string(verbs[static_cast<std::size_t>(look.height)]) + data.counted
                       + " (n = " + std::to_string(data.groups[0].values.size()) + ")";
    if (!data.names.empty())
        text +=
            ", shown for " + listed(data.names) + " " + std::string(manners[static_cast<std::size_t>(look.together)]);
    return text + ".";
}

} // namespace

PanelText drawHistogram(Brush& brush)
{
    Distribution data = makeDistribution(brush);
    const Look look = makeLook(brush.random, data, isRoomForFacets(brush, data.groups.size()));
    scaleTo(look.height, data);
    HistogramSheet(brush, data, look).draw();

    PanelText text;
    text.topic = "histogram of " + data.variable + " in " + data.context;
    text.details = {readingOf(look, data)};
    if (look.hasMean)
        text.details.push_back("Dashed lines mark the mean.");
    if (look.curve != Curve::None)
        text.details.push_back(look.curve == Curve::Normal ? "Curves are fitted normal distributions."
                                                           : "Curves are kernel density estimates.");
    text.shown = {"histogram", data.variable};
    text.shown.insert(text.shown.end(), data.names.begin(), data.names.end());
    return text;
}

} // namespace biomedica::demo
