// Figures in an order: a query's answer, or a part of it.
//
// A bitmap of the members, and only where they do not stand in the order of the catalog, those that come first, 4
// bytes each; all others follow in the catalog's order. So a search without words costs 3 MB among 24 million, a
// sorted one 96 MB more, and one that ranks its best thousand nothing to speak of.
//
// Position → row is a look-up, or a select over the bitmap. Row → position is a rank over the bitmap, a bisection
// where the set was sorted by a key, and a scan of those that come first where only scores order them (4 bytes each,
// so 10 ms for 24 million).
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/ids.h"
#include "core/base/ranked_bitmap.h"

#include <functional>
#include <optional>
#include <vector>

namespace biomedica::query {

class FigureSet {
public:
    /// What the first figures are ordered by, ascending; equal ones follow each other in the catalog's order.
    using SortKey = std::function<std::uint32_t(std::uint32_t row)>;

    FigureSet() = default;
    /// In the order of the catalog.
    explicit FigureSet(Bitmap members) : m_members(std::move(members)) {}
    /// `first`, each a member, stand first. `scores` are theirs, or empty.
    FigureSet(Bitmap members, std::vector<RowId> first, std::vector<float> scores = {}, SortKey key = {});
    /// These and no others.
    static FigureSet inOrder(std::vector<RowId> rows);

    std::size_t size() const { return m_members.count(); }
    bool isEmpty() const { return size() == 0; }
    const Bitmap& members() const { return m_members.bits(); }
    bool contains(RowId row) const { return m_members.test(row.value); }

    /// `position` < size().
    RowId rowAt(std::size_t position) const
    {
        return position < m_first.size() ? m_first[position] : RowId(rest().select(position - m_first.size()));
    }
    std::optional<std::size_t> positionOf(RowId row) const;
    /// 0 where nothing was ranked.
    float scoreAt(std::size_t position) const { return position < m_scores.size() ? m_scores[position] : 0.f; }

    /// Those at [begin, end).
    std::vector<RowId> rows(std::size_t begin, std::size_t end) const;
    std::vector<RowId> rows() const { return rows(0, size()); }

    /// The first position from `begin` on whose figure is not in `without`, which may be of another size.
    std::optional<std::size_t> firstOutside(const Bitmap& without, std::size_t begin) const;
    /// The last such position before `end`.
    std::optional<std::size_t> lastOutside(const Bitmap& without, std::size_t end) const;

    /// Calls back with each row, in order.
    template <typename Visitor>
    void forEach(Visitor visit) const
    {
        for (const RowId row : m_first)
            visit(row);
        rest().bits().forEach([&](std::uint32_t row) { visit(RowId(row)); });
    }

    /// Calls back with the position of each member that is in `wanted`, in rising order.
    template <typename Visitor>
    void forEachPositionOf(const Bitmap& wanted, Visitor visit) const
    {
        for (std::size_t position = 0; position < m_first.size(); ++position)
            if (wanted.test(m_first[position].value))
                visit(position);
        const auto members = rest().bits().words(), hits = wanted.words();
        std::size_t before = m_first.size();
        for (std::size_t i = 0; i < std::min(members.size(), hits.size()); ++i) {
            for (std::uint64_t both = members[i] & hits[i]; both != 0; both &= both - 1)
                visit(before + static_cast<std::size_t>(std::popcount(members[i] & ((both & -both) - 1))));
            before += static_cast<std::size_t>(std::popcount(members[i]));
        }
    }

private:
    /// Empty where all stand among the first.
    const RankedBitmap& rest() const { return m_first.empty() ? m_members : m_rest; }

    RankedBitmap m_members;
    std::vector<RowId> m_first;
    std::vector<float> m_scores; ///< of the first
    SortKey m_key;               ///< of the first; none where only scores order them
    RankedBitmap m_rest;         ///< members that are not among the first, where there are both
};

} // namespace biomedica::query
