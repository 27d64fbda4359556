#include "core/workspace/vector_rows.h"

#include <algorithm>
#include <utility>

namespace biomedica::workspace {

namespace {

using Entry = std::pair<FigureId, std::uint32_t>; ///< and where it stands

constexpr unsigned parts = 16;

/// Ids are hashes, so that each part has as many.
unsigned partOf(FigureId id)
{
    return static_cast<unsigned>(id.value >> 60);
}

void addIfOf(std::vector<Entry>& entries, unsigned part, FigureId id, std::size_t place)
{
    if (partOf(id) == part)
        entries.emplace_back(id, static_cast<std::uint32_t>(place));
}

} // namespace

VectorRows::VectorRows(std::shared_ptr<const similarity::VectorSet> set,
                       std::shared_ptr<const catalog::Columns> columns)
    : m_columns(std::move(columns)), m_search(set), m_rows(set->size(), none), m_positions(m_columns->rows(), none)
{
    join();
}

void VectorRows::join()
{
    std::vector<Entry> figures, vectors;
    for (unsigned part = 0; part < parts; ++part) {
        figures.clear();
        vectors.clear();
        m_columns->shown.forEach([&](std::uint32_t row) { addIfOf(figures, part, m_columns->ids[row], row); });
        for (const similarity::VectorPart& batch : set().parts()) {
            const auto ids = batch.batch->ids();
            for (std::size_t i = 0; i < ids.size(); ++i)
                if (set().live().test(batch.first + i))
                    addIfOf(vectors, part, ids[i], batch.first + i);
        }
        std::sort(figures.begin(), figures.end());
        std::sort(vectors.begin(), vectors.end());
        auto vector = vectors.begin();
        for (const auto& [id, row] : figures) {
            while (vector != vectors.end() && vector->first < id)
                ++vector;
            if (vector == vectors.end() || vector->first != id)
                continue;
            m_rows[vector->second] = row;
            m_positions[row] = vector->second;
            ++m_figures;
        }
    }
}

std::optional<std::uint32_t> VectorRows::positionOf(RowId row) const
{
    if (row.value >= m_positions.size() || m_positions[row.value] == none)
        return std::nullopt;
    return m_positions[row.value];
}

Bitmap VectorRows::positionsOf(const Bitmap& rows) const
{
    Bitmap positions(m_rows.size());
    rows.forEach([&](std::uint32_t row) {
        if (row < m_positions.size() && m_positions[row] != none)
            positions.set(m_positions[row]);
    });
    return positions;
}

std::vector<RowId> VectorRows::rowsWithout() const
{
    std::vector<RowId> rows;
    m_columns->shown.forEach([&](std::uint32_t row) {
        if (m_positions[row] == none)
            rows.emplace_back(row);
    });
    return rows;
}

Result<void> VectorRows::check() const
{
    TRY_VOID(set().check());
    return m_columns->check();
}

} // namespace biomedica::workspace
