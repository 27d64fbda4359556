// Brings the texts of one shard's figures into the text index, on a thread beside the one that writes the catalog. What
// waits for it is bounded: 16 MB of texts, or one batch.
//
// Thread contract: one TextThread belongs to one thread.
#pragma once

#include "core/base/ids.h"
#include "core/textsearch/text_store.h"
#include "core/workspace/sample_stream.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace biomedica::workspace {

/// A sample that has its place in the catalog.
struct PlacedSample {
    ParsedSample parsed;
    RowId row;
    ArticleId newArticle; ///< 0 = none, or its text is indexed already
};

Result<void> addTexts(textsearch::TextWriter& writer, const PlacedSample& sample);

class TextThread {
public:
    explicit TextThread(textsearch::TextWriter writer);
    /// Stops at once; files that are written and not listed are left over.
    ~TextThread();
    TextThread(const TextThread&) = delete;
    TextThread& operator=(const TextThread&) = delete;

    /// Rows and articles rise. Waits while too much is waiting.
    void add(std::vector<PlacedSample> samples);

    /// Returns when all is on the disk: what is to be listed. Called once, at the end.
    Result<std::vector<textsearch::ListedSegment>> finish();

private:
    struct Batch {
        std::vector<PlacedSample> samples;
        std::uint64_t bytes = 0;
    };

    void work();
    std::optional<Batch> taken();
    Result<void> addAll(const std::vector<PlacedSample>& samples);

    textsearch::TextWriter m_writer; ///< of the thread, until it has ended

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    std::uint64_t m_bytes = 0; ///< of what waits
    bool m_isWhole = false, m_isAbandoned = false;

    Result<std::vector<textsearch::ListedSegment>> m_outcome; ///< of the thread, until it has ended
    std::jthread m_thread;
};

} // namespace biomedica::workspace
