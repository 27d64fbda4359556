// A third-party library that the program is built on.
//
// Thread contract: a value; pure functions.
#pragma once

#include <string>
#include <vector>

namespace biomedica {

struct Library {
    std::string name, version, licence; ///< licence as an SPDX expression
};
using Libraries = std::vector<Library>;

/// Those of core/base.
Libraries baseLibraries();

} // namespace biomedica
