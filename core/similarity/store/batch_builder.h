// Makes the file of a batch (vector_batch.h) from rows in memory.
//
// Thread contract: a builder belongs to one thread; write() starts others of its own.
#pragma once

#include "core/similarity/store/vector_batch.h"

#include <unordered_map>
#include <vector>

namespace biomedica::similarity {

class BatchBuilder {
public:
    /// Rows a batch has at most: 268 MB in memory where 512 numbers are a row.
    static constexpr std::size_t mostRows = 1 << 18;

    explicit BatchBuilder(ModelInfo model);

    std::size_t size() const { return m_ids.size(); }
    bool isEmpty() const { return m_ids.empty() && m_erased.empty(); }
    std::span<const FigureId> ids() const { return m_ids; }

    /// `row`: dimensions 16-bit floats, of length 1. A row of the same id that was added before is replaced.
    void add(FigureId id, std::span<const Half> row);
    /// The id's rows in earlier batches no longer count.
    void erase(FigureId id) { m_erased.push_back(id); }
    /// Forgets the id's row where one was added.
    void remove(FigureId id);

    /// Writes the file, durably, and leaves nothing where that fails or the job is stopped.
    Result<void> write(const std::filesystem::path& path, unsigned threads, const Job& job);
    /// Empty again, its memory given back.
    void clear();

private:
    ModelInfo m_model;
    std::vector<FigureId> m_ids, m_erased;
    std::vector<Half> m_rows; ///< row-major
    std::unordered_map<FigureId, std::uint32_t> m_rowOf;
};

} // namespace biomedica::similarity
