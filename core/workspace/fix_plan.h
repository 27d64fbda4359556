// The decisions that carry out the ways out of contradictions.
//
// Thread contract: pure functions and values.
#pragma once

#include "core/workspace/workspace.h"

#include <span>
#include <string>
#include <vector>

namespace biomedica::workspace {

struct ChosenFix {
    const Contradiction* contradiction;
    const annotation::Fix* fix; ///< one of the contradiction's
};

struct FixPlan {
    std::vector<LabelRequest> requests; ///< for Workspace::decide(), in one go
    std::size_t figures = 0;            ///< that they are about
    std::size_t leftOut = 0;            ///< figures whose answer holds another class that cannot be voted for
};

/// Figures that stand in several contradictions get all of the fixes. All contradictions come from one call of
/// Workspace::contradictions(), at most one fix for each.
FixPlan planFixes(std::span<const ChosenFix> fixes, const annotation::Taxonomy& taxonomy, const std::string& annotator);

} // namespace biomedica::workspace
