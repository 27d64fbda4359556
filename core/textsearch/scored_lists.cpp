#include "core/textsearch/scored_lists.h"

#include <algorithm>
#include <map>

namespace biomedica::textsearch {

namespace {

constexpr double fieldWeights[spaceCount][fieldsInSpace] = {{2.0, 1.0, 0, 0}, {1.0, 0.5, 0.7, 0.7}};

std::size_t windowsFor(std::uint32_t documents)
{
    return (std::size_t{documents} + windowSize - 1) / windowSize;
}

/// More lists than these are not bounded one by one.
constexpr std::size_t fewLists = 32;

/// A list whose blocks reach over more windows than these is added up at once: its bounds would tell little.
constexpr std::size_t windowsOfSparseBlocks = 32;

} // namespace

Result<void> ScoredLists::add(const SegmentSet& set, const FieldMatches& matches, const Job& job)
{
    const FieldStatistics& statistics = set.statistics(matches.space, matches.field);
    const double idf = inverseFrequency(statistics.documents, matches.documents);
    const double weight = fieldWeights[static_cast<std::size_t>(matches.space)][matches.field];
    Block block;
    for (const WordList& word : matches.lists) {
        TRY_VOID(job.check());
        const Bm25 bm25(weight * word.weight, idf, statistics);
        const auto lengths = word.segment->lengths(matches.field);
        m_postings += word.list.documents();
        if (word.list.isLong() && word.list.blockCount() * windowsOfSparseBlocks >= windowsFor(m_documents)) {
            m_lists.emplace_back(word, lengths, bm25);
            continue;
        }
        for (std::uint32_t i = 0; i < word.list.blockCount(); ++i) {
            if (!word.list.read(i, block))
                return word.segment->damaged();
            for (unsigned j = 0; j < block.count; ++j)
                add({block.documents[j],
                     bm25.of(block.frequencies[j], lengths[block.documents[j] - word.segment->first()])});
        }
    }
    const Bm25 bm25(weight, idf, statistics);
    for (const PhraseMatches& phrase : matches.phrases) {
        const auto lengths = phrase.segment->lengths(matches.field);
        m_postings += phrase.matches.size();
        for (const PhraseMatch& match : phrase.matches)
            add({match.document, bm25.of(match.frequency, lengths[match.document - phrase.segment->first()])});
    }
    return {};
}

/// Those of a window behind each other, in the order in which they were added.
void ScoredLists::dealOutSingle()
{
    m_windowEnds.assign(windowsFor(m_documents) + 1, 0);
    for (const ScoredDocument& scored : m_single)
        ++m_windowEnds[scored.document / windowSize + 1];
    for (std::size_t i = 1; i < m_windowEnds.size(); ++i)
        m_windowEnds[i] += m_windowEnds[i - 1];
    std::vector<ScoredDocument> dealtOut(m_single.size());
    for (const ScoredDocument& scored : m_single)
        dealtOut[m_windowEnds[scored.document / windowSize]++] = scored;
    m_single = std::move(dealtOut);
}

/// Lists of different segments do not meet.
bool ScoredLists::areManyTogether() const
{
    std::map<const Segment*, std::size_t> lists;
    for (const ScoredList& list : m_lists)
        if (++lists[&list.segment()] > fewLists)
            return true;
    return false;
}

Result<void> ScoredLists::addUpMany(const Job& job)
{
    if (!areManyTogether())
        return {};
    m_sums.resize(m_documents);
    const std::size_t windows = windowsFor(m_documents);
    const auto isSparse = [&](const ScoredList& list) { return list.blockCount() < windows; };
    for (const ScoredList& list : m_lists) {
        TRY_VOID(job.check());
        if (isSparse(list) && !list.addToAll(m_sums))
            return list.segment().damaged();
    }
    std::erase_if(m_lists, isSparse);
    for (const ScoredDocument& scored : m_single)
        m_sums[scored.document] += scored.score;
    m_single.clear();
    return {};
}

Result<std::vector<Score>> ScoredLists::bounds(const Job& job)
{
    std::vector<Score> bounds(windowsFor(m_documents));
    if (bounds.empty())
        return bounds;
    TRY_VOID(addUpMany(job));
    for (ScoredList& list : m_lists)
        list.addBounds(bounds);
    // Those that decide most come first, so that score() can leave out the others.
    std::stable_sort(m_lists.begin(), m_lists.end(),
                     [](const ScoredList& a, const ScoredList& b) { return a.most() > b.most(); });
    dealOutSingle();
    std::array<Score, windowSize> sums{};
    std::size_t at = 0;
    for (std::size_t window = 0; window < bounds.size(); ++window) {
        Score most = 0;
        const std::size_t begin = at;
        for (; at < m_windowEnds[window]; ++at) {
            Score& sum = sums[m_single[at].document % windowSize];
            sum += m_single[at].score;
            most = std::max(most, sum);
        }
        for (std::size_t i = begin; i < at; ++i)
            sums[m_single[i].document % windowSize] = 0;
        const std::size_t end = std::min<std::size_t>((window + 1) * windowSize, m_sums.size());
        for (std::size_t i = window * windowSize; i < end; ++i)
            most = std::max(most, m_sums[i]);
        bounds[window] += most;
    }
    return bounds;
}

bool ScoredLists::addSingle(std::uint32_t window, WindowSums& sums) const
{
    const std::size_t first = window == 0 ? 0 : m_windowEnds[window - 1];
    for (std::size_t i = first; i < m_windowEnds[window]; ++i)
        sums[m_single[i].document % windowSize] += m_single[i].score;
    return first < m_windowEnds[window];
}

Result<void> ScoredLists::score(std::uint32_t window, Candidates& candidates, WindowSums& sums, Score wanted)
{
    const std::size_t begin = std::size_t{window} * windowSize;
    if (begin < m_sums.size())
        candidates.forEach([&](std::uint32_t place) { sums[place] = m_sums[begin + place]; });
    else
        sums.fill(0);
    const bool hasSingle = addSingle(window, sums);
    std::uint64_t left = 0; // that the lists which are not added yet can add
    for (const ScoredList& list : m_lists)
        left += list.boundOf(window);
    bool areZero = m_sums.empty() && !hasSingle;
    for (ScoredList& list : m_lists) {
        const Score bound = list.boundOf(window);
        if (bound == 0)
            continue;
        std::uint64_t most = 0;
        if (wanted > 0 && !areZero) {
            candidates.keepIf([&](std::uint32_t place) {
                most = std::max<std::uint64_t>(most, sums[place]);
                return sums[place] + left >= wanted;
            });
            if (most + left < wanted)
                return {};
        }
        const std::uint64_t without = most + left - bound;
        if (!list.addTo(window, candidates, sums, without < wanted ? static_cast<Score>(wanted - without) : 0))
            return list.segment().damaged();
        areZero = false;
        left -= bound;
    }
    return {};
}

} // namespace biomedica::textsearch
