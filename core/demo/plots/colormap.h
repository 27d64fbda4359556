// Scales of colours that stand for numbers, and their keys.
//
// Thread contract: immutable tables; drawing as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace biomedica::demo {

struct ColorMap {
    std::array<Color, 5> stops; ///< from the lowest to the highest, equally far apart
    std::string_view words;     ///< how the caption explains it

    /// `share`: 0 for the lowest, 1 for the highest.
    Color at(double share) const;
};

std::span<const ColorMap> colorMaps();

/// What a key says: the numbers at its ends and in the middle, and what they are.
struct KeyText {
    double low = 0;
    double high = 1;
    std::string title = {};
};

/// Upright, the highest at the top, where the bar is taller than wide; lying else. Title and numbers stand outside.
void drawColorKey(Brush& brush, const Rect& bar, const ColorMap& map, const KeyText& text, const Font& font);

} // namespace biomedica::demo
