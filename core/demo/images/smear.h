// Cells spread on a slide and stained: cytology, blood, Gram.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/images/optics.h"

#include <span>
#include <string_view>

namespace biomedica::demo {

struct Smear {
    std::string_view stain;    ///< "Papanicolaou-stained"
    std::string_view specimen; ///< "cervical smear"
    std::string_view found;    ///< what is seen in it
    double least;              ///< a cell's radius in pixels of a picture 600 pixels wide
    double most;
    void (*draw)(Canvas& canvas, Random& random, double radius);
};

std::span<const Smear> allSmears();

Light stained(Random& random, int width, int height, const Smear& smear, double radius);

} // namespace biomedica::demo
