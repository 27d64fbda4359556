// What things are photographed on, and what is laid beside them.
//
// Thread contract: as the photograph.
#pragma once

#include "core/demo/images/photo.h"

namespace biomedica::demo {

enum class Ground { Drape, Bench, Wood, Paper, Soil, Grass, Steel, Dark };

void layGround(Photo& photo, Random& random, Ground ground);

/// A ruler with marks and numbers, level or upright, its upper left corner at `corner`.
void layRuler(Photo& photo, Random& random, Point corner, double length, bool isUpright);

/// A hand in a glove that reaches in from one side.
void layGlove(Photo& photo, Random& random);

/// A limb of something that branches: vessels, roots, veins of a leaf.
struct Branch {
    std::vector<Point> points;
    double width = 1;
};

/// From `start` on, `heading` in radians; each of `generations` is thinner and shorter than the one before.
std::vector<Branch> makeBranches(Random& random, Point start, double heading, double length, double width,
                                 int generations);
void drawBranches(Canvas& canvas, const std::vector<Branch>& branches, Color color);

} // namespace biomedica::demo
