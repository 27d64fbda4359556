// Areas of one colour: bars, boxes, markers, slices, letters, curves.
//
// Thread contract: as prepared.h.
#pragma once

#include "core/models/prepared/prepared.h"

namespace biomedica::models {

/// Sets the outlines: of the twelve commonest colours but the background's, after a median of 3 × 3.
void findOutlines(Prepared& picture);

} // namespace biomedica::models
