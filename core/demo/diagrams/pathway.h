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
/// A route of metabolites below each other, enzymes and cofactors beside the arrows.
PanelText drawMetabolicChain(Brush& brush);
/// The same twice, healthy and ill or before and after.
PanelText drawHalves(Brush& brush);
/// A soft picture of a membrane with receptors, complexes below it and the nucleus.
PanelText drawMembraneScheme(Brush& brush);
/// Compartments with borders, boxes in groups, metabolites in blue.
PanelText drawGroupedPathway(Brush& brush);
/// A handful of large names that act upon each other.
PanelText drawFeedback(Brush& brush);
/// Pictograms strung together by arrows.
PanelText drawStory(Brush& brush);
/// The whole of metabolism: hundreds of lines and dots, or of small boxes.
PanelText drawPathwayOverview(Brush& brush);

} // namespace biomedica::demo
