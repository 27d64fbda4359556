#include "core/agreement/class_tallies.h"

#include <algorithm>
#include <map>

namespace biomedica::agreement {

namespace {

constexpr Label notIn = 0, in = 1;

} // namespace

ClassTallies::ClassTallies(const Tally& answers, const std::vector<std::vector<std::size_t>>& classesOf,
                           std::size_t classes)
    : m_classes(classes)
{
    std::map<std::uint32_t, std::size_t> nobody; // by number of voters
    for (std::size_t pattern = 0; pattern < answers.patterns(); ++pattern)
        m_votersPattern.push_back(nobody.try_emplace(answers.votesIn(pattern), nobody.size()).first->second);
    m_nobodyPatterns = nobody.size();
    std::vector<LabelCount> votersOf(nobody.size());
    for (const auto& [voters, pattern] : nobody)
        votersOf[pattern] = {notIn, voters};
    for (OneClass& one : m_classes)
        for (const LabelCount& voters : votersOf)
            one.tally.add({&voters, 1});

    std::map<std::size_t, std::uint32_t> votesFor; // by class
    for (std::size_t pattern = 0; pattern < answers.patterns(); ++pattern) {
        votesFor.clear();
        for (const LabelCount& answer : answers.countsIn(pattern))
            for (const std::size_t number : classesOf[static_cast<std::size_t>(answer.label)])
                votesFor[number] += answer.count;
        for (const auto& [number, votes] : votesFor)
            m_links.push_back({pattern, number, patternOf(m_classes[number], answers.votesIn(pattern), votes),
                               m_votersPattern[pattern]});
    }
    for (OneClass& one : m_classes)
        one.weights.resize(one.tally.patterns());
}

std::size_t ClassTallies::patternOf(OneClass& one, std::uint32_t voters, std::uint32_t votes) const
{
    for (std::size_t known = m_nobodyPatterns; known < one.tally.patterns(); ++known)
        if (one.tally.votesIn(known) == voters && one.tally.countsIn(known).front().count == votes)
            return known;
    const LabelCount counts[] = {{in, votes}, {notIn, voters - votes}};
    return one.tally.add({counts, votes < voters ? 2u : 1u});
}

void ClassTallies::weigh(const Weights& answers)
{
    Weights voters(m_nobodyPatterns);
    for (std::size_t pattern = 0; pattern < answers.size(); ++pattern)
        voters[m_votersPattern[pattern]] += answers[pattern];
    for (OneClass& one : m_classes) {
        std::copy(voters.begin(), voters.end(), one.weights.begin());
        std::fill(one.weights.begin() + static_cast<std::ptrdiff_t>(voters.size()), one.weights.end(), 0);
    }
    for (const Link& link : m_links) {
        Weights& weights = m_classes[link.number].weights;
        weights[link.pattern] += answers[link.answerPattern];
        weights[link.nobodyPattern] -= answers[link.answerPattern];
    }
}

} // namespace biomedica::agreement
