#include "core/demo/plots/plots.h"
#include "core/demo/plots/pointclouds.h"

#include <array>

namespace biomedica::demo {

PanelText drawScatterPlot(Brush& brush)
{
    static constexpr std::array draws = {drawCorrelation,   drawClusters,     drawVolcano,   drawStrips,
                                         drawBubbles,       drawManhattan,    drawAgreement, drawDotMatrix,
                                         drawColoredPoints, drawScatterMatrix};
    return draws[static_cast<std::size_t>(brush.random.weighted({32, 18, 8, 12, 8, 4, 6, 9, 8, 4}))](brush);
}

} // namespace biomedica::demo
