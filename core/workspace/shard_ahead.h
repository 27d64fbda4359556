// The shard that comes next: scanned while one is written, and read and parsed as soon as nothing of that one is left
// to read, so that threads have work while it is completed.
//
// Thread contract: belongs to one thread; what it is given outlives it.
#pragma once

#include "core/shards/shard.h"
#include "core/workspace/sample_stream.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace biomedica::workspace {

struct OpenedShard {
    shards::ShardPointer file;
    shards::ShardScan scan;
    std::unique_ptr<SampleStream> stream; ///< of the scan's samples
};

class ShardAhead {
public:
    ShardAhead(shards::OpenShards& open, const Job& job);
    ~ShardAhead();
    ShardAhead(const ShardAhead&) = delete;
    ShardAhead& operator=(const ShardAhead&) = delete;

    /// Begins to scan what take() will be asked for.
    void scan(const std::filesystem::path& path);
    /// Begins to read it, if it has been scanned.
    void read();

    /// Also where nothing was begun; fails as scanShard() does.
    Result<OpenedShard> take(const std::filesystem::path& path);

private:
    void beginStream(OpenedShard& shard) const;

    shards::OpenShards& m_open;
    const Job& m_job;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward;
    std::filesystem::path m_path;
    std::future<Result<OpenedShard>> m_scan;
    std::optional<Result<OpenedShard>> m_scanned; ///< taken from m_scan
};

} // namespace biomedica::workspace
