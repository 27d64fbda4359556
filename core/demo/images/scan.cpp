#include "core/demo/images/scan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

Outline mirrored(Outline points)
{
    for (Point& point : points)
        point.x = -point.x;
    return points;
}

Scan::Scan(Random& random, int width, int height, double ground)
    : m_random(random), m_canvas(width, height, grey(ground)),
      m_unit(std::min(width, height) / 2.0), m_shift{width / 2.0, height / 2.0}
{
}

void Scan::place(double scale, double degrees, Point shift)
{
    m_shift = at(shift.x, shift.y);
    m_unit *= scale;
    m_cosine = std::cos(degrees * std::numbers::pi / 180);
    m_sine = std::sin(degrees * std::numbers::pi / 180);
}

Point Scan::at(double x, double y) const
{
    return {m_shift.x + (x * m_cosine - y * m_sine) * m_unit, m_shift.y + (x * m_sine + y * m_cosine) * m_unit};
}

std::vector<Point> Scan::at(const Outline& points) const
{
    std::vector<Point> placed;
    for (const Point& point : points)
        placed.push_back(at(point.x, point.y));
    return placed;
}

void Scan::oval(double x, double y, double radiusX, double radiusY, Color color, double degrees)
{
    const double turn = std::atan2(m_sine, m_cosine) * 180 / std::numbers::pi;
    m_canvas.polygon(ellipse(at(x, y), radiusX * m_unit, radiusY * m_unit, degrees + turn), color);
}

void Scan::body(const Outline& points, Color color)
{
    Outline shaken = points;
    for (Point& point : shaken)
        point = {point.x + m_random.normal(0, 0.008), point.y + m_random.normal(0, 0.008)};
    m_canvas.polygon(smoothed(at(shaken), true), color);
}

void Scan::bodies(const Outline& points, Color color)
{
    body(points, color);
    body(mirrored(points), color);
}

void Scan::strand(const Outline& points, Color color, double width)
{
    m_canvas.polyline(smoothed(at(points)), {color, width * m_unit});
}

SliceGrid pickGrid(Random& random, const Rect& area, double aspect, int most)
{
    constexpr double leastSide = 90;
    std::vector<SliceGrid> grids;
    std::vector<double> weights;
    for (int rows = 1; rows <= most; ++rows)
        for (int columns = 1; columns * rows <= most; ++columns) {
            const double width = area.width / columns;
            const double height = area.height / rows;
            if (columns * rows > 1 && std::min(width, height) < leastSide)
                continue;
            const double off = std::log(height / width / aspect);
            grids.push_back({columns, rows});
            weights.push_back(std::exp(-off * off / 0.08) / (columns * rows) + 1e-9);
        }
    return grids[static_cast<std::size_t>(random.weighted(weights))];
}

Rect fitted(const Rect& area, double aspect, double slack)
{
    const double width = std::min(area.width, area.height / aspect * slack);
    const double height = std::min(area.height, width * aspect * slack);
    return {area.center().x - width / 2, area.y, width, height};
}

Rect wholePixels(const Rect& area)
{
    const double left = std::ceil(area.x);
    const double top = std::ceil(area.y);
    return {left, top, std::floor(area.right()) - left, std::floor(area.bottom()) - top};
}

std::vector<Rect> placesOf(const SliceGrid& grid, const Rect& area, double gap)
{
    const double width = (area.width - gap * (grid.columns - 1)) / grid.columns;
    const double height = (area.height - gap * (grid.rows - 1)) / grid.rows;
    std::vector<Rect> places;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            places.push_back(
                wholePixels({area.x + column * (width + gap), area.y + row * (height + gap), width, height}));
    return places;
}

void drawCorners(Brush& brush, const Rect& picture, const Corners& corners, Color color)
{
    const Font font{std::clamp(picture.height * 0.032, 6.0, 15.0)};
    const double line = font.size * 1.3;
    const double margin = font.size * 0.6;
    for (std::size_t corner = 0; corner < corners.size(); ++corner) {
        const auto& lines = corners[corner];
        if (lines.empty() || brush.canvas.widest(lines, font) > picture.width * 0.45
            || line * static_cast<double>(lines.size()) > picture.height * 0.4)
            continue;
        const bool isRight = corner % 2 == 1;
        const double first =
            corner < 2 ? picture.y + margin : picture.bottom() - margin - line * static_cast<double>(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            brush.canvas.text(
                lines[i],
                {isRight ? picture.right() - margin : picture.x + margin, first + line * static_cast<double>(i)}, font,
                color, {isRight ? Horizontal::Right : Horizontal::Left, Vertical::Top});
    }
}

Corners scannerText(Random& random, const std::vector<std::string>& technique)
{
    static constexpr std::array<std::string_view, 5> hospitals = {"UNIVERSITY HOSPITAL", "Radiology Dept.",
                                                                  "CITY CLINIC", "Institute of Imaging", "MED CENTER"};
    const auto number = [&](int low, int high) { return std::to_string(random.integer(low, high)); };
    Corners corners;
    corners[0] = {"Se: " + number(1, 14), "Im: " + number(3, 96)};
    if (random.chance(0.6))
        corners[0].insert(corners[0].begin(), "ID " + number(10000, 99999));
    corners[1] = {std::string(random.pick(hospitals)), number(19, 84) + "Y " + (random.chance(0.5) ? "F" : "M")};
    if (random.chance(0.6))
        corners[1].push_back(number(2006, 2022) + "/" + number(1, 12) + "/" + number(1, 28));
    corners[2] = technique;
    corners[3] = {"W " + number(150, 1800), "L " + number(30, 700)};
    for (std::vector<std::string>& corner : corners)
        if (random.chance(0.2))
            corner.clear();
    return corners;
}

void paintHeat(image::Pixels& pixels, const Plane& heat, const HeatScale& scale)
{
    for (std::size_t i = 0; i < heat.values.size(); ++i) {
        const float over = heat.values[i] - scale.from;
        if (over <= 0)
            continue;
        const float opacity = scale.opacity * std::min(1.0F, over / std::max(scale.fade, 1e-3F));
        const float warmth = 2.4F * (scale.first + (1 - scale.first) * std::min(1.0F, over / (1 - scale.from)));
        const std::array<float, 3> color = {std::min(1.0F, warmth), std::clamp(warmth - 0.9F, 0.0F, 1.0F),
                                            std::clamp(warmth * 1.2F - 1.9F, 0.0F, 1.0F)};
        for (std::size_t c = 0; c < color.size(); ++c) {
            std::uint8_t& value = pixels.rgba[4 * i + c];
            const float shown = 255 * color[scale.isCold ? 2 - c : c];
            value = static_cast<std::uint8_t>(static_cast<float>(value) * (1 - opacity) + shown * opacity);
        }
    }
}

} // namespace biomedica::demo
