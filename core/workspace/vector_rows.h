// Vectors and the rows of the catalog, joined: which position of the set is which figure of the collection.
//
// Both maps take 4 bytes an entry. For 24 million they are made in 1.3 s of one processor, a quarter of the ids at a
// time (some 270 MB meanwhile), in parts that fit into its cache. Rejected: sorting the ids (4.7 s); keeping the maps
// on the disk, where they are out of date after each shard and each batch that is added.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/query/snapshot.h"
#include "core/similarity/neighbour_search.h"

#include <memory>
#include <vector>

namespace biomedica::workspace {

class VectorRows {
public:
    VectorRows(std::shared_ptr<const similarity::VectorSet> set, std::shared_ptr<const catalog::Columns> columns);

    const similarity::VectorSet& set() const { return m_search.set(); }
    const similarity::NeighbourSearch& search() const { return m_search; }
    /// Whether it is of this moment. A set of the same version is smaller where a batch turned out damaged.
    bool isOf(const similarity::VectorSet& now, const catalog::Columns& columns) const
    {
        return now.version() == set().version() && now.size() == set().size()
               && columns.generation == m_columns->generation;
    }

    /// Shown figures that have a vector.
    std::size_t figures() const { return m_figures; }
    std::optional<std::uint32_t> positionOf(RowId row) const;
    /// The row of a position that is a shown figure.
    RowId rowAt(std::size_t position) const { return RowId(m_rows[position]); }
    /// One of these rows, where the same figure stands in several. `among` holds one.
    RowId rowAt(std::size_t position, const Bitmap& among) const;
    /// Positions of these figures. Goes through them or through all others, whichever are fewer: 24 million one by one
    /// took 37 ms, more than the search that is to be filtered.
    Bitmap positionsOf(const Bitmap& rows) const;
    /// Shown figures without a vector, in row order.
    std::vector<RowId> rowsWithout() const;

    /// Corrupt where files were cut short since: to be asked before an answer is believed.
    Result<void> check() const;

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    void join(unsigned quarter);
    Bitmap placesOf(const Bitmap& rows) const;

    std::shared_ptr<const catalog::Columns> m_columns;
    similarity::NeighbourSearch m_search;
    std::vector<std::uint32_t> m_rows;      ///< by position
    std::vector<std::uint32_t> m_positions; ///< by row
    Bitmap m_joined;                        ///< positions that are shown figures
    std::size_t m_figures = 0;
};

} // namespace biomedica::workspace
