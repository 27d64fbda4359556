// Plots: bars, lines, points.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawBarPlot(Brush& brush);
PanelText drawLinePlot(Brush& brush);
PanelText drawScatterPlot(Brush& brush);

} // namespace biomedica::demo
