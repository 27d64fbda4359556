// The drawing of a heatmap: cells with names, trees, tracks of groups and a key around them.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/plots/colormap.h"
#include "core/demo/plots/matrix.h"

#include <string>

namespace biomedica::demo {

enum class CellForm { Full, Gapped, Rounded, Disc, Square };
enum class KeyPlace { None, Right, Below, Corner };
enum class Part { Whole, LowerHalf, UpperHalf };

struct HeatLook {
    CellForm cells = CellForm::Full;
    KeyPlace key = KeyPlace::Right;
    Part part = Part::Whole;
    bool hasRowTree = false;
    bool hasColumnTree = false;
    bool hasRowNames = true;
    bool hasColumnNames = true;
    bool areNamesLeft = false;
    bool areNamesItalic = false;
    bool areColumnNamesOnTop = false;
    bool hasNumbers = false;
    bool hasStars = false; ///< in cells far from the middle
    bool hasLines = false; ///< around the cells
    bool isFramed = false; ///< around the whole
    bool isSquare = false; ///< as wide as high, cell by cell
    bool hasGaps = false;  ///< between groups of columns
    int tracks = 0;        ///< of colours above the columns
    double missing = 0;    ///< share of cells without a value
    Color line = white;
};

/// What suits the matrix and has room.
HeatLook makeHeatLook(Brush& brush, const Matrix& matrix);

void drawHeatmapSheet(Brush& brush, const Matrix& matrix, const ColorMap& map, const HeatLook& look);

} // namespace biomedica::demo
