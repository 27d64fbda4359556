#include "core/workspace/shard_ahead.h"

#include <algorithm>
#include <chrono>

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

Result<OpenedShard> scanned(shards::OpenShards& open, const fs::path& path, const Job& job)
{
    OpenedShard shard;
    TRY(shard.file, open.open(path));
    TRY(shard.scan, shards::scanShard(shard.file, job));
    return shard;
}

/// More parse faster than one writes.
int parsersFor(const shards::ShardFile& shard)
{
    return shard.isSlow() ? 1 : static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 4u));
}

} // namespace

ShardAhead::ShardAhead(shards::OpenShards& open, const Job& job)
    : m_open(open), m_job(job), m_forward(job.stop, [this] { m_stop.request_stop(); })
{
}

ShardAhead::~ShardAhead()
{
    m_stop.request_stop(); // then the future waits for the thread
}

void ShardAhead::scan(const fs::path& path)
{
    m_path = path;
    m_scanned.reset();
    m_scan = std::async(std::launch::async, [this, path] { return scanned(m_open, path, {m_stop.get_token(), {}}); });
}

void ShardAhead::read()
{
    if (!m_scan.valid() || m_scan.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    m_scanned = m_scan.get();
    if (*m_scanned)
        beginStream(**m_scanned);
}

void ShardAhead::beginStream(OpenedShard& shard) const
{
    shard.stream =
        std::make_unique<SampleStream>(*shard.file, shard.scan.samples, m_stop.get_token(), parsersFor(*shard.file));
}

Result<OpenedShard> ShardAhead::take(const fs::path& path)
{
    const bool isExpected = m_path == path;
    auto shard = isExpected && m_scanned        ? std::move(*m_scanned)
                 : isExpected && m_scan.valid() ? m_scan.get()
                                                : scanned(m_open, path, m_job);
    m_scanned.reset();
    m_path.clear();
    if (shard && !shard->stream)
        beginStream(*shard);
    return shard;
}

} // namespace biomedica::workspace
