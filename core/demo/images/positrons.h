// Positron emission tomography: where a tracer is taken up.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/images/scan.h"

#include <optional>

namespace biomedica::demo {

/// In hot colours over a slice: much at the finding, a little elsewhere.
void paintUptake(image::Pixels& pixels, const Scan& scan, const std::optional<Point>& finding, Random& random);

/// The whole body in projections from several sides.
PanelText drawProjections(Brush& brush);

} // namespace biomedica::demo
