#include "core/query/figure_set.h"

namespace biomedica::query {

FigureSet::FigureSet(Bitmap members, std::vector<RowId> first, std::vector<float> scores, SortKey key)
    : m_members(std::move(members)), m_first(std::move(first)), m_scores(std::move(scores)), m_key(std::move(key))
{
    if (m_first.empty() || m_first.size() == m_members.count())
        return;
    Bitmap rest = m_members.bits();
    for (const RowId row : m_first)
        rest.clear(row.value);
    m_rest = RankedBitmap(std::move(rest));
}

FigureSet FigureSet::inOrder(std::vector<RowId> rows)
{
    const auto last = std::max_element(rows.begin(), rows.end());
    Bitmap members(last == rows.end() ? 0 : last->value + std::size_t{1});
    for (const RowId row : rows)
        members.set(row.value);
    return FigureSet(std::move(members), std::move(rows));
}

std::optional<std::size_t> FigureSet::positionOf(RowId row) const
{
    if (!contains(row))
        return std::nullopt;
    if (m_first.empty())
        return m_members.rank(row.value);
    if (m_first.size() < size() && m_rest.test(row.value))
        return m_first.size() + m_rest.rank(row.value);
    if (!m_key)
        return static_cast<std::size_t>(std::find(m_first.begin(), m_first.end(), row) - m_first.begin());
    const std::uint32_t key = m_key(row.value);
    const auto place = std::lower_bound(m_first.begin(), m_first.end(), row, [&](RowId one, RowId wanted) {
        const std::uint32_t other = m_key(one.value);
        return other != key ? other < key : one < wanted;
    });
    return static_cast<std::size_t>(place - m_first.begin());
}

std::vector<RowId> FigureSet::rows(std::size_t begin, std::size_t end) const
{
    end = std::min(end, size());
    std::vector<RowId> found;
    if (begin >= end)
        return found;
    found.reserve(end - begin);
    constexpr std::size_t few = 1024; // from so many on, going through all bits is faster than looking each up
    if (begin > 0 || end - begin < few) {
        for (std::size_t position = begin; position < end; ++position)
            found.push_back(rowAt(position));
        return found;
    }
    forEach([&](RowId row) {
        if (found.size() < end)
            found.push_back(row);
    });
    return found;
}

} // namespace biomedica::query
