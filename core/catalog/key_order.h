// The order of the figures' keys without asking SQLite: keys of a million rows sorted and shortened in a file
// derived/columns/keys-N-…, all files merged into the rank of each row.
//
// 24 million keys take 0.3 GB sorted; merged anew they take some seconds, which is done when indexing ends. Ranks are
// 4 bytes a row and mapped. To rank by reading SQLite would take a minute and a gigabyte of rows; an index on the keys
// in SQLite as much disk as the keys themselves.
//
// Sections (section_file.h) of keys-N: 1 rows in the order of their keys, counted from the first of the file (uint32);
// 2 the keys in that order: how many bytes are as in the one before, how many follow (uint16 each), these bytes.
// Of key-ranks-…: 1 the rank of each row; equal keys have the same, rows without a key UINT32_MAX.
//
// Thread contract: free functions and values.
#pragma once

#include "core/catalog/section_file.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace biomedica::catalog {

class KeyRanks {
public:
    static constexpr std::uint32_t absent = UINT32_MAX;

    explicit KeyRanks(std::shared_ptr<const SectionFile> file)
        : m_file(std::move(file)), m_ranks(m_file->values<std::uint32_t>(1))
    {
    }

    /// Corrupt, naming the file, where it was cut short: to be asked before an order is believed.
    Result<void> check() const { return m_file->check(); }

    /// Rows that came later have none.
    std::uint32_t of(std::uint32_t row) const { return row < m_ranks.size() ? m_ranks[row] : absent; }
    /// All ranks are below it.
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_ranks.size()); }

private:
    std::shared_ptr<const SectionFile> m_file;
    std::span<const std::uint32_t> m_ranks;
};

/// `keys` with their rows, counted from the first of the file, in no order.
std::string encodeKeys(std::vector<std::pair<std::string, std::uint32_t>> keys);

/// Of files that hold `rowsInChunk` rows each and stand in order; for all rows below `rows`.
std::string encodeRanks(const std::vector<std::shared_ptr<const SectionFile>>& files, std::size_t rows);

} // namespace biomedica::catalog
