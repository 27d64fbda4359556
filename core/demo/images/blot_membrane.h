// Bands on a blotting membrane, and whole membranes as the imager or a scanner has them.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"
#include "core/demo/drawing/plane.h"

namespace biomedica::demo {

/// A band of this width whose middle is at (x, y), its ends hanging a little. `amount` 0 to 1; a strong band saturates.
void addBlotBand(Plane& plane, double x, double y, double width, double thickness, double amount);

/// Without any text where the brush is bare; otherwise the ladder's weights stand beside the membrane.
PanelText drawMembrane(Brush& brush);

} // namespace biomedica::demo
