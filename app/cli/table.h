// Text in columns.
//
// Thread contract: pure functions.
#pragma once

#include <string>
#include <vector>

namespace biomedica::cli {

/// One line a row, two blanks between columns; the first column keeps to the left, the others to the right.
/// Rows may be shorter than others. A character counts as one place wide.
std::vector<std::string> alignedLines(const std::vector<std::vector<std::string>>& rows);

} // namespace biomedica::cli
