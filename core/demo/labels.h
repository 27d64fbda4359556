// The labels a shard arrives with. As in the released data they belong to a cluster of similar
// figures, not to the figure: mostly right, and wrong in the ways that curators are asked to correct.
//
// Thread contract: pure functions.
#pragma once

#include "core/demo/figure.h"

#include <cstdint>
#include <string>
#include <vector>

namespace biomedica::demo {

struct ImportedLabels {
    int cluster = 0; ///< 0 to 1999
    std::string panelType;
    std::string panelSubtype;
    std::vector<std::string> primary;
    std::vector<std::string> secondary;
};

/// The cluster k-means would have put the figure in (now and then a wrong one) and its labels, which
/// all figures of that cluster share. `seed` is the demo's, `figureSeed` the figure's.
ImportedLabels importedLabels(const Drawing& drawing, std::uint64_t seed, std::uint64_t figureSeed);

} // namespace biomedica::demo
