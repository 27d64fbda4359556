// The libraries that this room is built on, with their versions.
//
// Thread contract: pure function.
#pragma once

#include "core/base/library.h"

namespace biomedica::image {

Libraries libraries();

} // namespace biomedica::image
