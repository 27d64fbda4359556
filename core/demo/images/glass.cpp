#include "core/demo/images/glass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

image::Pixels toned(const Plane& plane, const Tone& tone)
{
    std::array<std::array<std::uint8_t, 3>, 256> colors{};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const double share = static_cast<double>(i) / 127.5;
        const Color color =
            share < 1 ? between(tone.low, tone.middle, share) : between(tone.middle, tone.high, share - 1);
        colors[i] = {static_cast<std::uint8_t>(color.red * 255), static_cast<std::uint8_t>(color.green * 255),
                     static_cast<std::uint8_t>(color.blue * 255)};
    }
    image::Pixels pixels(plane.width, plane.height);
    for (std::size_t i = 0; i < plane.values.size(); ++i) {
        const auto& color = colors[static_cast<std::size_t>(std::clamp(plane.values[i], 0.0F, 1.0F) * 255)];
        std::copy(color.begin(), color.end(), pixels.rgba.begin() + static_cast<std::ptrdiff_t>(4 * i));
        pixels.rgba[4 * i + 3] = 255;
    }
    return pixels;
}

Point turnedPoint(const Plane& piece, Point of, Point center, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double u = of.x - piece.width / 2.0;
    const double v = of.y - piece.height / 2.0;
    return {center.x + u * std::cos(angle) - v * std::sin(angle), center.y + u * std::sin(angle) + v * std::cos(angle)};
}

void layTurned(Plane& ground, const Plane& piece, Point center, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (int y = 0; y < ground.height; ++y)
        for (int x = 0; x < ground.width; ++x) {
            const double u = (x - center.x) * cosine + (y - center.y) * sine + piece.width / 2.0;
            const double v = (y - center.y) * cosine - (x - center.x) * sine + piece.height / 2.0;
            if (u < 0 || v < 0 || u >= piece.width - 1 || v >= piece.height - 1)
                continue;
            const int column = static_cast<int>(u);
            const int line = static_cast<int>(v);
            const auto right = static_cast<float>(u - column);
            const auto down = static_cast<float>(v - line);
            const float* upper = piece.row(line) + column;
            const float* lower = piece.row(line + 1) + column;
            ground.row(y)[x] = (upper[0] * (1 - right) + upper[1] * right) * (1 - down)
                               + (lower[0] * (1 - right) + lower[1] * right) * down;
        }
}

void addBlemishes(Plane& plane, Random& random, int count, double light)
{
    Canvas canvas(plane.width, plane.height, black);
    const double unit = std::max(plane.width, plane.height) / 500.0;
    for (int i = 0; i < count; ++i) {
        const Point at{random.real(0, plane.width), random.real(0, plane.height)};
        const Color color = white.withAlpha(random.real(0.1, 1));
        const double kind = random.unit();
        if (kind < 0.7) {
            canvas.disc(at, unit * std::exp(random.normal(-0.4, 0.5)), color);
        } else if (kind < 0.9) { // a fibre
            const Point end{at.x + unit * random.normal(0, 12), at.y + unit * random.normal(0, 12)};
            const Point middle{(at.x + end.x) / 2 + unit * random.normal(0, 4), (at.y + end.y) / 2};
            canvas.polyline(smoothed(std::vector<Point>{at, middle, end}), {color, std::max(0.7, unit)});
        } else { // a scratch, or the reflection of an edge
            const double length = random.real(0.1, 0.9) * plane.width;
            const double heading = random.normal(random.chance(0.5) ? 0 : 1.57, 0.2);
            canvas.line(at, {at.x + length * std::cos(heading), at.y + length * std::sin(heading)},
                        {color.withAlpha(color.alpha * 0.4), std::max(0.6, unit * 0.8)});
        }
    }
    const Plane marks = planeOf(canvas.pixels());
    for (std::size_t i = 0; i < plane.values.size(); ++i)
        plane.values[i] += static_cast<float>(light) * marks.values[i];
}

void addBloom(Plane& plane, int radius, double share)
{
    Plane spread = plane;
    spread.blur(radius);
    for (std::size_t i = 0; i < plane.values.size(); ++i)
        plane.values[i] += static_cast<float>(share) * spread.values[i];
}

} // namespace biomedica::demo
