// The term of a query's text that the cursor is in, for completing it. Works on unfinished text, which no parser takes.
//
// Thread contract: pure functions.
#pragma once

#include <QString>

namespace biomedica::ui {

struct Term {
    int begin = 0, end = 0; ///< UTF-16, in the text; a leading minus stays outside
    QString field;          ///< "license" of `license:"CC`; "" where there is no colon
    QString word;           ///< what is typed of the value, or of the word, without quotation marks, up to the cursor
    bool hasColon = false;
};

Term termAt(const QString& text, int cursor);

/// As it stands in a query: in quotation marks where it needs them.
QString quotedValue(const QString& value);

} // namespace biomedica::ui
