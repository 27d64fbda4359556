// Heatmaps within axes: spectrograms, surfaces of two quantities, counts of points in squares or hexagons.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawFieldMap(Brush& brush);

} // namespace biomedica::demo
