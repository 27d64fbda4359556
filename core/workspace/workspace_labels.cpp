// Workspace: decisions, undo and redo.

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

Result<LabelReceipt> Workspace::append(std::vector<journal::Entry> entries)
{
    TRY_VOID(lookAfterJournal());
    TRY(const auto current, taxonomy());
    for (journal::Entry& entry : entries) {
        entry.atMs = nowMs();
        entry.taxonomyVersion = current->version();
    }
    {
        const std::lock_guard journalLock(m_journalMutex);
        TRY(entries, m_journal.append(std::move(entries)));
    }
    TRY(const auto now, snapshot());
    LabelReceipt receipt;
    receipt.entries = entries.size();
    receipt.decision = isToggle(entries.front().kind) ? entries.front().refersTo : entries.front().undoName();
    std::vector<FigureId> figures;
    {
        const std::shared_lock lock(m_labelsMutex);
        for (const journal::Entry& entry : entries)
            for (const auto index : m_labels.named(isToggle(entry.kind) ? entry.refersTo : entry.id)) {
                const journal::Entry& decision = m_labels.at(index).entry;
                if (receipt.entry.id.empty())
                    receipt.entry = decision;
                figures.insert(figures.end(), decision.figures.begin(), decision.figures.end());
            }
    }
    if (figures.size() > receipt.entry.figures.size()) { // of several decisions
        std::sort(figures.begin(), figures.end());
        figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    }
    receipt.figures = figures.size();
    now->columns->forEachRowOf(figures, [&](RowId row) { receipt.rows.push_back(row); });
    return receipt;
}

Result<std::vector<FigureId>> Workspace::figuresOf(const std::vector<RowId>& rows, const query::Snapshot& now) const
{
    std::vector<FigureId> figures;
    figures.reserve(rows.size());
    for (const RowId row : rows) {
        if (row.value >= now.columns->rows() || !now.columns->shown.test(row.value))
            return Error(ErrorKind::NotFound, "a figure to label is no longer in the collection");
        figures.push_back(now.columns->ids[row.value]);
    }
    TRY_VOID(now.columns->check()); // what goes into the journal is there for ever
    return figures;
}

Result<journal::Entry> Workspace::entryFrom(LabelRequest request, const query::Snapshot& now)
{
    const std::string annotator(trimmed(request.annotator));
    if (annotator.empty())
        return Error(ErrorKind::Invalid, "a decision needs the name of its annotator");
    if (request.rows.empty())
        return Error(ErrorKind::Invalid, "there is no figure to label");
    journal::Entry entry;
    TRY(entry.decision, checked(std::move(request.decision), *now.taxonomy));
    entry.annotator = annotator;
    entry.source = request.source;
    TRY(entry.figures, figuresOf(request.rows, now));
    return entry;
}

Result<LabelReceipt> Workspace::decide(LabelRequest request)
{
    std::vector<LabelRequest> one;
    one.push_back(std::move(request));
    return decide(std::move(one));
}

Result<LabelReceipt> Workspace::decide(std::vector<LabelRequest> requests)
{
    TRY(const auto now, snapshot());
    std::vector<journal::Entry> entries;
    for (LabelRequest& request : requests) {
        TRY(journal::Entry entry, entryFrom(std::move(request), *now));
        entries.push_back(std::move(entry));
    }
    if (entries.empty())
        return Error(ErrorKind::Invalid, "there is nothing to decide");
    return append(std::move(entries));
}

Result<LabelReceipt> Workspace::toggle(journal::EntryKind kind, const std::optional<std::string>& annotator,
                                       const std::optional<std::string>& decision)
{
    TRY_VOID(takeNewEntries());
    const bool isUndo = kind == journal::EntryKind::Undo;
    std::vector<journal::Entry> entries;
    {
        const std::shared_lock lock(m_labelsMutex);
        const auto meant = decision ? m_labels.named(*decision)
                           : isUndo ? m_labels.lastUndoable(annotator)
                                    : m_labels.lastRedoable(annotator);
        if (meant.empty() && decision)
            return Error(ErrorKind::NotFound, "there is no decision '" + *decision + "' in this collection");
        if (meant.empty())
            return Error(ErrorKind::NotFound, std::string("there is nothing to ") + (isUndo ? "undo" : "redo")
                                                  + (annotator ? " by '" + *annotator + "'" : std::string()));
        bool isChange = false;
        for (const auto index : meant) {
            const annotation::DecisionRecord& record = m_labels.at(index);
            if (annotator && record.entry.annotator != *annotator)
                return Error(ErrorKind::NotFound, "the decision '" + record.entry.id + "' is by '"
                                                      + record.entry.annotator + "', not by '" + *annotator + "'");
            isChange |= record.isUndone != isUndo;
            // One entry for each decision that is named alone, one for all of a group.
            const std::string& name = decision ? *decision : record.entry.undoName();
            if (std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.refersTo == name; }))
                continue;
            journal::Entry& entry = entries.emplace_back();
            entry.kind = kind;
            entry.refersTo = name;
            entry.annotator = record.entry.annotator;
        }
        if (!isChange)
            return Error(ErrorKind::NotFound, "the decision '" + m_labels.at(meant.front()).entry.undoName() + "' is "
                                                  + (isUndo ? "undone already" : "not undone"));
    }
    return append(std::move(entries));
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

} // namespace biomedica::workspace
