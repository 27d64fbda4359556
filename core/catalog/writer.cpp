#include "core/catalog/writer.h"

#include "core/base/hash.h"
#include "core/base/text.h"

namespace biomedica::catalog {

namespace {

constexpr const char* insertShard =
    "INSERT INTO shard (path, name, subset, size, modified_ns) VALUES (?1, ?2, ?3, ?4, ?5)";

constexpr const char* updateShard =
    "UPDATE shard SET path = ?1, name = ?2, subset = ?3, size = ?4, modified_ns = ?5 WHERE id = ?6";

// A copy that stood in the shadow of a removed figure comes forward, the oldest first. Conflicting
// pictures wait behind identical ones.
constexpr const char* promoteCopies =
    "UPDATE figure SET state = 0 WHERE row IN (SELECT row FROM (SELECT row, row_number() OVER "
    "(PARTITION BY id ORDER BY state, row) AS place FROM figure WHERE state <> 0 AND shard <> ?1 "
    "AND id IN (SELECT id FROM figure WHERE shard = ?1 AND state = 0)) WHERE place = 1)";

constexpr const char* insertFigure =
    "INSERT INTO figure (id, shard, article, state, width, height, has_caption, mentions, picture, key_hash, cluster, "
    "panel_type, panel_subtype, primary_label, secondary_label) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

constexpr const char* insertArticle =
    "INSERT INTO article (hash, accession, year, journal, license, mesh, keywords, subjects) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

constexpr const char* selectShownCopy =
    "SELECT f.row, s.path, t.key, t.members, s.size, s.modified_ns FROM figure f JOIN shard s ON s.id = f.shard "
    "JOIN figure_text t ON t.row = f.row WHERE f.id = ?1 AND f.state = 0";

std::string joinedList(const std::vector<std::string>& values)
{
    return join(values, std::string_view(&listSeparator, 1));
}

std::uint64_t hashOf(const shards::ArticleMetadata& article)
{
    std::string all;
    all.reserve(4096 + article.abstract.size());
    for (const std::string* text : {&article.accession, &article.title, &article.journal, &article.citation,
                                    &article.license, &article.abstract, &article.date})
        all.append(*text).append(1, '\n');
    for (const auto* list : {&article.mesh, &article.keywords, &article.subjects})
        all.append(joinedList(*list)).append(1, '\n');
    return hash64(all);
}

void bindOptional(db::Statement& statement, int index, std::optional<std::int64_t> number)
{
    if (number)
        statement.bind(index, *number);
    else
        statement.bindNull(index);
}

} // namespace

Result<Writer> Writer::prepare(Catalog& catalog)
{
    Writer writer(catalog);
    TRY(db::Statement terms, catalog.connection().prepare("SELECT id, text FROM term"));
    for (;;) {
        TRY(const bool hasRow, terms.step());
        if (!hasRow)
            return writer;
        writer.m_terms[terms.text(1)] = terms.integer(0);
    }
}

Result<db::Statement*> Writer::cached(const char* sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return &found->second;
    TRY(db::Statement statement, m_catalog->connection().prepare(sql));
    return &m_statements.emplace(sql, std::move(statement)).first->second;
}

Result<std::optional<std::int64_t>> Writer::term(const std::string& text)
{
    if (text.empty())
        return std::optional<std::int64_t>();
    if (const auto found = m_terms.find(text); found != m_terms.end())
        return std::optional(found->second);
    TRY(db::Statement * insert, cached("INSERT INTO term (text) VALUES (?1)"));
    insert->bind(1, text);
    TRY_VOID(insert->run());
    return std::optional(m_terms[text] = m_catalog->connection().lastRowId());
}

Result<std::optional<std::int64_t>> Writer::listTerm(const std::optional<Answer>& answer)
{
    if (!answer)
        return std::optional<std::int64_t>();
    return term(joinedList(*answer));
}

Result<ShardId> Writer::addShard(const std::filesystem::path& path, const FileStamp& stamp)
{
    TRY(db::Statement * insert, cached(insertShard));
    insert->bind(1, path.string())
        .bind(2, shardNameOf(path))
        .bind(3, subsetNameOf(path))
        .bind(4, stamp.size)
        .bind(5, stamp.modifiedNs);
    TRY_VOID(insert->run());
    return ShardId(static_cast<std::uint32_t>(m_catalog->connection().lastRowId()));
}

Result<int> Writer::removeShard(ShardId shard)
{
    TRY(db::Statement * count, cached("SELECT count(*) FROM figure WHERE shard = ?1 AND state = 0"));
    count->bind(1, shard.value);
    TRY(const bool hasRow, count->step());
    const int removed = hasRow ? static_cast<int>(count->integer(0)) : 0;
    count->reset();
    for (const char* sql :
         {promoteCopies, "DELETE FROM figure_text WHERE row IN (SELECT row FROM figure WHERE shard = ?1)",
          "DELETE FROM figure WHERE shard = ?1", "DELETE FROM problem WHERE shard = ?1",
          "DELETE FROM shard WHERE id = ?1"}) {
        TRY(db::Statement * change, cached(sql));
        change->bind(1, shard.value);
        TRY_VOID(change->run());
    }
    return removed;
}

Result<void> Writer::makeRowsStale(RowId first, RowId last)
{
    TRY(db::Statement * update, cached("UPDATE shard SET modified_ns = ?3 WHERE id IN "
                                       "(SELECT shard FROM figure WHERE row BETWEEN ?1 AND ?2)"));
    update->bind(1, first.value).bind(2, last.value).bind(3, staleStamp);
    return update->run();
}

Result<void> Writer::makeArticlesStale(ArticleId first, ArticleId last)
{
    TRY(db::Statement * update, cached("UPDATE shard SET modified_ns = ?3 WHERE id IN "
                                       "(SELECT shard FROM figure WHERE article BETWEEN ?1 AND ?2)"));
    update->bind(1, first.value).bind(2, last.value).bind(3, staleStamp);
    TRY_VOID(update->run());
    // Under another hash they are not known, so that they are indexed when they come again.
    TRY(db::Statement * rename, cached("UPDATE article SET hash = id WHERE id BETWEEN ?1 AND ?2"));
    rename->bind(1, first.value).bind(2, last.value);
    return rename->run();
}

Result<void> Writer::moveShard(ShardId shard, const std::filesystem::path& path, const FileStamp& stamp)
{
    TRY(db::Statement * update, cached(updateShard));
    update->bind(1, path.string())
        .bind(2, shardNameOf(path))
        .bind(3, subsetNameOf(path))
        .bind(4, stamp.size)
        .bind(5, stamp.modifiedNs)
        .bind(6, shard.value);
    return update->run();
}

Result<std::pair<ArticleId, bool>> Writer::article(const shards::ArticleMetadata& article)
{
    const auto toId = [](std::int64_t id) { return ArticleId(static_cast<std::uint32_t>(id)); };
    if (article.isEmpty())
        return std::pair(ArticleId(), false);
    const std::uint64_t hash = hashOf(article);
    if (m_lastArticle && hash == m_lastArticle->first) // figures of an article mostly follow each other
        return std::pair(m_lastArticle->second, false);
    TRY(db::Statement * select, cached("SELECT id FROM article WHERE hash = ?1"));
    select->bind(1, hash);
    TRY(const bool isKnown, select->step());
    const std::int64_t known = isKnown ? select->integer(0) : 0;
    select->reset();
    if (isKnown) {
        m_lastArticle.emplace(hash, toId(known));
        return std::pair(toId(known), false);
    }

    TRY(const auto journal, term(article.journal));
    TRY(const auto license, term(shards::licenseWithoutVersion(article.license)));
    TRY(db::Statement * insert, cached(insertArticle));
    insert->bind(1, hash).bind(2, article.accession);
    bindOptional(*insert, 3, shards::yearOf(article.date));
    bindOptional(*insert, 4, journal);
    bindOptional(*insert, 5, license);
    insert->bind(6, joinedList(article.mesh))
        .bind(7, joinedList(article.keywords))
        .bind(8, joinedList(article.subjects));
    TRY_VOID(insert->run());
    const std::int64_t id = m_catalog->connection().lastRowId();
    TRY(db::Statement * text, cached("INSERT INTO article_text VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    text->bind(1, id).bind(2, article.title).bind(3, article.citation).bind(4, article.license);
    text->bind(5, article.date).bind(6, article.abstract);
    TRY_VOID(text->run());
    m_lastArticle.emplace(hash, toId(id));
    return std::pair(toId(id), true);
}

Result<AddedFigure> Writer::addFigure(ShardId shard, const NewFigure& figure)
{
    const shards::FigureMetadata& metadata = *figure.metadata;
    AddedFigure added;
    TRY(const auto found, article(metadata.article));
    std::tie(added.article, added.isNewArticle) = found;
    TRY(const auto cluster, term(metadata.cluster));

    TRY(db::Statement * insert, cached(insertFigure));
    int column = 11;
    bindOptional(*insert, column, cluster);
    for (const Question question : allQuestions) {
        TRY(const auto imported, listTerm(metadata.imported[question]));
        bindOptional(*insert, ++column, imported);
    }
    insert->bind(1, figure.id.value).bind(2, shard.value);
    bindOptional(*insert, 3, added.article.value ? std::optional<std::int64_t>(added.article.value) : std::nullopt);
    insert->bind(4, static_cast<int>(figure.state)).bind(5, metadata.width).bind(6, metadata.height);
    insert->bind(7, metadata.caption.empty() ? 0 : 1).bind(8, static_cast<int>(metadata.mentions.size()));
    bindOptional(*insert, 9,
                 metadata.imageHash.empty() ? std::nullopt
                                            : std::optional(static_cast<std::int64_t>(hash64(metadata.imageHash))));
    insert->bind(10, keyHash(figure.sample->key));
    TRY_VOID(insert->run());
    added.row = RowId(static_cast<std::uint32_t>(m_catalog->connection().lastRowId()));

    TRY(db::Statement * text, cached("INSERT INTO figure_text VALUES (?1, ?2, ?3, ?4)"));
    text->bind(1, added.row.value).bind(2, figure.sample->key).bind(3, metadata.caption);
    text->bindBlob(4, shards::encodeMembers(figure.sample->members));
    TRY_VOID(text->run());
    return added;
}

Result<void> Writer::addProblem(ShardId shard, const shards::SampleProblem& problem)
{
    TRY(db::Statement * insert,
        cached("INSERT INTO problem (shard, key, text, makes_no_figure) VALUES (?1, ?2, ?3, ?4)"));
    insert->bind(1, shard.value).bind(2, problem.key).bind(3, problem.problem).bind(4, problem.makesNoFigure ? 1 : 0);
    return insert->run();
}

Result<void> Writer::setPictureProblem(ShardId shard, const std::string& key, const std::optional<std::string>& problem)
{
    TRY(db::Statement * remove, cached("DELETE FROM problem WHERE shard = ?1 AND key = ?2 AND of_picture = 1"));
    remove->bind(1, shard.value).bind(2, key);
    TRY_VOID(remove->run());
    if (!problem)
        return {};
    TRY(db::Statement * insert, cached("INSERT INTO problem (shard, key, text, makes_no_figure, of_picture) "
                                       "VALUES (?1, ?2, ?3, 0, 1)"));
    insert->bind(1, shard.value).bind(2, key).bind(3, *problem);
    return insert->run();
}

Result<std::optional<ShownCopy>> Writer::shownCopy(FigureId id)
{
    TRY(db::Statement * select, cached(selectShownCopy));
    select->bind(1, id.value);
    TRY(const bool hasRow, select->step());
    std::optional<ShownCopy> copy;
    if (hasRow) {
        copy.emplace();
        copy->row = RowId(static_cast<std::uint32_t>(select->integer(0)));
        copy->shard = select->text(1);
        copy->key = select->text(2);
        copy->stamp = {select->bits(4), select->integer(5)};
        copy->sample = {copy->key,
                        shards::decodeMembers(select->blob(3)).value_or(std::vector<shards::SampleMember>())};
    }
    select->reset();
    return copy;
}

Result<void> Writer::setState(RowId row, FigureState state)
{
    TRY(db::Statement * update, cached("UPDATE figure SET state = ?2 WHERE row = ?1"));
    update->bind(1, row.value).bind(2, static_cast<int>(state));
    return update->run();
}

Result<void> Writer::advanceGeneration()
{
    TRY(db::Statement * update, cached("UPDATE generation SET number = number + 1"));
    return update->run();
}

} // namespace biomedica::catalog
