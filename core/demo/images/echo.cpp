#include "core/demo/images/echo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

Beam::Beam(Probe probe, int width, int height, double opening) : m_width(width), m_origin{width / 2.0, 0}
{
    if (probe == Probe::Linear) {
        m_reach = height;
        return;
    }
    m_half = opening / 2 * std::numbers::pi / 180;
    // The sector as large as the picture allows: the first line's share of the way is the probe's own radius.
    const double share = probe == Probe::Curved ? 0.32 : 0.02;
    m_reach = std::min(width * 0.49 / std::sin(std::min(m_half, std::numbers::pi / 2)),
                       height * 0.98 / (1 - share * std::cos(m_half)));
    m_first = m_reach * share;
    m_origin.y = height * 0.01 - m_first * std::cos(m_half);
}

Point Beam::lineAndDepth(double x, double y) const
{
    if (m_half == 0)
        return {x / m_width, y / m_reach};
    const double angle = std::atan2(x - m_origin.x, y - m_origin.y);
    const double away = std::hypot(x - m_origin.x, y - m_origin.y);
    return {angle / (2 * m_half) + 0.5, (away - m_first) / (m_reach - m_first)};
}

Point Beam::pixelOf(double line, double depth) const
{
    if (m_half == 0)
        return {line * m_width, depth * m_reach};
    const double angle = (line - 0.5) * 2 * m_half;
    const double away = m_first + depth * (m_reach - m_first);
    return {m_origin.x + away * std::sin(angle), m_origin.y + away * std::cos(angle)};
}

namespace {

/// Echoes line by line: each row of the plane is a line, its columns go deeper.
Plane linesOf(const Plane& drawing, const Beam& beam, Random& random)
{
    Plane lines(560, 420);
    const Texture real(random, 1);
    const Texture imaginary(random, 1);
    const Texture lumps(random, 5);
    const double across = random.real(0.45, 0.9); // speckle is wider than deep
    const double along = random.real(0.8, 1.3);
    const auto gain = static_cast<float>(random.real(0.75, 1.15));
    const auto steady = static_cast<float>(random.real(0.3, 0.65)); // what the machine smooths away
    const auto atSides = static_cast<float>(random.real(0, 1.6));   // where the probe touches less
    const auto loss = static_cast<float>(random.real(0.0, 0.55));
    for (int line = 0; line < lines.height; ++line) {
        const float off = (static_cast<float>(line) + 0.5F) / static_cast<float>(lines.height) - 0.5F;
        const float contact = 1 - atSides * off * off * (1 + off);
        float passed = 1; // of the sound: stones and bone stop it, fluid lets more through than tissue
        for (int step = 0; step < lines.width; ++step) {
            const float depth = static_cast<float>(step) / static_cast<float>(lines.width);
            const Point at = beam.pixelOf((line + 0.5) / lines.height, depth);
            const int x = std::clamp(static_cast<int>(at.x), 0, drawing.width - 1);
            const int y = std::clamp(static_cast<int>(at.y), 0, drawing.height - 1);
            const float level = drawing.row(y)[x];
            const float a = real.at(step * along, line * across);
            const float b = imaginary.at(step * along + 17, line * across + 5);
            const float speckle = steady + (1 - steady) * 0.8F * std::sqrt(a * a + b * b);
            const float tissue = level * (1 + 0.2F * lumps.cloud(step, line, 3));
            lines.row(line)[step] = gain * contact * tissue * speckle * std::min(passed, 1.7F) * (1 - loss * depth);
            passed *= level > 0.8F ? 0.92F : level < 0.1F ? 1.005F : 1.0F;
        }
    }
    return lines;
}

} // namespace

Plane echoesOf(const Canvas& drawing, const Beam& beam, Random& random)
{
    Plane soft = planeOf(drawing.pixels());
    soft.blur(std::max(1, static_cast<int>(beam.depthInPixels() * 0.004)));
    const Plane lines = linesOf(soft, beam, random);
    Plane echoes(soft.width, soft.height);
    const double columns = lines.width - 1.001;
    const double rows = lines.height - 1.001;
    for (int y = 0; y < echoes.height; ++y)
        for (int x = 0; x < echoes.width; ++x) {
            const Point place = beam.lineAndDepth(x, y);
            if (place.x < 0 || place.x > 1 || place.y < 0 || place.y > 1)
                continue;
            const int column = static_cast<int>(place.y * columns);
            const int row = static_cast<int>(place.x * rows);
            const auto u = static_cast<float>(place.y * columns - column);
            const auto v = static_cast<float>(place.x * rows - row);
            const float* upper = lines.row(row) + column;
            const float* lower = lines.row(row + 1) + column;
            echoes.row(y)[x] =
                0.012F + (upper[0] * (1 - u) + upper[1] * u) * (1 - v) + (lower[0] * (1 - u) + lower[1] * u) * v;
        }
    return echoes;
}

} // namespace biomedica::demo
