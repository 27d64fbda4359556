#include "core/demo/kinds.h"

#include "core/demo/diagrams/diagrams.h"
#include "core/demo/images/images.h"
#include "core/demo/plots/plots.h"

#include <array>

namespace biomedica::demo {

namespace {

// clang-format off
constexpr std::array<KindInfo, 6> table = {{
    {Kind::BarPlot, "bar plot", "Plots and Charts", "bar plot", Medium::Plot, 26, 0.62, 1.05, 150, 150, drawBarPlot},
    {Kind::LinePlot, "line plot", "Plots and Charts", "line plot", Medium::Plot, 20, 0.58, 0.95, 150, 150,
     drawLinePlot},
    {Kind::ScatterPlot, "scatter plot", "Plots and Charts", "scatter plot", Medium::Plot, 17, 0.7, 1.05, 150, 150,
     drawScatterPlot},
    {Kind::Micrograph, "micrograph", "Microscopy", "fluorescence microscopy", Medium::Image, 20, 0.36, 1.1, 130, 110,
     drawMicrograph},
    {Kind::Gel, "gel", "Immuno Assays", "gel electrophoresis", Medium::Assay, 10, 0.6, 0.95, 230, 190, drawGel},
    {Kind::Flowchart, "flowchart", "Illustrative Diagrams", "cohort selection flowchart", Medium::Diagram, 7, 0.85,
     1.3, 320, 330, drawFlowchart},
}};
// clang-format on

} // namespace

std::span<const KindInfo> allKinds()
{
    return table;
}

const KindInfo& infoOf(Kind kind)
{
    return table[static_cast<std::size_t>(kind)];
}

} // namespace biomedica::demo
