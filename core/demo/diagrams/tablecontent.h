// What tables of articles hold: text for every cell, and the words of the caption.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

struct TableContent {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< each as long as the header; a section's title alone
    PanelText text = {};
};

/// About `rows` rows of one of the kinds of table there are.
TableContent makeTable(Brush& brush, int rows);

} // namespace biomedica::demo
