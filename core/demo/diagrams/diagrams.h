// Diagrams, structures, maps, and what is set in type.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawFlowchart(Brush& brush);
PanelText drawPathway(Brush& brush);
PanelText drawChemicalStructure(Brush& brush);
PanelText drawDataTable(Brush& brush);
PanelText drawMap(Brush& brush);
PanelText drawEquation(Brush& brush);
PanelText drawNetwork(Brush& brush);
PanelText drawManuscript(Brush& brush);

} // namespace biomedica::demo
