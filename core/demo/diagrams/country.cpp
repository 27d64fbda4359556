#include "core/demo/diagrams/country.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

Country::Country(Random& random, const Rect& rect, int columns, int rows)
    : m_seed(random.next()), m_columns(columns), m_rows(rows)
{
    const double width = rect.width / columns;
    const double height = rect.height / rows;
    // Corners on the rim move inwards only.
    const auto shaken = [&](int place, int last) {
        return place + random.real(place == 0 ? 0 : -0.33, place == last ? 0 : 0.33);
    };
    for (int r = 0; r <= rows; ++r)
        for (int c = 0; c <= columns; ++c)
            m_corners.push_back({rect.x + width * shaken(c, columns), rect.y + height * shaken(r, rows)});
    // Land lies within an oval with bays and capes.
    const double phase = random.real(0, 6.28);
    const double otherPhase = random.real(0, 6.28);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const double x = (c + 0.5) / columns * 2 - 1;
            const double y = (r + 0.5) / rows * 2 - 1;
            const double angle = std::atan2(y, x);
            const double rim = 0.9 + 0.14 * std::sin(2 * angle + phase) + 0.1 * std::sin(5 * angle + otherPhase);
            if (std::hypot(x, y) < rim + random.real(-0.06, 0.06))
                m_cells.push_back({c, r});
        }
}

std::vector<Point> Country::outline(std::size_t region) const
{
    const auto [c, r] = m_cells[region];
    std::vector<Point> line;
    const int corners[] = {index(c, r), index(c + 1, r), index(c + 1, r + 1), index(c, r + 1)};
    for (int i = 0; i < 4; ++i) {
        const auto border = windingBorder(corners[i], corners[(i + 1) % 4]);
        line.insert(line.end(), border.begin(), border.end() - 1);
    }
    return line;
}

Point Country::middle(std::size_t region) const
{
    const auto [c, r] = m_cells[region];
    Point sum{0, 0};
    for (const int corner : {index(c, r), index(c + 1, r), index(c + 1, r + 1), index(c, r + 1)}) {
        const Point& at = m_corners[static_cast<std::size_t>(corner)];
        sum = {sum.x + at.x / 4, sum.y + at.y / 4};
    }
    return sum;
}

/// The same line from both sides: midpoints are moved by an amount that depends on the two corners.
std::vector<Point> Country::windingBorder(int from, int to) const
{
    const bool isTurned = from > to;
    const auto low = static_cast<std::size_t>(std::min(from, to));
    const auto high = static_cast<std::size_t>(std::max(from, to));
    Random random(seedOf(m_seed, {low, high}));
    std::vector<Point> line = {m_corners[low], m_corners[high]};
    for (int round = 0; round < 4; ++round) {
        std::vector<Point> finer;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const Point& a = line[i];
            const Point& b = line[i + 1];
            const double shift = random.real(-0.19, 0.19);
            finer.push_back(a);
            finer.push_back({(a.x + b.x) / 2 - (b.y - a.y) * shift, (a.y + b.y) / 2 + (b.x - a.x) * shift});
        }
        finer.push_back(line.back());
        line = std::move(finer);
    }
    if (isTurned)
        std::reverse(line.begin(), line.end());
    return line;
}

std::vector<Point> coast(Random& random, const Rect& rect)
{
    constexpr int points = 180;
    constexpr int waves = 24;
    std::vector<std::pair<double, double>> shape; // height and phase of each wave around the island
    for (int wave = 1; wave <= waves; ++wave)
        shape.emplace_back(random.real(0.3, 1) * 0.22 / wave, random.real(0, 2 * std::numbers::pi));
    std::vector<Point> line;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        double radius = 0.72;
        for (int wave = 1; wave <= waves; ++wave) {
            const auto& [height, phase] = shape[static_cast<std::size_t>(wave - 1)];
            radius += height * std::sin(wave * angle + phase);
        }
        radius = std::clamp(radius, 0.15, 0.98);
        line.push_back({rect.center().x + rect.width / 2 * radius * std::cos(angle),
                        rect.center().y + rect.height / 2 * radius * std::sin(angle)});
    }
    return line;
}

} // namespace biomedica::demo
