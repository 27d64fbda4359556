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

#include <optional>
#include <unordered_map>
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

    /// The shown row of a figure.
    std::optional<RowId> rowOf(FigureId id) const
    {
        const auto found = rowOfId.find(id);
        return found == rowOfId.end() ? std::nullopt : std::optional(found->second);
    }

    std::unordered_map<FigureId, RowId> rowOfId;
};

} // namespace biomedica::catalog
