#include "core/workspace/vector_rows.h"

#include <array>
#include <bit>
#include <utility>

namespace biomedica::workspace {

namespace {

using Entry = std::pair<FigureId, std::uint32_t>; ///< and where it stands

/// A quarter of the ids in parts that fit into a processor's cache. Ids are hashes, so that each part has as many.
class Quarter {
public:
    static constexpr unsigned count = 4, parts = 256;

    explicit Quarter(unsigned number) : m_number(number) {}

    void add(FigureId id, std::size_t place)
    {
        if (id.value >> 62 == m_number)
            m_parts[id.value >> 54 & (parts - 1)].emplace_back(id, static_cast<std::uint32_t>(place));
    }
    const std::vector<Entry>& part(unsigned number) const { return m_parts[number]; }

private:
    unsigned m_number;
    std::array<std::vector<Entry>, parts> m_parts;
};

/// Finds entries of a part, whose ids differ.
class Finder {
public:
    void fill(const std::vector<Entry>& entries)
    {
        m_entries = &entries;
        m_slots.assign(std::bit_ceil(2 * entries.size() + 1), none);
        for (std::uint32_t i = 0; i < entries.size(); ++i)
            m_slots[slotOf(entries[i].first)] = i;
    }
    const Entry* find(FigureId id) const
    {
        const std::uint32_t place = m_slots[slotOf(id)];
        return place == none ? nullptr : &(*m_entries)[place];
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// That of the id, or the free one where it would stand.
    std::size_t slotOf(FigureId id) const
    {
        std::size_t slot = id.value & (m_slots.size() - 1);
        while (m_slots[slot] != none && (*m_entries)[m_slots[slot]].first != id)
            slot = (slot + 1) & (m_slots.size() - 1);
        return slot;
    }

    const std::vector<Entry>* m_entries = nullptr;
    std::vector<std::uint32_t> m_slots; ///< places among the entries
};

} // namespace

VectorRows::VectorRows(std::shared_ptr<const similarity::VectorSet> set,
                       std::shared_ptr<const catalog::Columns> columns)
    : m_columns(std::move(columns)), m_search(set), m_rows(set->size(), none), m_positions(m_columns->rows(), none),
      m_joined(set->size())
{
    for (unsigned quarter = 0; quarter < Quarter::count; ++quarter)
        join(quarter);
}

void VectorRows::join(unsigned quarter)
{
    Quarter figures(quarter), vectors(quarter);
    m_columns->shown.forEach([&](std::uint32_t row) { figures.add(m_columns->ids[row], row); });
    for (const similarity::VectorPart& batch : set().parts()) {
        const auto ids = batch.batch->ids();
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (set().live().test(batch.first + i))
                vectors.add(ids[i], batch.first + i);
    }
    Finder finder;
    for (unsigned part = 0; part < Quarter::parts; ++part) {
        finder.fill(vectors.part(part));
        for (const auto& [id, row] : figures.part(part)) {
            const Entry* const vector = finder.find(id);
            if (!vector)
                continue;
            m_rows[vector->second] = row;
            m_positions[row] = vector->second;
            m_joined.set(vector->second);
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

RowId VectorRows::rowAt(std::size_t position, const Bitmap& among) const
{
    if (among.test(m_rows[position]))
        return RowId(m_rows[position]);
    for (std::uint32_t row = 0; row < m_positions.size(); ++row) // rare: the same figure in two shards
        if (m_positions[row] == position && among.test(row))
            return RowId(row);
    return RowId(m_rows[position]);
}

Bitmap VectorRows::positionsOf(const Bitmap& rows) const
{
    Bitmap others = m_columns->shown;
    others.subtract(rows);
    const bool areMost = 2 * others.count() < m_columns->shown.count();
    const bool haveVectorsOfTheirOwn = m_figures == m_joined.count(); // the same figure may stand in two shards
    if (!areMost || !haveVectorsOfTheirOwn)
        return placesOf(rows);
    return Bitmap(m_joined).subtract(placesOf(others));
}

Bitmap VectorRows::placesOf(const Bitmap& rows) const
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
