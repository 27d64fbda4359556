// One long list with what its postings are worth.
//
// Thread contract: belongs to one thread; refers to a segment.
#pragma once

#include "core/textsearch/candidates.h"
#include "core/textsearch/matching.h"

#include <memory>
#include <span>
#include <vector>

namespace biomedica::textsearch {

class ScoredList {
public:
    ScoredList(const WordList& word, std::span<const std::uint16_t> lengths, const Bm25& bm25);

    const Segment& segment() const { return *m_segment; }
    std::uint32_t blockCount() const { return m_list.blockCount(); }
    /// The most that it can add to any document.
    Score most() const { return m_bm25.most(); }

    /// Raises each window's bound by the most that this list can add to one of its documents. To be called once, before
    /// the functions below.
    void addBounds(std::vector<Score>& bounds);
    Score boundOf(std::uint32_t window) const;
    /// Adds to the sums of the window's candidates. Those of which it is known from their block that they are worth
    /// less than `needed` here may be dropped instead. False where the list is damaged.
    bool addTo(std::uint32_t window, Candidates& candidates, std::span<Score> sums, Score needed);

    /// Adds to all documents below sums.size().
    bool addToAll(std::span<Score> sums) const;

private:
    struct Window {
        Score bound = 0;
        std::uint32_t block = 0; ///< the first one that reaches it
    };

    Score worth(const Block& block, std::size_t at) const { return worth(block.frequencies[at], block.documents[at]); }
    Score worth(std::uint32_t frequency, std::uint32_t document) const
    {
        const std::uint16_t length = m_lengths[document - m_segment->first()];
        return frequency <= tableFrequencies && length < tableLengths ? m_table[(frequency - 1) * tableLengths + length]
                                                                      : m_bm25.of(frequency, length);
    }
    Score boundOfBlock(std::uint32_t block) const;
    bool addBits(std::uint32_t block, std::uint32_t begin, const Candidates& candidates, std::span<Score> sums);
    bool addPacked(std::uint32_t block, std::uint32_t begin, const Candidates& candidates, std::span<Score> sums);

    // Nearly all postings are of few occurrences in a short text; what those are worth is looked up.
    static constexpr std::uint32_t tableFrequencies = 4, tableLengths = 256;

    const Segment* m_segment;
    PostingList m_list;
    std::span<const std::uint16_t> m_lengths;
    Bm25 m_bm25;
    std::vector<Score> m_table; ///< by frequency and length
    bool m_isDamaged = false;   ///< blocks do not rise
    std::uint32_t m_firstWindow = 0;
    std::vector<Window> m_windows;         ///< from m_firstWindow on
    std::uint32_t m_unpacked = UINT32_MAX; ///< the block that is in m_block
    Block m_block;
};

} // namespace biomedica::textsearch
