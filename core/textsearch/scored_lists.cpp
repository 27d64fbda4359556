#include "core/textsearch/scored_lists.h"

#include <algorithm>

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

/// Whether there are members in [begin, end).
bool hasAny(const Bitmap& members, std::uint32_t begin, std::uint32_t end)
{
    const auto words = members.words();
    const std::size_t last = std::min<std::size_t>((std::size_t{end} + 63) / 64, words.size());
    for (std::size_t word = begin / 64; word < last; ++word) {
        std::uint64_t bits = words[word];
        if (word == begin / 64)
            bits &= ~std::uint64_t{0} << begin % 64;
        if (word == end / 64)
            bits &= (std::uint64_t{1} << end % 64) - 1;
        if (bits != 0)
            return true;
    }
    return false;
}

} // namespace

Score ScoredList::boundOf(std::uint32_t block) const
{
    const BlockInfo info = m_list.info(block);
    Score bound = 0;
    for (std::size_t i = 0; i < Impacts::most && info.impacts.at(i).frequency > 0; ++i)
        bound = std::max(bound, m_bm25.of(info.impacts.at(i).frequency, info.impacts.at(i).length));
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

bool ScoredList::addTo(std::uint32_t begin, std::span<Score> sums, const Bitmap& members)
{
    const std::uint32_t end = begin + static_cast<std::uint32_t>(sums.size());
    if (end <= m_segment->first() || begin > m_segment->last())
        return true;
    for (std::uint32_t block = m_list.blockWith(begin); block < m_list.blockCount(); ++block) {
        const std::uint32_t base = m_list.baseOf(block);
        if (base + 1 >= end)
            break;
        if (!hasAny(members, std::max(base + 1, begin), std::min(m_list.lastOf(block) + 1, end)))
            continue;
        if (block != m_unpacked) {
            m_unpacked = UINT32_MAX;
            if (!m_list.read(block, m_block))
                return false;
            m_unpacked = block;
        }
        // First which, without a branch for each, then what they score: that is the dear part.
        std::array<std::uint8_t, blockSize> wanted{};
        unsigned count = 0;
        for (unsigned i = 0; i < m_block.count; ++i) {
            const std::uint32_t document = m_block.documents[i];
            wanted[count] = static_cast<std::uint8_t>(i);
            count += (document >= begin) & (document < end) & static_cast<unsigned>(members.test(document));
        }
        for (unsigned i = 0; i < count; ++i)
            sums[m_block.documents[wanted[i]] - begin] += scoreAt(m_block, wanted[i]);
    }
    return true;
}

bool ScoredList::addToAll(std::span<Score> sums) const
{
    Block block;
    for (std::uint32_t i = 0; i < m_list.blockCount(); ++i) {
        if (!m_list.read(i, block))
            return false;
        for (unsigned j = 0; j < block.count; ++j)
            if (block.documents[j] < sums.size())
                sums[block.documents[j]] += scoreAt(block, j);
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

Result<void> ScoredLists::addUpMany(const Job& job)
{
    if (m_lists.size() <= fewLists)
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
    for (const ScoredList& list : m_lists)
        list.addBounds(bounds);
    // Those that decide most come first, so that addTo() can leave out the others.
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

Result<bool> ScoredLists::addTo(std::uint32_t begin, std::span<Score> sums, const Bitmap& members, Score wanted)
{
    const std::size_t window = begin / windowSize;
    const std::size_t first = window == 0 ? 0 : m_windowEnds[window - 1];
    for (std::size_t i = first; i < m_windowEnds[window]; ++i)
        if (m_single[i].document - begin < sums.size())
            sums[m_single[i].document - begin] += m_single[i].score;
    for (std::size_t i = 0; i < sums.size() && begin + i < m_sums.size(); ++i)
        sums[i] += m_sums[begin + i];
    std::uint64_t left = 0; // that the lists which are not added yet can add
    for (const ScoredList& list : m_lists)
        left += list.most();
    for (ScoredList& list : m_lists) {
        if (left < wanted && *std::max_element(sums.begin(), sums.end()) + left < wanted)
            return false;
        if (!list.addTo(begin, sums, members))
            return list.segment().damaged();
        left -= list.most();
    }
    return true;
}

} // namespace biomedica::textsearch
