// Making vectors: Similarity::embed().

#include "core/base/priority.h"
#include "core/base/text.h"
#include "core/models/descriptor.h"
#include "core/similarity/store/vector_writer.h"
#include "core/workspace/similarity.h"
#include "core/workspace/vector_rows.h"
#include "core/workspace/workspace.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <thread>

namespace biomedica::workspace {

namespace {

using Clock = std::chrono::steady_clock;

/// What is lost where the program is killed.
constexpr auto commitEvery = std::chrono::seconds(20);
constexpr std::size_t mostWaiting = 256;

struct Described {
    RowId row;
    Result<std::vector<float>> vector;
};

/// Describes figures on several threads, in about the order of the rows, so that shards are read from front to back.
class DescriberPool {
public:
    DescriberPool(Workspace& workspace, const models::Descriptor& descriptor, const std::vector<RowId>& rows,
                  unsigned threads, const Job& job)
        : m_workspace(workspace), m_descriptor(descriptor), m_rows(rows), m_job(job)
    {
        for (unsigned i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { work(); });
    }
    ~DescriberPool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_all();
    }
    DescriberPool(const DescriberPool&) = delete;
    DescriberPool& operator=(const DescriberPool&) = delete;

    /// One that is done; called as often as there are rows.
    Described next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_done.empty(); });
        Described described = std::move(m_done.front());
        m_done.pop_front();
        m_changed.notify_all();
        return described;
    }

private:
    void work()
    {
        letOthersGoFirst(); // people work meanwhile
        for (;;) {
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_isEnding || m_done.size() < mostWaiting; });
                if (m_isEnding)
                    return;
            }
            const std::size_t place = m_next.fetch_add(1);
            if (place >= m_rows.size())
                return;
            Described described{m_rows[place], vectorOf(m_rows[place])};
            const std::lock_guard lock(m_mutex);
            m_done.push_back(std::move(described));
            m_changed.notify_all();
        }
    }

    Result<std::vector<float>> vectorOf(RowId row)
    {
        TRY_VOID(m_job.check());
        TRY(const std::string bytes, m_workspace.imageBytes(row));
        return m_descriptor.describe(bytes);
    }

    Workspace& m_workspace;
    const models::Descriptor& m_descriptor;
    const std::vector<RowId>& m_rows;
    const Job& m_job;
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::deque<Described> m_done;
    bool m_isEnding = false;
    std::vector<std::jthread> m_threads;
};

catalog::Problem problemOf(const FigureSummary& figure, const Error& error)
{
    return {figure.shard, {figure.key, "no vector: " + error.message(), false}};
}

} // namespace

Result<EmbedSummary> Similarity::embed(unsigned threads, const Job& job, const ProblemSink& report)
{
    const auto begin = Clock::now();
    TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
    EmbedSummary summary;
    summary.model = builtinModel;
    summary.dimensions = descriptor.dimensions();
    TRY(const StorePointer store, storeForBuiltin(descriptor));
    TRY(const auto now, m_workspace.snapshot());
    const std::vector<RowId> rows = VectorRows(store->current(), now->columns).rowsWithout();
    TRY(similarity::VectorWriter writer, store->writer());
    const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
    DescriberPool pool(m_workspace, descriptor, rows, threads > 0 ? threads : processors, job);
    auto committed = Clock::now();
    Result<void> outcome;
    for (std::size_t i = 0; i < rows.size() && outcome; ++i) {
        job.tell(i, rows.size(), {});
        const Described described = pool.next();
        outcome = job.check();
        if (!outcome)
            break;
        const Result<void> added = described.vector
                                       ? writer.add(now->columns->ids[described.row.value], *described.vector, job)
                                       : Result<void>(described.vector.error());
        summary.embedded += added ? 1 : 0;
        if (!added) {
            ++summary.skipped;
            const auto figure = m_workspace.summary(described.row);
            if (figure)
                report(problemOf(*figure, added.error()));
            else
                outcome = figure.error();
        }
        if (outcome && Clock::now() - committed > commitEvery) {
            outcome = writer.commit(job);
            committed = Clock::now();
        }
    }
    TRY_VOID(writer.commit()); // however it ends: what was made stays
    TRY_VOID(outcome);
    summary.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return summary;
}

} // namespace biomedica::workspace
