// Pseudocode as articles print it.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

/// A title, rules or a frame, and indented lines with their keywords in bold.
PanelText drawAlgorithm(Brush& brush);

} // namespace biomedica::demo
