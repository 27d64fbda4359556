// How alike things are in one measure.
//
// Thread contract: pure functions.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace biomedica::models {

/// Of how often each value occurs: the share of the commonest one, and log2(1 + its count) / 8. Zeros for no values.
inline void addCommonest(const std::map<int, int>& counts, std::span<float> out)
{
    int most = 0;
    int all = 0;
    for (const auto& [value, count] : counts) {
        most = std::max(most, count);
        all += count;
    }
    if (all == 0)
        return;
    out[0] = static_cast<float>(most) / static_cast<float>(all);
    out[1] = std::log2(1 + static_cast<float>(most)) / 8;
}

} // namespace biomedica::models
