// Small pictures of what studies are about, as schemes of a mechanism string them together.
//
// Thread contract: as the canvas.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string_view>

namespace biomedica::demo {

enum class Pictogram { Cell, Virus, Mouse, Person, Tube, Dish, Kidney, Helix, Antibody, Vesicles, Capsule, Chart };
inline constexpr int pictogramCount = static_cast<int>(Pictogram::Chart) + 1;

std::string_view nameOf(Pictogram pictogram);
/// Within the rectangle, in shades of one colour.
void drawPictogram(Canvas& canvas, Pictogram pictogram, const Rect& rect, Color color);

} // namespace biomedica::demo
