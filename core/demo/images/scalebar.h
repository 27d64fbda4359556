// The bar that tells how large things are, and arrows that point at them.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>

namespace biomedica::demo {

struct ScaleBar {
    double length = 0; ///< pixels
    std::string text;  ///< "20 µm"
};

/// The shortest of the usual lengths that takes about an eighth of the width. `unit` is a length's name;
/// from 1,000 nm on the bar is given in µm.
ScaleBar scaleBarFor(double pixelsPerUnit, double width, const std::string& unit);

/// At the lower right of the picture; without text where that has no room.
void drawScaleBar(Brush& brush, const Rect& picture, const ScaleBar& bar, Color color, bool hasText);

/// A thick arrow from the upper left.
void drawPointer(Brush& brush, Point tip, double length, Color color);

} // namespace biomedica::demo
