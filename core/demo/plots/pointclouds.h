// The kinds of scatter plots, and what their points share.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/axes.h"

#include <cstddef>
#include <span>

namespace biomedica::demo {

/// How the points of one plot look.
struct PointLook {
    Marker marker = Marker::Circle;
    double radius = 3; ///< pixels
    double alpha = 0.8;
};

/// Tiny to large, smaller for many points.
PointLook makePointLook(Brush& brush, std::size_t points);

struct Extent {
    double low;
    double high;
};

/// What the points take along either axis, with a margin of 6 %.
Extent extentOfX(std::span<const Point> points);
Extent extentOfY(std::span<const Point> points);

/// Two quantities of individuals, with regression, groups, margins or panels.
PanelText drawCorrelation(Brush& brush);
/// Single values of categories, which stand along either axis.
PanelText drawStrips(Brush& brush);
/// Points whose area is a third quantity.
PanelText drawBubbles(Brush& brush);
/// Points whose colour is a third quantity, with its scale.
PanelText drawColoredPoints(Brush& brush);
/// Embeddings and ordinations: groups of points apart from each other.
PanelText drawClusters(Brush& brush);
/// Change of expression against its significance or against abundance.
PanelText drawVolcano(Brush& brush);
/// Tests along the chromosomes.
PanelText drawManhattan(Brush& brush);
/// Differences of two methods against their mean, with limits of agreement.
PanelText drawAgreement(Brush& brush);
/// Discs by names along both axes or one, sized and coloured by two quantities.
PanelText drawDotMatrix(Brush& brush);
/// Every quantity against every other.
PanelText drawScatterMatrix(Brush& brush);

} // namespace biomedica::demo
