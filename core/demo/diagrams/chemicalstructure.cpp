#include "core/demo/diagrams/diagrams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace biomedica::demo {

namespace {

struct Atom {
    Point at; ///< in bond lengths
    std::string element = "C";
    int bonds = 0; ///< used valence
};

struct Bond {
    std::size_t from = 0;
    std::size_t to = 0;
    int order = 1;
    Point ring; ///< middle of the ring it belongs to: the second line lies on that side
    bool isInRing = false;
};

struct Molecule {
    std::vector<Atom> atoms;
    std::vector<Bond> bonds;
};

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

/// The part of the bond that labels at its ends leave free.
std::pair<Point, Point> shortened(Point from, Point to, bool isFromNamed, bool isToNamed, double gap)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / length * gap, (to.y - from.y) / length * gap};
    if (isFromNamed)
        from = {from.x + along.x, from.y + along.y};
    if (isToNamed)
        to = {to.x - along.x, to.y - along.y};
    return {from, to};
}

/// The atoms' bounding box, in bond lengths.
Rect boxOf(const Molecule& molecule)
{
    Point low{1e9, 1e9};
    Point high{-1e9, -1e9};
    for (const Atom& atom : molecule.atoms) {
        low = {std::min(low.x, atom.at.x), std::min(low.y, atom.at.y)};
        high = {std::max(high.x, atom.at.x), std::max(high.y, atom.at.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

/// The longest bonds that fit; labels reach about one bond beyond their atoms.
double fittingScale(const Molecule& molecule, const Rect& rect)
{
    const Rect box = boxOf(molecule);
    return std::min({rect.width / (box.width + 2.2), rect.height / (box.height + 1.2), 46.0});
}

/// A group at the left of its neighbour is read from the right; empty where that changes nothing.
std::string_view mirrored(std::string_view group)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> all = {
        {{"OH", "HO"}, {"NH₂", "H₂N"}, {"OCH₃", "H₃CO"}, {"CH₃", "H₃C"}, {"NO₂", "O₂N"}}};
    for (const auto& [forwards, backwards] : all)
        if (forwards == group)
            return backwards;
    return {};
}

bool isBoundRight(const Molecule& molecule, std::size_t atom)
{
    return std::any_of(molecule.bonds.begin(), molecule.bonds.end(), [&](const Bond& bond) {
        return (bond.from == atom || bond.to == atom)
               && molecule.atoms[bond.from == atom ? bond.to : bond.from].at.x > molecule.atoms[atom].at.x + 0.3;
    });
}

void drawMolecule(Brush& brush, const Molecule& molecule, const Rect& rect, double scale, bool areColoured)
{
    const Point middle = boxOf(molecule).center();
    const auto at = [&](Point point) {
        return Point{rect.center().x + (point.x - middle.x) * scale, rect.center().y + (point.y - middle.y) * scale};
    };
    Font font = brush.style.font;
    font.size = std::max(5.0, scale * 0.44);
    const Pen pen{black, std::clamp(scale * 0.05, 1.0, 2.0)};
    for (const Bond& bond : molecule.bonds) {
        const Atom& a = molecule.atoms[bond.from];
        const Atom& b = molecule.atoms[bond.to];
        const auto [from, to] = shortened(at(a.at), at(b.at), a.element != "C", b.element != "C", font.size * 0.62);
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        const Point side{-(to.y - from.y) / length * scale * 0.15, (to.x - from.x) / length * scale * 0.15};
        if (bond.order == 2 && !bond.isInRing) {
            for (const double half : {-0.5, 0.5})
                brush.canvas.line({from.x + side.x * half, from.y + side.y * half},
                                  {to.x + side.x * half, to.y + side.y * half}, pen);
            continue;
        }
        brush.canvas.line(from, to, pen);
        if (bond.order != 2)
            continue;
        const Point ring = at(bond.ring);
        const double sign = (ring.x - from.x) * side.x + (ring.y - from.y) * side.y > 0 ? 1 : -1;
        const auto inner = [&](double share) {
            return Point{from.x + (to.x - from.x) * share + sign * side.x,
                         from.y + (to.y - from.y) * share + sign * side.y};
        };
        brush.canvas.line(inner(0.14), inner(0.86), pen);
    }
    for (std::size_t index = 0; index < molecule.atoms.size(); ++index) {
        const Atom& atom = molecule.atoms[index];
        if (atom.element == "C")
            continue;
        const char first = atom.element[0];
        const Color color = !areColoured                             ? black
                            : first == 'O'                           ? rgb(0xc62828)
                            : first == 'N'                           ? rgb(0x1f4fb5)
                            : first == 'C' && atom.element[1] == 'l' ? rgb(0x1b7f3b)
                            : first == 'F'                           ? rgb(0x1b7f3b)
                                                                     : black;
        const Point place = at(atom.at);
        const std::string_view turned = isBoundRight(molecule, index) ? mirrored(atom.element) : std::string_view();
        // The bond ends at the letter of the atom it binds: the first, or the last of a mirrored group.
        if (turned.empty()) {
            const double half = brush.canvas.textWidth(std::string(1, first), font) / 2;
            brush.canvas.text(atom.element, {place.x - half, place.y}, font, color,
                              {Horizontal::Left, Vertical::Middle});
        } else {
            const double half = brush.canvas.textWidth(std::string(1, turned.back()), font) / 2;
            brush.canvas.text(turned, {place.x + half, place.y}, font, color, {Horizontal::Right, Vertical::Middle});
        }
    }
}

} // namespace

PanelText drawChemicalStructure(Brush& brush)
{
    Random& random = brush.random;
    const double aspect = brush.area.width / brush.area.height;
    const int columns = brush.area.width < 230 ? 1 : aspect > 2 ? 3 : random.integer(1, 3);
    const int rows = columns == 1 || aspect > 1.6 ? 1 : random.integer(1, 2);
    const Font font = brush.style.font;
    const double width = brush.area.width / columns;
    const double height = brush.area.height / rows;
    const bool areColoured = random.chance(0.3);
    std::vector<Molecule> molecules;
    std::vector<Rect> cells;
    double scale = 1e9; // the same for all: bonds of one figure are of one length
    for (int i = 0; i < columns * rows; ++i) {
        const Rect cell{brush.area.x + i % columns * width, brush.area.y + std::floor(i / columns) * height, width,
                        height};
        cells.push_back(cell.inset(2, 2, 2, font.size * 1.6));
        molecules.push_back(Builder(random).build(random.integer(1, width > 180 ? 4 : 2)));
        scale = std::min(scale, fittingScale(molecules.back(), cells.back()));
    }
    double tallest = 0;
    for (const Molecule& molecule : molecules)
        tallest = std::max(tallest, boxOf(molecule).height);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        drawMolecule(brush, molecules[i], cells[i], scale, areColoured);
        const double nameY = std::min(cells[i].bottom() + font.size * 1.3,
                                      cells[i].center().y + scale * (tallest / 2 + 0.5) + font.size * 1.6);
        brush.canvas.text("Compound " + std::to_string(i + 1), {cells[i].center().x, nameY}, font.bold(), black,
                          {Horizontal::Center, Vertical::Bottom});
    }
    PanelText text;
    const std::string count = cells.size() == 1 ? "compound 1" : "compounds 1–" + std::to_string(cells.size());
    text.topic = (cells.size() == 1 ? "chemical structure of " : "chemical structures of ") + count;
    text.details = {"The inhibition of " + brush.subject.gene + " was compared with that by " + brush.subject.drug
                    + "."};
    text.shown = {"chemical structure", count};
    return text;
}

} // namespace biomedica::demo
