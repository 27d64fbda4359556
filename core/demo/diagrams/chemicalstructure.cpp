#include "core/demo/diagrams/diagrams.h"
#include "core/demo/diagrams/molecule.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace biomedica::demo {

namespace {

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

enum class Naming { Compound, Number, Bracketed, Letter, None };

std::string nameOf(Naming naming, std::size_t index)
{
    const std::string number = std::to_string(index + 1);
    switch (naming) {
    case Naming::Compound: return "Compound " + number;
    case Naming::Number: return number;
    case Naming::Bracketed: return "(" + number + ")";
    case Naming::Letter: return std::string(1, static_cast<char>('a' + static_cast<char>(index)));
    case Naming::None: break;
    }
    return {};
}

/// An arrow across the gap between two molecules, and what it takes.
void drawReaction(Brush& brush, const Rect& gap)
{
    static constexpr std::array<std::string_view, 8> reagents = {"NaOH",   "EtOH, reflux", "Pd/C, H₂", "DMF, 80 °C",
                                                                 "LiAlH₄", "K₂CO₃",        "HCl",      "DCM, rt, 12 h"};
    const double y = gap.center().y;
    const Font font = brush.style.font.scaled(0.8);
    brush.canvas.arrow({gap.x + 2, y}, {gap.right() - 2, y}, {black, 1.3}, std::max(4.0, font.size * 0.6));
    drawFitting(brush.canvas, brush.random.pick(reagents), {gap.center().x, y - font.size * 0.9}, font, black,
                gap.width * 0.95);
}

} // namespace

PanelText drawChemicalStructure(Brush& brush)
{
    Random& random = brush.random;
    const double aspect = brush.area.width / brush.area.height;
    const int columns = brush.area.width < 230 ? 1 : aspect > 2 ? random.integer(2, 5) : random.integer(1, 4);
    const int rows = columns == 1 || aspect > 1.8 ? 1 : random.integer(1, brush.area.height > 380 ? 3 : 2);
    const bool isReaction = rows == 1 && columns > 1 && columns < 4 && random.chance(0.5);
    const Naming naming = static_cast<Naming>(random.integer(0, 4));
    const Font font = brush.style.font;
    const double width = brush.area.width / columns;
    const double height = brush.area.height / rows;
    const bool areColoured = random.chance(0.3);
    const bool isBold = random.chance(0.6);
    std::vector<Molecule> molecules;
    std::vector<Rect> cells;
    double scale = 1e9; // the same for all: bonds of one figure are of one length
    for (int i = 0; i < columns * rows; ++i) {
        const Rect cell{brush.area.x + i % columns * width, brush.area.y + std::floor(i / columns) * height, width,
                        height};
        cells.push_back(cell.inset(2, 2, isReaction ? std::max(2.0, width * 0.22) : 2, font.size * 1.6));
        molecules.push_back(makeMolecule(random, random.integer(1, width > 180 ? 5 : 2)));
        scale = std::min(scale, fittingScale(molecules.back(), cells.back()));
    }
    double tallest = 0;
    for (const Molecule& molecule : molecules)
        tallest = std::max(tallest, boxOf(molecule).height);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        drawMolecule(brush, molecules[i], cells[i], scale, areColoured);
        const double nameY = std::min(cells[i].bottom() + font.size * 1.3,
                                      cells[i].center().y + scale * (tallest / 2 + 0.5) + font.size * 1.6);
        if (naming != Naming::None)
            brush.canvas.text(nameOf(naming, i), {cells[i].center().x, nameY}, isBold ? font.bold() : font, black,
                              {Horizontal::Center, Vertical::Bottom});
        if (isReaction && i + 1 < cells.size())
            drawReaction(brush, {cells[i].right(), cells[i].y, width * 0.2, cells[i].height});
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
