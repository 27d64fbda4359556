// What the search field offers to go on with: fields, values of a field with their counts, earlier and saved searches.
//
// Thread contract: GUI thread.
#pragma once

#include "core/query/engine.h"
#include "ui/search/term.h"

#include <QAbstractListModel>
#include <QStringList>

namespace biomedica::ui {

struct Completion {
    enum class Kind {
        Field, ///< takes the term's place; a value is still to follow
        Value, ///< takes the term's place; a finished filter
        Whole, ///< takes the place of everything in the field
    };
    Kind kind = Kind::Field;
    QString text;   ///< of the query language
    QString detail; ///< a count, what a field is, a saved search's name
    bool operator==(const Completion&) const = default;
};

/// Fields and what goes with `is:` and `has:` that begin like the word, by their names in the language or in words.
QList<Completion> fieldCompletions(const Term& term);
/// Those that begin like the word first, then those that hold it; the most frequent first among each.
QList<Completion> valueCompletions(const Term& term, const std::vector<query::FacetValue>& values);
/// Of `earlier`, the latest last, those that hold the text; the latest first.
QList<Completion> earlierSearches(const QStringList& earlier, const QString& text);

class CompletionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setCompletions(QList<Completion> completions);
    const Completion& at(int row) const { return m_completions[row]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<Completion> m_completions;
};

} // namespace biomedica::ui
