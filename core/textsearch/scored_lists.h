// What counts for the score of a query, in one space: lists with their weights, and documents that were scored already.
//
// Documents are looked at by windows of 2,048. A list with impacts bounds what it can add in a window; the few
// documents of short lists and phrases are added up at once, so that their bound is what they really add. Where there
// are many lists, as of a short prefix, their bounds together say nothing: then those whose blocks are longer than a
// window are added up as well, 4 bytes a document.
//
// Thread contract: belongs to one thread; refers to segments.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/job.h"
#include "core/textsearch/matching.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace biomedica::textsearch {

inline constexpr unsigned windowBits = 11;
inline constexpr std::uint32_t windowSize = 1u << windowBits;

/// One long list with what its postings are worth.
class ScoredList {
public:
    ScoredList(const WordList& word, std::span<const std::uint16_t> lengths, const Bm25& bm25)
        : m_segment(word.segment), m_list(word.list), m_lengths(lengths), m_bm25(bm25)
    {
    }

    const Segment& segment() const { return *m_segment; }
    /// Raises each window's bound by the most that this list can add to one of its documents.
    void addBounds(std::vector<Score>& bounds) const;
    /// Adds to those documents of [begin, begin + sums.size()) that are among `members`. False where the list is
    /// damaged.
    bool addTo(std::uint32_t begin, std::span<Score> sums, const Bitmap& members);
    /// Adds to all documents below sums.size().
    bool addToAll(std::span<Score> sums) const;

    std::uint32_t blockCount() const { return m_list.blockCount(); }
    /// The most that it can add to any document.
    Score most() const { return m_bm25.most(); }

private:
    Score boundOf(std::uint32_t block) const;
    Score scoreAt(const Block& block, std::size_t at) const
    {
        return m_bm25.of(block.frequencies[at], m_lengths[block.documents[at] - m_segment->first()]);
    }

    const Segment* m_segment;
    PostingList m_list;
    std::span<const std::uint16_t> m_lengths;
    Bm25 m_bm25;
    std::uint32_t m_unpacked = UINT32_MAX; ///< the block that is in m_block
    Block m_block;
};

struct ScoredDocument {
    std::uint32_t document = 0;
    Score score = 0;
};

class ScoredLists {
public:
    explicit ScoredLists(std::uint32_t documents) : m_documents(documents) {}

    /// Takes what the pattern found in one field of this space.
    Result<void> add(const SegmentSet& set, const FieldMatches& matches, const Job& job);
    /// A document that has this much already. Those at documents() or above are left out.
    void add(ScoredDocument scored)
    {
        if (scored.document < m_documents)
            m_single.push_back(scored);
    }

    bool isEmpty() const { return m_lists.empty() && m_single.empty(); }
    std::uint32_t documents() const { return m_documents; }
    /// Postings in all.
    std::uint64_t postings() const { return m_postings; }

    /// To be called once, after the last add(): the most that a document of each window can have.
    Result<std::vector<Score>> bounds(const Job& job);
    /// The scores of the documents [begin, begin + sums.size()), which lie in one window, added to `sums`; only those
    /// of members count. False, with sums that are not whole, where none of them reaches `wanted`.
    Result<bool> addTo(std::uint32_t begin, std::span<Score> sums, const Bitmap& members, Score wanted = 0);

private:
    Result<void> addUpMany(const Job& job);
    void dealOutSingle();

    std::uint32_t m_documents;
    std::uint64_t m_postings = 0;
    std::vector<ScoredList> m_lists;
    std::vector<ScoredDocument> m_single;    ///< by window after bounds()
    std::vector<std::uint32_t> m_windowEnds; ///< of m_single
    std::vector<Score> m_sums;               ///< by document, where there are many lists
};

} // namespace biomedica::textsearch
