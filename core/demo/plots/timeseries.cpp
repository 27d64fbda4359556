#include "core/demo/plots/timeseries.h"

#include "core/demo/plots/axes.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/courses.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Look {
    bool hasMarkers = false;
    bool isLined = true;
    bool hasBand = false;
    bool areSteps = false;
    bool isDashed = false;
    bool isOneColour = false;
    double width = 1; ///< times the style's
    double markerSize = 0.25;
    std::size_t firstMarker = 0;
};

struct Traces {
    std::vector<std::vector<Point>> series; ///< in the units of the axes
    double low = 0;
    double high = 1;
    bool areApart = false; ///< each above the one before
};

int pointCount(Random& random)
{
    switch (random.weighted({30, 20, 50})) {
    case 0: return random.integer(3, 8);
    case 1: return random.integer(9, 40);
    default: return random.integer(50, 400);
    }
}

Traces makeTraces(Random& random, const Recording& recording, std::size_t count)
{
    const int points = pointCount(random);
    const auto course = points < 9 ? (random.chance(0.5) ? Course::Trend : Course::Noise)
                                   : static_cast<Course>(random.integer(0, courseCount - 1));
    Traces traces;
    traces.areApart = count > 1 && points > 40 && random.chance(0.3);
    const double range = recording.high - recording.low;
    const double height = traces.areApart ? range / static_cast<double>(count) : range * random.real(0.3, 0.9);
    for (std::size_t s = 0; s < count; ++s) {
        const auto values = makeCourse(random, course, points);
        const double own = traces.areApart ? height * 0.95 : height * random.real(0.5, 1);
        const double foot =
            recording.low + (traces.areApart ? height * static_cast<double>(s) : (range - own) * random.unit());
        auto& line = traces.series.emplace_back();
        for (int i = 0; i < points; ++i)
            line.push_back({recording.from + (recording.to - recording.from) * i / (points - 1),
                            foot + own * values[static_cast<std::size_t>(i)]});
    }
    traces.low = recording.low;
    traces.high = recording.high;
    return traces;
}

Look makeLook(Random& random, const Traces& traces)
{
    const std::size_t points = traces.series[0].size();
    Look look;
    look.hasMarkers = points < 41 && random.chance(0.6);
    look.isLined = !look.hasMarkers || random.chance(0.92);
    look.hasBand = points > 12 && traces.series.size() < 5 && !traces.areApart && random.chance(0.25);
    look.areSteps = points < 120 && random.chance(0.12);
    look.isDashed = traces.series.size() > 1 && random.chance(0.25);
    look.isOneColour = traces.areApart && random.chance(0.5);
    look.width = points > 100 ? random.real(0.4, 1) : random.real(0.7, 1.5);
    look.markerSize = random.real(0.16, 0.42);
    look.firstMarker = static_cast<std::size_t>(random.integer(0, 7));
    return look;
}

class Drawer {
public:
    Drawer(Brush& brush, const Look& look) : m_brush(brush), m_look(look) {}

    LegendEntry entry(const std::string& name, std::size_t series) const
    {
        return {name, color(series), marker(series), m_look.isLined, dashes(series)};
    }

    void draw(const Plot& plot, const std::vector<Point>& points, std::size_t series, double band)
    {
        if (m_look.hasBand)
            drawBand(plot, points, series, band);
        std::vector<Point> line;
        for (const Point& point : points) {
            const Point where = plot.at(point.x, point.y);
            if (m_look.areSteps && !line.empty())
                line.push_back({where.x, line.back().y});
            line.push_back(where);
        }
        if (m_look.isLined)
            m_brush.canvas.polyline(line, {color(series), m_brush.style.lineWidth * m_look.width, dashes(series)});
        if (m_look.hasMarkers)
            for (const Point& point : points)
                drawMarker(m_brush.canvas, marker(series), plot.at(point.x, point.y),
                           m_brush.style.font.size * m_look.markerSize, color(series));
    }

private:
    Color color(std::size_t series) const { return m_brush.style.lineColor(m_look.isOneColour ? 0 : series); }

    Marker marker(std::size_t series) const
    {
        static constexpr std::array all = {Marker::Circle,     Marker::Square,     Marker::Triangle, Marker::Diamond,
                                           Marker::OpenCircle, Marker::OpenSquare, Marker::Cross,    Marker::Plus};
        return m_look.hasMarkers ? all[(m_look.firstMarker + series) % all.size()] : Marker::None;
    }

    std::vector<double> dashes(std::size_t series) const
    {
        static const std::vector<std::vector<double>> all = {{}, {6, 3}, {2, 3}, {8, 3, 2, 3}};
        return m_look.isDashed ? all[series % all.size()] : all[0];
    }

    void drawBand(const Plot& plot, const std::vector<Point>& points, std::size_t series, double half)
    {
        std::vector<Point> edge;
        for (const Point& point : points)
            edge.push_back(plot.at(point.x, point.y + half));
        for (std::size_t i = points.size(); i-- > 0;)
            edge.push_back(plot.at(points[i].x, points[i].y - half));
        m_brush.canvas.polygon(edge, color(series).withAlpha(0.2));
    }

    Brush& m_brush;
    const Look& m_look;
};

PlotSpec specOf(Brush& brush, const Recording& recording, const Traces& traces)
{
    const double pad = (recording.to - recording.from) * (traces.series[0].size() > 40 ? 0 : 0.04);
    const double margin = (traces.high - traces.low) * 0.05;
    PlotSpec spec;
    spec.x = exactAxis(withUnit(filled(recording.along, brush.subject), recording.alongUnit), recording.from - pad,
                       recording.to + pad, brush.random.integer(3, 8));
    spec.y = exactAxis(withUnit(filled(recording.measure, brush.subject), recording.unit), traces.low - margin,
                       traces.high + margin, brush.random.integer(3, 7));
    return spec;
}

} // namespace

PanelText drawTimeSeries(Brush& brush)
{
    Random& random = brush.random;
    const Recording& recording = random.pick(recordings());
    auto names = filledAll(recording.series, brush.subject);
    names.resize(static_cast<std::size_t>(random.chance(0.35) ? 1 : random.integer(1, static_cast<int>(names.size()))));
    const Traces traces = makeTraces(random, recording, names.size());
    const Look look = makeLook(random, traces);
    Drawer drawer(brush, look);
    PlotSpec spec = specOf(brush, recording, traces);
    for (std::size_t s = 0; s < names.size() && names.size() > 1; ++s)
        spec.legend.push_back(drawer.entry(names[s], s));
    const Plot plot(brush, spec);
    {
        const Canvas::Clip clip(brush.canvas, plot.inner().inset(-brush.style.font.size * 0.3));
        const double band = (traces.high - traces.low) * random.real(0.02, 0.08);
        for (std::size_t s = 0; s < names.size(); ++s)
            drawer.draw(plot, traces.series[s], s, band);
    }

    const std::string measure = filled(recording.measure, brush.subject);
    const std::string along(recording.along);
    PanelText text;
    text.topic = measure + " against " + along + " in " + filled(recording.context, brush.subject);
    text.details = {(names.size() > 1 ? "Shown are " : "Shown is ") + listed(names) + "."};
    if (look.hasBand)
        text.details.push_back("Shaded bands are 95% confidence intervals.");
    if (traces.areApart)
        text.details.push_back("Traces are drawn apart from each other.");
    text.shown = {measure, along};
    text.shown.insert(text.shown.end(), names.begin(), names.end());
    return text;
}

} // namespace biomedica::demo
