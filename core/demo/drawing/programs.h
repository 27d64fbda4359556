// The looks that the programs of the field give to plots unless told otherwise.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

/// Frame, grid, grounds, ticks and ink of one program, and in some its palette.
void imitateProgram(Style& style, Random& random);

} // namespace biomedica::demo
