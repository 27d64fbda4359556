// The key of a plot: a symbol and a name for each series, in rows or in a column.
//
// Thread contract: as the brush it is drawn with.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

enum class Marker { None, Circle, Square, Triangle, Diamond, OpenCircle, OpenSquare, Cross, Plus };

void drawMarker(Canvas& canvas, Marker marker, Point where, double radius, Color color);

struct LegendEntry {
    std::string text;
    Color color;
    Marker marker = Marker::None;
    bool isLine = false; ///< a stroke through the marker; neither: a filled box
    std::vector<double> dashes = {};
};

class Legend {
public:
    Legend(Brush& brush, std::vector<LegendEntry> entries, const Font& font);

    bool isEmpty() const { return m_entries.empty(); }
    void clear() { m_entries.clear(); }
    double columnWidth() const;
    double columnHeight() const;
    /// Of as many rows as entries need at this width.
    double rowsHeight(double width) const;

    void drawColumn(Point topLeft) const;
    /// Rows of entries, each in the middle of the width.
    void drawRows(Point topLeft, double width) const;

private:
    using Row = std::vector<const LegendEntry*>;

    std::vector<Row> rowsWithin(double width) const;
    double entryWidth(const LegendEntry& entry) const;
    void drawEntry(const LegendEntry& entry, Point leftMiddle) const;

    Brush& m_brush;
    std::vector<LegendEntry> m_entries;
    Font m_font;
};

} // namespace biomedica::demo
