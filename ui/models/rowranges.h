// A set of rows as ranges: everything that matches is one range, whether it is ten rows or a billion.
//
// Costs 8 bytes a range. Rejected: QItemSelection, whose operations compare every range with every
// other and keep persistent indexes.
//
// Thread contract: a value.
#pragma once

#include "core/query/figure_set.h"

#include <cstdint>
#include <vector>

namespace biomedica::ui {

class RowRanges {
public:
    struct Range {
        int begin = 0, end = 0; ///< end is not in
        bool operator==(const Range&) const = default;
    };

    /// Where these figures stand in a result; those after the 2^31st row are left out.
    static RowRanges placesOf(const Bitmap& wanted, const query::FigureSet& figures);

    bool isEmpty() const { return m_ranges.empty(); }
    bool contains(int row) const;
    std::int64_t count() const;
    const std::vector<Range>& ranges() const { return m_ranges; } ///< in order, none touch

    void clear() { m_ranges.clear(); }
    void add(int begin, int end);
    void remove(int begin, int end);
    void toggle(int row);
    /// Everything in [0, rows) that is out comes in, and the other way round.
    void invert(int rows);

    bool operator==(const RowRanges&) const = default;

private:
    std::vector<Range> m_ranges;
};

} // namespace biomedica::ui
