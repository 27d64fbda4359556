// A snapshot of everything filterable in a catalog, in memory: queries, facets and sorts run over this
// and never scan SQLite while somebody waits.
//
// Arrays are indexed by row; rows of removed figures are holes. About 70 bytes a figure.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/ids.h"
#include "core/catalog/column.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace biomedica::catalog {

struct Columns {
    /// Changes with every write to the catalog.
    std::int64_t generation = 0;

    Bitmap shown;                                     ///< rows that are figures of the collection
    std::vector<FigureId> ids;                        ///< by row
    std::vector<ArticleId> articles;                  ///< by row; 0 = none
    std::vector<std::int32_t> widths, heights, years; ///< by row; unknown = absentNumber
    Bitmap hasCaption, hasMentions;
    Bitmap isDuplicate; ///< the same picture stands elsewhere in the collection

    Column shard, subset, cluster, license, journal, pmcid;
    Column mesh, keyword, subject;
    Column panelType, panelSubtype, primary, secondary; ///< as imported from the shards

    static constexpr std::int32_t absentNumber = -1;

    std::size_t rows() const { return ids.size(); }
    std::size_t figureCount() const { return shown.count(); }

    /// The shown rows in the order of their figures' ids: 4 bytes a figure, where a hash table takes 40. To be
    /// walked in step with the sorted targets of a decision.
    std::vector<RowId> rowsById;

    /// The shown row of a figure.
    std::optional<RowId> rowOf(FigureId id) const
    {
        const auto found = std::lower_bound(rowsById.begin(), rowsById.end(), id,
                                            [this](RowId row, FigureId wanted) { return ids[row.value] < wanted; });
        return found == rowsById.end() || ids[found->value] != id ? std::nullopt : std::optional(*found);
    }

    /// Calls back with the row of each figure that is shown. `figures` are sorted.
    template <typename Visitor>
    void forEachRowOf(const std::vector<FigureId>& figures, Visitor visit) const
    {
        constexpr std::size_t stepsOfASearch = 20;
        if (figures.size() < rowsById.size() / stepsOfASearch) {
            for (const FigureId figure : figures)
                if (const auto row = rowOf(figure))
                    visit(*row);
            return;
        }
        auto row = rowsById.begin();
        for (const FigureId figure : figures) {
            while (row != rowsById.end() && ids[row->value] < figure)
                ++row;
            if (row != rowsById.end() && ids[row->value] == figure)
                visit(*row);
        }
    }
};

} // namespace biomedica::catalog
