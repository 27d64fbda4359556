#include "core/query/snapshot.h"

#include <algorithm>

namespace biomedica::query {

namespace {

/// Distinct texts of some parts of a list, in order.
template <typename List, typename TextOf>
std::vector<std::string> distinct(const List& list, TextOf textOf)
{
    std::vector<std::string> texts;
    for (const auto& element : list) {
        std::string text(textOf(element));
        if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::string_view statusText(const annotation::FigureRemark& remark)
{
    return remark.status == journal::Status::None ? std::string_view() : nameOf(remark.status);
}

void addFigure(Snapshot& snapshot, std::uint32_t row, const annotation::FigureLabels& labels)
{
    for (const Question question : allQuestions) {
        const annotation::Consensus& consensus = labels[question];
        if (consensus.agreement != annotation::Agreement::Decided)
            continue;
        catalog::Column& column = snapshot.effectiveLabels[static_cast<std::size_t>(question)];
        column.assign(row, column.intern(consensus.answer));
    }
    const auto assign = [row](catalog::Column& column, const std::vector<std::string>& texts) {
        column.assign(row, column.intern(texts));
    };
    assign(snapshot.annotator, distinct(labels.votes, [](const auto& vote) { return vote.annotator; }));
    assign(snapshot.source, distinct(labels.votes, [](const auto& vote) { return nameOf(vote.source); }));
    assign(snapshot.status, distinct(labels.remarks, statusText));
    if (labels.isLabelled())
        snapshot.labelled.set(row);
    if (labels.isDisputed())
        snapshot.disputed.set(row);
    if (labels.isFlagged())
        snapshot.flagged.set(row);
    for (const annotation::FigureRemark& remark : labels.remarks)
        if (!remark.note.empty())
            snapshot.notes.emplace_back(row, remark.note);
}

/// Figures that carry labels from their shard and no vote of a person.
void addImportedSource(Snapshot& snapshot)
{
    const auto imported = snapshot.source.intern({"imported"});
    snapshot.columns->shown.forEach([&](std::uint32_t row) {
        const bool isImported = std::any_of(allQuestions.begin(), allQuestions.end(), [&](Question question) {
            return snapshot.effective(question).setOf(row) != catalog::Column::emptySet;
        });
        if (isImported && !snapshot.labelled.test(row))
            snapshot.source.assign(row, imported);
    });
}

} // namespace

const catalog::Column* Snapshot::column(Field field) const
{
    switch (field) {
    case Field::Journal: return &columns->journal;
    case Field::Mesh: return &columns->mesh;
    case Field::Keyword: return &columns->keyword;
    case Field::Subject: return &columns->subject;
    case Field::Pmcid: return &columns->pmcid;
    case Field::Shard: return &columns->shard;
    case Field::Subset: return &columns->subset;
    case Field::License: return &columns->license;
    case Field::Cluster: return &columns->cluster;
    case Field::PanelType: return &effective(Question::PanelType);
    case Field::PanelSubtype: return &effective(Question::PanelSubtype);
    case Field::Primary: return &effective(Question::Primary);
    case Field::Secondary: return &effective(Question::Secondary);
    case Field::Annotator: return &annotator;
    case Field::Source: return &source;
    case Field::Status: return &status;
    default: return nullptr;
    }
}

const std::vector<std::int32_t>* Snapshot::numbers(Field field) const
{
    switch (field) {
    case Field::Year: return &columns->years;
    case Field::Width: return &columns->widths;
    case Field::Height: return &columns->heights;
    default: return nullptr;
    }
}

std::shared_ptr<const Snapshot> makeSnapshot(std::shared_ptr<const catalog::Columns> columns,
                                             const annotation::Labels& labels)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->effectiveLabels = {columns->panelType, columns->panelSubtype, columns->primary, columns->secondary};
    const std::size_t rows = columns->rows();
    for (catalog::Column* column : {&snapshot->annotator, &snapshot->source, &snapshot->status})
        *column = catalog::Column(rows);
    for (Bitmap* bitmap : {&snapshot->labelled, &snapshot->disputed, &snapshot->flagged})
        *bitmap = Bitmap(rows);
    snapshot->labelsVersion = labels.version();
    snapshot->columns = std::move(columns);
    labels.forEachFigure([&](FigureId figure) {
        if (const auto row = snapshot->columns->rowOf(figure))
            addFigure(*snapshot, row->value, labels.of(figure));
    });
    addImportedSource(*snapshot);
    std::sort(snapshot->notes.begin(), snapshot->notes.end());
    return snapshot;
}

} // namespace biomedica::query
