// The styles that maps have, and what stands beside the land. Each style fills the brush's area.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

/// Districts filled by a measure.
PanelText drawDistricts(Brush& brush);
/// Land as outlines or in one colour, sites as points, circles by size, or tracks between them.
PanelText drawSites(Brush& brush);
/// The earth's ball with its grid.
PanelText drawGlobe(Brush& brush);

/// A bar of two halves, its left end at `left`, and the distance it stands for.
void drawScaleLine(Brush& brush, Point left, int kilometres, double length);
/// A needle with its tip at `at`, and N.
void drawNorth(Brush& brush, Point at, double size);

} // namespace biomedica::demo
