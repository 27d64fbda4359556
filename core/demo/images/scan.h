// Slices through a body in coordinates of the body, and what scanners write around them.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"
#include "core/demo/drawing/plane.h"

#include <array>
#include <string>
#include <vector>

namespace biomedica::demo {

constexpr Color grey(double level, double alpha = 1)
{
    return {level, level, level, alpha};
}

using Outline = std::vector<Point>;

Outline mirrored(Outline points);

/// A picture whose coordinates run from −1 to 1 around its middle along the shorter side, y downwards.
class Scan {
public:
    Scan(Random& random, int width, int height, double ground);

    Random& random() { return m_random; }
    Canvas& canvas() { return m_canvas; }
    /// Pixels of one unit.
    double unit() const { return m_unit; }
    /// From now on everything is this much larger, turned by some degrees and moved.
    void place(double scale, double degrees, Point shift);
    Point at(double x, double y) const;
    std::vector<Point> at(const Outline& points) const;

    void oval(double x, double y, double radiusX, double radiusY, Color color, double degrees = 0);
    /// A smooth outline, never twice the same.
    void body(const Outline& points, Color color);
    /// On both sides of the middle.
    void bodies(const Outline& points, Color color);
    void strand(const Outline& points, Color color, double width);

private:
    Random& m_random;
    Canvas m_canvas;
    double m_unit;
    double m_cosine = 1;
    double m_sine = 0;
    Point m_shift;
};

/// Rows and columns of slices that have about this height over width, one at most `most`.
struct SliceGrid {
    int columns = 1;
    int rows = 1;

    int count() const { return columns * rows; }
};
SliceGrid pickGrid(Random& random, const Rect& area, double aspect, int most);
/// Whole pixels, row by row.
std::vector<Rect> placesOf(const SliceGrid& grid, const Rect& area, double gap);
/// As much of the area as suits a picture of this height over width, give or take `slack`: the middle, at the top.
Rect fitted(const Rect& area, double aspect, double slack);
/// The area in whole pixels.
Rect wholePixels(const Rect& area);

/// Lines of text in the corners: upper left, upper right, lower left, lower right.
using Corners = std::array<std::vector<std::string>, 4>;
/// In a size that suits the picture, nothing where there is no room for it.
void drawCorners(Brush& brush, const Rect& picture, const Corners& corners, Color color);
/// Hospital, patient, date, series, as far as a scanner was told to show them; `technique` at the lower left.
Corners scannerText(Random& random, const std::vector<std::string>& technique);

/// Colours of hot metal: black, red, yellow, white.
struct HeatScale {
    float from = 0;      ///< what is less is not painted
    float first = 0;     ///< where in the scale the colours begin: 0 black, 0.25 dark red
    float opacity = 1;   ///< where it is hot
    float fade = 0;      ///< above `from`: painted more and more
    bool isCold = false; ///< blue in place of red
};
void paintHeat(image::Pixels& pixels, const Plane& heat, const HeatScale& scale);

} // namespace biomedica::demo
