#include "core/demo/images/gel_lanes.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Load { Products, Digest, Genomic, Rna, Proteins };

/// A row of wells and what runs below it.
class Comb {
public:
    Comb(Random& random, Load load, int wells) : m_random(random), m_load(load), m_wells(wells)
    {
        m_thickness = std::exp(random.real(std::log(0.003), std::log(load == Load::Proteins ? 0.009 : 0.02)));
        m_pitchShare = random.real(0.6, 0.9);
        m_smile = random.chance(0.4) ? random.normal(0, 0.012) : 0;
        m_lag = random.chance(0.5) ? random.real(0, 0.05) : 0;
        m_exposure = random.real(0.35, 1.3);
        const int kinds = load == Load::Proteins ? random.integer(8, 30) : random.integer(1, 6);
        for (int i = 0; i < kinds; ++i)
            m_common.push_back({random.real(0.12, 0.93), random.real(0.08, 0.7), m_thickness * random.real(0.8, 1.6)});
        m_target = {random.real(0.25, 0.85), random.real(0.6, 1.2), m_thickness * random.real(1, 1.5)};
        makeLadder();
    }

    /// Fills a section of the gel; `top` is where it lies in the slab.
    void run(Plane& plane, double top, Slab& slab)
    {
        const double margin = m_random.real(0.01, 0.07) * plane.width;
        const double pitch = (plane.width - 2 * margin) / m_wells;
        const int used =
            m_random.chance(0.5) ? m_wells : std::max(2, static_cast<int>(m_wells * m_random.real(0.3, 1)));
        const int first = m_random.chance(0.7) ? 0 : m_random.integer(0, m_wells - used);
        const bool areWellsSeen = m_random.chance(0.8);
        const double wellLight = m_random.real(-0.12, 0.3);
        for (int well = 0; well < m_wells; ++well) {
            const double left = margin + pitch * (well + (1 - m_pitchShare) / 2);
            if (areWellsSeen)
                addWell(plane, left, pitch * m_pitchShare, wellLight);
            if (well < first || well >= first + used)
                continue;
            const bool isLadder = well == first || (m_hasTwoLadders && well == first + used - 1);
            exposeLane(plane, late(isLadder ? m_ladder : sample(), well), left, pitch * m_pitchShare, m_smile);
            slab.lanes.push_back({left + pitch * m_pitchShare / 2, top + 0.035 * plane.height});
            slab.areLadders.push_back(isLadder);
        }
        if (m_random.chance(0.35))
            addDyeShadow(plane);
    }

private:
    void makeLadder()
    {
        const int steps = m_random.integer(6, 13);
        const double strength = m_random.real(0.35, 0.9);
        double y = m_random.real(0.1, 0.2);
        const double last = m_random.real(0.7, 0.94);
        for (int i = 0; i < steps; ++i) {
            const double bright = i == steps / 3 || i == 2 * steps / 3 ? 1.6 : m_random.real(0.7, 1.1);
            m_ladder.bands.push_back({y, strength * bright, m_thickness * 0.8});
            y += (last - y) * (0.4 + 1.2 * i / steps) / (steps - i);
        }
        m_ladder.smear = 0.02;
        m_hasTwoLadders = m_random.chance(0.3);
    }

    Lane sample()
    {
        Lane lane;
        const double amount = m_exposure * m_random.real(0.5, 1.1);
        switch (m_load) {
        case Load::Products:
            if (m_random.chance(0.8))
                lane.bands.push_back({m_target.y, m_target.peak * amount, m_target.thickness});
            if (m_random.chance(0.3))
                lane.bands.push_back({m_common[0].y, m_random.real(0.2, 0.9) * amount, m_target.thickness});
            if (m_random.chance(0.5)) // primers
                lane.bands.push_back({0.95, m_random.real(0.05, 0.3), m_thickness * 2.5});
            lane.smear = m_random.real(0, 0.05);
            break;
        case Load::Digest:
            for (int i = m_random.integer(1, 7); i > 0; --i)
                lane.bands.push_back({m_random.real(0.1, 0.85), m_random.real(0.2, 1) * amount, m_thickness * 1.2});
            lane.smear = m_random.real(0, 0.08);
            break;
        case Load::Genomic:
            lane.bands.push_back({m_random.real(0.08, 0.12), amount * 1.2, m_thickness * 1.8});
            lane.smear = m_random.real(0, 0.5) * amount;
            break;
        case Load::Rna:
            lane.bands = {{m_target.y * 0.7, amount, m_thickness * 1.4},
                          {m_target.y * 0.7 + 0.16, amount * 0.6, m_thickness * 1.4},
                          {0.92, amount * 0.25, m_thickness * 3}};
            lane.smear = m_random.real(0.03, 0.2);
            break;
        case Load::Proteins:
            for (const Band& band : m_common)
                lane.bands.push_back({band.y, band.peak * amount * m_random.real(0.5, 1.3), band.thickness});
            lane.bands.push_back({m_target.y, m_target.peak * m_random.unit(), m_target.thickness * 1.8});
            lane.smear = m_random.real(0.02, 0.2);
            break;
        }
        return lane;
    }

    /// The outer lanes of a warm gel lag behind.
    Lane late(Lane lane, int well) const
    {
        const double off = 2.0 * well / std::max(1, m_wells - 1) - 1;
        for (Band& band : lane.bands)
            band.y -= m_lag * off * off * band.y;
        return lane;
    }

    /// A slit with bright or dark edges.
    static void addWell(Plane& plane, double left, double width, double light)
    {
        const int top = static_cast<int>(plane.height * 0.02);
        const int bottom = std::min(plane.height - 1, top + std::max(2, static_cast<int>(plane.height * 0.025)));
        for (int y = top; y <= bottom; ++y)
            for (int x = std::max(0, static_cast<int>(left)); x < std::min<double>(plane.width, left + width); ++x)
                plane.row(y)[x] += static_cast<float>(y == top || y == bottom ? light : light * 0.4);
    }

    /// The loading dye swallows the light in front of or behind it.
    void addDyeShadow(Plane& plane)
    {
        const double centre = m_random.real(0.3, 0.9);
        const double depth = m_random.real(0.02, 0.08);
        for (int y = 0; y < plane.height; ++y) {
            const double off = (static_cast<double>(y) / plane.height - centre) / 0.04;
            const auto loss = static_cast<float>(depth * std::exp(-off * off));
            for (int x = 0; x < plane.width; ++x)
                plane.row(y)[x] -= loss;
        }
    }

    Random& m_random;
    Load m_load;
    int m_wells;
    double m_thickness = 0.01;
    double m_pitchShare = 0.75; ///< of the way to the next lane that the well takes
    double m_smile = 0;
    double m_lag = 0;
    double m_exposure = 1;
    bool m_hasTwoLadders = false;
    std::vector<Band> m_common;
    Band m_target;
    Lane m_ladder;
};

} // namespace

void exposeLane(Plane& plane, const Lane& lane, double left, double width, double smile)
{
    const int from = std::max(0, static_cast<int>(left - width * 0.1));
    const int to = std::min(plane.width, static_cast<int>(left + width * 1.1));
    for (int x = from; x < to; ++x) {
        const double across = (x - left) / width * 2 - 1; // −1 to 1 in the lane
        const double profile = 1 / (1 + std::exp((std::abs(across) - 0.88) * 22));
        const double shift = smile * across * across;
        for (const Band& band : lane.bands) {
            const double centre = (band.y + shift) * plane.height;
            const double sd = band.thickness * plane.height;
            const int top = std::max(0, static_cast<int>(centre - 3.5 * sd));
            const int bottom = std::min(plane.height - 1, static_cast<int>(centre + 7 * sd));
            for (int y = top; y <= bottom; ++y) {
                // Sharp at the leading edge, a tail behind.
                const double off = (y - centre) / sd;
                const double light =
                    off < 0 ? std::exp(-off * off / 2) : std::exp(-off * off / 2) * 0.75 + 0.25 * std::exp(-off / 1.6);
                plane.row(y)[x] += static_cast<float>(band.peak * profile * light);
            }
        }
        for (int y = 0; y < plane.height; ++y) {
            const double t = static_cast<double>(y) / plane.height;
            plane.row(y)[x] += static_cast<float>(lane.smear * profile * (0.4 + 1.2 * t * (1 - t)));
        }
    }
}

Slab runGel(Random& random, int width, int height, bool isProtein)
{
    const int combs = !isProtein && random.chance(0.22) ? 2 : 1;
    const int most = std::clamp(width / 12, 5, 26);
    Slab slab;
    slab.stain = Plane(width, height);
    const int wells = random.integer(5, most);
    for (int i = 0; i < combs; ++i) {
        const Load load = isProtein ? Load::Proteins : static_cast<Load>(random.weighted({55, 20, 12, 13}));
        Plane section(width, height / combs);
        Comb(random, load, wells).run(section, i * section.height, slab);
        std::copy(section.values.begin(), section.values.end(),
                  slab.stain.values.begin() + static_cast<std::ptrdiff_t>(i) * section.height * width);
    }
    return slab;
}

} // namespace biomedica::demo
