// The examples of a query (like:, -like:) as a person changes them: more like this, also like this, less like this.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/query/query.h"

#include <string>
#include <vector>

namespace biomedica::ui {

enum class ExampleGesture {
    Only,    ///< these take the place of all examples and of figures asked for by key; the nearest come first again
    Add,     ///< beside those that are there
    Exclude, ///< as examples of what is not wanted
};

/// More of them make a text that nobody reads, and a mean that is like nothing in particular.
constexpr std::size_t examplesAtMost = 16;

/// All other conditions stay. What was an example of the other kind changes sides.
query::Query withExamples(const query::Query& query, const std::vector<std::string>& names, ExampleGesture gesture);

/// Without the examples that no later session knows: remembered pictures ("@1") live as long as the collection is open.
query::Query withoutPictures(const query::Query& query);

/// Of both kinds.
std::size_t exampleCount(const query::Query& query);

} // namespace biomedica::ui
