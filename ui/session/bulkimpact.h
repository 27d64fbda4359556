// What one answer for many figures would stand beside or replace.
//
// Thread contract: a pure function over an immutable snapshot, for any thread.
#pragma once

#include "ui/session/session.h"

#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace biomedica::ui {

struct BulkImpact {
    std::size_t figures = 0;
    std::size_t others = 0; ///< figures that carry an answer to the question, and not this one
    /// Those answers with the number of figures, the most first; a figure with several counts for each.
    std::vector<std::pair<std::string, std::size_t>> answers;
    bool operator==(const BulkImpact&) const = default;
};

/// By the effective labels. `value` "": any answer is another one.
BulkImpact bulkImpact(const query::Snapshot& snapshot, const Rows& rows, Question question, const std::string& value,
                      const std::stop_token& stop = {});

} // namespace biomedica::ui
