// Changes to a query as a person makes them with clicks: what is asked of a field, or of the traits
// (is:labelled and its like), as groups of values of which one must be there, and values that must not.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/query/query.h"

#include <QFlags>
#include <string>
#include <variant>

namespace biomedica::ui {

/// What a row of the filter panel stands for: a value of a field, or a trait.
struct FilterTarget {
    std::variant<query::Field, query::Trait> what = query::Field::License;
    std::string value; ///< of a field
    bool operator==(const FilterTarget&) const = default;
};

enum class FilterState { Off, Included, Excluded };
enum class FilterGesture {
    Only,    ///< just this value; off again where it was the only one
    Add,     ///< in beside the others, or out of them
    Also,    ///< besides what is asked already: a figure must have both
    Exclude, ///< everything but this value, or no longer so
};

/// Ignoring case, as queries compare values.
bool isSameValue(const std::string& a, const std::string& b);

/// Whether a figure can have several values of the target's kind, so that FilterGesture::Also makes sense.
bool takesSeveral(const FilterTarget& target);

FilterState stateOf(const query::Query& query, const FilterTarget& target);
/// What stays in the query keeps its place.
query::Query withGesture(const query::Query& query, const FilterTarget& target, FilterGesture gesture);

/// The query narrowed by one trait, whatever else it asks.
query::Query narrowedBy(const query::Query& query, query::Trait trait);

/// The range that the query asks of a number field at the top level; open ends are nullopt.
struct NumberRange {
    std::optional<std::int64_t> low, high;
    bool isEverything() const { return !low && !high; }
    bool contains(std::int64_t number) const { return (!low || number >= *low) && (!high || number <= *high); }
    bool operator==(const NumberRange&) const = default;
};
NumberRange rangeOf(const query::Query& query, query::Field field);

} // namespace biomedica::ui
