#include "core/workspace/relinking.h"

#include "core/workspace/catalog_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

/// Figures of a shard that are compared with the file, spread over its length. Together with the size they tell
/// shards apart; comparing whole ones would read terabytes.
constexpr std::size_t sampleSize = 9;

using FilesByName = std::multimap<fs::path, fs::path>;

/// Files below the folder that are called as a missing shard.
Result<FilesByName> filesNamed(const std::set<fs::path>& names, const fs::path& folder, const Job& job)
{
    FilesByName files;
    std::error_code problem;
    fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, problem);
    if (problem)
        return Error(ErrorKind::Io, "cannot read the folder '" + folder.string() + "': " + problem.message());
    std::uint64_t seen = 0;
    for (; entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
        TRY_VOID(job.check());
        job.tell(++seen, 0, entries->path().parent_path().string());
        std::error_code unreadable;
        if (names.contains(entries->path().filename()) && entries->is_regular_file(unreadable))
            files.emplace(entries->path().filename(), entries->path());
    }
    if (problem)
        return Error(ErrorKind::Io, "cannot read below '" + folder.string() + "': " + problem.message());
    return files;
}

class Search {
public:
    Search(catalog::Catalog& catalog, shards::OpenShards& open, const Job& job)
        : m_catalog(catalog), m_open(open), m_check(catalog), m_job(job)
    {
    }

    Result<MovedSearch> run(const std::vector<catalog::ShardInfo>& missing, const fs::path& folder)
    {
        std::set<fs::path> names;
        for (const catalog::ShardInfo& shard : missing)
            names.insert(shard.path.filename());
        TRY(m_files, filesNamed(names, folder, m_job));
        TRY(const std::vector<catalog::ShardInfo> known, m_catalog.shards());
        for (const catalog::ShardInfo& shard : known)
            m_taken.insert(shard.path);
        MovedSearch search;
        // Those that fit first, so that no other shard of the same name takes their place.
        std::vector<catalog::ShardInfo> left;
        for (const catalog::ShardInfo& shard : missing) {
            TRY_VOID(m_job.check());
            TRY(auto moved, fitting(shard));
            keep(std::move(moved), shard, search.found, left);
        }
        for (const catalog::ShardInfo& shard : left)
            keep(alike(shard, left), shard, search.found, search.lost);
        return search;
    }

private:
    void keep(std::optional<MovedShard> moved, const catalog::ShardInfo& shard, std::vector<MovedShard>& found,
              std::vector<catalog::ShardInfo>& others)
    {
        if (!moved) {
            others.push_back(shard);
            return;
        }
        m_taken.insert(moved->path);
        found.push_back(std::move(*moved));
    }

    /// Free files of the shard's name; those in a folder of the same name come first.
    std::vector<fs::path> candidates(const catalog::ShardInfo& shard) const
    {
        std::vector<fs::path> paths;
        const auto [begin, end] = m_files.equal_range(shard.path.filename());
        for (auto file = begin; file != end; ++file)
            if (!m_taken.contains(file->second))
                paths.push_back(file->second);
        std::stable_partition(paths.begin(), paths.end(),
                              [&](const fs::path& path) { return catalog::shardNameOf(path) == shard.name; });
        return paths;
    }

    Result<std::optional<MovedShard>> fitting(const catalog::ShardInfo& shard)
    {
        if (shard.id.value == 0)
            return std::optional<MovedShard>();
        for (const fs::path& path : candidates(shard)) {
            const auto stamp = stampOf(path);
            if (!stamp || stamp->size != shard.stamp.size)
                continue;
            TRY(const bool isSame, holdsTheFigures(shard, path));
            if (isSame)
                return std::optional(MovedShard{shard, path, *stamp, true});
        }
        return std::optional<MovedShard>();
    }

    Result<bool> holdsTheFigures(const catalog::ShardInfo& shard, const fs::path& path)
    {
        const auto file = m_open.open(path);
        if (!file)
            return false;
        TRY(const std::vector<RowId> rows, m_catalog.rowsOfShard(shard.id));
        const std::size_t compared = std::min(sampleSize, rows.size());
        for (std::size_t i = 0; i < compared; ++i) {
            const RowId row = rows[compared == 1 ? 0 : i * (rows.size() - 1) / (compared - 1)];
            TRY(const catalog::FigureText text, m_catalog.figureText(row));
            TRY(const std::vector<std::string> differences, m_check.differences(**file, row, text));
            if (!differences.empty())
                return false;
        }
        return true;
    }

    /// A file of the same name with other contents, where it is plain which shard it stands for.
    std::optional<MovedShard> alike(const catalog::ShardInfo& shard, const std::vector<catalog::ShardInfo>& left) const
    {
        const std::vector<fs::path> paths = candidates(shard);
        const auto namesakes = std::count_if(left.begin(), left.end(), [&](const catalog::ShardInfo& other) {
            return other.path.filename() == shard.path.filename();
        });
        const bool isPlain =
            !paths.empty()
            && (catalog::shardNameOf(paths.front()) == shard.name || (paths.size() == 1 && namesakes == 1));
        if (!isPlain)
            return std::nullopt;
        return MovedShard{shard, paths.front(), stampOf(paths.front()).value_or(FileStamp{}), false};
    }

    catalog::Catalog& m_catalog;
    shards::OpenShards& m_open;
    FigureCheck m_check;
    const Job& m_job;
    FilesByName m_files;
    std::set<fs::path> m_taken; ///< by shards of the catalog or found ones
};

} // namespace

Result<MovedSearch> findMovedShards(catalog::Catalog& catalog, shards::OpenShards& open,
                                    const std::vector<catalog::ShardInfo>& missing, const fs::path& folder,
                                    const Job& job)
{
    return Search(catalog, open, job).run(missing, folder);
}

} // namespace biomedica::workspace
