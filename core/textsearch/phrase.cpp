#include "core/textsearch/phrase.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace {

/// Goes forward through a list; positions are unpacked only of blocks where somebody asks for them.
class PositionCursor {
public:
    explicit PositionCursor(const PostingList& list) : m_list(&list) {}

    bool isDamaged() const { return m_isDamaged; }

    /// The first document that is `document` or later; UINT32_MAX after the last.
    std::uint32_t seek(std::uint32_t document)
    {
        if (m_next == 0 || m_list->lastOf(m_next - 1) < document) {
            m_next = std::max(m_next, m_list->blockWith(document));
            if (m_next == m_list->blockCount())
                return UINT32_MAX;
            m_isDamaged |= !m_list->read(m_next++, m_block);
            m_hasPositions = false;
            m_at = 0;
            if (m_isDamaged)
                return UINT32_MAX;
        }
        const auto begin = m_block.documents.begin();
        m_at = static_cast<unsigned>(std::lower_bound(begin + m_at, begin + m_block.count, document) - begin);
        if (m_at < m_block.count)
            return m_block.documents[m_at];
        return m_next == m_list->blockCount() ? UINT32_MAX : seek(m_list->lastOf(m_next - 1) + 1);
    }

    /// In the document that seek() returned.
    std::span<const std::uint32_t> positions()
    {
        if (!m_hasPositions) {
            m_isDamaged |= !readPositions(m_block, m_positions);
            m_hasPositions = true;
            m_before = 0;
            m_beforeAt = 0;
        }
        if (m_isDamaged)
            return {};
        for (; m_beforeAt < m_at; ++m_beforeAt)
            m_before += m_block.frequencies[m_beforeAt];
        return std::span<const std::uint32_t>(m_positions).subspan(m_before, m_block.frequencies[m_at]);
    }

private:
    const PostingList* m_list;
    std::uint32_t m_next = 0; ///< block after the one that is unpacked
    Block m_block;
    unsigned m_at = 0;
    bool m_hasPositions = false, m_isDamaged = false;
    std::vector<std::uint32_t> m_positions;
    std::size_t m_before = 0; ///< positions of the documents before m_beforeAt
    unsigned m_beforeAt = 0;
};

/// How often the words stand in a row in the document at which all cursors are.
std::uint32_t rowsOfWords(std::vector<PositionCursor>& cursors, std::vector<std::uint32_t>& starts)
{
    const auto first = cursors.front().positions();
    starts.assign(first.begin(), first.end());
    for (std::uint32_t word = 1; word < cursors.size() && !starts.empty(); ++word) {
        const auto positions = cursors[word].positions();
        auto at = positions.begin();
        std::erase_if(starts, [&](std::uint32_t start) {
            while (at != positions.end() && *at < start + word)
                ++at;
            return at == positions.end() || *at != start + word;
        });
    }
    return static_cast<std::uint32_t>(starts.size());
}

} // namespace

Result<std::vector<PhraseMatch>> findPhrase(const Segment& segment, std::span<const PostingList> words, const Job& job)
{
    std::vector<PositionCursor> cursors;
    std::size_t rarest = 0;
    for (const PostingList& list : words) {
        if (!list.isSound())
            return segment.damaged();
        if (list.documents() < words[rarest].documents())
            rarest = cursors.size();
        cursors.emplace_back(list);
    }
    std::vector<PhraseMatch> matches;
    std::vector<std::uint32_t> starts;
    std::uint32_t document = cursors[rarest].seek(0);
    for (std::uint32_t round = 0; document != UINT32_MAX; ++round) {
        if (round % 16'384 == 0)
            TRY_VOID(job.check());
        std::uint32_t farthest = document;
        for (PositionCursor& cursor : cursors)
            if (farthest = cursor.seek(document); farthest != document)
                break;
        if (farthest == document) {
            if (const std::uint32_t count = rowsOfWords(cursors, starts); count > 0)
                matches.push_back({document, count});
            farthest = document + 1;
        }
        document = farthest == UINT32_MAX ? farthest : cursors[rarest].seek(farthest);
    }
    for (const PositionCursor& cursor : cursors)
        if (cursor.isDamaged())
            return segment.damaged();
    return matches;
}

} // namespace biomedica::textsearch
