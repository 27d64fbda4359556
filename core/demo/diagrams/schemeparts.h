// What schemes of cells and pathways are put together from: nodes, membranes, receptors, organelles.
//
// Thread contract: as the canvas.
#pragma once

#include "core/demo/drawing/panel.h"

#include <span>
#include <string>
#include <string_view>

namespace biomedica::demo {

enum class NodeForm { Text, Box, Rounded, Pill, Oval, Hexagon };

/// The shape without its name; nothing for text alone.
void drawNodeShape(Canvas& canvas, NodeForm form, const Rect& rect, Color fill, const Pen& line);
/// The shape, and its name in what shows on it.
void drawNode(Canvas& canvas, NodeForm form, const Rect& rect, Color fill, const Pen& line, std::string_view name,
              const Font& font);

/// A small disc with a P.
void drawPhosphate(Canvas& canvas, Point at, double radius, Color fill);

/// Two leaflets of lipids along the line, heads outwards; `bead` is the radius of a head.
void drawBilayer(Canvas& canvas, std::span<const Point> line, double bead, Color heads, Color tails);

enum class ReceptorForm { Pair, Bundle, Fork, Channel };
inline constexpr int receptorForms = 4;
/// Through a lying membrane in whose middle `at` is; `size` is about the height on either side.
void drawReceptor(Canvas& canvas, ReceptorForm form, Point at, double size, Color color);

/// Two strands around each other from left to right.
void drawHelix(Canvas& canvas, const Rect& rect, Color first, Color second, double width);
/// Two membranes, the inner one folded into cristae.
void drawMitochondrion(Canvas& canvas, const Rect& rect, Color fill, const Pen& line);
/// A disc or oval that is lighter towards the upper left.
void drawBall(Canvas& canvas, const Rect& rect, Color color);
/// From one colour at the top to the other at the bottom.
void fillFading(Canvas& canvas, const Rect& rect, Color top, Color bottom);

} // namespace biomedica::demo
