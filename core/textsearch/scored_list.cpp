#include "core/textsearch/scored_list.h"

#include "core/base/processor.h"

#include <algorithm>

namespace biomedica::textsearch {

ScoredList::ScoredList(const WordList& word, std::span<const std::uint16_t> lengths, const Bm25& bm25)
    : m_segment(word.segment), m_list(word.list), m_lengths(lengths), m_bm25(bm25),
      m_table(tableFrequencies * tableLengths)
{
    for (std::uint32_t frequency = 1; frequency <= tableFrequencies; ++frequency)
        for (std::uint32_t length = 0; length < tableLengths; ++length)
            m_table[(frequency - 1) * tableLengths + length] = m_bm25.of(frequency, static_cast<std::uint16_t>(length));
}

Score ScoredList::boundOfBlock(std::uint32_t block) const
{
    const BlockInfo info = m_list.info(block);
    Score bound = 0;
    for (std::size_t i = 0; i < Impacts::most && info.impacts.at(i).frequency > 0; ++i)
        bound = std::max(bound, m_bm25.of(info.impacts.at(i).frequency, info.impacts.at(i).length));
    return bound;
}

void ScoredList::addBounds(std::vector<Score>& bounds)
{
    // Documents behind those that are asked for have no window.
    const auto windowOf = [&](std::uint32_t document) {
        return static_cast<std::uint32_t>(std::min<std::size_t>(document / windowSize, bounds.size()));
    };
    m_firstWindow = windowOf(m_list.baseOf(0) + 1);
    m_windows.reserve(std::max(windowOf(m_segment->last()) + 1, m_firstWindow) - m_firstWindow);
    for (std::uint32_t block = 0; block < m_list.blockCount(); ++block) {
        if (m_list.lastOf(block) <= m_list.baseOf(block)) {
            m_isDamaged = true;
            return;
        }
        const std::uint32_t first = windowOf(m_list.baseOf(block) + 1), last = windowOf(m_list.lastOf(block));
        const Score bound = boundOfBlock(block);
        for (std::uint32_t window = first; window <= last && window < bounds.size(); ++window) {
            const std::size_t at = window - m_firstWindow;
            if (at >= m_windows.size())
                m_windows.resize(at + 1, {0, block});
            m_windows[at].bound = std::max(m_windows[at].bound, bound);
        }
    }
    for (std::size_t at = 0; at < m_windows.size(); ++at)
        bounds[m_firstWindow + at] += m_windows[at].bound;
}

Score ScoredList::boundOf(std::uint32_t window) const
{
    const std::size_t at = std::size_t{window} - m_firstWindow; // before the first: a large number
    return at < m_windows.size() ? m_windows[at].bound : 0;
}

bool ScoredList::addTo(std::uint32_t window, Candidates& candidates, std::span<Score> sums, Score needed)
{
    if (m_isDamaged || boundOf(window) == 0)
        return !m_isDamaged;
    const std::uint32_t begin = window * windowSize, end = begin + windowSize;
    std::uint32_t block = m_windows[window - m_firstWindow].block;
    for (std::uint32_t base = m_list.baseOf(block); block < m_list.blockCount() && base + 1 < end; ++block) {
        const std::uint32_t last = m_list.lastOf(block);
        const std::uint32_t from = std::max(base + 1, begin) - begin, until = std::min(last, end - 1) + 1 - begin;
        base = last;
        if (last < begin || !candidates.hasAny(from, until))
            continue;
        if (needed > 0 && boundOfBlock(block) < needed) {
            candidates.drop(from, until);
            continue;
        }
        if (!(m_list.info(block).kind == BlockKind::Bits ? addBits(block, begin, candidates, sums)
                                                         : addPacked(block, begin, candidates, sums)))
            return false;
    }
    return true;
}

BIOMEDICA_COUNTING_BITS
bool ScoredList::addBits(std::uint32_t block, std::uint32_t begin, const Candidates& candidates, std::span<Score> sums)
{
    BlockBits bits;
    if (!m_list.readBits(block, bits))
        return false;
    unsigned before = 0; // documents in front of the word
    bool areUnpacked = false;
    for (std::size_t i = 0; i < bits.words; ++i) {
        const std::uint32_t first = bits.first + static_cast<std::uint32_t>(i * 64); // of the word's documents
        const std::uint64_t word = bits.word(i);
        const auto count = static_cast<unsigned>(std::popcount(word));
        if (before + count > blockSize)
            return false;
        std::uint64_t wanted = 0;
        if (first >= begin && first < begin + windowSize)
            wanted = word & candidates.from(first - begin);
        else if (first < begin && first + 64 > begin)
            wanted = word & candidates.from(0) << (begin - first);
        if (wanted != 0 && !areUnpacked) {
            bits.unpackFrequencies(m_block.frequencies);
            m_unpacked = UINT32_MAX;
            areUnpacked = true;
        }
        for (; wanted != 0; wanted &= wanted - 1) {
            const std::uint64_t below = (wanted & (~wanted + 1)) - 1;
            const std::uint32_t document = first + static_cast<std::uint32_t>(std::countr_zero(wanted));
            sums[document - begin] +=
                worth(m_block.frequencies[before + static_cast<unsigned>(std::popcount(word & below))], document);
        }
        before += count;
    }
    return before == blockSize;
}

bool ScoredList::addPacked(std::uint32_t block, std::uint32_t begin, const Candidates& candidates,
                           std::span<Score> sums)
{
    if (block != m_unpacked) {
        m_unpacked = UINT32_MAX;
        if (!m_list.read(block, m_block))
            return false;
        m_unpacked = block;
    }
    // First which, without a branch for each, then what they are worth.
    std::array<std::uint8_t, blockSize> wanted{};
    unsigned count = 0;
    for (unsigned i = 0; i < m_block.count; ++i) {
        const std::uint32_t place = m_block.documents[i] - begin;
        wanted[count] = static_cast<std::uint8_t>(i);
        count += static_cast<unsigned>(place < windowSize) & static_cast<unsigned>(candidates.test(place % windowSize));
    }
    for (unsigned i = 0; i < count; ++i)
        sums[m_block.documents[wanted[i]] - begin] += worth(m_block, wanted[i]);
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
                sums[block.documents[j]] += worth(block, j);
    }
    return true;
}

} // namespace biomedica::textsearch
