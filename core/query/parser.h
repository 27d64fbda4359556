// Text → query. The same text means the same figures in the window, on the command line and in recipes.
//
//     western blot                 both words, anywhere in caption, mentions, title or abstract
//     "western blot"  blot*        a phrase; words that begin so
//     a OR b   -a   ( )            AND binds tighter than OR; AND and NOT may be written out
//     caption:cell  year:2015..2020  width:>800  license:"CC BY"  is:labelled  has:context
//     like:KEY  -like:KEY          examples of what is wanted and not wanted, beside all other conditions
//
// A query that makes no sense says where and why, and never runs as something else.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"
#include "core/query/query.h"

#include <string>
#include <string_view>
#include <variant>

namespace biomedica::query {

/// Where a query stops making sense: bytes [begin, end) of the text, and why.
struct SyntaxError {
    std::size_t begin = 0, end = 0;
    std::string message;
};

/// For the search field, which marks the place.
std::variant<Query, SyntaxError> parseWithPlace(std::string_view text);

/// Invalid, with the place in words.
Result<Query> parse(std::string_view text);

/// "year" or "-year"; Invalid for a field that has no order.
Result<Sort> parseSort(std::string_view text);

/// labelled, unlabelled, disputed, flagged, duplicate.
std::string_view traitName(Trait trait);

} // namespace biomedica::query
