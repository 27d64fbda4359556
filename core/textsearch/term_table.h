// The words of what is being indexed, numbered in the order in which they first came.
//
// Thread contract: belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

/// A word of up to 16 bytes whole, so that finding it touches nothing but its slot; of a longer one, its hash.
struct TermKey {
    std::uint64_t begin = 0, end = 0; ///< the first and the last bytes, which overlap
    std::uint32_t size = 0;

    bool operator==(const TermKey&) const = default;
};

class TermTable {
public:
    TermTable() : m_slots(1 << 12) {}

    std::uint32_t numberOf(std::string_view word);
    /// Appends those of several words, which stand side by side in `words`, each up to its end. Memory is waited for
    /// once for many of them.
    void appendNumbersOf(std::string_view words, std::span<const std::uint32_t> ends,
                         std::vector<std::uint32_t>& numbers);
    std::string_view word(std::uint32_t number) const
    {
        const Term& term = m_terms[number];
        return std::string_view(m_text).substr(term.begin, term.size);
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_terms.size()); }
    std::size_t bytes() const { return m_text.size() + m_terms.size() * sizeof(Term) + m_slots.size() * sizeof(Slot); }
    /// All numbers, in the order of their words' bytes.
    std::vector<std::uint32_t> sorted() const;

private:
    struct Term {
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Slot {
        TermKey key;
        std::uint32_t number = empty;
    };
    static constexpr std::uint32_t empty = UINT32_MAX;

    std::uint32_t numberOf(std::string_view word, const TermKey& key, std::size_t hash);
    void grow();

    std::vector<Slot> m_slots; ///< a power of two of them, at most half full
    std::vector<Term> m_terms;
    std::string m_text;
};

} // namespace biomedica::textsearch
