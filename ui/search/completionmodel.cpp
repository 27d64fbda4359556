#include "ui/search/completionmodel.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/session/querywording.h"

namespace biomedica::ui {

namespace {

constexpr int offeredAtMost = 200;
constexpr int earlierAtMost = 8;

bool beginsLike(const QString& text, const QString& word)
{
    return text.startsWith(word, Qt::CaseInsensitive);
}

QList<Completion> traitCompletions(const Term& term)
{
    QList<Completion> found;
    for (const query::Trait trait : {query::Trait::Labelled, query::Trait::Unlabelled, query::Trait::Disputed,
                                     query::Trait::Flagged, query::Trait::Duplicate})
        if (const QString name = fromUtf8(query::traitName(trait)); beginsLike(name, term.word))
            found.append({Completion::Kind::Value, QStringLiteral("is:") + name, QueryWording::traitName(trait)});
    return found;
}

QList<Completion> presenceCompletions(const Term& term)
{
    QList<Completion> found;
    for (const query::FieldInfo& info : query::allFields())
        if (const QString name = fromUtf8(info.name); beginsLike(name, term.word))
            found.append(
                {Completion::Kind::Value, QStringLiteral("has:") + name, QueryWording::fieldTitle(info.field)});
    return found;
}

} // namespace

QList<Completion> fieldCompletions(const Term& term)
{
    if (term.hasColon && term.field == QLatin1String("is"))
        return traitCompletions(term);
    if (term.hasColon && term.field == QLatin1String("has"))
        return presenceCompletions(term);
    QList<Completion> found;
    if (term.hasColon || term.word.isEmpty())
        return found;
    for (const query::FieldInfo& info : query::allFields()) {
        const QString name = fromUtf8(info.name);
        if (beginsLike(name, term.word) || beginsLike(QueryWording::fieldName(info.field), term.word))
            found.append({Completion::Kind::Field, name + QLatin1Char(':'), QueryWording::fieldTitle(info.field)});
    }
    if (beginsLike(QStringLiteral("is"), term.word))
        found += traitCompletions({0, 0, {}, {}, false});
    for (Completion& trait : traitCompletions(term))
        found.append(std::move(trait)); // "unl" finds is:unlabelled
    if (beginsLike(QStringLiteral("has"), term.word))
        found.append({Completion::Kind::Field, QStringLiteral("has:"), QueryWording::tr("a field that is not empty")});
    return found;
}

QList<Completion> valueCompletions(const Term& term, const std::vector<query::FacetValue>& values)
{
    QList<Completion> first;
    QList<Completion> later;
    for (const query::FacetValue& value : values) {
        const QString text = fromUtf8(value.value);
        QList<Completion>& list = beginsLike(text, term.word) ? first : later;
        if (&list == &later && !text.contains(term.word, Qt::CaseInsensitive))
            continue;
        if (list.size() < offeredAtMost)
            list.append({Completion::Kind::Value, term.field + QLatin1Char(':') + quotedValue(text),
                         withThousands(value.count)});
    }
    return (first + later).mid(0, offeredAtMost);
}

QList<Completion> earlierSearches(const QStringList& earlier, const QString& text)
{
    QList<Completion> found;
    for (auto query = earlier.crbegin(); query != earlier.crend() && found.size() < earlierAtMost; ++query)
        if (*query != text && query->contains(text, Qt::CaseInsensitive))
            found.append({Completion::Kind::Whole, *query, QueryWording::tr("searched before")});
    return found;
}

void CompletionModel::setCompletions(QList<Completion> completions)
{
    beginResetModel();
    m_completions = std::move(completions);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_completions.size());
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Completion& completion = m_completions[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole: return completion.text;
    case DetailRole: return completion.detail;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(completion.text, completion.detail);
    default: return {};
    }
}

} // namespace biomedica::ui
