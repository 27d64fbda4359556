#include "core/catalog/columns.h"

#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "core/catalog/schema.h"

namespace biomedica::catalog {

namespace {

std::vector<std::string> listFrom(std::string_view joined)
{
    return joined.empty() ? std::vector<std::string>() : split(joined, listSeparator);
}

/// Gives a column's sets by the id of the database row that they come from.
class SetCache {
public:
    explicit SetCache(Column& column) : m_column(column) {}

    template <typename Texts>
    void assign(std::uint32_t row, std::int64_t databaseId, Texts texts)
    {
        const auto [place, isNew] = m_sets.try_emplace(databaseId, Column::emptySet);
        if (isNew)
            place->second = m_column.intern(texts());
        m_column.assign(row, place->second);
    }

private:
    Column& m_column;
    std::unordered_map<std::int64_t, Column::SetIndex> m_sets;
};

struct ArticleSets {
    std::int32_t year = Columns::absentNumber;
    Column::SetIndex pmcid = 0, journal = 0, license = 0, mesh = 0, keyword = 0, subject = 0;
};

class Loader {
public:
    Loader(db::Connection& connection, Columns& columns) : m_connection(connection), m_columns(columns) {}

    Result<void> load()
    {
        TRY(const std::int64_t rows, m_connection.integer("SELECT coalesce(max(row), 0) + 1 FROM figure"));
        makeRoom(static_cast<std::size_t>(rows));
        TRY_VOID(loadTerms());
        TRY_VOID(loadShards());
        TRY_VOID(loadArticles());
        TRY_VOID(loadFigures());
        return loadDuplicates();
    }

private:
    void makeRoom(std::size_t rows)
    {
        for (Bitmap* bitmap : {&m_columns.shown, &m_columns.hasCaption, &m_columns.hasMentions, &m_columns.isDuplicate})
            *bitmap = Bitmap(rows);
        for (Column* column :
             {&m_columns.shard, &m_columns.subset, &m_columns.cluster, &m_columns.license, &m_columns.journal,
              &m_columns.pmcid, &m_columns.mesh, &m_columns.keyword, &m_columns.subject, &m_columns.panelType,
              &m_columns.panelSubtype, &m_columns.primary, &m_columns.secondary})
            *column = Column(rows);
        m_columns.ids.resize(rows);
        m_columns.articles.resize(rows);
        for (auto* numbers : {&m_columns.widths, &m_columns.heights, &m_columns.years})
            numbers->assign(rows, Columns::absentNumber);
    }

    Result<void> loadTerms()
    {
        TRY(db::Statement terms, m_connection.prepare("SELECT id, text FROM term"));
        for (;;) {
            TRY(const bool hasRow, terms.step());
            if (!hasRow)
                return {};
            m_terms[terms.integer(0)] = terms.text(1);
        }
    }

    Result<void> loadShards()
    {
        TRY(db::Statement shards, m_connection.prepare("SELECT id, name, subset FROM shard"));
        for (;;) {
            TRY(const bool hasRow, shards.step());
            if (!hasRow)
                return {};
            m_shards[shards.integer(0)] = {m_columns.shard.intern({shards.text(1)}),
                                           m_columns.subset.intern({shards.text(2)})};
        }
    }

    std::vector<std::string> term(std::int64_t id) const
    {
        const auto found = m_terms.find(id);
        return found == m_terms.end() ? std::vector<std::string>() : std::vector{found->second};
    }

    Result<void> loadArticles()
    {
        TRY(db::Statement articles,
            m_connection.prepare(
                "SELECT id, accession, year, journal, license, mesh, keywords, subjects FROM article"));
        for (;;) {
            TRY(const bool hasRow, articles.step());
            if (!hasRow)
                return {};
            ArticleSets& sets = m_articles[articles.integer(0)];
            if (!articles.view(1).empty())
                sets.pmcid = m_columns.pmcid.intern({articles.text(1)});
            if (!articles.isNull(2))
                sets.year = static_cast<std::int32_t>(articles.integer(2));
            sets.journal = m_columns.journal.intern(term(articles.integer(3)));
            sets.license = m_columns.license.intern(term(articles.integer(4)));
            sets.mesh = m_columns.mesh.intern(listFrom(articles.view(5)));
            sets.keyword = m_columns.keyword.intern(listFrom(articles.view(6)));
            sets.subject = m_columns.subject.intern(listFrom(articles.view(7)));
        }
    }

    void assignArticle(std::uint32_t row, std::int64_t id)
    {
        const auto found = m_articles.find(id);
        if (found == m_articles.end())
            return;
        const ArticleSets& sets = found->second;
        m_columns.articles[row] = ArticleId(static_cast<std::uint32_t>(id));
        m_columns.years[row] = sets.year;
        m_columns.pmcid.assign(row, sets.pmcid);
        m_columns.journal.assign(row, sets.journal);
        m_columns.license.assign(row, sets.license);
        m_columns.mesh.assign(row, sets.mesh);
        m_columns.keyword.assign(row, sets.keyword);
        m_columns.subject.assign(row, sets.subject);
    }

    Result<void> loadFigures()
    {
        TRY(db::Statement figures,
            m_connection.prepare(
                "SELECT row, id, shard, article, state, width, height, has_caption, mentions, cluster, "
                "panel_type, panel_subtype, primary_label, secondary_label FROM figure"));
        SetCache cluster(m_columns.cluster), panelType(m_columns.panelType), panelSubtype(m_columns.panelSubtype),
            primary(m_columns.primary), secondary(m_columns.secondary);
        for (;;) {
            TRY(const bool hasRow, figures.step());
            if (!hasRow)
                return {};
            const auto row = static_cast<std::uint32_t>(figures.integer(0));
            m_columns.ids[row] = FigureId(figures.bits(1));
            if (figures.integer(4) != static_cast<int>(FigureState::Shown))
                continue;
            m_columns.shown.set(row);
            m_columns.rowsById.emplace_back(row);
            const auto& [shard, subset] = m_shards[figures.integer(2)];
            m_columns.shard.assign(row, shard);
            m_columns.subset.assign(row, subset);
            assignArticle(row, figures.integer(3));
            if (figures.integer(5) > 0) {
                m_columns.widths[row] = static_cast<std::int32_t>(figures.integer(5));
                m_columns.heights[row] = static_cast<std::int32_t>(figures.integer(6));
            }
            if (figures.integer(7))
                m_columns.hasCaption.set(row);
            if (figures.integer(8))
                m_columns.hasMentions.set(row);
            const auto assignTerm = [&](SetCache& cache, int column) {
                if (!figures.isNull(column))
                    cache.assign(row, figures.integer(column),
                                 [&] { return listFrom(m_terms[figures.integer(column)]); });
            };
            assignTerm(cluster, 9);
            assignTerm(panelType, 10);
            assignTerm(panelSubtype, 11);
            assignTerm(primary, 12);
            assignTerm(secondary, 13);
        }
    }

    Result<void> loadDuplicates()
    {
        TRY(db::Statement duplicates,
            m_connection.prepare(
                "SELECT row FROM figure WHERE state = 0 AND picture IN "
                "(SELECT picture FROM figure WHERE state = 0 AND picture IS NOT NULL GROUP BY picture HAVING count(*) "
                "> 1) "
                "UNION SELECT s.row FROM figure d JOIN figure s ON s.id = d.id AND s.state = 0 WHERE d.state = 1"));
        for (;;) {
            TRY(const bool hasRow, duplicates.step());
            if (!hasRow)
                return {};
            m_columns.isDuplicate.set(static_cast<std::size_t>(duplicates.integer(0)));
        }
    }

    db::Connection& m_connection;
    Columns& m_columns;
    std::unordered_map<std::int64_t, std::string> m_terms;
    std::unordered_map<std::int64_t, std::pair<Column::SetIndex, Column::SetIndex>> m_shards;
    std::unordered_map<std::int64_t, ArticleSets> m_articles;
};

} // namespace

Result<std::shared_ptr<const Columns>> Catalog::loadColumns()
{
    // One read transaction: the snapshot is of one moment, whatever is being indexed.
    TRY_VOID(m_connection.execute("BEGIN"));
    auto columns = std::make_shared<Columns>();
    const auto load = [&]() -> Result<void> {
        TRY(columns->generation, generation());
        return Loader(m_connection, *columns).load();
    };
    auto loaded = load();
    TRY_VOID(m_connection.execute("COMMIT"));
    if (!loaded)
        return loaded.error();
    std::sort(columns->rowsById.begin(), columns->rowsById.end(),
              [&ids = columns->ids](RowId a, RowId b) { return ids[a.value] < ids[b.value]; });
    return std::shared_ptr<const Columns>(std::move(columns));
}

} // namespace biomedica::catalog
