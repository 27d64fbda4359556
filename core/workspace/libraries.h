// The libraries that the core is built on, with their versions.
//
// Thread contract: pure function.
#pragma once

#include "core/base/library.h"

namespace biomedica::workspace {

Libraries libraries();

} // namespace biomedica::workspace
