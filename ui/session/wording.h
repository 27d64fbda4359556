// Facts of the core in the user's words.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/annotation/taxonomy.h"
#include "core/base/answers.h"
#include "core/journal/entry.h"
#include "ui/common/chip.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QString>

namespace biomedica::ui {

class Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)
public:
    /// "primary class"
    static QString questionName(Question question);
    /// "“map”, “table”"
    static QString quoted(const std::vector<std::string>& names);
    /// `"bar plot"`, `"multiple" and "Microscopy"`, "flag", "unsure": for `Undid %1 on 48 figures`.
    static QString decisionText(const journal::Decision& decision);
    /// "1 figure", "48 figures"
    static QString figures(qulonglong count);
    /// "14:02", or the day where it is not today; milliseconds since 1970 UTC.
    static QString when(qint64 ms);
    /// The day and the minute, the latter in 24 hours as everywhere in the window.
    static QString dateAndTime(qint64 ms);
    /// "about 9 minutes", "less than a minute"
    static QString duration(double seconds);
    static QString byteCount(double bytes);
};

/// One chip for a value of an answer.
Chip chipFor(const annotation::Taxonomy& taxonomy, Question question, const std::string& value, ChipOrigin origin,
             Scheme scheme);
/// The place of the value's global class in the taxonomy; -1 where it has none.
int globalClassOf(const annotation::Taxonomy& taxonomy, Question question, const std::string& value);

} // namespace biomedica::ui
