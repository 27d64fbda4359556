#include "core/shards/openshards.h"

#include "core/compression/contentfile.h"

#include <algorithm>

namespace biomedica::shards {

namespace fs = std::filesystem;

namespace {

/// Each holds up to 32 MB of content (compression::Limits).
constexpr std::size_t mostOpen = 4;

} // namespace

Result<ShardPointer> OpenShards::open(const fs::path& path)
{
    const auto known = [&](const FileStamp& stamp) {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_open.begin(), m_open.end(), [&](const ShardPointer& shard) {
            return shard->path() == path && shard->stamp() == stamp;
        });
        if (found == m_open.end())
            return ShardPointer();
        m_open.splice(m_open.begin(), m_open, found);
        return m_open.front();
    };
    TRY(const FileStamp stamp, stampOf(path));
    if (ShardPointer shard = known(stamp))
        return shard;
    TRY(ShardPointer opened, ShardFile::open(path, m_indexFolder));
    if (opened->packing() == compression::Packing::None)
        return opened;
    if (ShardPointer shard = known(opened->stamp())) // another thread was quicker
        return shard;
    const std::lock_guard lock(m_mutex);
    m_open.remove_if([&](const ShardPointer& shard) { return shard->path() == path; });
    m_open.push_front(opened);
    if (m_open.size() > mostOpen)
        m_open.pop_back();
    return opened;
}

void OpenShards::keepIndexesOf(const std::vector<fs::path>& shards)
{
    if (!m_indexFolder.empty())
        compression::removeOtherIndexes(m_indexFolder, shards);
}

} // namespace biomedica::shards
