// Several plots of one panel that share their axes, a strip with a name over each.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/axes.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace biomedica::demo {

using FacetSpec = std::function<PlotSpec(std::size_t facet)>;
using FacetDraw = std::function<void(Brush&, const Plot&, std::size_t facet)>;

/// `names`: what stands below each of them, if any.
bool isRoomForFacets(const Brush& brush, std::size_t facets, const std::vector<std::string>& names = {});

/// In one row, one column or a grid, as they fit; what stands along an axis is written at the outermost only. No
/// legend.
void drawFacets(Brush& brush, const std::vector<std::string>& names, const FacetSpec& specOf, const FacetDraw& draw);

} // namespace biomedica::demo
