// Everything filterable in a catalog: queries, facets and sorts run over this and never scan SQLite while somebody
// waits.
//
// Mapped from the files in derived/columns (chunks.h, column_store.h), about 40 bytes a figure on the disk; of its own
// memory it takes the bitmaps, half a byte a figure. Arrays are indexed by row; rows of removed figures are holes.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/ids.h"
#include "core/base/mapped_array.h"
#include "core/catalog/article_column.h"
#include "core/catalog/column.h"
#include "core/catalog/section_file.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace biomedica::catalog {

struct Columns {
    /// Changes with every write to the catalog.
    std::int64_t generation = 0;

    Bitmap shown;                        ///< rows that are figures of the collection
    std::span<const FigureId> ids;       ///< by row
    std::span<const ArticleId> articles; ///< by row; 0 = none
    NumberColumn widths, heights, years;
    Bitmap hasCaption, hasMentions;
    Bitmap isDuplicate; ///< the same picture stands elsewhere in the collection

    Column shard, subset, cluster, license, journal;
    Column panelType, panelSubtype, primary, secondary; ///< as imported from the shards
    Column importedSource;                              ///< "imported" where the shard answers a question

    ArticleColumn pmcid, mesh, keyword, subject;
    Bitmap hasTitle, hasAbstract; ///< by article
    std::size_t articleCount = 0; ///< different accessions of shown figures

    static constexpr std::int32_t absentNumber = NumberColumn::absent;

    std::size_t rows() const { return ids.size(); }
    std::size_t figureCount() const { return m_figureCount; }

    /// Whether a read met the end of a file that was cut short since these were loaded: they are to be loaded again.
    bool areDamaged() const;
    /// Corrupt, naming the file, where one was cut short: to be asked before what was read is believed.
    Result<void> check() const;

    /// The shown row of a figure.
    std::optional<RowId> rowOf(FigureId id) const;

    /// Calls back with the row of each figure that is shown, in no order. `figures` are sorted.
    template <typename Visitor>
    void forEachRowOf(const std::vector<FigureId>& figures, Visitor visit) const
    {
        constexpr std::size_t stepsOfASearch = 20;
        if (figures.size() < m_figureCount / stepsOfASearch) {
            for (const FigureId figure : figures)
                if (const auto row = rowOf(figure))
                    visit(*row);
            return;
        }
        for (const RowsById& part : m_byId) {
            auto figure = figures.begin();
            for (const std::uint32_t place : part.places) {
                const std::uint32_t row = part.firstRow + place;
                while (figure != figures.end() && *figure < ids[row])
                    ++figure;
                if (figure != figures.end() && *figure == ids[row])
                    visit(RowId(row));
            }
        }
    }

    /// How many shown figures of `rows` each article has; by id.
    std::vector<std::uint32_t> figuresByArticle(const Bitmap& rows) const;
    /// What articleCount is; half a second for 24 million figures.
    std::size_t countArticles() const;
    /// The shown figures of these articles.
    Bitmap rowsOfArticles(const Bitmap& articles) const;

private:
    friend class ColumnsBuilder;

    struct RowsById { ///< of one file
        std::uint32_t firstRow = 0;
        std::span<const std::uint32_t> places; ///< shown rows, counted from the first, in the order of their ids
    };

    std::size_t m_figureCount = 0;
    std::vector<RowsById> m_byId;
    MappedArray m_ids, m_articles;
    std::vector<std::shared_ptr<const SectionFile>> m_files;
};

/// What the codes in the files mean.
struct ColumnNames {
    std::unordered_map<std::int64_t, std::string> terms;
    std::unordered_map<std::int64_t, std::pair<std::string, std::string>> shards; ///< name and subset
};

using SectionFiles = std::vector<std::shared_ptr<const SectionFile>>;

/// Puts the files of all chunks together. `isDuplicate` is left empty.
Result<std::shared_ptr<Columns>> columnsFrom(const SectionFiles& rowFiles, const SectionFiles& articleFiles,
                                             const ColumnNames& names);

/// Shown rows with the same picture as another one, or of which a copy is hidden: 2 s for 24 million rows.
Bitmap duplicatesIn(const SectionFiles& rowFiles, const Columns& columns);

} // namespace biomedica::catalog
