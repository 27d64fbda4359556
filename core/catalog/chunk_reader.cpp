#include "core/catalog/chunk_reader.h"

#include "core/catalog/schema.h"

#include <array>

namespace biomedica::catalog {

namespace {

constexpr const char* selectRows =
    "SELECT f.row, f.id, f.state, f.article, f.picture, f.has_caption, f.mentions, f.shard, f.cluster, a.license, "
    "a.journal, f.panel_type, f.panel_subtype, f.primary_label, f.secondary_label, a.year, f.width, f.height "
    "FROM figure f LEFT JOIN article a ON a.id = f.article WHERE f.row >= ?1 AND f.row < ?2";
constexpr int firstField = 7; ///< the columns from here on are RowFields, in their order

constexpr const char* selectArticles =
    "SELECT a.id, a.accession, a.mesh, a.keywords, a.subjects, t.title <> '', t.abstract <> '' "
    "FROM article a LEFT JOIN article_text t ON t.id = a.id WHERE a.id >= ?1 AND a.id < ?2 ORDER BY a.id";

constexpr const char* selectKeys = "SELECT row, key FROM figure_text WHERE row >= ?1 AND row < ?2";

std::vector<std::string_view> listFrom(std::string_view joined)
{
    std::vector<std::string_view> values;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find(listSeparator), joined.size());
        values.push_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return values;
}

void takeRow(RowChunk& chunk, std::size_t at, const db::Statement& row)
{
    chunk.ids[at] = row.bits(1);
    const auto state = static_cast<FigureState>(row.integer(2));
    if (state == FigureState::Duplicate)
        chunk.hiddenCopies.push_back(row.bits(1));
    if (state != FigureState::Shown)
        return;
    chunk.shown.set(at);
    chunk.articles[at] = static_cast<std::uint32_t>(row.integer(3));
    chunk.pictures[at] = row.bits(4);
    if (row.integer(5))
        chunk.hasCaption.set(at);
    if (row.integer(6))
        chunk.hasMentions.set(at);
    const bool isSizeKnown = row.integer(16) > 0;
    for (std::size_t field = 0; field < rowFieldCount - 1; ++field) {
        const int column = firstField + static_cast<int>(field);
        const auto name = static_cast<RowField>(field);
        if (!row.isNull(column) && (isSizeKnown || (name != RowField::Width && name != RowField::Height)))
            chunk[name].set(at, row.integer(column));
    }
    for (const RowField label : {RowField::PanelType, RowField::PanelSubtype, RowField::Primary, RowField::Secondary})
        if (chunk[label].codes()[at] != 0)
            chunk[RowField::IsAnswered].set(at, 1);
}

} // namespace

Result<RowChunk> readRows(db::Connection& connection, std::uint32_t first, std::size_t rows)
{
    RowChunk chunk(rows);
    TRY(db::Statement statement, connection.prepare(selectRows));
    statement.bind(1, std::int64_t{first}).bind(2, static_cast<std::int64_t>(first + rows));
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return chunk;
        takeRow(chunk, static_cast<std::size_t>(statement.integer(0) - first), statement);
    }
}

Result<ArticleChunk> readArticles(db::Connection& connection, std::uint32_t first, std::size_t articles)
{
    ArticleChunk chunk{Bitmap(articles), Bitmap(articles), {}};
    TRY(db::Statement statement, connection.prepare(selectArticles));
    statement.bind(1, std::int64_t{first}).bind(2, static_cast<std::int64_t>(first + articles));
    std::size_t next = 0;
    const auto skipTo = [&](std::size_t at) { // ids of nothing; 0 is one
        for (; next < at; ++next)
            for (TextLists& lists : chunk.fields)
                lists.add({});
    };
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            break;
        skipTo(static_cast<std::size_t>(statement.integer(0) - first));
        for (int field = 0; field < static_cast<int>(articleFieldCount); ++field)
            chunk.fields[static_cast<std::size_t>(field)].add(listFrom(statement.view(1 + field)));
        if (statement.integer(5))
            chunk.hasTitle.set(next);
        if (statement.integer(6))
            chunk.hasAbstract.set(next);
        ++next;
    }
    skipTo(articles);
    return chunk;
}

Result<std::vector<std::pair<std::string, std::uint32_t>>> readKeys(db::Connection& connection, std::uint32_t first,
                                                                    std::size_t rows)
{
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    TRY(db::Statement statement, connection.prepare(selectKeys));
    statement.bind(1, std::int64_t{first}).bind(2, static_cast<std::int64_t>(first + rows));
    for (;;) {
        TRY(const bool hasRow, statement.step());
        if (!hasRow)
            return keys;
        keys.emplace_back(statement.text(1), static_cast<std::uint32_t>(statement.integer(0) - first));
    }
}

} // namespace biomedica::catalog
