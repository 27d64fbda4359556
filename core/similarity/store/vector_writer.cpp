#include "core/similarity/store/vector_writer.h"

#include "core/similarity/store/merging.h"
#include "core/similarity/store/store_index.h"
#include "core/similarity/store/unit_length.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace biomedica::similarity {

namespace {

unsigned buildingThreads()
{
    return std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
}

/// Removes what the index does not list, and sets aside what it lists and is damaged. The next file's number.
Result<std::uint64_t> tidyUp(const VectorStore& store, const VectorSet& set)
{
    TRY(const StoreIndex index, readIndex(store.folder()));
    std::vector<std::filesystem::path> sound, listed;
    for (const auto& part : set.parts())
        sound.push_back(part.batch->path());
    std::uint64_t next = index.version + 1;
    for (const std::uint64_t number : index.batches) {
        listed.push_back(batchPath(store.folder(), number));
        next = std::max(next, number + 1);
    }
    const auto holds = [](const auto& paths, const auto& path) {
        return std::find(paths.begin(), paths.end(), path) != paths.end();
    };
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(store.folder(), ignored)) {
        const auto& path = entry.path();
        const bool isBatch = path.extension() == ".vectors";
        if (path.extension() == ".part" || (isBatch && !holds(listed, path)))
            std::filesystem::remove(path, ignored);
        else if (isBatch && !holds(sound, path))
            std::filesystem::rename(path, path.string() + ".damaged", ignored);
    }
    return next;
}

/// Adds what counts of a part, and what it ends in earlier ones where there are any.
Result<void> addPart(const VectorPart& part, bool hasEarlier, BatchBuilder& merged, const Job& job)
{
    TRY_VOID(part.batch->verify(job)); // damage must not get a sum that is right
    for (std::size_t row = 0; row < part.batch->size(); ++row)
        if (!part.live || part.live->test(row))
            merged.add(part.batch->ids()[row], part.batch->row(row));
    for (std::size_t i = 0; hasEarlier && i < part.batch->erased().size(); ++i)
        merged.erase(part.batch->erased()[i]);
    return {};
}

} // namespace

VectorWriter::Held::~Held()
{
    std::error_code ignored; // what stays goes with the next writer
    for (const auto& batch : batches)
        std::filesystem::remove(batch->path(), ignored);
}

VectorWriter::VectorWriter(std::shared_ptr<VectorStore> store, File lock)
    : m_store(std::move(store)), m_lock(std::move(lock)), m_batch(m_store->model()), m_row(m_store->model().dimensions),
      m_scaled(m_store->model().dimensions)
{
}

Result<VectorWriter> VectorWriter::begin(std::shared_ptr<VectorStore> store)
{
    TRY(File lock, File::openForAppending(store->folder() / "lock"));
    if (lock.tryLock() != 0)
        return Error(ErrorKind::Busy, "vectors are being added to '" + store->folder().string()
                                          + "' already; wait until that has ended");
    TRY_VOID(store->refresh());
    VectorWriter writer(std::move(store), std::move(lock));
    TRY(writer.m_next, tidyUp(*writer.m_store, *writer.m_store->current()));
    return writer;
}

Result<void> VectorWriter::add(FigureId id, std::span<const float> vector, const Job& job)
{
    TRY_VOID(scaleToLengthOne(vector, m_scaled));
    kernels().toHalves(m_scaled.data(), m_row.data(), m_row.size());
    m_batch.add(id, m_row);
    if (m_batch.size() < BatchBuilder::mostRows)
        return {};
    if (!m_isHeldBack)
        return commit(job);
    std::vector<VectorPart> parts = partsSoFar();
    return closeBatch(parts, job);
}

std::size_t VectorWriter::pending() const
{
    return std::accumulate(m_held.batches.begin(), m_held.batches.end(), m_batch.size(),
                           [](std::size_t sum, const auto& batch) { return sum + batch->size(); });
}

void VectorWriter::remove(FigureId id)
{
    m_batch.remove(id);
    m_removed.push_back(id);
}

Result<std::shared_ptr<const VectorBatch>> VectorWriter::written(BatchBuilder& batch, const Job& job)
{
    const auto path = batchPath(m_store->folder(), m_next);
    TRY_VOID(batch.write(path, buildingThreads(), job));
    ++m_next;
    return VectorBatch::open(path);
}

std::vector<VectorPart> VectorWriter::partsSoFar() const
{
    std::vector<VectorPart> parts = m_store->current()->parts();
    for (const auto& batch : m_held.batches)
        appendBatch(parts, batch);
    return parts;
}

Result<void> VectorWriter::closeBatch(std::vector<VectorPart>& parts, const Job& job)
{
    std::vector<FigureId> ids(m_batch.ids().begin(), m_batch.ids().end());
    ids.insert(ids.end(), m_removed.begin(), m_removed.end());
    std::sort(ids.begin(), ids.end());
    for (const VectorPart& part : parts)
        for (const std::uint32_t row : part.batch->findAll(ids))
            if (!part.live || part.live->test(row))
                m_batch.erase(part.batch->ids()[row]);
    if (!m_batch.isEmpty()) {
        TRY(auto batch, written(m_batch, job));
        m_held.batches.push_back(batch);
        appendBatch(parts, std::move(batch));
        m_batch.clear();
    }
    m_removed.clear();
    return {};
}

Result<void> VectorWriter::commit(const Job& job)
{
    std::vector<VectorPart> parts = partsSoFar();
    TRY_VOID(closeBatch(parts, job));
    if (m_held.batches.empty())
        return {};
    m_held.batches.clear(); // an index lists them from here on, or the next writer clears them away
    TRY_VOID(m_store->replace(std::move(parts)));
    const auto merged = merge(false, job);
    return merged || merged.error().kind() == ErrorKind::Cancelled ? Result<void>() : merged;
}

Result<void> VectorWriter::mergeAll(const Job& job)
{
    TRY_VOID(commit(job));
    return merge(true, job);
}

Result<void> VectorWriter::merge(bool isThorough, const Job& job)
{
    const auto set = m_store->current();
    const std::vector<VectorPart>& parts = set->parts();
    std::vector<BatchSize> sizes;
    for (const VectorPart& part : parts)
        sizes.push_back({part.batch->size(), part.live ? part.live->count() : part.batch->size()});
    const std::vector<MergedRun> runs = runsToMerge(sizes, BatchBuilder::mostRows, isThorough);
    if (runs.empty())
        return {};

    std::vector<VectorPart> merged;
    std::vector<std::filesystem::path> gone;
    std::size_t at = 0;
    for (const MergedRun& run : runs) {
        merged.insert(merged.end(), parts.begin() + static_cast<std::ptrdiff_t>(at),
                      parts.begin() + static_cast<std::ptrdiff_t>(run.begin));
        BatchBuilder batch(m_store->model());
        for (at = run.begin; at < run.end; ++at) {
            const auto added = addPart(parts[at], run.begin > 0, batch, job);
            if (!added && added.error().kind() == ErrorKind::Corrupt)
                return m_store->verify(job); // without the damaged one it is for the next commit
            TRY_VOID(added);
            gone.push_back(parts[at].batch->path());
        }
        if (batch.isEmpty())
            continue;
        TRY(auto file, written(batch, job));
        merged.push_back({std::move(file), nullptr, 0});
    }
    merged.insert(merged.end(), parts.begin() + static_cast<std::ptrdiff_t>(at), parts.end());
    TRY_VOID(m_store->replace(std::move(merged)));
    for (const auto& path : gone) {
        std::error_code ignored; // what stays goes with the next writer
        std::filesystem::remove(path, ignored);
    }
    return {};
}

} // namespace biomedica::similarity
