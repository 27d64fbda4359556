// Writes to a catalog, one shard at a time. The caller holds the transaction, so that a shard's figures
// and their text index appear together or not at all.
//
// Thread contract: belongs to the thread of its Catalog. One writer at a time; SQLite's lock sees to it.
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/schema.h"
#include "core/shards/metadata.h"

#include <optional>
#include <unordered_map>

namespace biomedica::catalog {

struct NewFigure {
    FigureId id;
    const shards::Sample* sample = nullptr;
    const shards::FigureMetadata* metadata = nullptr;
    FigureState state = FigureState::Shown;
};

struct AddedFigure {
    RowId row;
    ArticleId article;         ///< 0 = none
    bool isNewArticle = false; ///< its text is not indexed yet
};

/// Where the shown copy of a figure lies.
struct ShownCopy {
    RowId row;
    std::filesystem::path shard;
    FileStamp stamp; ///< of the shard when it was indexed
    std::string key;
    shards::Sample sample;
};

class Writer {
public:
    static Result<Writer> prepare(Catalog& catalog);

    Result<ShardId> addShard(const std::filesystem::path& path, const FileStamp& stamp);
    /// Removes the shard's figures and problems; copies of them in other shards are shown instead.
    /// Returns how many shown figures went.
    Result<int> removeShard(ShardId shard);
    /// The same shard at another place; its rows, and so its labels, stay. With the stamp that it had when it was
    /// indexed it will be read again if it has changed.
    Result<void> moveShard(ShardId shard, const std::filesystem::path& path, const FileStamp& stamp);

    /// The shards that hold these rows, or figures of these articles, are to be read again, because the text index has
    /// lost them; nothing else changes until they are.
    Result<void> makeRowsStale(RowId first, RowId last);
    Result<void> makeArticlesStale(ArticleId first, ArticleId last);

    Result<AddedFigure> addFigure(ShardId shard, const NewFigure& figure);
    Result<void> addProblem(ShardId shard, const shards::SampleProblem& problem);
    /// What decoding the figure's picture showed, in place of what it showed before; nullopt = all is well.
    Result<void> setPictureProblem(ShardId shard, const std::string& key, const std::optional<std::string>& problem);

    Result<std::optional<ShownCopy>> shownCopy(FigureId id);
    Result<void> setState(RowId row, FigureState state);

    /// To be called once in each transaction that changes anything.
    Result<void> advanceGeneration();

private:
    explicit Writer(Catalog& catalog) : m_catalog(&catalog) {}

    Result<db::Statement*> cached(const char* sql);
    Result<std::optional<std::int64_t>> term(const std::string& text);
    Result<std::optional<std::int64_t>> listTerm(const std::optional<Answer>& answer);
    Result<std::pair<ArticleId, bool>> article(const shards::ArticleMetadata& article);

    Catalog* m_catalog;
    std::unordered_map<const char*, db::Statement> m_statements; ///< by the constant that is their SQL
    std::unordered_map<std::string, std::int64_t> m_terms;
    std::optional<std::pair<std::uint64_t, ArticleId>> m_lastArticle; ///< by its hash
};

} // namespace biomedica::catalog
