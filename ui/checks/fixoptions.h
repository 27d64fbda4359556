// The ways out that are offered for one contradiction, or for all that break a rule at once.
//
// Thread contract: GUI thread (words); the rest are values.
#pragma once

#include "ui/checks/contradictionmodel.h"

#include <QString>
#include <vector>

namespace biomedica::ui {

struct FixOption {
    QString text;
    struct Part {
        std::size_t contradiction, fix; ///< places
    };
    std::vector<Part> parts; ///< at most one for each contradiction
    std::size_t figures = 0;
};

/// The likeliest first. For several contradictions a way out is one option where it means the same for all of them,
/// or the like of it: for each the class that it misses.
std::vector<FixOption> fixOptions(const ContradictionModel& model, const ContradictionPlaces& places,
                                  const annotation::Taxonomy& taxonomy);

} // namespace biomedica::ui
