// Photographs of the laboratory: micrographs and gels, made of pixels.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawMicrograph(Brush& brush);
PanelText drawGel(Brush& brush);

} // namespace biomedica::demo
