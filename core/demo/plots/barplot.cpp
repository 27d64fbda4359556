#include "core/demo/plots/axes.h"
#include "core/demo/plots/barshape.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/experiment.h"
#include "core/demo/plots/facets.h"
#include "core/demo/plots/plainbars.h"
#include "core/demo/plots/plots.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Look {
    BarLook bar;
    double slot = 1; ///< share of the group's width for each bar
    double gap = 0;
    bool areGroupsColoured = false;
    bool hasPoints = false;
    double capShare = 0; ///< of a bar, to either side; 0: errors end without
};

Look makeLook(Brush& brush, std::size_t series, bool canLie)
{
    Random& random = brush.random;
    Look look;
    look.bar = makeBarLook(brush, false);
    look.bar.isLying = canLie && random.chance(0.12);
    look.slot = (random.chance(0.3) ? random.real(0.3, 0.6) : random.real(0.65, 0.92)) / static_cast<double>(series);
    look.gap = series > 1 ? random.real(0, 0.08) : 0;
    look.areGroupsColoured = series == 1 && random.chance(0.5);
    look.hasPoints = random.chance(0.35);
    look.capShare = random.chance(0.12) ? 0 : random.real(0.1, 0.28);
    return look;
}

/// The bars of one panel.
class Bars {
public:
    Bars(Brush& brush, const Plot& plot, const Experiment& experiment, const BarGroups& groups, const Look& look)
        : m_brush(brush), m_plot(plot), m_experiment(experiment), m_groups(groups), m_look(look)
    {
    }

    Point top(std::size_t group, std::size_t series) const
    {
        const Bar& bar = m_groups[group][series];
        return at(centre(group, series), bar.value + bar.error);
    }

    void draw()
    {
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            for (std::size_t s = 0; s < m_groups[g].size(); ++s)
                drawBar(g, s);
    }

private:
    Point at(double along, double value) const
    {
        return m_look.bar.isLying ? m_plot.at(value, along) : m_plot.at(along, value);
    }

    double centre(std::size_t group, std::size_t series) const
    {
        const double middle = static_cast<double>(m_groups[group].size() - 1) / 2;
        return static_cast<double>(group) + (static_cast<double>(series) - middle) * m_look.slot;
    }

    void drawBar(std::size_t group, std::size_t series)
    {
        const Bar& bar = m_groups[group][series];
        const double x = centre(group, series);
        const double half = m_look.slot * (1 - m_look.gap) / 2;
        const Point a = at(x - half, bar.value);
        const Point b = at(x + half, 0);
        const Rect rect{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
        drawBarBody(m_brush, rect, m_look.bar, m_look.areGroupsColoured ? group : series);
        drawError(x, bar);
        if (m_look.hasPoints)
            drawPoints(x, half, bar);
    }

    /// Upwards alone, unless points are drawn as well.
    void drawError(double along, const Bar& bar)
    {
        const Pen pen{black, std::max(1.0, m_brush.style.lineWidth * 0.7)};
        const double low = bar.value - (m_look.hasPoints ? bar.error : 0);
        const double high = bar.value + bar.error;
        m_brush.canvas.line(at(along, low), at(along, high), pen);
        const double slot = m_look.bar.isLying ? m_plot.pixelsPerY() : m_plot.pixelsPerX();
        const double cap = std::min(12.0 / slot, m_look.slot * m_look.capShare);
        for (const double end : {low, high})
            if (cap > 0 && end != bar.value)
                m_brush.canvas.line(at(along - cap, end), at(along + cap, end), pen);
    }

    void drawPoints(double along, double half, const Bar& bar)
    {
        const double slot = m_look.bar.isLying ? m_plot.pixelsPerY() : m_plot.pixelsPerX();
        const double radius = std::clamp(slot * half * 0.22, 1.5, 3.2);
        for (int i = 0; i < m_experiment.n; ++i) {
            const double offset = std::clamp(m_brush.random.normal(), -1.3, 1.3) * bar.error * 0.75;
            const Point where = at(along + m_brush.random.real(-0.6, 0.6) * half, std::max(0.0, bar.value + offset));
            drawMarker(m_brush.canvas, Marker::OpenCircle, where, radius, rgb(0x303030));
        }
    }

    Brush& m_brush;
    const Plot& m_plot;
    const Experiment& m_experiment;
    const BarGroups& m_groups;
    const Look& m_look;
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

std::vector<std::string> drawComparisons(Brush& brush, const Bars& bars, const BarGroups& groups,
                                         const std::vector<Comparison>& comparisons, double highestY)
{
    std::vector<std::string> drawn;
    for (const Comparison& each : comparisons) {
        const Bar& from = groups[each.fromGroup][each.fromSeries];
        const Bar& to = groups[each.toGroup][each.toSeries];
        double y = highestY;
        if (each.fromGroup == each.toGroup)
            for (std::size_t s = 0; s < groups[each.fromGroup].size(); ++s)
                y = s == 0 ? bars.top(each.fromGroup, s).y : std::min(y, bars.top(each.fromGroup, s).y);
        y -= brush.style.font.size * 0.6 + each.level * bracketHeight(brush.style);
        drawn.push_back(starsFor(from.value - to.value, from.sem, to.sem));
        drawBracket(brush, bars.top(each.fromGroup, each.fromSeries).x, bars.top(each.toGroup, each.toSeries).x, y,
                    drawn.back());
    }
    return drawn;
}

PlotSpec specOf(const Brush& brush, const Experiment& experiment, const Look& look,
                const std::vector<Comparison>& comparisons)
{
    PlotSpec spec;
    for (std::size_t s = 0; s < experiment.series.size(); ++s)
        spec.legend.push_back({experiment.series[s], brush.style.color(s)});
    if (!comparisons.empty())
        spec.headroom = bracketHeight(brush.style) * (comparisons.back().level + 1.4);
    const std::string label = withUnit(experiment.measure, experiment.unit);
    const bool hasRoom = !look.bar.isLying && experiment.panels.empty() && hasHeadroom(spec, brush.style);
    Axis values = axisFromZero(label, experiment.highest(), hasRoom);
    Axis names = categoryAxis(experiment.axis, experiment.groups);
    spec.x = look.bar.isLying ? values : names;
    spec.y = look.bar.isLying ? names : values;
    return spec;
}

std::vector<std::string> drawExperiment(Brush& brush, const Experiment& experiment)
{
    const std::size_t series = std::max<std::size_t>(1, experiment.series.size());
    const auto comparisons = chooseComparisons(brush.random, experiment.groups.size(), series);
    const Look look = makeLook(brush, series, comparisons.empty());
    const PlotSpec spec = specOf(brush, experiment, look, comparisons);
    std::vector<std::string> stars;
    const auto drawPanel = [&](Brush& part, const Plot& plot, std::size_t panel) {
        Bars bars(part, plot, experiment, experiment.bars[panel], look);
        bars.draw();
        const double highest = plot.at(0, experiment.highest()).y;
        const auto drawn = drawComparisons(part, bars, experiment.bars[panel], comparisons, highest);
        stars.insert(stars.end(), drawn.begin(), drawn.end());
    };
    if (experiment.panels.empty())
        drawPanel(brush, Plot(brush, spec), 0);
    else
        drawFacets(
            brush, experiment.panels, [&](std::size_t) { return spec; }, drawPanel);
    return stars;
}

PanelText drawBarsWithErrors(Brush& brush)
{
    const Experiment experiment = makeExperiment(brush);
    const auto stars = drawExperiment(brush, experiment);
    PanelText text;
    text.topic = experiment.measure + " in " + experiment.context;
    text.details.push_back(spreadSentence(brush.random, "error bars", experiment.isSem, experiment.n));
    if (!experiment.panels.empty())
        text.details[0] = "Panels are " + listed(experiment.panels) + ". " + text.details[0];
    if (!stars.empty())
        text.details.push_back(starsSentence(brush.random, stars, experiment.reference));
    const std::string& unit = experiment.unit;
    if (!unit.empty())
        text.details.push_back(capitalised(experiment.measure) + " is given in " + unit
                               + (unit.ends_with('.') ? "" : "."));
    text.shown = experiment.panels;
    text.shown.push_back(experiment.measure);
    return text;
}

} // namespace

PanelText drawBarPlot(Brush& brush)
{
    return brush.random.chance(0.55) ? drawPlainBars(brush) : drawBarsWithErrors(brush);
}

} // namespace biomedica::demo
