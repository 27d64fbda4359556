// One change of the taxonomy: what an EditTaxonomy entry of the journal holds.
//
// Thread contract: values.
#pragma once

#include "core/base/answers.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

struct TaxonomyEdit {
    enum class Kind {
        Add,       ///< `name`, a local one below `others[0]`
        Rename,    ///< `name` to `others[0]`
        Merge,     ///< `name` into the existing `others[0]`
        Split,     ///< `name` is given up for all of `others`, which are made where they are new
        Deprecate, ///< `name` is given up, perhaps for `others`
        Restore,   ///< `name` is offered again
        Move,      ///< the local class `name` below the global class `others[0]`
        Import,    ///< everything is replaced by `text`
    };
    Kind kind = Kind::Add;
    Question question = Question::Secondary;
    std::string name;
    std::vector<std::string> others;
    std::string text; ///< of Import

    bool operator==(const TaxonomyEdit&) const = default;
};

/// add, rename, merge, split, deprecate, restore, move, import.
std::string_view nameOf(TaxonomyEdit::Kind kind);

/// For the journal.
std::string toText(const TaxonomyEdit& edit);
/// Corrupt for anything but such a text.
Result<TaxonomyEdit> taxonomyEditFrom(std::string_view text);

} // namespace biomedica::annotation
