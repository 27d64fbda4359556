// Labels::from(): what the entries about one figure say together.

#include "core/annotation/labels.h"

#include <algorithm>
#include <map>

namespace biomedica::annotation {

namespace {

using DecisionIndex = Labels::DecisionIndex;

/// What one annotator said.
struct Word {
    std::array<const DecisionRecord*, 4> votes{};
    std::array<bool, 4> isToBeRepeated{};
    FigureRemark remark;
};

class Fold {
public:
    explicit Fold(const Taxonomy& taxonomy) : m_taxonomy(taxonomy) {}

    /// In logical order.
    void add(const DecisionRecord& record)
    {
        if (const auto* review = std::get_if<Review>(&record.content))
            addReview(record.entry, *review);
        else if (const auto* assignment = std::get_if<Assignment>(&record.content))
            addAssignment(*assignment);
        else if (record.entry.source == journal::Source::Adjudicated)
            addVotes(m_adjudications, record);
        else
            addDecision(record);
    }

    FigureLabels result()
    {
        for (const Question question : allQuestions) {
            const auto place = static_cast<std::size_t>(question);
            for (const auto& [annotator, word] : m_words)
                if (const DecisionRecord* record = word.votes[place])
                    m_labels.votes.push_back({question, answerOf(*record, question), annotator, record->entry.atMs,
                                              record->entry.source, record->entry.id, word.isToBeRepeated[place]});
            if (const DecisionRecord* record = m_adjudications[place])
                m_labels.adjudications.push_back({question, answerOf(*record, question), record->entry.annotator,
                                                  record->entry.atMs, record->entry.id});
        }
        for (auto& [annotator, word] : m_words) {
            word.remark.annotator = annotator;
            if (!word.remark.note.empty() || word.remark.status != journal::Status::None || word.remark.isFlagged)
                m_labels.remarks.push_back(std::move(word.remark));
        }
        std::sort(m_labels.assignees.begin(), m_labels.assignees.end());
        updateConsensus(m_labels);
        return std::move(m_labels);
    }

private:
    static void addVotes(std::array<const DecisionRecord*, 4>& votes, const DecisionRecord& record)
    {
        for (const Question question : allQuestions)
            if (const auto& vote = record.entry.decision[question])
                votes[static_cast<std::size_t>(question)] = vote->isWithdrawn ? nullptr : &record;
    }

    void addDecision(const DecisionRecord& record)
    {
        Word& word = m_words[record.entry.annotator];
        const journal::Decision& said = record.entry.decision;
        addVotes(word.votes, record);
        for (const Question question : allQuestions)
            if (said[question])
                word.isToBeRepeated[static_cast<std::size_t>(question)] = false;
        word.remark.note = said.note.value_or(word.remark.note);
        word.remark.status = said.status.value_or(word.remark.status);
        word.remark.isFlagged = said.isFlagged.value_or(word.remark.isFlagged);
        if (said.note || said.status || said.isFlagged) {
            word.remark.atMs = record.entry.atMs;
            word.remark.source = record.entry.source;
        }
    }

    void addReview(const journal::Entry& entry, const Review& review)
    {
        m_labels.review = {review.verdict, review.comment, entry.annotator, entry.atMs};
        if (review.verdict == Verdict::Reopened)
            m_adjudications = {};
    }

    void addAssignment(const Assignment& assignment)
    {
        std::vector<std::string>& assignees = m_labels.assignees;
        if (std::find(assignees.begin(), assignees.end(), assignment.annotator) == assignees.end())
            assignees.push_back(assignment.annotator);
        if (assignment.isRepeat)
            m_words[assignment.annotator].isToBeRepeated.fill(true);
    }

    Answer answerOf(const DecisionRecord& record, Question question) const
    {
        return m_taxonomy.current(question, record.entry.decision[question]->answer);
    }

    const Taxonomy& m_taxonomy;
    FigureLabels m_labels;
    std::map<std::string, Word> m_words; ///< by annotator
    std::array<const DecisionRecord*, 4> m_adjudications{};
};

} // namespace

FigureLabels Labels::from(std::span<const DecisionIndex> entries, const std::set<DecisionIndex>& undone) const
{
    const bool isTaxonomyOther = std::any_of(undone.begin(), undone.end(), [this](DecisionIndex index) {
        return std::holds_alternative<TaxonomyEdit>(m_decisions[index].content);
    });
    const std::shared_ptr<const Taxonomy> taxonomy =
        isTaxonomyOther ? std::make_shared<const Taxonomy>(taxonomyWithout(undone)) : m_taxonomy;
    Fold fold(*taxonomy);
    for (const DecisionIndex index : inLogicalOrder({entries.begin(), entries.end()}))
        if (!m_decisions[index].isUndone && !undone.contains(index))
            fold.add(m_decisions[index]);
    return fold.result();
}

} // namespace biomedica::annotation
