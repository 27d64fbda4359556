// Workspace: where the shards are, and whether their pictures can be shown.

#include "core/catalog/writer.h"
#include "core/workspace/collection_file.h"
#include "core/workspace/reader.h"
#include "core/workspace/unread.h"

#include <algorithm>
#include <map>
#include <set>

namespace biomedica::workspace {

namespace fs = std::filesystem;

std::vector<fs::path> unreadAmong(std::vector<fs::path> asked, const std::vector<catalog::ShardInfo>& shards)
{
    std::map<fs::path, FileStamp> read;
    for (const catalog::ShardInfo& shard : shards)
        read[shard.path] = shard.stamp;
    std::erase_if(asked, [&](const fs::path& path) {
        const auto found = read.find(path);
        if (found == read.end())
            return false;
        const auto stamp = stampOf(path);
        return !stamp || *stamp == found->second;
    });
    return asked;
}

Result<PictureReport> Workspace::checkPictures(const std::optional<std::vector<RowId>>& rows, const Job& job)
{
    TRY(catalog::Catalog catalog, catalog::Catalog::open(catalogPath(), db::Access::Create));
    return workspace::checkPictures(catalog, m_shards, rows, job);
}

Result<PictureReport> Workspace::recheck(const std::vector<catalog::Problem>& problems, const Job& job)
{
    std::set<std::string> names, keys;
    for (const catalog::Problem& problem : problems) {
        names.insert(problem.shard);
        if (problem.isOfPicture)
            keys.insert(*problem.what.key);
    }
    std::vector<fs::path> paths;
    {
        TRY(auto lease, reader());
        TRY(const std::vector<catalog::ShardInfo> shards, lease.catalog().shards());
        for (const catalog::ShardInfo& shard : shards)
            if (names.contains(shard.name) && stampOf(shard.path))
                paths.push_back(shard.path);
    }
    if (!paths.empty())
        TRY_VOID(index(paths, {}, job, [](const catalog::Problem&) {}));
    std::vector<RowId> rows;
    TRY(auto lease, reader());
    for (const std::string& key : keys) {
        TRY(const std::vector<RowId> found, lease.catalog().rowsWithKey(key));
        rows.insert(rows.end(), found.begin(), found.end());
    }
    return checkPictures(rows, job);
}

Result<std::vector<fs::path>> Workspace::unreadShards()
{
    TRY(const CollectionFile file, readCollectionFile(m_folder));
    TRY(auto lease, reader());
    TRY(const std::vector<catalog::ShardInfo> known, lease.catalog().shards());
    return unreadAmong(file.unread, known);
}

Result<std::vector<catalog::ShardInfo>> Workspace::missingShards()
{
    TRY(const CollectionFile file, readCollectionFile(m_folder));
    TRY(auto lease, reader());
    TRY(std::vector<catalog::ShardInfo> shards, lease.catalog().shards());
    std::set<fs::path> known;
    for (const catalog::ShardInfo& shard : shards)
        known.insert(shard.path);
    for (const fs::path& path : file.shards) // of a catalog that is being rebuilt
        if (!known.contains(path))
            shards.push_back({ShardId(), path, catalog::shardNameOf(path), catalog::subsetNameOf(path), {}});
    std::erase_if(shards, [](const catalog::ShardInfo& shard) { return stampOf(shard.path).has_value(); });
    return shards;
}

Result<MovedSearch> Workspace::findMovedShards(const fs::path& folder, const Job& job)
{
    TRY(const std::vector<catalog::ShardInfo> missing, missingShards());
    TRY(auto lease, reader());
    return workspace::findMovedShards(lease.catalog(), m_shards, missing, folder, job);
}

Result<void> Workspace::relink(const std::vector<MovedShard>& moved)
{
    TRY(catalog::Catalog catalog, catalog::Catalog::open(catalogPath(), db::Access::Create));
    TRY(db::Transaction transaction, db::Transaction::begin(catalog.connection()));
    TRY(catalog::Writer writer, catalog::Writer::prepare(catalog));
    TRY(CollectionFile file, readCollectionFile(m_folder));
    for (const MovedShard& shard : moved) {
        if (shard.shard.id.value != 0)
            TRY_VOID(writer.moveShard(shard.shard.id, shard.path, shard.isSame ? shard.stamp : shard.shard.stamp));
        std::replace(file.shards.begin(), file.shards.end(), shard.shard.path, shard.path);
        std::replace(file.unread.begin(), file.unread.end(), shard.shard.path, shard.path);
        if (!shard.isSame)
            file.unread.push_back(shard.path);
    }
    TRY_VOID(writer.advanceGeneration());
    // collection.json first: it is what the catalog is rebuilt from.
    TRY_VOID(writeCollectionFile(m_folder, file));
    return transaction.commit();
}

} // namespace biomedica::workspace
