// Tables for other programs (RFC 4180).
//
// Thread contract: a pure function.
#pragma once

#include <string>
#include <vector>

namespace biomedica::ui {

/// One line with its end, CR LF; cells with commas, quotes or line ends are quoted.
std::string csvLine(const std::vector<std::string>& cells);

} // namespace biomedica::ui
