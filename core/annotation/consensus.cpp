#include "core/annotation/consensus.h"

#include <algorithm>
#include <map>

namespace biomedica::annotation {

namespace {

bool isMajority(std::size_t count, std::size_t voters)
{
    return count * 2 > voters;
}

Consensus overWholeAnswers(std::span<const Answer* const> votes)
{
    for (const Answer* candidate : votes) {
        const auto same =
            std::count_if(votes.begin(), votes.end(), [&](const Answer* vote) { return *vote == *candidate; });
        if (isMajority(static_cast<std::size_t>(same), votes.size()))
            return {Agreement::Decided, *candidate};
    }
    return {Agreement::Undecided, {}};
}

Consensus overClasses(std::span<const Answer* const> votes)
{
    std::map<std::string, std::size_t> votesFor;
    std::size_t votesForNone = 0;
    for (const Answer* vote : votes) {
        votesForNone += vote->empty() ? 1 : 0;
        for (const std::string& name : *vote)
            ++votesFor[name];
    }
    Consensus consensus;
    for (const auto& [name, count] : votesFor)
        if (isMajority(count, votes.size()))
            consensus.answer.push_back(name);
    const bool isDecided = !consensus.answer.empty() || isMajority(votesForNone, votes.size());
    consensus.agreement = isDecided ? Agreement::Decided : Agreement::Undecided;
    return consensus;
}

} // namespace

Consensus consensusOf(Question question, std::span<const Answer* const> votes)
{
    if (votes.empty())
        return {};
    return isListQuestion(question) ? overClasses(votes) : overWholeAnswers(votes);
}

} // namespace biomedica::annotation
