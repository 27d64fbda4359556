#include "core/demo/plots/axes.h"
#include "core/demo/plots/barshape.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/plainbars.h"
#include "core/demo/plots/plots.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct SeriesSet {
    std::string_view context; ///< how the caption tells the series apart
    std::vector<std::string_view> names;
};

const std::vector<SeriesSet>& seriesSets()
{
    // clang-format off
    static const std::vector<SeriesSet> all = {
        {"with or without {inhibitor}", {"Vehicle", "{inhibitor}"}},
        {"for wild-type (WT) and {other} knockout (KO)", {"WT", "{other} KO"}},
        {"for day 1, day 3 and day 7", {"Day 1", "Day 3", "Day 7"}},
        {"for parental and resistant lines", {"Parental", "Resistant"}},
        {"for shNC, sh{other}#1 and sh{other}#2", {"shNC", "sh{other}#1", "sh{other}#2"}},
    };
    // clang-format on
    return all;
}

struct Bar {
    double value = 0;
    double error = 0; ///< as drawn
    double sem = 0;
};

struct BarData {
    std::vector<std::vector<Bar>> groups; ///< groups × series
    int n = 3;
    bool isSem = false;

    double highest() const
    {
        double high = 0;
        for (const auto& group : groups)
            for (const Bar& bar : group)
                high = std::max(high, bar.value + bar.error);
        return high;
    }
};

BarData makeBars(Random& random, const Measure& measure, std::size_t groups, std::size_t series, bool isOrdered)
{
    BarData data;
    data.n = random.integer(3, 8);
    data.isSem = random.chance(0.5);
    const double base = random.real(measure.low, measure.high);
    const bool isFraction = measure.unit.starts_with('%');
    const double effect = isFraction && base > 50 ? random.real(0.2, 0.7)
                          : random.chance(0.5)    ? random.real(0.2, 0.6)
                                                  : random.real(1.6, 4);
    for (std::size_t g = 0; g < groups; ++g) {
        const double along = isOrdered ? static_cast<double>(g) / static_cast<double>(groups - 1)
                             : g == 0  ? 0
                                       : random.real(0.2, 1);
        std::vector<Bar> bars;
        for (std::size_t s = 0; s < series; ++s) {
            const double strength =
                along * (s == 0 ? 1 : random.real(-0.2, 0.75)) + (s == 0 ? 0 : random.real(-0.03, 0.06));
            Bar bar;
            bar.value = base * std::max(0.08, 1 + (effect - 1) * strength + random.normal(0, 0.03));
            const double sd = bar.value * random.real(0.06, 0.2);
            bar.sem = sd / std::sqrt(data.n);
            bar.error = data.isSem ? bar.sem : sd;
            bars.push_back(bar);
        }
        data.groups.push_back(std::move(bars));
    }
    return data;
}

/// Where bars stand and how they look.
class Bars {
public:
    Bars(Brush& brush, Plot& plot, const BarData& data)
        : m_brush(brush), m_plot(plot), m_data(data),
          m_slot((brush.random.chance(0.3) ? brush.random.real(0.3, 0.6) : brush.random.real(0.65, 0.92))
                 / static_cast<double>(data.groups[0].size())),
          m_gap(data.groups[0].size() > 1 ? brush.random.real(0, 0.08) : 0),
          m_areGroupsColoured(data.groups[0].size() == 1 && brush.random.chance(0.5)),
          m_hasPoints(brush.random.chance(0.35)), m_look(makeBarLook(brush, false)),
          m_capWidth(brush.random.chance(0.12) ? 0 : plot.pixelsPerX() * m_slot * brush.random.real(0.1, 0.28))
    {
        m_capWidth = std::min(12.0, m_capWidth);
    }

    Point top(std::size_t group, std::size_t series) const
    {
        const Bar& bar = m_data.groups[group][series];
        return m_plot.at(centre(group, series), bar.value + bar.error);
    }

    void draw()
    {
        for (std::size_t g = 0; g < m_data.groups.size(); ++g)
            for (std::size_t s = 0; s < m_data.groups[g].size(); ++s)
                drawBar(g, s);
    }

private:
    double centre(std::size_t group, std::size_t series) const
    {
        const double middle = static_cast<double>(m_data.groups[group].size() - 1) / 2;
        return static_cast<double>(group) + (static_cast<double>(series) - middle) * m_slot;
    }

    void drawBar(std::size_t group, std::size_t series)
    {
        const Bar& bar = m_data.groups[group][series];
        const double x = centre(group, series);
        const double half = m_slot * (1 - m_gap) / 2;
        const Point corner = m_plot.at(x - half, bar.value);
        const Point foot = m_plot.at(x + half, 0);
        const Rect rect{corner.x, corner.y, foot.x - corner.x, foot.y - corner.y};
        drawBarBody(m_brush, rect, m_look, m_areGroupsColoured ? group : series);
        drawError(m_plot.at(x, bar.value - (m_hasPoints ? bar.error : 0)), m_plot.at(x, bar.value + bar.error));
        if (m_hasPoints)
            drawPoints(x, half, bar);
    }

    void drawError(Point low, Point high)
    {
        const Pen pen{black, std::max(1.0, m_brush.style.lineWidth * 0.7)};
        m_brush.canvas.line(low, high, pen);
        m_brush.canvas.line({high.x - m_capWidth, high.y}, {high.x + m_capWidth, high.y}, pen);
        if (m_hasPoints)
            m_brush.canvas.line({low.x - m_capWidth, low.y}, {low.x + m_capWidth, low.y}, pen);
    }

    void drawPoints(double x, double half, const Bar& bar)
    {
        const double radius = std::clamp(m_plot.pixelsPerX() * half * 0.22, 1.5, 3.2);
        for (int i = 0; i < m_data.n; ++i) {
            const double offset = std::clamp(m_brush.random.normal(), -1.3, 1.3) * bar.error * 0.75;
            const Point where = m_plot.at(x + m_brush.random.real(-0.6, 0.6) * half, std::max(0.0, bar.value + offset));
            drawMarker(m_brush.canvas, Marker::OpenCircle, where, radius, rgb(0x303030));
        }
    }

    Brush& m_brush;
    Plot& m_plot;
    const BarData& m_data;
    double m_slot; ///< share of the group's width for each bar
    double m_gap;
    bool m_areGroupsColoured;
    bool m_hasPoints;
    BarLook m_look;
    double m_capWidth; ///< pixels to either side
};

struct Comparison {
    std::size_t fromGroup, fromSeries, toGroup, toSeries;
    int level; ///< brackets that overlap are stacked
};

std::vector<Comparison> chooseComparisons(Random& random, std::size_t groups, std::size_t series)
{
    std::vector<Comparison> chosen;
    if (random.chance(0.55))
        return chosen;
    if (series > 1) {
        for (std::size_t g = 1; g < groups; ++g)
            if (random.chance(0.75))
                chosen.push_back({g, 0, g, series - 1, 0});
        return chosen;
    }
    int level = 0;
    for (std::size_t g = 1; g < groups && level < 3; ++g)
        if (random.chance(0.7))
            chosen.push_back({0, 0, g, 0, level++});
    return chosen;
}

std::vector<std::string> drawComparisons(Brush& brush, const Bars& bars, const BarData& data,
                                         const std::vector<Comparison>& comparisons, double highestY)
{
    std::vector<std::string> drawn;
    for (const Comparison& each : comparisons) {
        const Bar& from = data.groups[each.fromGroup][each.fromSeries];
        const Bar& to = data.groups[each.toGroup][each.toSeries];
        double y = highestY;
        if (each.fromGroup == each.toGroup)
            for (std::size_t s = 0; s < data.groups[each.fromGroup].size(); ++s)
                y = s == 0 ? bars.top(each.fromGroup, s).y : std::min(y, bars.top(each.fromGroup, s).y);
        y -= brush.style.font.size * 0.6 + each.level * bracketHeight(brush.style);
        drawn.push_back(starsFor(from.value - to.value, from.sem, to.sem));
        drawBracket(brush, bars.top(each.fromGroup, each.fromSeries).x, bars.top(each.toGroup, each.toSeries).x, y,
                    drawn.back());
    }
    return drawn;
}

PanelText drawBarsWithErrors(Brush& brush)
{
    Random& random = brush.random;
    const Measure& measure = random.pick(measures());
    const Grouping& grouping = random.pick(groupings());
    const SeriesSet* series = grouping.isOrdered && random.chance(0.65) ? &random.pick(seriesSets()) : nullptr;
    auto groupNames = filledAll(grouping.names, brush.subject);
    if (random.chance(0.3))
        groupNames.resize(static_cast<std::size_t>(random.integer(2, static_cast<int>(groupNames.size()))));
    const auto seriesNames = series ? filledAll(series->names, brush.subject) : std::vector<std::string>{""};
    const BarData data = makeBars(random, measure, groupNames.size(), seriesNames.size(), grouping.isOrdered);
    const auto comparisons = chooseComparisons(random, groupNames.size(), seriesNames.size());

    const std::string name = filled(measure.name, brush.subject);
    const std::string unit(measure.unit);
    PlotSpec spec;
    spec.x = categoryAxis(capitalised(filled(grouping.axis, brush.subject)), groupNames);
    if (series)
        for (std::size_t s = 0; s < seriesNames.size(); ++s)
            spec.legend.push_back({seriesNames[s], brush.style.color(s)});
    if (!comparisons.empty())
        spec.headroom = bracketHeight(brush.style) * (comparisons.back().level + 1.4);
    spec.y = axisFromZero(withUnit(name, unit), data.highest(), hasHeadroom(spec, brush.style));
    Plot plot(brush, spec);
    Bars bars(brush, plot, data);
    bars.draw();
    const auto stars = drawComparisons(brush, bars, data, comparisons, plot.at(0, data.highest()).y);

    PanelText text;
    text.topic = name + " in " + filled(grouping.context, brush.subject);
    if (series)
        text.topic += ", " + filled(series->context, brush.subject);
    text.details.push_back(spreadSentence(random, "error bars", data.isSem, data.n));
    if (!stars.empty())
        text.details.push_back(starsSentence(random, stars, series ? seriesNames[0] : std::string(grouping.reference)));
    if (!unit.empty())
        text.details.push_back(capitalised(name) + " is given in " + unit + (unit.ends_with('.') ? "" : "."));
    text.shown = {name};
    return text;
}

} // namespace

PanelText drawBarPlot(Brush& brush)
{
    return brush.random.chance(0.55) ? drawPlainBars(brush) : drawBarsWithErrors(brush);
}

} // namespace biomedica::demo
