// Vectors as they are kept and searched for.
//
// Thread contract: a pure function.
#pragma once

#include "core/base/result.h"

#include <span>

namespace biomedica::similarity {

/// Invalid, saying what is wrong, for what cannot be searched for or kept: another number of dimensions, something that
/// is no finite number, all zeros. Otherwise `scaled` has the vector's direction and length 1.
Result<void> scaleToLengthOne(std::span<const float> vector, std::span<float> scaled);

} // namespace biomedica::similarity
