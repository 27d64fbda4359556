#include "core/demo/images/culture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// Calls visit(x, y, u, v) for the pixels of a turned box; u and v run from −1 to 1 along its half axes.
template <typename Visit>
void visitBox(const Plane& plane, double x, double y, double along, double across, double angle, Visit visit)
{
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double reachX = std::abs(along * cosine) + std::abs(across * sine);
    const double reachY = std::abs(along * sine) + std::abs(across * cosine);
    for (int py = std::max(0, static_cast<int>(y - reachY)); py <= std::min<double>(plane.height - 1, y + reachY); ++py)
        for (int px = std::max(0, static_cast<int>(x - reachX)); px <= std::min<double>(plane.width - 1, x + reachX);
             ++px) {
            const double u = ((px - x) * cosine + (py - y) * sine) / along;
            const double v = ((py - y) * cosine - (px - x) * sine) / across;
            if (std::abs(u) < 1 && std::abs(v) < 1)
                visit(px, py, u, v);
        }
}

class Flask {
public:
    Flask(Random& random, int width, int height, const Culture& culture)
        : m_random(random), m_culture(culture), m_plane(width, height), m_coarse(random, 5), m_fine(random, 1),
          m_woundCentre(random.real(0.4, 0.6)), m_heading(random.real(0, std::numbers::pi))
    {
        // The normal deviate below which the cloud covers this share of the ground, near enough.
        m_limit = 2.2 * (culture.confluence - 0.5);
        m_patchiness = culture.shape == CellShape::Cobblestone ? 0.97 : random.real(0.2, 1);
    }

    Plane grow()
    {
        switch (m_culture.shape) {
        case CellShape::Spindle: addSpindles(); break;
        case CellShape::Cobblestone: addCobblestones(); break;
        case CellShape::Round: addRounds(); break;
        case CellShape::Neurite: addNeurons(); break;
        }
        addRoundedUp();
        for (int y = 0; y < m_plane.height; ++y)
            for (int x = 0; x < m_plane.width; ++x) {
                float& value = m_plane.row(y)[x];
                value = std::max(0.0F, value * (1 + 0.1F * m_fine.at(x, y)) + 0.012F * m_fine.at(x / 2 + 40, y / 2));
            }
        m_plane.blur(1);
        return std::move(m_plane);
    }

private:
    double anyX() { return m_random.real(-m_culture.size, m_plane.width + m_culture.size); }
    double anyY() { return m_random.real(-m_culture.size, m_plane.height + m_culture.size); }

    bool isInWound(double x, double y) const
    {
        const double ragged = 0.9 * m_culture.size * static_cast<double>(m_coarse.at(y * 4 / m_culture.size, 3.0));
        return std::abs(x + ragged - m_woundCentre * m_plane.width) < m_culture.wound * m_plane.width / 2;
    }

    /// Cells grow in patches or everywhere.
    bool isCovered(double x, double y)
    {
        const double scale = 3 / m_culture.size;
        const double patch = static_cast<double>(m_coarse.cloud(x * scale, y * scale, 2));
        const double chance = m_random.normal();
        return !isInWound(x, y) && m_patchiness * patch + std::sqrt(1 - m_patchiness * m_patchiness) * chance < m_limit;
    }

    int wanted(double cellArea) const
    {
        return std::clamp(static_cast<int>(m_plane.width * m_plane.height / cellArea), 6, 2500);
    }

    void raise(int x, int y, double thickness)
    {
        float& value = m_plane.row(y)[x];
        value = std::max(value, static_cast<float>(thickness));
    }

    void addNucleus(double x, double y, double radius, double elongation, double angle)
    {
        visitBox(m_plane, x, y, radius * elongation, radius, angle, [&](int px, int py, double u, double v) {
            const double square = u * u + v * v;
            if (square < 1)
                m_plane.row(py)[px] += static_cast<float>(square > 0.72 ? 0.18 : 0.04);
        });
        for (int i = m_random.integer(1, 3); i > 0; --i)
            m_plane.addSpot(x + m_random.normal(0, radius * 0.3), y + m_random.normal(0, radius * 0.3),
                            std::max(0.7, radius * 0.16), 0.4);
    }

    void addGranules(double x, double y, double reach, int count)
    {
        for (int i = 0; i < count; ++i)
            m_plane.addSpot(x + m_random.normal(0, reach), y + m_random.normal(0, reach), m_random.real(0.6, 1.1),
                            m_random.real(-0.25, 0.4));
    }

    /// Long and thin, with a bulge where the nucleus is; neighbours lie in the same direction.
    void addSpindles()
    {
        const double size = m_culture.size;
        const double slender = m_random.real(1.8, 4.5);
        const int count = wanted(size * size * slender * (m_culture.confluence > 0.8 ? 0.45 : 1));
        const double disorder = m_random.real(0.15, 0.6);
        for (int i = 0; i < count; ++i) {
            const double x = anyX();
            const double y = anyY();
            if (!isCovered(x, y))
                continue;
            const double scale = 1.2 / size;
            const double angle =
                m_heading + 1.4 * static_cast<double>(m_coarse.at(x * scale, y * scale)) + m_random.normal(0, disorder);
            addSpindle(x, y, size * slender * m_random.real(0.55, 1.15), size * m_random.real(0.26, 0.5), angle);
        }
    }

    void addSpindle(double x, double y, double half, double width, double angle)
    {
        const double bend = m_random.normal(0, 0.5);
        const double nucleus = m_random.real(-0.2, 0.2);
        const double peak = m_random.real(0.25, 0.85);
        const double ripple = m_random.real(3, 9);
        visitBox(m_plane, x, y, half, width * 1.9, angle, [&](int px, int py, double u, double v) {
            const double place = v * 1.9 - bend * (u * u - 0.2) - 0.25 * std::sin(u * 3 + ripple);
            const double open = 0.8 * std::exp(-(u - nucleus) * (u - nucleus) * 6) + 0.26 * std::sqrt(1 - std::abs(u));
            const double off = place / (open * (1 + 0.22 * std::sin(u * ripple + peak * 20)));
            if (std::abs(off) >= 1)
                return;
            const double bulge = std::exp(-(u - nucleus) * (u - nucleus) * 9);
            raise(px, py, peak * std::sqrt(1 - off * off) * (0.35 + 0.65 * bulge));
        });
        const double along = nucleus * half;
        const double aside = (bend * (nucleus * nucleus - 0.2) + 0.25 * std::sin(nucleus * 3 + ripple)) * width;
        const double centreX = x + along * std::cos(angle) - aside * std::sin(angle);
        const double centreY = y + along * std::sin(angle) + aside * std::cos(angle);
        if (width < 5)
            return;
        addNucleus(centreX, centreY, width * 0.5, 1.5, angle);
        addGranules(centreX, centreY, width * 0.8, static_cast<int>(width));
    }

    struct Site {
        double x = 0;
        double y = 0;
        double peak = 0;
        bool isThere = false;
    };

    /// One cell somewhere in each field of a grid, from one field before the picture on.
    struct Tiling {
        double spacing = 0;
        int columns = 0;
        int lines = 0;
        std::vector<Site> sites;
    };

    Tiling makeTiling(double spacing)
    {
        Tiling tiling{
            spacing, static_cast<int>(m_plane.width / spacing) + 4, static_cast<int>(m_plane.height / spacing) + 4, {}};
        for (int line = 0; line < tiling.lines; ++line)
            for (int column = 0; column < tiling.columns; ++column) {
                const double x = (column - 1.5 + m_random.real(0.05, 0.95)) * spacing;
                const double y = (line - 1.5 + m_random.real(0.05, 0.95)) * spacing;
                tiling.sites.push_back({x, y, m_random.real(0.35, 0.8), isCovered(x, y)});
            }
        return tiling;
    }

    /// How thick the cell at this place is: a plateau that falls off towards the next cell.
    static double thicknessAt(const Tiling& tiling, double x, double y)
    {
        const int column = static_cast<int>(x / tiling.spacing + 1.5);
        const int line = static_cast<int>(y / tiling.spacing + 1.5);
        double nearest = 1e18;
        double second = 1e18;
        const Site* own = nullptr;
        for (int l = std::max(0, line - 1); l <= std::min(tiling.lines - 1, line + 1); ++l)
            for (int c = std::max(0, column - 1); c <= std::min(tiling.columns - 1, column + 1); ++c) {
                const Site& site = tiling.sites[static_cast<std::size_t>(l * tiling.columns + c)];
                const double away = (x - site.x) * (x - site.x) + (y - site.y) * (y - site.y);
                second = std::min(second, std::max(nearest, away));
                if (away < nearest) {
                    nearest = away;
                    own = &site;
                }
            }
        if (own == nullptr || !own->isThere)
            return 0;
        const double edge = std::min(1.0, (std::sqrt(second) - std::sqrt(nearest)) / (0.4 * tiling.spacing));
        return own->peak * (0.25 + 0.6 * edge * (2 - edge));
    }

    /// Flat cells side by side, thin where they meet.
    void addCobblestones()
    {
        const Tiling tiling = makeTiling(m_culture.size * 1.7);
        const double spacing = tiling.spacing;
        const double warp = 0.09 * spacing;
        for (int y = 0; y < m_plane.height; ++y)
            for (int x = 0; x < m_plane.width; ++x) {
                const double shiftX = warp * static_cast<double>(m_coarse.at(x * 6 / spacing, y * 6 / spacing));
                const double shiftY = warp * static_cast<double>(m_coarse.at(x * 6 / spacing + 50, y * 6 / spacing));
                m_plane.row(y)[x] = static_cast<float>(thicknessAt(tiling, x + shiftX, y + shiftY));
            }
        for (const Site& site : tiling.sites)
            if (site.isThere) {
                addNucleus(site.x, site.y, spacing * m_random.real(0.17, 0.24), m_random.real(1, 1.4),
                           m_random.real(0, 3));
                addGranules(site.x, site.y, spacing * 0.25, static_cast<int>(spacing * 0.5));
            }
    }

    /// In suspension: single, in pairs and in clumps.
    void addRounds()
    {
        const double radius = m_culture.size * 0.5;
        for (int i = wanted(radius * radius * 14); i > 0; --i) {
            const double x = anyX();
            const double y = anyY();
            if (!isCovered(x, y))
                continue;
            const int members = m_random.chance(0.25) ? m_random.integer(2, 7) : 1;
            for (int member = 0; member < members; ++member)
                addBall(x + (members > 1 ? m_random.normal(0, radius * 1.3) : 0),
                        y + (members > 1 ? m_random.normal(0, radius * 1.3) : 0), radius * m_random.real(0.75, 1.2),
                        m_random.real(1.7, 2.5));
        }
    }

    void addBall(double x, double y, double radius, double peak)
    {
        const double angle = m_random.real(0, 3);
        visitBox(m_plane, x, y, radius * m_random.real(1, 1.15), radius, angle,
                 [&](int px, int py, double u, double v) {
                     const double square = u * u + v * v;
                     if (square < 1)
                         raise(px, py, peak * std::sqrt(1 - square));
                 });
        addGranules(x, y, radius * 0.4, static_cast<int>(radius * 0.6));
    }

    /// A body with two to five thin processes that wander off and may branch.
    void addNeurons()
    {
        const double size = m_culture.size;
        for (int i = wanted(size * size * 14); i > 0; --i) {
            const double x = anyX();
            const double y = anyY();
            if (!isCovered(x, y))
                continue;
            for (int process = m_random.integer(2, 5); process > 0; --process)
                addProcess(x, y, m_random.real(0, 2 * std::numbers::pi), size * m_random.real(2, 7), size * 0.09, 2);
            addSpindle(x, y, size * m_random.real(0.6, 1.2), size * 0.5, m_random.real(0, 3));
            if (m_random.chance(0.4))
                addBall(x, y, size * 0.4, m_random.real(1.4, 2.2));
        }
    }

    void addProcess(double x, double y, double heading, double length, double width, int branches)
    {
        const double step = std::max(0.8, width);
        for (double done = 0; done < length; done += step) {
            const double thin = std::max(0.75, width * (1.2 - 0.7 * done / length));
            m_plane.addSpot(x, y, thin, 0.4);
            heading += m_random.normal(0, 0.12);
            x += step * std::cos(heading);
            y += step * std::sin(heading);
            if (branches > 0 && m_random.chance(step / length))
                addProcess(x, y, heading + m_random.normal(0, 0.8), (length - done) * 0.7, width * 0.8, branches - 1);
        }
    }

    void addRoundedUp()
    {
        const double radius = m_culture.size * 0.36;
        const int count = static_cast<int>(m_culture.rounded * wanted(m_culture.size * m_culture.size * 5));
        for (int i = 0; i < count; ++i)
            addBall(anyX(), anyY(), radius * m_random.real(0.5, 1.1), m_random.real(1.6, 2.6));
    }

    Random& m_random;
    const Culture& m_culture;
    Plane m_plane;
    Texture m_coarse;
    Texture m_fine;
    double m_woundCentre;
    double m_heading; ///< of spindles, on the average
    double m_limit = 0;
    double m_patchiness = 1;
};

} // namespace

Plane grown(Random& random, int width, int height, const Culture& culture)
{
    return Flask(random, width, height, culture).grow();
}

} // namespace biomedica::demo
