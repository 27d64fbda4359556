// Workspace: changes of the taxonomy.

#include "core/base/text.h"
#include "core/workspace/reader.h"

#include <algorithm>

namespace biomedica::workspace {

namespace {

using annotation::Labels;
using annotation::TaxonomyEdit;

/// The change as the journal keeps it, and what it leads to.
struct CheckedEdit {
    TaxonomyEdit edit;
    annotation::Taxonomy after;
};

Result<CheckedEdit> checked(const annotation::Taxonomy& before, const TaxonomyEdit& edit)
{
    CheckedEdit whole{edit, {}};
    if (auto after = before.with(edit)) {
        whole.after = std::move(*after);
        return whole;
    } else {
        // Perhaps only the spelling differs.
        const auto meant = before.resolve(edit.question, edit.name);
        if (edit.kind == TaxonomyEdit::Kind::Add || edit.kind == TaxonomyEdit::Kind::Import || !meant
            || *meant == edit.name)
            return after.error();
        whole.edit.name = *meant;
        TRY(whole.after, before.with(whole.edit));
        return whole;
    }
}

} // namespace

Result<TaxonomyImpact> Workspace::previewTaxonomyEdit(const TaxonomyEdit& edit)
{
    TRY(const auto now, snapshot());
    TRY(const CheckedEdit whole, checked(*now->taxonomy, edit));
    TaxonomyImpact impact;
    impact.version = whole.after.version();
    if (edit.kind == TaxonomyEdit::Kind::Add)
        return impact;
    const auto place = static_cast<std::size_t>(edit.question);
    // An import touches every class that it does not have.
    const auto isTouched = [&](Question question, const std::string& name) {
        return edit.kind == TaxonomyEdit::Kind::Import
                   ? !whole.after.knows(question, whole.after.current(question, name))
                   : question == edit.question && name == whole.edit.name;
    };
    const auto touchedRows = [&](Question question, const catalog::Column& column) {
        std::vector<bool> isSetTouched(column.setCount());
        for (catalog::Column::SetIndex set = 0; set < column.setCount(); ++set)
            for (const auto value : column.valuesOf(set))
                isSetTouched[set] = isSetTouched[set] || isTouched(question, column.text(value));
        Bitmap rows(now->columns->rows());
        now->columns->shown.forEach([&](std::uint32_t row) {
            if (isSetTouched[column.setOf(row)])
                rows.set(row);
        });
        return rows;
    };
    Bitmap effective(now->columns->rows()), imported(now->columns->rows());
    for (const Question question : allQuestions) {
        if (edit.kind != TaxonomyEdit::Kind::Import && static_cast<std::size_t>(question) != place)
            continue;
        effective |= touchedRows(question, now->effective(question));
        imported |= touchedRows(question, *now->imported[static_cast<std::size_t>(question)]);
    }
    impact.figures = effective.count();
    impact.imported = imported.count();
    const std::shared_lock lock(m_labelsMutex);
    std::map<std::vector<Labels::DecisionIndex>, std::size_t> votes; // by what is said of a figure
    m_labels.forEachFigure([&](FigureId, std::span<const Labels::DecisionIndex> entries) {
        const auto [known, isNew] = votes.try_emplace({entries.begin(), entries.end()});
        if (isNew)
            for (const annotation::FigureVote& vote : m_labels.from(entries).votes)
                known->second += std::any_of(vote.answer.begin(), vote.answer.end(),
                                             [&](const std::string& name) { return isTouched(vote.question, name); })
                                     ? 1
                                     : 0;
        impact.votes += known->second;
    });
    return impact;
}

Result<LabelReceipt> Workspace::editTaxonomy(const std::string& annotator, const TaxonomyEdit& edit)
{
    if (trimmed(annotator).empty())
        return Error(ErrorKind::Invalid, "a change of the taxonomy needs the name of who makes it");
    TRY(const auto before, taxonomy());
    TRY(const CheckedEdit whole, checked(*before, edit));
    journal::Entry entry;
    entry.kind = journal::EntryKind::EditTaxonomy;
    entry.annotator = trimmed(annotator);
    entry.content = annotation::toText(whole.edit);
    std::vector<journal::Entry> one;
    one.push_back(std::move(entry));
    return append(std::move(one));
}

} // namespace biomedica::workspace
