// The frame of a plot: axes with ticks and labels, grid and legend, laid out so that nothing overlaps.
//
// Thread contract: as the brush it is drawn with.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

struct Tick {
    double value = 0;
    std::string text;
};

struct Axis {
    std::string label;
    double low = 0;
    double high = 1;
    std::vector<Tick> ticks;
    bool areTicksNames = false; ///< categories: no grid, labels may be turned
};

/// A linear axis around [low, high], its ends on ticks.
Axis linearAxis(std::string label, double low, double high, int wantedTicks = 5);
/// Linear, ends as given, ticks on the round numbers within.
Axis exactAxis(std::string label, double low, double high, int wantedTicks = 5);
/// Values are decimal logarithms; ticks on whole powers of ten.
Axis logAxis(std::string label, double low, double high);
/// Categories stand at 0, 1, …; the axis runs from −0.5.
Axis categoryAxis(std::string label, const std::vector<std::string>& names);

/// From 0 to a tick above `high`; with room above anyway, only just above it.
Axis axisFromZero(std::string label, double high, bool hasHeadroom);

enum class Marker { None, Circle, Square, Triangle, Diamond, OpenCircle };

void drawMarker(Canvas& canvas, Marker marker, Point where, double radius, Color color);

struct LegendEntry {
    std::string text;
    Color color;
    Marker marker = Marker::None;
    bool isLine = false; ///< a stroke through the marker; neither: a filled box
    std::vector<double> dashes = {};
};

struct PlotSpec {
    Axis x;
    Axis y;
    std::vector<LegendEntry> legend = {};
    double headroom = 0; ///< pixels kept free of data at the top: brackets, annotations
};

/// Whether the plot keeps room above its data.
bool hasHeadroom(const PlotSpec& spec, const Style& style);

class Plot {
public:
    /// Draws everything but the data.
    Plot(Brush& brush, PlotSpec spec);

    Point at(double x, double y) const;
    const Rect& inner() const { return m_inner; }
    /// The top of the free space: below a legend that stands inside.
    double freeTop() const { return m_freeTop; }
    double pixelsPerX() const { return m_inner.width / (m_spec.x.high - m_spec.x.low); }

private:
    struct LegendLayout;

    LegendLayout legendLayout(double width) const;
    double entryWidth(const LegendEntry& entry) const;
    void turnNamesIfTight();
    void place();
    void makeHeadroom(double pixels);
    void drawFrame();
    void drawTicks();
    void drawLabels();
    void drawLegend(Point topLeft, double width, bool isColumn);
    void drawEntry(const LegendEntry& entry, Point leftMiddle);
    double widestTick(const Axis& axis) const;

    Brush& m_brush;
    PlotSpec m_spec;
    Font m_tickFont;
    Rect m_inner;
    double m_freeTop = 0;
    double m_tickLength;
    double m_tickTextHeight = 0;
    double m_legendWidth = 0; ///< of a column at the right
    bool m_areNamesTurned = false;
    LegendPlace m_legendPlace;
};

} // namespace biomedica::demo
