// A set of rows that can be counted through: how many members stand before a row, and which is the n-th one.
//
// One 4-byte count for every 512 rows beside the bits: 3.2 MB for 24 million rows, 5 ns a look-up among the counts
// that fit the cache. Rejected: a count a word, for it doubles the set to save half of a look-up.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/bitmap.h"

#include <algorithm>

namespace biomedica {

class RankedBitmap {
public:
    RankedBitmap() = default;
    explicit RankedBitmap(Bitmap bits) : m_bits(std::move(bits))
    {
        const auto words = m_bits.words();
        m_before.reserve(words.size() / wordsInBlock + 1);
        std::uint32_t total = 0;
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (word % wordsInBlock == 0)
                m_before.push_back(total);
            total += static_cast<std::uint32_t>(std::popcount(words[word]));
        }
        m_count = total;
    }

    const Bitmap& bits() const { return m_bits; }
    std::size_t count() const { return m_count; }
    bool test(std::size_t row) const { return m_bits.test(row); }

    /// How many members are smaller than `row`.
    std::size_t rank(std::size_t row) const
    {
        if (row >= m_bits.size())
            return m_count;
        const auto words = m_bits.words();
        const std::size_t last = row / 64;
        std::size_t total = m_before[last / wordsInBlock];
        for (std::size_t word = last / wordsInBlock * wordsInBlock; word < last; ++word)
            total += static_cast<std::size_t>(std::popcount(words[word]));
        return total + static_cast<std::size_t>(std::popcount(words[last] & ((std::uint64_t{1} << row % 64) - 1)));
    }

    /// The member before which `place` others stand; `place` < count().
    std::uint32_t select(std::size_t place) const
    {
        const auto block = std::prev(std::upper_bound(m_before.begin(), m_before.end(), place)) - m_before.begin();
        std::size_t left = place - m_before[static_cast<std::size_t>(block)];
        const auto words = m_bits.words();
        std::size_t word = static_cast<std::size_t>(block) * wordsInBlock;
        for (;; ++word) {
            const auto members = static_cast<std::size_t>(std::popcount(words[word]));
            if (left < members)
                break;
            left -= members;
        }
        std::uint64_t rest = words[word];
        for (; left > 0; --left)
            rest &= rest - 1;
        return static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }

private:
    static constexpr std::size_t wordsInBlock = 8;

    Bitmap m_bits;
    std::vector<std::uint32_t> m_before; ///< members before each block of 512 rows
    std::size_t m_count = 0;
};

} // namespace biomedica
