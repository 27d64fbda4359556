// The journal as a person reads it: one line for what was done in one go.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/workspace/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace biomedica::ui {

struct HistoryLine {
    journal::Entry entry;         ///< the first of them; its figures are those of all, each once
    std::size_t entries = 1;      ///< made in one go
    bool isUndone = false;        ///< all of them
    bool isPartlyUndone = false;  ///< some of them, not all
    bool isChangeOfNames = false; ///< of the taxonomy: about classes, not figures

    const std::string& id() const { return entry.undoName(); }
};
using HistoryLines = std::vector<HistoryLine>;
using SharedLines = std::shared_ptr<const HistoryLines>;

/// Entries of a group become one line, at the place of the first of them.
HistoryLines linesFrom(std::vector<workspace::HistoryEntry> entries);

/// The annotators of the lines, by name.
std::vector<std::string> annotatorsOf(const HistoryLines& lines);

} // namespace biomedica::ui
