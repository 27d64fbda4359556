// A query as the search field shows it: filters as chips, the rest as text. Together they are the query, with the text
// first: `cell` and the chip `licence CC BY` are `cell license:"CC BY"`.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/query/parser.h"

#include <string>
#include <variant>
#include <vector>

namespace biomedica::ui {

struct Pieces {
    std::vector<query::Node> chips;
    std::string text; ///< in the language; "" for nothing

    bool operator==(const Pieces&) const = default;
};

/// A part that a chip can show: one field, or traits; values joined by OR, or excluded.
bool isChip(const query::Node& part);

/// The filters of the query's top level as chips, everything else as text.
Pieces piecesOf(const query::Query& query);

/// What chips and text ask together; the error's place is in the text.
std::variant<query::Query, query::SyntaxError> queryOf(const Pieces& pieces);

/// Finished filters of the text become chips behind the others; a text that makes no sense stays as it is, and so do
/// the person's own words where no filter is among them.
Pieces withFiltersAsChips(const Pieces& pieces);

/// Whether both ask for the same, chips and text in whatever order.
bool asksTheSame(const query::Query& a, const query::Query& b);

} // namespace biomedica::ui
