// The frame of a plot: axes with ticks and labels, grid and legend, laid out so that nothing overlaps.
//
// Thread contract: as the brush it is drawn with.
#pragma once

#include "core/demo/drawing/panel.h"
#include "core/demo/plots/axis.h"
#include "core/demo/plots/legend.h"

#include <cstddef>
#include <string>
#include <vector>

namespace biomedica::demo {

struct PlotSpec {
    Axis x;
    Axis y;
    std::vector<LegendEntry> legend = {};
    double headroom = 0;      ///< pixels kept free of data at the top: brackets, annotations
    bool isFrameless = false; ///< the style's frame, grid and ticks are not drawn
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
    double pixelsPerY() const { return m_inner.height / (m_spec.y.high - m_spec.y.low); }

private:
    enum class Names { Level, Turned, Upright };

    void titleFromAxes();
    void placeLegend();
    void simplifyIfTight();
    void place();
    void arrangeNames(double left);
    void makeHeadroom();
    double legendTop() const;
    double xNamesHeight() const;
    void drawGround();
    void drawSpines();
    void drawYTicks();
    void drawXTicks();
    void drawTitle();
    void drawLabels();
    void drawLegend();
    double widestTick(const Axis& axis, const Font& font) const;
    Font fitted(const std::string& text, const Font& font, double room) const;

    Brush& m_brush;
    PlotSpec m_spec;
    Font m_font; ///< of the titles of the axes
    Font m_tickFont;
    Font m_yTickFont; ///< smaller, where long names stand at the left
    Legend m_legend;
    Rect m_inner;
    std::string m_title;
    double m_freeTop = 0;
    double m_tickLength;
    Names m_names = Names::Level;
    std::size_t m_nameStep = 1; ///< every so many of the names along x are written
    LegendPlace m_legendPlace;
};

} // namespace biomedica::demo
