// Which local classes get the keys.
//
// Thread contract: pure functions.
#pragma once

#include "core/annotation/taxonomy.h"

namespace biomedica::ui {

/// All local classes: first those below the chosen global classes, taking turns, each one's most frequent first; then
/// the others as the taxonomy lists them. So two chosen classes share the twenty keys evenly, whatever their size.
std::vector<std::string> orderedLocalClasses(const annotation::Taxonomy& taxonomy, const Answer& globalClasses);

} // namespace biomedica::ui
