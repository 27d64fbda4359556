// Plots and charts.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawBarPlot(Brush& brush);
PanelText drawLinePlot(Brush& brush);
PanelText drawScatterPlot(Brush& brush);
PanelText drawHistogram(Brush& brush);
PanelText drawBoxPlot(Brush& brush);
PanelText drawViolinPlot(Brush& brush);
PanelText drawHeatmap(Brush& brush);
PanelText drawPieChart(Brush& brush);
PanelText drawSurvivalCurve(Brush& brush);
PanelText drawForestPlot(Brush& brush);
PanelText drawVennDiagram(Brush& brush);
PanelText drawPhylogeneticTree(Brush& brush);
PanelText drawAreaPlot(Brush& brush);

} // namespace biomedica::demo
