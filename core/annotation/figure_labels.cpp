#include "core/annotation/figure_labels.h"

#include <algorithm>

namespace biomedica::annotation {

bool FigureLabels::isDisputed() const
{
    return std::any_of(consensus.begin(), consensus.end(),
                       [](const Consensus& one) { return one.agreement == Agreement::Undecided; });
}

bool FigureLabels::isFlagged() const
{
    return std::any_of(remarks.begin(), remarks.end(), [](const FigureRemark& remark) { return remark.isFlagged; });
}

bool FigureLabels::hasVoteOf(const std::string& annotator, Question question) const
{
    return std::any_of(votes.begin(), votes.end(), [&](const FigureVote& vote) {
        return vote.question == question && vote.annotator == annotator && !vote.isToBeRepeated;
    });
}

void updateConsensus(FigureLabels& labels)
{
    for (const Question question : allQuestions) {
        std::vector<const Answer*> answers;
        for (const FigureVote& vote : labels.votes)
            if (vote.question == question)
                answers.push_back(&vote.answer);
        Consensus& consensus = labels.consensus[static_cast<std::size_t>(question)];
        consensus = consensusOf(question, answers);
        for (const Adjudication& adjudication : labels.adjudications)
            if (adjudication.question == question)
                consensus = {Agreement::Decided, adjudication.answer};
    }
}

FigureLabels visibleTo(FigureLabels labels, const std::string& annotator)
{
    std::array<bool, 4> isAnswered{};
    for (const Question question : allQuestions)
        isAnswered[static_cast<std::size_t>(question)] = labels.hasVoteOf(annotator, question);
    const auto isHidden = [&](const auto& said) { return !isAnswered[static_cast<std::size_t>(said.question)]; };
    const bool isAnyAnswered = std::any_of(isAnswered.begin(), isAnswered.end(), [](bool one) { return one; });
    std::erase_if(labels.votes, isHidden);
    std::erase_if(labels.adjudications, isHidden);
    if (!isAnyAnswered)
        std::erase_if(labels.remarks, [&](const FigureRemark& remark) { return remark.annotator != annotator; });
    updateConsensus(labels);
    return labels;
}

} // namespace biomedica::annotation
