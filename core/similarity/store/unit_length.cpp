#include "core/similarity/store/unit_length.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace biomedica::similarity {

Result<void> scaleToLengthOne(std::span<const float> vector, std::span<float> scaled)
{
    if (vector.size() != scaled.size())
        return Error(ErrorKind::Invalid, "the vector has " + counted(vector.size(), "dimension") + " instead of "
                                             + std::to_string(scaled.size()));
    double squares = 0;
    for (std::size_t i = 0; i < vector.size(); ++i) {
        if (!std::isfinite(vector[i]))
            return Error(ErrorKind::Invalid, "number " + std::to_string(i) + " of the vector is not finite");
        squares += double{vector[i]} * vector[i];
    }
    if (squares == 0)
        return Error(ErrorKind::Invalid, "all numbers of the vector are zero");
    const double scale = 1 / std::sqrt(squares);
    std::transform(vector.begin(), vector.end(), scaled.begin(),
                   [scale](float number) { return static_cast<float>(number * scale); });
    return {};
}

} // namespace biomedica::similarity
