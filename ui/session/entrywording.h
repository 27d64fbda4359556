// Entries of the journal in the user's words: decisions, changes of the taxonomy, reviews, assignments.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/annotation/taxonomy_edit.h"
#include "core/journal/entry.h"

#include <QCoreApplication>
#include <QString>

namespace biomedica::ui {

class EntryWording {
    Q_DECLARE_TR_FUNCTIONS(EntryWording)
public:
    /// `“bar plot”`, `class “map” renamed to “street map”`: for a list or after a colon.
    static QString what(const journal::Entry& entry);
    static QString taxonomyEdit(const annotation::TaxonomyEdit& edit);
    /// "by hand", "from the shard"
    static QString sourceName(journal::Source source);

private:
    static QString review(const std::string& content);
    static QString assignment(const std::string& content);
};

} // namespace biomedica::ui
