#include "core/demo/diagrams/molecule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>

namespace biomedica::demo {

namespace {

/// Skeletons on the honeycomb: fused rings whose corners carry groups and chains.
class Builder {
public:
    explicit Builder(Random& random) : m_random(random) {}

    Molecule build(int rings)
    {
        std::vector<Point> middles = {{0, 0}};
        addRing(middles[0], m_random.chance(0.8));
        for (int i = 1; i < rings; ++i) {
            // The next ring shares a side with the last one.
            const double angle = std::numbers::pi / 3 * m_random.integer(-1, 1);
            const Point middle{middles.back().x + std::sqrt(3.0) * std::cos(angle),
                               middles.back().y + std::sqrt(3.0) * std::sin(angle)};
            middles.push_back(middle);
            addRing(middle, m_random.chance(0.6));
        }
        for (int i = m_random.integer(0, 2); i > 0; --i)
            exchange();
        for (int i = m_random.integer(2, 4); i > 0; --i)
            attach();
        return std::move(m_molecule);
    }

private:
    static constexpr int valence = 4;

    std::size_t atomAt(Point at)
    {
        for (std::size_t i = 0; i < m_molecule.atoms.size(); ++i)
            if (std::hypot(m_molecule.atoms[i].at.x - at.x, m_molecule.atoms[i].at.y - at.y) < 0.2)
                return i;
        m_molecule.atoms.push_back({at});
        return m_molecule.atoms.size() - 1;
    }

    bool areBound(std::size_t a, std::size_t b) const
    {
        return std::any_of(m_molecule.bonds.begin(), m_molecule.bonds.end(), [&](const Bond& bond) {
            return (bond.from == a && bond.to == b) || (bond.from == b && bond.to == a);
        });
    }

    void bind(std::size_t a, std::size_t b, int order, Point ring, bool isInRing)
    {
        m_molecule.bonds.push_back({a, b, order, ring, isInRing});
        m_molecule.atoms[a].bonds += order;
        m_molecule.atoms[b].bonds += order;
    }

    void addRing(Point middle, bool isAromatic)
    {
        std::vector<std::size_t> corners;
        for (int i = 0; i < 6; ++i) {
            const double angle = std::numbers::pi / 3 * i + std::numbers::pi / 6;
            corners.push_back(atomAt({middle.x + std::cos(angle), middle.y + std::sin(angle)}));
        }
        std::set<std::size_t> isDoubled;
        for (const Bond& bond : m_molecule.bonds)
            if (bond.order == 2)
                isDoubled.insert({bond.from, bond.to});
        for (std::size_t i = 0; i < 6; ++i) {
            const std::size_t a = corners[i];
            const std::size_t b = corners[(i + 1) % 6];
            if (areBound(a, b))
                continue;
            const bool isDouble = isAromatic && !isDoubled.contains(a) && !isDoubled.contains(b);
            if (isDouble)
                isDoubled.insert({a, b});
            bind(a, b, isDouble ? 2 : 1, middle, true);
        }
    }

    /// A carbon of the rings with two neighbours becomes nitrogen or oxygen.
    void exchange()
    {
        const auto at = static_cast<std::size_t>(m_random.integer(0, static_cast<int>(m_molecule.atoms.size()) - 1));
        Atom& atom = m_molecule.atoms[at];
        if (neighbours(at).size() != 2 || atom.element != "C")
            return;
        atom.element = atom.bonds == 3 ? "N" : m_random.chance(0.5) ? "O" : "NH";
        atom.bonds = valence; // nothing more is attached to it
    }

    std::vector<std::size_t> neighbours(std::size_t at) const
    {
        std::vector<std::size_t> found;
        for (const Bond& bond : m_molecule.bonds)
            if (bond.from == at || bond.to == at)
                found.push_back(bond.from == at ? bond.to : bond.from);
        return found;
    }

    /// Where a fourth neighbour has most room: opposite the others.
    Point outwards(std::size_t at) const
    {
        Point away{0, 0};
        const Point own = m_molecule.atoms[at].at;
        for (const std::size_t other : neighbours(at))
            away = {away.x + own.x - m_molecule.atoms[other].at.x, away.y + own.y - m_molecule.atoms[other].at.y};
        const double length = std::hypot(away.x, away.y);
        return length < 0.1 ? Point{0, 1} : Point{away.x / length, away.y / length};
    }

    bool isFree(Point at) const
    {
        return std::none_of(m_molecule.atoms.begin(), m_molecule.atoms.end(),
                            [&](const Atom& other) { return std::hypot(other.at.x - at.x, other.at.y - at.y) < 0.75; });
    }

    void attach()
    {
        static constexpr std::array<std::string_view, 9> groups = {"OH",   "OH",  "NH₂", "Cl", "F",
                                                                   "OCH₃", "CH₃", "O",   "NO₂"};
        for (int attempt = 0; attempt < 12; ++attempt) {
            const auto at =
                static_cast<std::size_t>(m_random.integer(0, static_cast<int>(m_molecule.atoms.size()) - 1));
            if (m_molecule.atoms[at].element != "C" || m_molecule.atoms[at].bonds > 3 || neighbours(at).size() != 2)
                continue;
            Point out = outwards(at);
            Point place{m_molecule.atoms[at].at.x + out.x, m_molecule.atoms[at].at.y + out.y};
            if (!isFree(place))
                continue;
            std::size_t end = at;
            // A chain of carbons in zigzag before the group, for some.
            const int chain = m_random.chance(0.35) ? m_random.integer(1, 3) : 0;
            double turn = m_random.chance(0.5) ? 1 : -1;
            for (int i = 0; i < chain && isFree(place); ++i) {
                const std::size_t next = atomAt(place);
                bind(end, next, 1, {}, false);
                end = next;
                const double angle = std::atan2(out.y, out.x) + turn * std::numbers::pi / 3;
                turn = -turn;
                out = {std::cos(angle), std::sin(angle)};
                place = {m_molecule.atoms[end].at.x + out.x, m_molecule.atoms[end].at.y + out.y};
            }
            if (!isFree(place))
                return;
            std::string group(m_random.pick(groups));
            const bool isKetone = group == "O" && m_molecule.atoms[end].bonds <= 2;
            if (group == "O" && !isKetone)
                group = "OH";
            const std::size_t last = atomAt(place);
            m_molecule.atoms[last].element = group;
            bind(end, last, isKetone ? 2 : 1, {}, false);
            m_molecule.atoms[last].bonds = valence;
            return;
        }
    }

    Random& m_random;
    Molecule m_molecule;
};

} // namespace

Molecule makeMolecule(Random& random, int rings)
{
    return Builder(random).build(rings);
}

} // namespace biomedica::demo
