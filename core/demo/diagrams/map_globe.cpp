#include "core/demo/diagrams/country.h"
#include "core/demo/diagrams/map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr double radian = std::numbers::pi / 180;

/// The ball seen from far away (orthographic), its north pole tilted towards the eye.
class Globe {
public:
    Globe(const Rect& area, double longitude, double tilt)
        : m_center(area.center()), m_radius(std::min(area.width, area.height) / 2 - 2), m_longitude(longitude),
          m_tilt(tilt * radian)
    {
    }

    Point center() const { return m_center; }
    double radius() const { return m_radius; }

    /// False at the back.
    bool isSeen(double longitude, double latitude) const { return depth(longitude, latitude) > 0; }

    /// Points of the back come to lie on the rim.
    Point project(double longitude, double latitude) const
    {
        const double turn = (longitude - m_longitude) * radian;
        const double up = latitude * radian;
        double x = std::cos(up) * std::sin(turn);
        double y = std::cos(m_tilt) * std::sin(up) - std::sin(m_tilt) * std::cos(up) * std::cos(turn);
        if (!isSeen(longitude, latitude)) {
            const double length = std::max(1e-6, std::hypot(x, y));
            x /= length;
            y /= length;
        }
        return {m_center.x + m_radius * x, m_center.y - m_radius * y};
    }

private:
    double depth(double longitude, double latitude) const
    {
        const double turn = (longitude - m_longitude) * radian;
        const double up = latitude * radian;
        return std::sin(m_tilt) * std::sin(up) + std::cos(m_tilt) * std::cos(up) * std::cos(turn);
    }

    Point m_center;
    double m_radius;
    double m_longitude;
    double m_tilt;
};

void drawContinents(Brush& brush, const Globe& globe, Color land)
{
    for (int i = brush.random.integer(3, 6); i > 0; --i) {
        const double longitude = brush.random.real(0, 360);
        const double latitude = brush.random.real(-50, 50);
        const double width = brush.random.real(40, 90);
        const double height = brush.random.real(30, 65);
        std::vector<Point> outline;
        bool isSeen = false;
        for (const Point& point : coast(brush.random, {longitude - width / 2, latitude - height / 2, width, height})) {
            const double north = std::clamp(point.y, -85.0, 85.0);
            outline.push_back(globe.project(point.x, north));
            isSeen = isSeen || globe.isSeen(point.x, north);
        }
        if (!isSeen)
            continue;
        brush.canvas.polygon(outline, land);
        brush.canvas.outline(outline, {rgb(0x555555), 0.8});
    }
}

void drawGrid(Brush& brush, const Globe& globe, int step)
{
    const Pen pen{rgb(0x7d8c99), 0.7};
    const auto trace = [&](auto pointAt, int from, int to) {
        std::vector<Point> line;
        for (int degrees = from; degrees <= to; degrees += 3) {
            const auto [longitude, latitude] = pointAt(degrees);
            if (globe.isSeen(longitude, latitude)) {
                line.push_back(globe.project(longitude, latitude));
                continue;
            }
            if (line.size() > 1)
                brush.canvas.polyline(line, pen);
            line.clear();
        }
        if (line.size() > 1)
            brush.canvas.polyline(line, pen);
    };
    for (int longitude = 0; longitude < 360; longitude += step)
        trace([&](int degrees) { return std::pair<double, double>(longitude, degrees); }, -90, 90);
    for (int latitude = -90 + step; latitude < 90; latitude += step)
        trace([&](int degrees) { return std::pair<double, double>(degrees, latitude); }, 0, 360);
}

} // namespace

PanelText drawGlobe(Brush& brush)
{
    Random& random = brush.random;
    const Globe globe(brush.area, random.real(0, 360), random.real(-50, 60));
    const bool isColoured = random.chance(0.75);
    brush.canvas.disc(globe.center(), globe.radius(), isColoured ? rgb(0xcfe5f4) : white);
    drawContinents(brush, globe, isColoured ? brush.style.color(0).lighter(0.4) : rgb(0xcccccc));
    drawGrid(brush, globe, random.chance(0.5) ? 15 : 30);
    brush.canvas.circle(globe.center(), globe.radius(), {black, 1.2});
    int drawn = 0;
    for (int i = random.integer(6, 30); i > 0; --i) {
        const double longitude = random.real(0, 360);
        const double latitude = random.real(-60, 70);
        if (!globe.isSeen(longitude, latitude))
            continue;
        const Point at = globe.project(longitude, latitude);
        brush.canvas.disc(at, brush.style.font.size * 0.3, rgb(0xd1302a));
        ++drawn;
    }
    PanelText text;
    const std::string count = std::to_string(drawn);
    text.topic =
        "world map of reported strains of " + brush.subject.disease + " seen from one side, points in view: " + count;
    text.details = {"Lines are parallels and meridians."};
    text.shown = {"map", count};
    return text;
}

} // namespace biomedica::demo
