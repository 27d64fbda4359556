// A figure's whole life in words, the oldest first: who answered, noted, decided, sent back; with what was undone.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QPalette>
#include <QString>

namespace biomedica::ui {

class LifeStory {
    Q_DECLARE_TR_FUNCTIONS(LifeStory)
public:
    /// `history`: of one figure, the newest first. Rich text, a line an entry.
    static QString toHtml(const std::vector<workspace::HistoryEntry>& history, const QPalette& palette);

private:
    static QString words(const journal::Entry& entry);
    static QString decision(const journal::Decision& decision);
};

} // namespace biomedica::ui
