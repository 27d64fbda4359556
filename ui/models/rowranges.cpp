#include "ui/models/rowranges.h"

#include <algorithm>
#include <limits>

namespace biomedica::ui {

RowRanges RowRanges::placesOf(const Bitmap& wanted, const query::FigureSet& figures)
{
    RowRanges places;
    figures.forEachPositionOf(wanted, [&](std::size_t position) {
        if (position >= std::size_t{std::numeric_limits<int>::max()})
            return;
        const auto row = static_cast<int>(position);
        if (!places.m_ranges.empty() && places.m_ranges.back().end == row)
            ++places.m_ranges.back().end;
        else
            places.m_ranges.push_back({row, row + 1});
    });
    return places;
}

bool RowRanges::contains(int row) const
{
    const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), row,
                                        [](int value, const Range& range) { return value < range.begin; });
    return after != m_ranges.begin() && row < std::prev(after)->end;
}

std::int64_t RowRanges::count() const
{
    std::int64_t total = 0;
    for (const Range& range : m_ranges)
        total += std::int64_t{range.end} - range.begin;
    return total;
}

void RowRanges::add(int begin, int end)
{
    if (begin >= end)
        return;
    // Ranges that overlap or touch the new one become part of it.
    const auto first = std::lower_bound(m_ranges.begin(), m_ranges.end(), begin,
                                        [](const Range& range, int value) { return range.end < value; });
    const auto last =
        std::upper_bound(first, m_ranges.end(), end, [](int value, const Range& range) { return value < range.begin; });
    if (first != last) {
        begin = std::min(begin, first->begin);
        end = std::max(end, std::prev(last)->end);
    }
    m_ranges.insert(m_ranges.erase(first, last), Range{begin, end});
}

void RowRanges::remove(int begin, int end)
{
    if (begin >= end)
        return;
    std::vector<Range> left;
    left.reserve(m_ranges.size() + 1);
    for (const Range& range : m_ranges) {
        if (range.begin < std::min(range.end, begin))
            left.push_back({range.begin, std::min(range.end, begin)});
        if (std::max(range.begin, end) < range.end)
            left.push_back({std::max(range.begin, end), range.end});
    }
    m_ranges = std::move(left);
}

void RowRanges::toggle(int row)
{
    if (contains(row))
        remove(row, row + 1);
    else
        add(row, row + 1);
}

void RowRanges::invert(int rows)
{
    RowRanges all;
    all.add(0, rows);
    for (const Range& range : m_ranges)
        all.remove(range.begin, range.end);
    *this = std::move(all);
}

} // namespace biomedica::ui
