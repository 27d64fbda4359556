#include "core/textsearch/scored_lists.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace {

constexpr double fieldWeights[spaceCount][fieldsInSpace] = {{2.0, 1.0, 0, 0}, {1.0, 0.5, 0.7, 0.7}};

std::size_t windowsFor(std::uint32_t documents)
{
    return (std::size_t{documents} + windowSize - 1) / windowSize;
}

} // namespace

Score ScoredList::boundOf(std::uint32_t block) const
{
    const BlockInfo info = m_list.info(block);
    Score bound = 0;
    for (const Impact& impact : info.impacts)
        if (impact.frequency > 0)
            bound = std::max(bound, m_bm25.of(impact.frequency, impact.length));
    return bound;
}

void ScoredList::addBounds(std::vector<Score>& bounds) const
{
    // Blocks rise, so the windows that a block reaches begin where those of the one before end, or one earlier.
    std::size_t window = (std::size_t{m_list.baseOf(0)} + 1) / windowSize;
    Score ofWindow = 0;
    for (std::uint32_t block = 0; block < m_list.blockCount(); ++block) {
        const std::size_t first = (std::size_t{m_list.baseOf(block)} + 1) / windowSize;
        const std::size_t last = std::min<std::size_t>(m_list.lastOf(block) / windowSize, bounds.size() - 1);
        const Score bound = boundOf(block);
        if (first > window && window < bounds.size()) {
            bounds[window] += ofWindow;
            ofWindow = 0;
            window = first;
        }
        ofWindow = std::max(ofWindow, bound);
        for (; window < last; ++window) {
            bounds[window] += ofWindow;
            ofWindow = bound;
        }
    }
    if (window < bounds.size())
        bounds[window] += ofWindow;
}

bool ScoredList::addTo(std::uint32_t begin, std::span<Score> sums)
{
    const std::uint32_t end = begin + static_cast<std::uint32_t>(sums.size());
    if (end <= m_segment->first() || begin > m_segment->last())
        return true;
    for (std::uint32_t block = m_list.blockWith(begin); block < m_list.blockCount(); ++block) {
        if (m_list.baseOf(block) + 1 >= end)
            break;
        if (block != m_unpacked) {
            m_unpacked = UINT32_MAX;
            if (!m_list.read(block, m_block))
                return false;
            m_unpacked = block;
        }
        const auto documents = std::span(m_block.documents).first(m_block.count);
        const auto from = std::lower_bound(documents.begin(), documents.end(), begin) - documents.begin();
        const auto to = std::lower_bound(documents.begin() + from, documents.end(), end) - documents.begin();
        const std::uint32_t first = m_segment->first();
        for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(to); ++i)
            sums[documents[i] - begin] += m_bm25.of(m_block.frequencies[i], m_lengths[documents[i] - first]);
    }
    return true;
}

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
        if (word.list.isLong()) {
            m_lists.emplace_back(word, lengths, bm25);
            continue;
        }
        if (!word.list.read(0, block))
            return word.segment->damaged();
        for (unsigned i = 0; i < block.count; ++i)
            add({block.documents[i],
                 bm25.of(block.frequencies[i], lengths[block.documents[i] - word.segment->first()])});
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

std::vector<Score> ScoredLists::bounds()
{
    std::vector<Score> bounds(windowsFor(m_documents));
    if (bounds.empty())
        return bounds;
    for (const ScoredList& list : m_lists)
        list.addBounds(bounds);
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
        bounds[window] += most;
    }
    return bounds;
}

Result<void> ScoredLists::addTo(std::uint32_t begin, std::span<Score> sums)
{
    for (ScoredList& list : m_lists)
        if (!list.addTo(begin, sums))
            return list.segment().damaged();
    const std::size_t window = begin / windowSize;
    const std::size_t first = window == 0 ? 0 : m_windowEnds[window - 1];
    for (std::size_t i = first; i < m_windowEnds[window]; ++i)
        if (m_single[i].document - begin < sums.size())
            sums[m_single[i].document - begin] += m_single[i].score;
    return {};
}

} // namespace biomedica::textsearch
