// The documents of one window that may still be among the best.
//
// Thread contract: a value.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace biomedica::textsearch {

inline constexpr unsigned windowBits = 11;
inline constexpr std::uint32_t windowSize = 1u << windowBits;

class Candidates {
public:
    static constexpr std::size_t wordCount = windowSize / 64;

    /// Bits of a window's documents; there are fewer words in the last window of all.
    explicit Candidates(std::span<const std::uint64_t> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i)
            m_words[i] = words[i];
    }

    /// The window's first `count`.
    static Candidates first(std::uint32_t count)
    {
        Candidates all(std::span<const std::uint64_t>{});
        all.m_words.fill(~std::uint64_t{0});
        all.drop(count, windowSize);
        return all;
    }

    static Candidates one(std::uint32_t place)
    {
        Candidates one(std::span<const std::uint64_t>{});
        one.m_words[place / 64] = std::uint64_t{1} << place % 64;
        return one;
    }

    bool test(std::uint32_t place) const { return m_words[place / 64] >> place % 64 & 1; }

    /// 64 of them from `place` on; those behind the window are none.
    std::uint64_t from(std::uint32_t place) const
    {
        const std::size_t word = place / 64;
        const unsigned shift = place % 64;
        std::uint64_t bits = m_words[word] >> shift;
        if (shift > 0 && word + 1 < wordCount)
            bits |= m_words[word + 1] << (64 - shift);
        return bits;
    }

    /// Whether there are any in [begin, end).
    bool hasAny(std::uint32_t begin, std::uint32_t end) const
    {
        std::uint64_t any = 0;
        forWordsOf(begin, end, [&](std::size_t word, std::uint64_t mask) { any |= m_words[word] & mask; });
        return any != 0;
    }

    void drop(std::uint32_t begin, std::uint32_t end)
    {
        forWordsOf(begin, end, [&](std::size_t word, std::uint64_t mask) { m_words[word] &= ~mask; });
    }

    /// Keeps those of which this is true.
    template <typename IsKept>
    void keepIf(IsKept isKept)
    {
        for (std::size_t word = 0; word < wordCount; ++word)
            for (std::uint64_t rest = m_words[word]; rest != 0; rest &= rest - 1) {
                const auto bit = static_cast<unsigned>(std::countr_zero(rest));
                m_words[word] &= ~(std::uint64_t{!isKept(static_cast<std::uint32_t>(word * 64 + bit))} << bit);
            }
    }

    template <typename Visitor>
    void forEach(Visitor visit) const
    {
        for (std::size_t word = 0; word < wordCount; ++word)
            for (std::uint64_t rest = m_words[word]; rest != 0; rest &= rest - 1)
                visit(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }

private:
    template <typename Visitor>
    static void forWordsOf(std::uint32_t begin, std::uint32_t end, Visitor visit)
    {
        for (std::size_t word = begin / 64; word * 64 < end; ++word) {
            std::uint64_t mask = ~std::uint64_t{0};
            if (word == begin / 64)
                mask &= ~std::uint64_t{0} << begin % 64;
            if (word == end / 64)
                mask &= (std::uint64_t{1} << end % 64) - 1;
            visit(word, mask);
        }
    }

    std::array<std::uint64_t, wordCount> m_words{};
};

} // namespace biomedica::textsearch
