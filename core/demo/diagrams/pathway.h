// The layouts that schemes of pathways have. Each fills the brush's area.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

/// From a receptor in the membrane down two columns to the nucleus.
PanelText drawCascade(Brush& brush);
/// Small boxes in rows and columns with elbow arrows, as the maps of pathway databases.
PanelText drawPathwayMap(Brush& brush);
/// A cell or a part of one with its organelles, proteins scattered within.
PanelText drawCellScheme(Brush& brush);
/// Names or circles in levels, lines, arrows and bars; no colour.
PanelText drawLineDiagram(Brush& brush);
/// Metabolites on a ring, an arrow from each to the next.
PanelText drawCycle(Brush& brush);

} // namespace biomedica::demo
