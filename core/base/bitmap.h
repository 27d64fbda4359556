// A set of small integers as bits: figures of a catalog by row.
//
// Thread contract: a value; reading from several threads is fine.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace biomedica {

std::size_t countBits(std::span<const std::uint64_t> words);

class Bitmap {
public:
    Bitmap() = default;
    explicit Bitmap(std::size_t size) : m_size(size), m_words((size + 63) / 64) {}

    /// All indexes below `size`.
    static Bitmap ofAll(std::size_t size)
    {
        Bitmap all(size);
        std::fill(all.m_words.begin(), all.m_words.end(), ~std::uint64_t{0});
        if (size % 64 != 0)
            all.m_words.back() = (std::uint64_t{1} << size % 64) - 1;
        return all;
    }

    std::size_t size() const { return m_size; }
    /// 64 rows a word, the lowest bit first; no bit is set at or above size().
    std::span<const std::uint64_t> words() const { return m_words; }
    /// The same, for whoever writes 64 rows at once.
    std::span<std::uint64_t> words() { return m_words; }

    bool test(std::size_t index) const { return index < m_size && (m_words[index / 64] >> index % 64 & 1); }
    void set(std::size_t index) { m_words[index / 64] |= std::uint64_t{1} << index % 64; }
    void clear(std::size_t index) { m_words[index / 64] &= ~(std::uint64_t{1} << index % 64); }

    std::size_t count() const { return countBits(m_words); }

    /// Sets of different sizes do not meet here: all sets of one catalog snapshot have its size.
    Bitmap& operator&=(const Bitmap& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    Bitmap& operator|=(const Bitmap& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    /// The other set may be of another size: rows that it does not reach stay.
    Bitmap& subtract(const Bitmap& other)
    {
        for (std::size_t i = 0; i < std::min(m_words.size(), other.m_words.size()); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }

    /// In rising order.
    template <typename Visitor>
    void forEach(Visitor visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
    }

    bool operator==(const Bitmap&) const = default;

private:
    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace biomedica
