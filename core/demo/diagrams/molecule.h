// Invented molecules as they are drawn: atoms in the plane and the bonds between them.
//
// Thread contract: values.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/random.h"

#include <string>
#include <vector>

namespace biomedica::demo {

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

/// So many fused rings of six with groups and chains at their corners.
Molecule makeMolecule(Random& random, int rings);

} // namespace biomedica::demo
