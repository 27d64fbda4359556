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
#include "core/textsearch/scored_list.h"

#include <array>
#include <cstdint>
#include <vector>

namespace biomedica::textsearch {

struct ScoredDocument {
    std::uint32_t document = 0;
    Score score = 0;
};

using WindowSums = std::array<Score, windowSize>;

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
    /// Gives the scores of the window's candidates, by place in the window. Those that do not come to `wanted` may be
    /// dropped; the sums of what is no candidate say nothing.
    Result<void> score(std::uint32_t window, Candidates& candidates, WindowSums& sums, Score wanted = 0);

private:
    Result<void> addUpMany(const Job& job);
    bool areManyTogether() const;
    /// Whether there are any in the window.
    bool addSingle(std::uint32_t window, WindowSums& sums) const;
    void dealOutSingle();

    std::uint32_t m_documents;
    std::uint64_t m_postings = 0;
    std::vector<ScoredList> m_lists;
    std::vector<ScoredDocument> m_single;    ///< by window after bounds()
    std::vector<std::uint32_t> m_windowEnds; ///< of m_single
    std::vector<Score> m_sums;               ///< by document, where there are many lists
};

} // namespace biomedica::textsearch
