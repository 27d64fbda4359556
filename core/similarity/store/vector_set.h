// All vectors of a model as they are at one moment.
//
// A position is a place in this set, 0 … size() - 1: rows of the batches one after the other, in no order that means
// something. Rows that were replaced or removed keep their places until batches are merged; they are not live.
// Positions of another set mean other rows.
//
// Thread contract: immutable; shared between threads, also while vectors are added.
#pragma once

#include "core/base/bitmap.h"
#include "core/similarity/store/vector_batch.h"

#include <vector>

namespace biomedica::similarity {

/// A batch among others.
struct VectorPart {
    std::shared_ptr<const VectorBatch> batch;
    std::shared_ptr<const Bitmap> live; ///< rows that count; none: all
    std::size_t first = 0;              ///< position of the first row
};

/// Adds a batch that is later than all others; rows that it replaces or removes no longer count.
void appendBatch(std::vector<VectorPart>& parts, std::shared_ptr<const VectorBatch> batch);

class VectorSet {
public:
    /// `version`: VectorStore::version(). The parts' first positions are set here.
    VectorSet(ModelInfo model, std::vector<VectorPart> parts, std::uint64_t version);

    const ModelInfo& model() const { return m_model; }
    std::uint64_t version() const { return m_version; }
    std::size_t size() const { return m_live.size(); }
    /// How many are live.
    std::size_t count() const { return m_count; }
    const Bitmap& live() const { return m_live; }

    FigureId idAt(std::size_t position) const;
    /// Of its live row.
    std::optional<std::uint32_t> positionOf(FigureId id) const;
    std::span<const Half> row(std::size_t position) const;
    /// Rows that will be read, for whoever has waited for the disk (core/base/read_ahead.h).
    void askForRow(std::size_t position) const { askForRows(position, 1); }
    /// Rows of one batch, one after the other.
    void askForRows(std::size_t first, std::size_t count) const;
    /// The vector's numbers, of length 1 (but for rounding to 16 bits); `row` has model().dimensions.
    void copyRow(std::size_t position, std::span<float> row) const;

    /// The ids of many rows are read from each part's batch->ids().
    const std::vector<VectorPart>& parts() const { return m_parts; }
    const VectorPart& partOf(std::size_t position) const;

    /// Corrupt, naming the file, where one was cut short: to be asked before what was read is believed.
    Result<void> check() const;

private:
    ModelInfo m_model;
    std::uint64_t m_version;
    std::vector<VectorPart> m_parts;
    Bitmap m_live;
    std::size_t m_count = 0;
};

} // namespace biomedica::similarity
