// Workspace: decisions, undo and redo, history.

#include "core/base/text.h"
#include "core/workspace/reader.h"

#include <algorithm>
#include <chrono>

namespace biomedica::workspace {

namespace {

std::int64_t nowMs()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

/// The decision with every class in the taxonomy's spelling, sets sorted and without repeats.
Result<journal::Decision> checked(journal::Decision decision, const annotation::Taxonomy& taxonomy)
{
    for (const Question question : allQuestions) {
        auto& vote = decision[question];
        if (!vote || vote->isWithdrawn)
            continue;
        for (std::string& name : vote->answer) {
            TRY(name, taxonomy.resolve(question, name));
        }
        std::sort(vote->answer.begin(), vote->answer.end());
        vote->answer.erase(std::unique(vote->answer.begin(), vote->answer.end()), vote->answer.end());
        if (!isListQuestion(question) && vote->answer.size() != 1)
            return Error(ErrorKind::Invalid,
                         "the question '" + std::string(nameOf(question)) + "' takes exactly one answer");
    }
    if (decision.isEmpty())
        return Error(ErrorKind::Invalid, "the decision says nothing: give at least one label, note, status or flag");
    return decision;
}

} // namespace

Result<void> Workspace::takeNewEntries()
{
    const std::lock_guard journalLock(m_journalMutex);
    std::vector<journal::Entry> fresh;
    TRY_VOID(m_journal.readAfter(m_takenSequence, [&](journal::Entry entry) { fresh.push_back(std::move(entry)); }));
    if (fresh.empty())
        return {};
    const std::unique_lock labelsLock(m_labelsMutex);
    for (journal::Entry& entry : fresh) {
        m_takenSequence = entry.sequence;
        m_labels.apply(std::move(entry));
    }
    return {};
}

Result<LabelReceipt> Workspace::append(journal::Entry entry)
{
    entry.atMs = nowMs();
    entry.taxonomyVersion = taxonomy().version();
    {
        const std::lock_guard journalLock(m_journalMutex);
        TRY(entry, m_journal.append(std::move(entry)));
    }
    TRY_VOID(takeNewEntries());
    TRY(const auto now, snapshot());
    LabelReceipt receipt;
    receipt.decision = entry.kind == journal::EntryKind::Decide ? entry.id : entry.refersTo;
    {
        const std::shared_lock lock(m_labelsMutex);
        if (const annotation::DecisionRecord* record = m_labels.decision(receipt.decision))
            receipt.entry = record->entry;
    }
    for (const FigureId figure : receipt.entry.figures)
        if (const auto row = now->columns->rowOf(figure))
            receipt.rows.push_back(*row);
    return receipt;
}

Result<LabelReceipt> Workspace::decide(LabelRequest request)
{
    const std::string annotator(trimmed(request.annotator));
    if (annotator.empty())
        return Error(ErrorKind::Invalid, "a decision needs the name of its annotator");
    if (request.rows.empty())
        return Error(ErrorKind::Invalid, "there is no figure to label");
    journal::Entry entry;
    TRY(entry.decision, checked(std::move(request.decision), taxonomy()));
    entry.annotator = annotator;
    entry.source = request.source;
    TRY(const auto now, snapshot());
    entry.figures.reserve(request.rows.size());
    for (const RowId row : request.rows) {
        if (row.value >= now->columns->rows() || !now->columns->shown.test(row.value))
            return Error(ErrorKind::NotFound, "a figure to label is no longer in the collection");
        entry.figures.push_back(now->columns->ids[row.value]);
    }
    return append(std::move(entry));
}

Result<LabelReceipt> Workspace::toggle(journal::EntryKind kind, const std::optional<std::string>& annotator,
                                       const std::optional<std::string>& decision)
{
    TRY_VOID(takeNewEntries());
    const bool isUndo = kind == journal::EntryKind::Undo;
    journal::Entry entry;
    entry.kind = kind;
    {
        const std::shared_lock lock(m_labelsMutex);
        const annotation::DecisionRecord* record = decision ? m_labels.decision(*decision)
                                                   : isUndo ? m_labels.lastUndoable(annotator)
                                                            : m_labels.lastRedoable(annotator);
        if (!record && decision)
            return Error(ErrorKind::NotFound, "there is no decision '" + *decision + "' in this collection");
        if (!record)
            return Error(ErrorKind::NotFound, std::string("there is nothing to ") + (isUndo ? "undo" : "redo")
                                                  + (annotator ? " by '" + *annotator + "'" : std::string()));
        if (annotator && record->entry.annotator != *annotator)
            return Error(ErrorKind::NotFound, "the decision '" + record->entry.id + "' is by '"
                                                  + record->entry.annotator + "', not by '" + *annotator + "'");
        if (record->isUndone == isUndo)
            return Error(ErrorKind::NotFound,
                         "the decision '" + record->entry.id + "' is " + (isUndo ? "undone already" : "not undone"));
        entry.refersTo = record->entry.id;
        entry.annotator = record->entry.annotator;
    }
    return append(std::move(entry));
}

Result<LabelReceipt> Workspace::undo(const std::optional<std::string>& annotator,
                                     const std::optional<std::string>& decision)
{
    return toggle(journal::EntryKind::Undo, annotator, decision);
}

Result<LabelReceipt> Workspace::redo(const std::optional<std::string>& annotator,
                                     const std::optional<std::string>& decision)
{
    return toggle(journal::EntryKind::Redo, annotator, decision);
}

Result<std::vector<HistoryEntry>> Workspace::history(std::size_t limit)
{
    TRY_VOID(takeNewEntries());
    const std::shared_lock lock(m_labelsMutex);
    std::vector<HistoryEntry> entries;
    const std::vector<const annotation::DecisionRecord*> decisions = m_labels.decisions();
    for (auto record = decisions.rbegin(); record != decisions.rend(); ++record) {
        if (limit > 0 && entries.size() == limit)
            break;
        entries.push_back({(*record)->entry, (*record)->isUndone});
    }
    return entries;
}

} // namespace biomedica::workspace
