#include "core/agreement/tally.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace biomedica::agreement {

std::size_t Tally::add(std::span<const LabelCount> counts)
{
    Pattern pattern;
    pattern.firstCount = m_counts.size();
    pattern.counts = static_cast<std::uint32_t>(counts.size());
    for (const LabelCount& one : counts) {
        pattern.votes += one.count;
        pattern.agreeingPairs += std::uint64_t{one.count} * (one.count - 1);
        m_labels = std::max(m_labels, static_cast<std::size_t>(one.label) + 1);
    }
    m_counts.insert(m_counts.end(), counts.begin(), counts.end());
    m_patterns.push_back(pattern);
    return m_patterns.size() - 1;
}

Values Tally::measure(const Weights& weights) const
{
    std::uint64_t items = 0, votes = 0, pairs = 0, agreeingPairs = 0;
    double itemAgreement = 0, coincidences = 0;
    std::vector<std::uint64_t> votesFor(m_labels);
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        const Pattern& pattern = m_patterns[i];
        const std::uint64_t weight = weights[i];
        if (weight == 0)
            continue;
        const std::uint64_t others = pattern.votes - 1;
        const auto agreeing = static_cast<double>(weight * pattern.agreeingPairs);
        items += weight;
        votes += weight * pattern.votes;
        pairs += weight * pattern.votes * others;
        agreeingPairs += weight * pattern.agreeingPairs;
        coincidences += agreeing / static_cast<double>(others);
        itemAgreement += agreeing / static_cast<double>(pattern.votes * others);
        for (const LabelCount& one : countsIn(i))
            votesFor[static_cast<std::size_t>(one.label)] += weight * one.count;
    }
    if (items == 0)
        return {};
    Values values;
    values.observed = static_cast<double>(agreeingPairs) / static_cast<double>(pairs);
    const auto allVotes = static_cast<double>(votes);
    double squares = 0; // exact below 2⁵³, that is up to 94 million votes
    for (const std::uint64_t count : votesFor)
        squares += static_cast<double>(count) * static_cast<double>(count);
    const bool isVaried = std::none_of(votesFor.begin(), votesFor.end(), [&](auto count) { return count == votes; });
    if (!isVaried)
        return values;
    const double expected = squares / (allVotes * allVotes);
    values.fleissKappa = (itemAgreement / static_cast<double>(items) - expected) / (1 - expected);
    values.krippendorffAlpha = 1 - (allVotes - 1) * (allVotes - coincidences) / (allVotes * allVotes - squares);
    return values;
}

namespace {

using SortedVotes = std::vector<Label>;

struct HashOfVotes {
    std::size_t operator()(const SortedVotes& votes) const
    {
        return std::hash<std::string_view>()(
            {reinterpret_cast<const char*>(votes.data()), votes.size() * sizeof(Label)});
    }
};

std::vector<LabelCount> countsOf(const SortedVotes& votes)
{
    std::vector<LabelCount> counts;
    for (const Label label : votes) {
        if (counts.empty() || counts.back().label != label)
            counts.push_back({label, 0});
        ++counts.back().count;
    }
    return counts;
}

} // namespace

PatternTable patternsOf(const VoteTable& votes)
{
    std::unordered_map<SortedVotes, std::uint32_t, HashOfVotes> itemsWith;
    SortedVotes key;
    for (std::size_t item = 0; item < votes.items(); ++item) {
        key.clear();
        for (const Label label : votes.votesOn(item))
            if (label != noVote)
                key.push_back(label);
        if (key.size() < 2)
            continue;
        std::sort(key.begin(), key.end());
        ++itemsWith[key];
    }
    std::vector<const std::pair<const SortedVotes, std::uint32_t>*> sorted;
    for (const auto& pattern : itemsWith)
        sorted.push_back(&pattern);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    PatternTable table;
    for (const auto* pattern : sorted) {
        table.tally.add(countsOf(pattern->first));
        table.items.push_back(pattern->second);
    }
    return table;
}

} // namespace biomedica::agreement
