// Workspace: what was decided, and undoing more than the last decision.

#include "core/workspace/reader.h"

#include <algorithm>
#include <set>

namespace biomedica::workspace {

namespace {

using annotation::Labels;

bool namesClass(const journal::Decision& decision, const std::string& name, const annotation::Taxonomy& taxonomy)
{
    return std::any_of(allQuestions.begin(), allQuestions.end(), [&](Question question) {
        const auto& vote = decision[question];
        return vote && std::any_of(vote->answer.begin(), vote->answer.end(), [&](const std::string& one) {
                   return one == name || taxonomy.current(question, one) == name;
               });
    });
}

bool isMeant(const journal::Entry& entry, const HistoryFilter& filter, const std::optional<FigureId>& figure,
             const annotation::Taxonomy& taxonomy)
{
    return (!filter.annotator || entry.annotator == *filter.annotator)
           && (!filter.fromMs || entry.atMs >= *filter.fromMs) && (!filter.untilMs || entry.atMs < *filter.untilMs)
           && (!filter.className || namesClass(entry.decision, *filter.className, taxonomy))
           && (!figure || std::binary_search(entry.figures.begin(), entry.figures.end(), *figure));
}

/// Who works blind does not read there what others have said.
bool isHidden(const journal::Entry& entry, const std::string& blindTo)
{
    return !blindTo.empty() && entry.annotator != blindTo && entry.kind != journal::EntryKind::EditTaxonomy;
}

} // namespace

Result<std::vector<HistoryEntry>> Workspace::history(const HistoryFilter& filter)
{
    TRY(const auto now, snapshot());
    std::optional<FigureId> figure;
    if (filter.figure && filter.figure->value < now->columns->rows())
        figure = now->columns->ids[filter.figure->value];
    const std::shared_lock lock(m_labelsMutex);
    std::vector<HistoryEntry> entries;
    const std::vector<const annotation::DecisionRecord*> decisions = m_labels.decisions();
    for (auto record = decisions.rbegin(); record != decisions.rend(); ++record) {
        if (filter.limit > 0 && entries.size() == filter.limit)
            break;
        if (isMeant((*record)->entry, filter, figure, *now->taxonomy) && !isHidden((*record)->entry, now->blindTo))
            entries.push_back({(*record)->entry, (*record)->isUndone});
    }
    return entries;
}

Result<LabelReceipt> Workspace::undoAll(const std::vector<std::string>& decisions, const std::string& annotator)
{
    TRY_VOID(takeNewEntries());
    std::vector<journal::Entry> entries;
    {
        const std::shared_lock lock(m_labelsMutex);
        for (const std::string& id : decisions) {
            const std::vector<Labels::DecisionIndex> named = m_labels.named(id);
            if (named.empty())
                return Error(ErrorKind::NotFound, "there is no decision '" + id + "' in this collection");
            if (std::all_of(named.begin(), named.end(), [&](auto index) { return m_labels.at(index).isUndone; }))
                continue;
            journal::Entry& entry = entries.emplace_back();
            entry.kind = journal::EntryKind::Undo;
            entry.refersTo = id;
            entry.annotator = annotator;
        }
    }
    if (entries.empty())
        return Error(ErrorKind::NotFound, "all of these decisions are undone already");
    return append(std::move(entries));
}

Result<UndoPreview> Workspace::previewUndo(const std::vector<std::string>& decisions)
{
    TRY(const auto now, snapshot());
    const std::shared_lock lock(m_labelsMutex);
    std::set<Labels::DecisionIndex> undone;
    for (const std::string& id : decisions) {
        const auto named = m_labels.named(id);
        undone.insert(named.begin(), named.end());
    }
    const bool isTaxonomy = std::any_of(undone.begin(), undone.end(), [&](auto index) {
        return m_labels.at(index).entry.kind == journal::EntryKind::EditTaxonomy;
    });
    UndoPreview preview;
    std::map<std::vector<Labels::DecisionIndex>, std::array<bool, 4>> changes; // by what is said of a figure
    m_labels.forEachFigure([&](FigureId figure, std::span<const Labels::DecisionIndex> entries) {
        const bool isNamed =
            std::any_of(entries.begin(), entries.end(), [&](auto index) { return undone.contains(index); });
        if (!isNamed && !isTaxonomy)
            return;
        preview.figures += isNamed ? 1 : 0;
        const auto [change, isNew] = changes.try_emplace({entries.begin(), entries.end()});
        if (isNew) {
            const annotation::FigureLabels before = m_labels.from(entries), after = m_labels.from(entries, undone);
            for (std::size_t place = 0; place < allQuestions.size(); ++place)
                change->second[place] = before.consensus[place] != after.consensus[place];
        }
        for (std::size_t place = 0; place < allQuestions.size(); ++place)
            preview.changes[place] += change->second[place] ? 1 : 0;
        const bool isChanged = change->second != std::array<bool, 4>{};
        if (const auto row = now->columns->rowOf(figure); isChanged && row)
            preview.changed.push_back(*row);
    });
    return preview;
}

Result<News> Workspace::newsSince(std::uint64_t version)
{
    News news;
    TRY(news.snapshot, snapshot());
    const std::shared_lock lock(m_labelsMutex);
    news.version = news.snapshot->labelsVersion;
    const auto changed = m_labels.changedSince(version);
    news.isEverything = !changed;
    if (changed)
        for (const FigureId figure : *changed)
            if (const auto row = news.snapshot->columns->rowOf(figure))
                news.rows.push_back(*row);
    return news;
}

} // namespace biomedica::workspace
