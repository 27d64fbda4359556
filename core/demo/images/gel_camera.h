// A gel as the documentation camera or the light box has it: the slab in its frame, no labels around it.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

/// Without any text where the brush is bare; otherwise the lanes are numbered within the picture.
PanelText drawGelPhotograph(Brush& brush);

} // namespace biomedica::demo
