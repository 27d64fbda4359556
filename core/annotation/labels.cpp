#include "core/annotation/labels.h"

#include <algorithm>

namespace biomedica::annotation {

using journal::EntryKind;

bool FigureLabels::isDisputed() const
{
    return std::any_of(consensus.begin(), consensus.end(),
                       [](const Consensus& one) { return one.agreement == Agreement::Undecided; });
}

bool FigureLabels::isFlagged() const
{
    return std::any_of(remarks.begin(), remarks.end(), [](const FigureRemark& remark) { return remark.isFlagged; });
}

std::vector<FigureId> Labels::apply(journal::Entry entry)
{
    if (entry.kind != EntryKind::Decide) {
        applyToggle(entry);
        const DecisionRecord* record = decision(entry.refersTo);
        return record ? record->entry.figures : std::vector<FigureId>();
    }
    if (m_indexOfId.contains(entry.id))
        return {};
    ++m_version;
    const auto index = static_cast<DecisionIndex>(m_decisions.size());
    m_indexOfId[entry.id] = index;
    DecisionRecord record{std::move(entry)};
    if (const auto toggle = m_toggles.find(record.entry.id); toggle != m_toggles.end()) {
        record.isUndone = toggle->second.isUndo;
        record.undoneAt = toggle->second.undoneAt;
    }
    m_decisions.push_back(std::move(record));
    for (const FigureId figure : m_decisions.back().entry.figures)
        place(index, figure);
    return m_decisions.back().entry.figures;
}

void Labels::applyToggle(const journal::Entry& entry)
{
    ++m_version;
    Toggle& toggle = m_toggles[entry.refersTo];
    if (orderOf(entry) <= toggle.order)
        return;
    toggle.order = orderOf(entry);
    toggle.isUndo = entry.kind == EntryKind::Undo;
    if (toggle.isUndo && entry.origin == m_origin)
        toggle.undoneAt = entry.sequence;
    if (const auto found = m_indexOfId.find(entry.refersTo); found != m_indexOfId.end()) {
        m_decisions[found->second].isUndone = toggle.isUndo;
        m_decisions[found->second].undoneAt = toggle.undoneAt;
    }
}

bool Labels::isBefore(DecisionIndex a, DecisionIndex b) const
{
    const journal::Entry& left = m_decisions[a].entry;
    const journal::Entry& right = m_decisions[b].entry;
    return left.clock != right.clock ? left.clock < right.clock : left.id < right.id;
}

void Labels::place(DecisionIndex decision, FigureId figure)
{
    std::vector<DecisionIndex>& decisions = m_ofFigure[figure];
    const auto where = std::upper_bound(decisions.begin(), decisions.end(), decision,
                                        [this](DecisionIndex a, DecisionIndex b) { return isBefore(a, b); });
    decisions.insert(where, decision);
}

FigureLabels Labels::of(FigureId figure) const
{
    FigureLabels labels;
    const auto found = m_ofFigure.find(figure);
    if (found == m_ofFigure.end())
        return labels;
    struct Word {
        std::array<const DecisionRecord*, 4> votes{};
        FigureRemark remark;
    };
    std::map<std::string, Word> words; // by annotator
    for (const DecisionIndex index : found->second) {
        const DecisionRecord& record = m_decisions[index];
        if (record.isUndone)
            continue;
        Word& word = words[record.entry.annotator];
        const journal::Decision& said = record.entry.decision;
        for (const Question question : allQuestions)
            if (const auto& vote = said[question])
                word.votes[static_cast<std::size_t>(question)] = vote->isWithdrawn ? nullptr : &record;
        word.remark.note = said.note.value_or(word.remark.note);
        word.remark.status = said.status.value_or(word.remark.status);
        word.remark.isFlagged = said.isFlagged.value_or(word.remark.isFlagged);
        if (said.note || said.status || said.isFlagged) {
            word.remark.atMs = record.entry.atMs;
            word.remark.source = record.entry.source;
        }
    }
    for (const Question question : allQuestions) {
        std::vector<const Answer*> answers;
        for (const auto& [annotator, word] : words) {
            const DecisionRecord* record = word.votes[static_cast<std::size_t>(question)];
            if (!record)
                continue;
            const Answer& answer = record->entry.decision[question]->answer;
            answers.push_back(&answer);
            labels.votes.push_back(
                {question, answer, annotator, record->entry.atMs, record->entry.source, record->entry.id});
        }
        labels.consensus[static_cast<std::size_t>(question)] = consensusOf(question, answers);
    }
    for (auto& [annotator, word] : words) {
        word.remark.annotator = annotator;
        if (!word.remark.note.empty() || word.remark.status != journal::Status::None || word.remark.isFlagged)
            labels.remarks.push_back(std::move(word.remark));
    }
    return labels;
}

void Labels::forEachFigure(const std::function<void(FigureId)>& visit) const
{
    for (const auto& [figure, decisions] : m_ofFigure)
        visit(figure);
}

const DecisionRecord* Labels::decision(const std::string& id) const
{
    const auto found = m_indexOfId.find(id);
    return found == m_indexOfId.end() ? nullptr : &m_decisions[found->second];
}

std::vector<const DecisionRecord*> Labels::decisions() const
{
    std::vector<DecisionIndex> order(m_decisions.size());
    for (DecisionIndex i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [this](DecisionIndex a, DecisionIndex b) { return isBefore(a, b); });
    std::vector<const DecisionRecord*> sorted;
    for (const DecisionIndex index : order)
        sorted.push_back(&m_decisions[index]);
    return sorted;
}

const DecisionRecord* Labels::lastUndoable(const std::optional<std::string>& annotator) const
{
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& record : m_decisions) {
        const bool isCandidate =
            !record.isUndone && record.entry.origin == m_origin && (!annotator || record.entry.annotator == *annotator);
        if (isCandidate && (!last || record.entry.sequence > last->entry.sequence))
            last = &record;
    }
    return last;
}

const DecisionRecord* Labels::lastRedoable(const std::optional<std::string>& annotator) const
{
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& record : m_decisions) {
        const bool isCandidate =
            record.isUndone && record.undoneAt > 0 && (!annotator || record.entry.annotator == *annotator);
        if (isCandidate && (!last || record.undoneAt > last->undoneAt))
            last = &record;
    }
    if (!last)
        return nullptr;
    const bool wasDecidedSince = std::any_of(m_decisions.begin(), m_decisions.end(), [&](const DecisionRecord& record) {
        return record.entry.origin == m_origin && record.entry.annotator == last->entry.annotator
               && record.entry.sequence > last->undoneAt;
    });
    return wasDecidedSince ? nullptr : last;
}

} // namespace biomedica::annotation
