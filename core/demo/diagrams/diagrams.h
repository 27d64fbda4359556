// Diagrams of boxes and arrows.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawFlowchart(Brush& brush);

} // namespace biomedica::demo
