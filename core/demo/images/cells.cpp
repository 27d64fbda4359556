#include "core/demo/images/cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr double turn = 2 * std::numbers::pi;
constexpr double bodyScale = 2.3; // of the cell to its nucleus

/// Calls visit(x, y, d²) for the pixels of a wobbly ellipse of this size; d² is 0 in the middle and
/// 1 at the edge. The wobble shifts rows and columns by a sine, which needs no angle per pixel.
template <typename Visit>
void visitBlob(const Plane& plane, const Cell& cell, double scale, double wobble, Visit visit)
{
    const double across = cell.radius * scale;
    const double along = across * cell.elongation;
    const int reach = static_cast<int>(along * (1 + wobble)) + 1;
    const double cosine = std::cos(cell.angle);
    const double sine = std::sin(cell.angle);
    const double frequency = 4.5 / along;
    std::vector<double> shifts;
    for (int i = -reach; i <= reach; ++i)
        shifts.push_back(wobble * across * std::sin(i * frequency + cell.angle * 7 + cell.x));
    const int centreX = static_cast<int>(cell.x);
    const int centreY = static_cast<int>(cell.y);
    const int left = std::max(-reach, -centreX);
    const int right = std::min(reach, plane.width - 1 - centreX);
    for (int dy = std::max(-reach, -centreY); dy <= std::min(reach, plane.height - 1 - centreY); ++dy) {
        const double shiftX = shifts[static_cast<std::size_t>(dy + reach)];
        for (int dx = left; dx <= right; ++dx) {
            const double x = dx + shiftX;
            const double y = dy + shifts[static_cast<std::size_t>(dx + reach)];
            const double u = (x * cosine + y * sine) / along;
            const double v = (y * cosine - x * sine) / across;
            const double square = u * u + v * v;
            if (square < 1)
                visit(centreX + dx, centreY + dy, square);
        }
    }
}

/// A random point of the cell, `low` to `high` of the way from its middle to its edge.
std::pair<double, double> pointIn(const Cell& cell, Random& random, double low, double high)
{
    const double angle = random.real(0, turn);
    const double away = std::sqrt(random.real(low * low, high * high)) * cell.radius * bodyScale;
    const double u = away * cell.elongation * std::cos(angle);
    const double v = away * std::sin(angle);
    return {cell.x + u * std::cos(cell.angle) - v * std::sin(cell.angle),
            cell.y + u * std::sin(cell.angle) + v * std::cos(cell.angle)};
}

/// Within the body, its wobble apart.
bool isIn(const Cell& cell, double x, double y)
{
    const double u = (x - cell.x) * std::cos(cell.angle) + (y - cell.y) * std::sin(cell.angle);
    const double v = (y - cell.y) * std::cos(cell.angle) - (x - cell.x) * std::sin(cell.angle);
    return std::hypot(u / cell.elongation, v) < 0.97 * cell.radius * bodyScale;
}

void addFilaments(Plane& plane, const Cell& cell, Random& random, double strength)
{
    const int count = random.integer(26, 40);
    for (int i = 0; i < count; ++i) {
        auto [x, y] = pointIn(cell, random, 0.1, 0.85);
        double heading = cell.angle + random.normal(0, 0.3) + (random.chance(0.5) ? 0 : std::numbers::pi);
        const double bend = random.normal(0, 0.012);
        const double light = strength * cell.brightness * random.real(0.25, 0.8);
        const int steps = static_cast<int>(cell.radius * cell.elongation * random.real(1.4, 2.8));
        for (int step = 0; step < steps && isIn(cell, x, y); ++step) {
            // Fades at both ends.
            const double t = static_cast<double>(step) / steps;
            plane.addPoint(x, y, light * std::min(1.0, 6 * t * (1 - t)));
            x += std::cos(heading);
            y += std::sin(heading);
            heading += bend;
        }
    }
}

void addSpots(Plane& plane, const Cell& cell, Random& random, double strength, bool areInNucleus)
{
    const int count = areInNucleus ? random.integer(3, 14) : random.integer(35, 80);
    for (int i = 0; i < count; ++i) {
        const auto [x, y] =
            areInNucleus ? pointIn(cell, random, 0, 0.8 / bodyScale) : pointIn(cell, random, 0.42, 0.85);
        plane.addSpot(x, y, cell.radius * random.real(0.05, 0.11) + 0.6,
                      strength * cell.brightness * random.real(0.4, 1.2));
    }
}

} // namespace

std::vector<Cell> scatterCells(Random& random, int width, int height, double nucleusRadius, double density)
{
    const double cellArea = std::numbers::pi * std::pow(nucleusRadius * bodyScale, 2);
    const int wanted = std::clamp(static_cast<int>(density * width * height / cellArea), 3, 130);
    const double distance = nucleusRadius * 2.3;
    std::vector<Cell> cells;
    for (int attempt = 0; attempt < wanted * 8 && static_cast<int>(cells.size()) < wanted; ++attempt) {
        Cell cell;
        cell.x = random.real(-nucleusRadius, width + nucleusRadius);
        cell.y = random.real(-nucleusRadius, height + nucleusRadius);
        cell.radius = nucleusRadius * random.real(0.82, 1.15);
        cell.elongation = random.real(1.05, 1.5);
        cell.angle = random.real(0, turn);
        cell.brightness = random.real(0.6, 1.1);
        const bool isFree = std::none_of(cells.begin(), cells.end(), [&](const Cell& other) {
            return std::hypot(cell.x - other.x, cell.y - other.y) < distance;
        });
        if (isFree)
            cells.push_back(cell);
    }
    return cells;
}

void addNuclei(Plane& plane, const std::vector<Cell>& cells, const Texture& texture)
{
    for (const Cell& cell : cells)
        visitBlob(plane, cell, 1, 0.05, [&](int x, int y, double square) {
            const double edge = std::min(1.0, (1 - square) * 3.2);
            const double grain = 0.72 + 0.13 * texture.at(x, y);
            plane.row(y)[x] += static_cast<float>(cell.brightness * edge * std::max(0.1, grain));
        });
}

void addStain(Plane& plane, Pattern pattern, const std::vector<Cell>& cells, const Texture& texture, Random& random,
              double strength)
{
    for (const Cell& cell : cells) {
        // Every stain leaves a little in the whole cell; for two patterns this is all there is.
        const double haze = pattern == Pattern::Cytoplasm     ? 0.62
                            : pattern == Pattern::NuclearFoci ? 0.05
                            : pattern == Pattern::Filaments   ? 0.26
                                                              : 0.14;
        const bool isMembrane = pattern == Pattern::Membrane;
        visitBlob(plane, cell, bodyScale, 0.16, [&](int x, int y, double square) {
            const double inNucleus = square < 0.12 ? 0.45 : 1;
            double light = haze * (1 - square) * inNucleus * (1 + 0.25 * texture.at(x, y));
            if (isMembrane && square > 0.66)
                light += 0.75 * (1 - std::abs(square - 0.85) / 0.19) * (0.85 + 0.2 * texture.at(x + 31, y));
            plane.row(y)[x] += static_cast<float>(strength * cell.brightness * std::max(0.0, light));
        });
        if (pattern == Pattern::Filaments)
            addFilaments(plane, cell, random, strength);
        if (pattern == Pattern::Puncta || pattern == Pattern::NuclearFoci)
            addSpots(plane, cell, random, strength, pattern == Pattern::NuclearFoci);
    }
}

} // namespace biomedica::demo
