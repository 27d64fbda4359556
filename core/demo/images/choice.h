// One of several, each as often as its weight says.
//
// Thread contract: as the random numbers.
#pragma once

#include "core/demo/drawing/random.h"

#include <vector>

namespace biomedica::demo {

/// Of things with a member `weight`.
template <typename Container>
const auto& pickByWeight(Random& random, const Container& choices)
{
    std::vector<double> weights;
    for (const auto& choice : choices)
        weights.push_back(choice.weight);
    return *(std::data(choices) + random.weighted(weights));
}

} // namespace biomedica::demo
