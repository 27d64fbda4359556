// The rebuildable index of a collection: which figures exist, where, with what metadata.
//
// Thread contract: a Catalog is one SQLite connection and belongs to one thread at a time; open one
// for each thread. Columns it hands out are immutable and shared.
#pragma once

#include "core/base/file.h"
#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/columns.h"
#include "core/catalog/key_order.h"
#include "core/db/database.h"
#include "core/shards/sample.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace biomedica::catalog {

struct ShardInfo {
    ShardId id;
    std::filesystem::path path;
    std::string name;   ///< "commercial/000000.tar": folder and file name
    std::string subset; ///< "commercial"
    FileStamp stamp;    ///< when it was indexed
};

/// The wide part of a figure.
struct FigureText {
    std::string key;
    std::string caption;
    std::vector<shards::SampleMember> members;
    ShardId shard;
};

/// The wide part of an article.
struct ArticleText {
    std::string accession, title, journal, citation, license, date, abstract;
};

struct Problem {
    std::string shard; ///< name; the path where the shard could not be opened
    shards::SampleProblem what;
    bool isOfPicture = false; ///< found by decoding the picture
};

struct Totals {
    std::int64_t figures = 0, shards = 0, articles = 0, problems = 0;
};

/// "folder/file.tar" of a path, and its folder's name, which is the subset in BIOMEDICA's layout.
std::string shardNameOf(const std::filesystem::path& path);
std::string subsetNameOf(const std::filesystem::path& path);

enum class Letters { AsWritten, OfAnyCase };

/// Of a sample key, the same for letters of either case.
std::uint64_t keyHash(std::string_view key);

class ColumnStore;

class Catalog {
public:
    /// Creates the file where access is Create; Unsupported where it is of a newer version.
    static Result<Catalog> open(const std::filesystem::path& path, db::Access access);

    db::Connection& connection() { return m_connection; }

    /// Sets this connection up to write shard after shard.
    Result<void> expectManyRows();
    /// Brings what was committed from the log to its place, which closing would do otherwise. Others may read
    /// meanwhile.
    Result<void> emptyLog();
    /// Writes columns and the order of the keys, so that nobody waits for them later; through a connection of its own.
    static Result<std::shared_ptr<const Columns>> prepareColumns(const std::filesystem::path& path);

    /// Grows with every committed write.
    Result<std::int64_t> generation();
    /// As they are now. Reads files, and writes those that are not right any more (column_store.h).
    Result<std::shared_ptr<const Columns>> loadColumns();
    /// `columns` are those of now.
    Result<Totals> totals(const Columns& columns);
    Result<std::vector<ShardInfo>> shards();
    Result<ShardInfo> shard(ShardId id);
    /// How many shards have to be read again before all their text can be found.
    Result<std::int64_t> staleShards();
    /// Those of [first, last] that are figures, shown or not.
    Result<Bitmap> rowsBetween(RowId first, RowId last);
    Result<std::vector<Problem>> problems();

    Result<FigureText> figureText(RowId row);
    /// Empty where the article is unknown.
    Result<ArticleText> articleText(ArticleId id);
    /// Shown figures with this sample key, in row order.
    Result<std::vector<RowId>> rowsWithKey(std::string_view key, Letters letters = Letters::AsWritten);
    /// Hash of the figure's image_hash: figures of one picture have the same. None where the shard states none.
    Result<std::optional<std::uint64_t>> pictureHash(RowId row);
    /// Shown figures whose shard states none, in row order.
    Result<std::vector<RowId>> rowsWithoutPictureHash();
    /// Rows of a shard, shown or not.
    Result<std::vector<RowId>> rowsOfShard(ShardId shard);
    Result<FigureId> figureId(RowId row);
    /// The order of all keys (key_order.h).
    Result<std::shared_ptr<const KeyRanks>> keyRanks();

private:
    ColumnStore columnStore();

    explicit Catalog(db::Connection connection) : m_connection(std::move(connection)) {}

    db::Connection m_connection;
};

} // namespace biomedica::catalog
