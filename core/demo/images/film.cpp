#include "core/demo/images/film.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

Film::Film(Random& random, int width, int height, bool isFlipped)
    : m_canvas(width, height, grey(random.real(0.01, 0.06))),
      m_zoom(random.real(0.93, 1.2)), m_shift{random.normal(0, 0.02), random.normal(0, 0.02)},
      m_bend{random.normal(0, 0.018), random.normal(0, 0.014)}, m_phase{random.real(0, 6.28), random.real(0, 6.28)},
      m_isFlipped(isFlipped)
{
}

Point Film::at(double x, double y) const
{
    // A bend that is smooth, so that what lies upon each other stays so.
    const double bentX = x + m_bend.x * std::sin(4 * y + m_phase.x);
    const double bentY = y + m_bend.y * std::sin(4 * x + m_phase.y);
    const double placedX = 0.5 + (bentX - 0.5) * m_zoom + m_shift.x;
    const double placedY = 0.5 + (bentY - 0.5) * m_zoom + m_shift.y;
    return {(m_isFlipped ? 1 - placedX : placedX) * m_canvas.width(), placedY * m_canvas.height()};
}

std::vector<Point> Film::curve(const Outline& points, bool isClosed) const
{
    std::vector<Point> placed;
    for (const Point& point : points)
        placed.push_back(at(point.x, point.y));
    return smoothed(placed, isClosed);
}

void Film::oval(double x, double y, double radiusX, double radiusY, Color color, double degrees)
{
    m_canvas.polygon(ellipse(at(x, y), radiusX * m_canvas.width() * m_zoom, radiusY * m_canvas.height() * m_zoom,
                             m_isFlipped ? -degrees : degrees),
                     color);
}

void Film::strand(const Outline& points, Color color, double width)
{
    m_canvas.polyline(curve(points, false), {color, width * side()});
}

void Film::bone(const Outline& points, double density)
{
    const auto outline = curve(points, true);
    m_canvas.polygon(outline, ray(density));
    m_canvas.outline(outline, {ray(density * 0.9), side() * 0.022});
    m_canvas.outline(outline, {ray(density * 0.8), side() * 0.009});
}

void Film::longBone(Point from, Point to, double width, double density)
{
    const Point start = at(from.x, from.y);
    const Point end = at(to.x, to.y);
    const double length = std::hypot(end.x - start.x, end.y - start.y);
    const Point along{(end.x - start.x) / length, (end.y - start.y) / length};
    const double half = width * side() / 2;
    std::vector<Point> points;
    const auto add = [&](double share, double thickness) {
        points.push_back({start.x + along.x * share * length - along.y * thickness * half,
                          start.y + along.y * share * length + along.x * thickness * half});
    };
    for (const auto& [share, thickness] : {std::pair{0.0, 1.0},
                                           {0.06, 1.5},
                                           {0.28, 1.0},
                                           {0.7, 0.95},
                                           {0.94, 1.35},
                                           {1.0, 0.8},
                                           {1.0, -0.8},
                                           {0.94, -1.35},
                                           {0.7, -0.95},
                                           {0.28, -1.0},
                                           {0.06, -1.5},
                                           {0.0, -1.0}})
        add(share, thickness);
    const auto outline = smoothed(points, true);
    m_canvas.polygon(outline, ray(density));
    m_canvas.outline(outline, {ray(density * 0.9), half * 0.45});
}

Outline otherSide(Outline points)
{
    for (Point& point : points)
        point.x = 1 - point.x;
    return points;
}

} // namespace biomedica::demo
