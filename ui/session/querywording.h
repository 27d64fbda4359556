// Parts of a query in the user's words: what a chip, a button or a heading says.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/query/query.h"

#include <QCoreApplication>
#include <QString>
#include <functional>

namespace biomedica::ui {

class QueryWording {
    Q_DECLARE_TR_FUNCTIONS(QueryWording)
public:
    /// "licence", "panel type": as within a sentence.
    static QString fieldName(query::Field field);
    /// "Licence": as a heading.
    static QString fieldTitle(query::Field field);
    static QString traitName(query::Trait trait);
    /// "2015–2020", "from 800", "up to 99"
    static QString rangeText(std::optional<std::int64_t> low, std::optional<std::int64_t> high);

    /// A part of a query whose words fit on a chip.
    struct FilterText {
        bool isExcluded = false;
        QString field;              ///< "licence"; "" for traits
        QString value;              ///< "CC BY, CC0"
        bool isSaidByField = false; ///< "unlike" needs no "not" before it
        /// "not licence CC BY"
        QString whole() const;
        /// What stands before the value: "not licence"
        QString lead() const;
    };
    /// Nothing for plain words and for what only the language can say.
    static std::optional<FilterText> filterText(const query::Node& part);
    /// The same, or the part as text in quotation marks.
    static QString partText(const query::Node& part);

    /// Says what a remembered picture is called ("@1" → "cells.png"); "" for what it does not know. Without one, and
    /// for figures, an example is called by its name in the query.
    static void setPictureTitles(std::function<QString(const std::string& name)> titles);
};

} // namespace biomedica::ui
