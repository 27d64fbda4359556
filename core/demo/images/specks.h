// Small things in a drop of liquid under the microscope: germs, sperm, algae, crystals, beads.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/images/optics.h"

#include <span>
#include <string_view>

namespace biomedica::demo {

struct Speck {
    std::string_view name;    ///< "spermatozoa"
    std::string_view context; ///< the rest of a noun phrase: "in diluted semen"
    double least;             ///< size in pixels of a picture 600 pixels wide
    double most;
    bool moves; ///< it swims, so videos are taken of it
    /// One of them: `shade` 0 to 1 is how much it stands out, dark where `isDark`.
    void (*draw)(Canvas& canvas, Random& random, Point at, double size, double shade, bool isDark);
};

std::span<const Speck> allSpecks();

/// A thin layer of them over an empty ground: many or few, some out of focus. `shade` as for Speck::draw.
Light suspension(Random& random, int width, int height, const Speck& speck, double size, double shade);

} // namespace biomedica::demo
