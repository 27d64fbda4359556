// Adds vectors to a store, replaces and removes them.
//
// What was added counts from commit() on, and a full batch commits itself: whoever is killed loses at most what came
// after. Each commit makes a batch; many small ones, and those of which much was replaced, are merged as they pile up
// (merging.h), so that committing every few seconds costs little.
//
// Thread contract: belongs to one thread; one at a time of all processes. Readers go on with the set that they have.
#pragma once

#include "core/base/file.h"
#include "core/similarity/store/batch_builder.h"
#include "core/similarity/store/vector_store.h"

namespace biomedica::similarity {

class VectorWriter {
public:
    /// As VectorStore::writer(). Clears away what a killed writer left; damaged batches are set aside.
    static Result<VectorWriter> begin(std::shared_ptr<VectorStore> store);

    /// Any length but zero is fine, the vector is kept with length 1. Invalid, saying what is wrong, where it has
    /// another number of dimensions, holds what is not a finite number, or is all zeros; nothing is added then.
    Result<void> add(FigureId id, std::span<const float> vector, const Job& job = {});
    void remove(FigureId id);
    /// What was added and not committed.
    std::size_t pending() const { return m_batch.size(); }

    Result<void> commit(const Job& job = {});
    /// Merges even where little is gained: one batch for each BatchBuilder::mostRows rows.
    Result<void> mergeAll(const Job& job = {});

private:
    VectorWriter(std::shared_ptr<VectorStore> store, File lock);
    Result<void> merge(bool isThorough, const Job& job);
    Result<std::shared_ptr<const VectorBatch>> written(BatchBuilder& batch, const Job& job);

    std::shared_ptr<VectorStore> m_store;
    File m_lock;
    BatchBuilder m_batch;
    std::vector<FigureId> m_removed;
    std::uint64_t m_next = 0; ///< number of the next file
    std::vector<Half> m_row;
    std::vector<float> m_scaled;
};

} // namespace biomedica::similarity
