// Line plots of recordings: few points or hundreds, one series or ten, laid over each other or apart.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawTimeSeries(Brush& brush);

} // namespace biomedica::demo
