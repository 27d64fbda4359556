// Finding a class by what somebody types: its name, or another word for it.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/answers.h"

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace biomedica::ui {

struct FindableClass {
    Question question = Question::PanelType;
    std::string value;
    QString name; ///< as it is shown
    QStringList synonyms;
};

struct ClassMatch {
    std::size_t index = 0; ///< in the list that was searched
    QString synonym;       ///< the word through which it was found; "" = its name
    bool operator==(const ClassMatch&) const = default;
};

/// What fits, the best first: the whole name or synonym; its beginning; beginnings of its words, in any order, so that
/// "plot bar" finds "bar plot"; parts of words; letters of the name in their order ("brplt"). Among equals the order of
/// the list. Upper and lower case, blanks and hyphens make no difference. Everything fits nothing typed.
std::vector<ClassMatch> findClasses(const QString& typed, const std::vector<FindableClass>& classes);

} // namespace biomedica::ui
