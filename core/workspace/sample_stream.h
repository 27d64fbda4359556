// The samples of one shard, read and parsed by threads ahead of the one that writes them. What lies read or parsed and
// unwritten is bounded: 64 MB, or the largest sample.
//
// Thread contract: one SampleStream belongs to one thread, which calls next(); the shard and its scan outlive it.
#pragma once

#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/shards/metadata.h"
#include "core/shards/shard.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace biomedica::workspace {

/// What a sample says, before the catalog is asked.
struct ParsedSample {
    const shards::Sample* sample = nullptr;
    shards::FigureMetadata metadata;
    std::optional<FigureId> id; ///< none: it makes no figure, and a problem says why
    std::vector<shards::SampleProblem> problems;

    /// What its texts take in memory, in the main.
    std::uint64_t bytes() const;
};

class SampleStream {
public:
    /// Begins to read at once. `stop` ends it; then what next() gives is of no use.
    SampleStream(const shards::ShardFile& shard, std::span<const shards::Sample> samples, std::stop_token stop,
                 int threads);
    ~SampleStream();
    SampleStream(const SampleStream&) = delete;
    SampleStream& operator=(const SampleStream&) = delete;

    /// The next samples in the order of the scan; none at the end.
    std::vector<ParsedSample> next();

private:
    struct Batch {
        std::size_t begin = 0, end = 0; ///< places in the scan
        std::uint64_t bytes = 0;        ///< of text to read; once it is parsed, of what is kept of it
    };

    void makeBatches();
    void work();
    bool mayBegin() const;

    const shards::ShardFile& m_shard;
    const std::span<const shards::Sample> m_samples;
    const Job m_job;
    std::vector<Batch> m_batches;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::map<std::size_t, std::vector<ParsedSample>> m_parsed; ///< by batch
    std::size_t m_begun = 0, m_given = 0;
    std::uint64_t m_bytes = 0; ///< of batches begun and not given
    bool m_isEnding = false;

    std::vector<std::jthread> m_threads;
};

} // namespace biomedica::workspace
