// What was done since the collection was opened, and what it comes to.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/base/ids.h"
#include "core/journal/entry.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace biomedica::ui {

struct SessionEvent {
    enum class Kind { Decided, Undone, Redone };
    Kind kind = Kind::Decided;
    std::chrono::milliseconds at{}; ///< since any fixed moment
    std::string decision;           ///< its id, by which undo and redo name it
    journal::Decision content;      ///< of Decided
    std::vector<RowId> rows;        ///< of Decided
};

struct SessionSummary {
    std::size_t figures = 0;   ///< that carry anything of what was decided and not undone
    std::size_t decisions = 0; ///< undone ones included
    std::size_t undos = 0, redos = 0;
    /// Gaps of over two minutes between two events do not count.
    std::chrono::milliseconds activeTime{};
    /// The longest time without such a gap, and the decisions made in it.
    std::chrono::milliseconds longestRun{};
    std::size_t longestRunDecisions = 0;
    /// How many figures carry each class or option now by what was decided, the most first.
    std::vector<std::pair<std::string, std::size_t>> classes;

    /// nullopt-like 0 where less than a minute was worked: too little to tell.
    double figuresPerHour() const;
    double undoRate() const { return decisions == 0 ? 0 : static_cast<double>(undos) / static_cast<double>(decisions); }
    bool operator==(const SessionSummary&) const = default;
};

SessionSummary summaryOf(const std::vector<SessionEvent>& events);

} // namespace biomedica::ui
