// A film that rays have passed a body to: what is denser is brighter.
//
// Thread contract: as the scan.
#pragma once

#include "core/demo/images/scan.h"

#include <algorithm>

namespace biomedica::demo {

/// What a body adds to the light behind it.
constexpr Color ray(double alpha)
{
    return white.withAlpha(alpha);
}

/// A film whose coordinates run from 0 to 1 across both sides of the picture.
class Film {
public:
    /// No two bodies are built and laid the same; `isFlipped`: left and right change places.
    Film(Random& random, int width, int height, bool isFlipped);

    Point at(double x, double y) const;
    /// In pixels, what widths are shares of.
    double side() const { return std::min(m_canvas.width(), m_canvas.height()) * m_zoom; }
    Canvas& canvas() { return m_canvas; }

    std::vector<Point> curve(const Outline& points, bool isClosed) const;
    void body(const Outline& points, Color color) { m_canvas.polygon(curve(points, true), color); }
    void oval(double x, double y, double radiusX, double radiusY, Color color, double degrees = 0);
    void strand(const Outline& points, Color color, double width);
    /// Dense at the rim, as the cortex of bone is.
    void bone(const Outline& points, double density);
    /// A shaft with thicker ends; `width` is that of its middle.
    void longBone(Point from, Point to, double width, double density);
    /// Screws and stems of metal.
    void metal(const Outline& points) { body(points, grey(0.97)); }

private:
    Canvas m_canvas;
    double m_zoom;
    Point m_shift;
    Point m_bend;  ///< how far bodies are out of shape
    Point m_phase; ///< and where
    bool m_isFlipped;
};

/// The other side of the body: across the middle of the film.
Outline otherSide(Outline points);

/// Draws a part of the body and returns where the finding is.
using FilmScene = Point (*)(Film& film, Random& random, bool hasFinding);

Point drawChestFilm(Film& film, Random& random, bool hasFinding);
Point drawPelvisFilm(Film& film, Random& random, bool hasFinding);
Point drawSpineFilm(Film& film, Random& random, bool hasFinding);
Point drawShoulderFilm(Film& film, Random& random, bool hasFinding);
Point drawKneeFilm(Film& film, Random& random, bool hasFinding);
Point drawHandFilm(Film& film, Random& random, bool hasFinding);
Point drawFootFilm(Film& film, Random& random, bool hasFinding);
Point drawSkullFilm(Film& film, Random& random, bool hasFinding);
Point drawPanoramicFilm(Film& film, Random& random, bool hasFinding);
Point drawPeriapicalFilm(Film& film, Random& random, bool hasFinding);
Point drawMammogram(Film& film, Random& random, bool hasFinding);

} // namespace biomedica::demo
