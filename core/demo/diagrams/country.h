// Invented lands: countries of districts, and coasts.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/random.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace biomedica::demo {

/// The cells of a shaken grid, joined by winding borders, within a rough oval.
class Country {
public:
    Country(Random& random, const Rect& rect, int columns, int rows);

    std::size_t regions() const { return m_cells.size(); }
    std::vector<Point> outline(std::size_t region) const;
    Point middle(std::size_t region) const;

private:
    int index(int column, int row) const { return row * (m_columns + 1) + column; }
    std::vector<Point> windingBorder(int from, int to) const;

    std::uint64_t m_seed;
    int m_columns;
    int m_rows;
    std::vector<Point> m_corners;
    std::vector<std::pair<int, int>> m_cells; ///< columns and rows that are land
};

/// An island with bays and capes that touches the sides of `rect` nowhere.
std::vector<Point> coast(Random& random, const Rect& rect);

} // namespace biomedica::demo
