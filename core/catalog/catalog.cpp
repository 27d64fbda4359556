#include "core/catalog/catalog.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/column_store.h"
#include "core/catalog/schema.h"

namespace biomedica::catalog {

namespace {

constexpr const char* selectShards = "SELECT id, path, name, subset, size, modified_ns FROM shard ORDER BY path";

// A shard's rows fit into the cache, so that no page is written twice in one transaction; the log of 64 MB takes some
// shards before their pages go to their places. Rows refer to what the writer has just written: nothing to look up.
constexpr const char* manyRows = "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384; "
                                 "PRAGMA foreign_keys = OFF";

constexpr const char* selectRowsWithKey = "SELECT f.row, t.key FROM figure f JOIN figure_text t USING (row) "
                                          "WHERE f.key_hash = ?1 AND f.state = 0 ORDER BY f.row";

ShardInfo shardFrom(const db::Statement& statement)
{
    ShardInfo info;
    info.id = ShardId(static_cast<std::uint32_t>(statement.integer(0)));
    info.path = statement.text(1);
    info.name = statement.text(2);
    info.subset = statement.text(3);
    info.stamp = {statement.bits(4), statement.integer(5)};
    return info;
}

/// All of the first column.
template <typename Id>
Result<std::vector<Id>> ids(db::Statement& statement)
{
    std::vector<Id> found;
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return found;
        found.emplace_back(static_cast<std::uint32_t>(statement.integer(0)));
    }
}

} // namespace

std::uint64_t keyHash(std::string_view key)
{
    return hash64(foldCase(key));
}

std::string shardNameOf(const std::filesystem::path& path)
{
    return subsetNameOf(path) + "/" + path.filename().string();
}

std::string subsetNameOf(const std::filesystem::path& path)
{
    return path.parent_path().filename().string();
}

Result<Catalog> Catalog::open(const std::filesystem::path& path, db::Access access)
{
    TRY(db::Connection connection, db::Connection::open(path, access));
    TRY_VOID(connection.define("key_hash", keyHash)); // a migration needs it
    TRY_VOID(db::migrate(connection, catalogMigrations, "catalog"));
    return Catalog(std::move(connection));
}

Result<void> Catalog::expectManyRows()
{
    return m_connection.execute(manyRows);
}

Result<void> Catalog::emptyLog()
{
    return m_connection.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

Result<std::shared_ptr<const Columns>> Catalog::prepareColumns(const std::filesystem::path& path)
{
    TRY(Catalog catalog, open(path, db::Access::ReadOnly));
    TRY(auto columns, catalog.loadColumns());
    TRY_VOID(catalog.keyRanks());
    return columns;
}

Result<std::int64_t> Catalog::generation()
{
    return m_connection.integer("SELECT number FROM generation");
}

ColumnStore Catalog::columnStore()
{
    return ColumnStore(m_connection, m_connection.path().parent_path() / "columns");
}

// In one read transaction each: what is read is of one moment, whatever is being indexed.

Result<std::shared_ptr<const Columns>> Catalog::loadColumns()
{
    TRY_VOID(m_connection.execute("BEGIN"));
    auto columns = columnStore().load();
    TRY_VOID(m_connection.execute("COMMIT"));
    return columns;
}

Result<std::shared_ptr<const KeyRanks>> Catalog::keyRanks()
{
    TRY_VOID(m_connection.execute("BEGIN"));
    auto ranks = columnStore().keyRanks();
    TRY_VOID(m_connection.execute("COMMIT"));
    return ranks;
}

Result<Totals> Catalog::totals(const Columns& columns)
{
    Totals totals;
    totals.figures = static_cast<std::int64_t>(columns.figureCount());
    totals.articles = static_cast<std::int64_t>(columns.articleCount);
    TRY(totals.shards, m_connection.integer("SELECT count(*) FROM shard"));
    TRY(totals.problems, m_connection.integer("SELECT count(*) FROM problem"));
    return totals;
}

Result<std::vector<ShardInfo>> Catalog::shards()
{
    TRY(db::Statement statement, m_connection.prepare(selectShards));
    std::vector<ShardInfo> found;
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return found;
        found.push_back(shardFrom(statement));
    }
}

Result<ShardInfo> Catalog::shard(ShardId id)
{
    TRY(db::Statement statement,
        m_connection.prepare("SELECT id, path, name, subset, size, modified_ns FROM shard WHERE id = ?1"));
    statement.bind(1, id.value);
    TRY(const bool hasRow, statement.step());
    if (!hasRow)
        return Error(ErrorKind::NotFound, "the shard of this figure is no longer in the collection");
    return shardFrom(statement);
}

Result<std::int64_t> Catalog::staleShards()
{
    TRY(db::Statement count, m_connection.prepare("SELECT count(*) FROM shard WHERE modified_ns = ?1"));
    count.bind(1, staleStamp);
    TRY(const bool hasRow, count.step());
    return hasRow ? count.integer(0) : 0;
}

Result<Bitmap> Catalog::rowsBetween(RowId first, RowId last)
{
    TRY(db::Statement select, m_connection.prepare("SELECT row FROM figure WHERE row BETWEEN ?1 AND ?2"));
    select.bind(1, first.value).bind(2, last.value);
    Bitmap rows(std::size_t{last.value} + 1);
    for (;;) {
        TRY(const bool hasRow, select.step());
        if (!hasRow)
            return rows;
        rows.set(static_cast<std::size_t>(select.integer(0)));
    }
}

Result<std::vector<Problem>> Catalog::problems()
{
    TRY(db::Statement statement,
        m_connection.prepare("SELECT shard.name, problem.key, problem.text, problem.makes_no_figure, "
                             "problem.of_picture FROM problem JOIN shard ON shard.id = problem.shard ORDER BY "
                             "shard.name, problem.rowid"));
    std::vector<Problem> found;
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return found;
        Problem problem;
        problem.shard = statement.text(0);
        if (!statement.isNull(1))
            problem.what.key = statement.text(1);
        problem.what.problem = statement.text(2);
        problem.what.makesNoFigure = statement.integer(3) != 0;
        problem.isOfPicture = statement.integer(4) != 0;
        found.push_back(std::move(problem));
    }
}

Result<FigureText> Catalog::figureText(RowId row)
{
    TRY(db::Statement statement,
        m_connection.prepare("SELECT t.key, t.caption, t.members, f.shard FROM figure_text t JOIN figure f USING (row) "
                             "WHERE t.row = ?1"));
    statement.bind(1, row.value);
    TRY(const bool hasRow, statement.step());
    if (!hasRow)
        return Error(ErrorKind::NotFound, "the figure is no longer in the collection");
    FigureText text;
    text.key = statement.text(0);
    text.caption = statement.text(1);
    auto members = shards::decodeMembers(statement.blob(2));
    if (!members)
        return Error(ErrorKind::Corrupt,
                     "the catalog entry of '" + text.key + "' is damaged: index the collection again");
    text.members = std::move(*members);
    text.shard = ShardId(static_cast<std::uint32_t>(statement.integer(3)));
    return text;
}

Result<ArticleText> Catalog::articleText(ArticleId id)
{
    TRY(db::Statement statement,
        m_connection.prepare("SELECT a.accession, t.title, term.text, t.citation, t.license, t.date, t.abstract "
                             "FROM article a JOIN article_text t USING (id) LEFT JOIN term ON term.id = a.journal "
                             "WHERE a.id = ?1"));
    statement.bind(1, id.value);
    TRY(const bool hasRow, statement.step());
    ArticleText article;
    if (!hasRow)
        return article;
    std::string* const fields[] = {&article.accession, &article.title, &article.journal, &article.citation,
                                   &article.license,   &article.date,  &article.abstract};
    for (int i = 0; i < 7; ++i)
        *fields[i] = statement.text(i);
    return article;
}

Result<std::vector<RowId>> Catalog::rowsWithKey(std::string_view key, Letters letters)
{
    TRY(db::Statement statement, m_connection.prepare(selectRowsWithKey));
    statement.bind(1, keyHash(key));
    const std::string folded = foldCase(key);
    std::vector<RowId> rows;
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return rows;
        const std::string_view found = statement.view(1);
        if (found == key || (letters == Letters::OfAnyCase && foldCase(found) == folded))
            rows.emplace_back(static_cast<std::uint32_t>(statement.integer(0)));
    }
}

Result<std::optional<std::uint64_t>> Catalog::pictureHash(RowId row)
{
    TRY(db::Statement statement, m_connection.prepare("SELECT picture FROM figure WHERE row = ?1"));
    statement.bind(1, row.value);
    TRY(const bool hasRow, statement.step());
    return hasRow && !statement.isNull(0) ? std::optional(statement.bits(0)) : std::nullopt;
}

Result<std::vector<RowId>> Catalog::rowsWithoutPictureHash()
{
    TRY(db::Statement statement,
        m_connection.prepare("SELECT row FROM figure WHERE picture IS NULL AND state = 0 ORDER BY row"));
    return ids<RowId>(statement);
}

Result<std::vector<RowId>> Catalog::rowsOfShard(ShardId shard)
{
    TRY(db::Statement statement, m_connection.prepare("SELECT row FROM figure WHERE shard = ?1 ORDER BY row"));
    statement.bind(1, shard.value);
    return ids<RowId>(statement);
}

Result<FigureId> Catalog::figureId(RowId row)
{
    TRY(db::Statement statement, m_connection.prepare("SELECT id FROM figure WHERE row = ?1"));
    statement.bind(1, row.value);
    TRY(const bool hasRow, statement.step());
    return FigureId(hasRow ? statement.bits(0) : 0);
}

} // namespace biomedica::catalog
