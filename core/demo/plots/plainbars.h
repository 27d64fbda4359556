// Bar plots of plain values: upright or lying, side by side or stacked, few or many; no error bars.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawPlainBars(Brush& brush);

} // namespace biomedica::demo
