// The kinds of figure there are: one row of a table each. A new kind is a draw function and a row.
//
// Thread contract: immutable.
#pragma once

#include "core/demo/drawing/panel.h"

#include <span>
#include <string_view>

namespace biomedica::demo {

enum class Kind { BarPlot, LinePlot, ScatterPlot, Micrograph, Gel, Flowchart };

/// What the question after the panel subtype tells apart.
enum class Medium { Image, Plot, Assay, Diagram };

struct KindInfo {
    Kind kind;
    std::string_view name;
    std::string_view primary;   ///< global class of the released taxonomy
    std::string_view secondary; ///< local class
    Medium medium;
    double weight;       ///< how often it is drawn
    double lowestAspect; ///< height over width of a figure of this kind alone
    double highestAspect;
    double leastWidth; ///< pixels it needs as a panel
    double leastHeight;
    PanelText (*draw)(Brush&);
};

/// In the order of Kind.
std::span<const KindInfo> allKinds();
const KindInfo& infoOf(Kind kind);

} // namespace biomedica::demo
