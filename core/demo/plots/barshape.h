// The body of one bar, as the programs and the habits of the field draw it.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <cstddef>

namespace biomedica::demo {

enum class BarForm { Filled, Open, Pale, Hatched, Deep, Shaded, Rounded, Stick, Dot };

/// How all bars of a plot look.
struct BarLook {
    BarForm form = BarForm::Filled;
    bool isOutlined = false;
    bool isLying = false;

    /// Sticks and dots stand for single values only.
    bool isThin() const { return form == BarForm::Stick || form == BarForm::Dot; }
};

/// Mostly filled, outlined as the style says. `canBeThin`: sticks and dots, too.
BarLook makeBarLook(Brush& brush, bool canBeThin);

/// `rect` from the foot to the value; `series` chooses colour and hatching, `isNegative` the end of the value.
void drawBarBody(Brush& brush, const Rect& rect, const BarLook& look, std::size_t series, bool isNegative = false);

} // namespace biomedica::demo
