#include "core/query/figure_set.h"

namespace biomedica::query {

namespace {

std::uint64_t wordAt(const Bitmap& rows, std::size_t word)
{
    return word < rows.words().size() ? rows.words()[word] : 0;
}

} // namespace

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

std::optional<std::size_t> FigureSet::firstOutside(const Bitmap& without, std::size_t begin) const
{
    for (; begin < m_first.size(); ++begin)
        if (!without.test(m_first[begin].value))
            return begin;
    if (begin >= size())
        return std::nullopt;
    const auto words = rest().bits().words();
    const std::uint32_t from = rest().select(begin - m_first.size());
    std::uint64_t kept = ~std::uint64_t{0} << from % 64; // of the word in which the search begins
    for (std::size_t word = from / 64; word < words.size(); ++word, kept = ~std::uint64_t{0})
        if (const std::uint64_t found = words[word] & ~wordAt(without, word) & kept)
            return m_first.size() + rest().rank(word * 64 + static_cast<std::size_t>(std::countr_zero(found)));
    return std::nullopt;
}

std::optional<std::size_t> FigureSet::lastOutside(const Bitmap& without, std::size_t end) const
{
    end = std::min(end, size());
    if (end > m_first.size()) {
        const auto words = rest().bits().words();
        const std::uint32_t last = rest().select(end - 1 - m_first.size());
        std::uint64_t kept = ~std::uint64_t{0} >> (63 - last % 64);
        for (std::size_t word = last / 64 + 1; word-- > 0; kept = ~std::uint64_t{0})
            if (const std::uint64_t found = words[word] & ~wordAt(without, word) & kept)
                return m_first.size() + rest().rank(word * 64 + 63 - static_cast<std::size_t>(std::countl_zero(found)));
        end = m_first.size();
    }
    while (end-- > 0)
        if (!without.test(m_first[end].value))
            return end;
    return std::nullopt;
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
