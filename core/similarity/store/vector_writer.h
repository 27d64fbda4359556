// Adds vectors to a store, replaces and removes them.
//
// What was added counts from commit() on, and a full batch commits itself: whoever is killed loses at most what came
// after. With holdBack() nothing counts before commit(), however many batches there are. Each commit makes a batch;
// many small ones, and those of which much was replaced, are merged as they pile up (merging.h), so that committing
// every few seconds costs little.
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
    /// From now on full batches wait for commit(): all that is added counts together or, where the writer goes before,
    /// not at all.
    void holdBack() { m_isHeldBack = true; }
    /// What was added and not committed.
    std::size_t pending() const;

    /// Once this has begun to merge, what was added counts, and a job that is stopped then is no failure.
    Result<void> commit(const Job& job = {});
    /// Merges even where little is gained: one batch for each BatchBuilder::mostRows rows.
    Result<void> mergeAll(const Job& job = {});

private:
    /// Batches on the disk that no index lists yet; their files go with them.
    struct Held {
        std::vector<std::shared_ptr<const VectorBatch>> batches;

        Held() = default;
        Held(Held&&) = default;
        Held& operator=(Held&&) = delete;
        ~Held();
    };

    VectorWriter(std::shared_ptr<VectorStore> store, File lock);
    /// What the store holds, with what is held back behind it.
    std::vector<VectorPart> partsSoFar() const;
    /// Writes what was added since, where that is anything, and what it takes the place of among `parts`; behind them.
    Result<void> closeBatch(std::vector<VectorPart>& parts, const Job& job);
    Result<void> merge(bool isThorough, const Job& job);
    Result<std::shared_ptr<const VectorBatch>> written(BatchBuilder& batch, const Job& job);

    std::shared_ptr<VectorStore> m_store;
    File m_lock;
    BatchBuilder m_batch;
    std::vector<FigureId> m_removed;
    Held m_held;
    bool m_isHeldBack = false;
    std::uint64_t m_next = 0; ///< number of the next file
    std::vector<Half> m_row;
    std::vector<float> m_scaled;
};

} // namespace biomedica::similarity
