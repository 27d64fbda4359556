// Small numbers in few bits each: exponential Golomb codes (Teuhola, 1978), for positions, whose steps are small and
// seldom large.
//
// With parameter k, number n is written as n + 2^k: as many zeros as it has bits beyond k + 1, a one, then its bits
// below the highest. Bits fill bytes from the lowest on.
//
// Thread contract: pure functions; a BitReader belongs to one thread.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace biomedica::textsearch {

/// The parameter that suits numbers of this average best, within a few percent.
inline unsigned golombParameter(std::uint64_t sum, std::uint64_t count)
{
    return count == 0 ? 0 : static_cast<unsigned>(std::bit_width(sum * 2 / (count * 3)));
}

/// Numbers below 2^24.
inline void putGolomb(std::span<const std::uint32_t> numbers, unsigned k, std::string& bytes)
{
    std::uint64_t pending = 0;
    unsigned bits = 0;
    for (const std::uint32_t number : numbers) {
        const std::uint64_t shifted = number + (std::uint64_t{1} << k);
        const auto below = static_cast<unsigned>(std::bit_width(shifted)) - 1;
        const unsigned zeros = below - k;
        const std::uint64_t code =
            std::uint64_t{1} << zeros | (shifted & ((std::uint64_t{1} << below) - 1)) << (zeros + 1);
        const unsigned length = zeros + 1 + below; // at most 49
        if (bits + length > 64) {
            const unsigned whole = bits / 8;
            bytes.append(reinterpret_cast<const char*>(&pending), whole); // little-endian
            pending = whole == 8 ? 0 : pending >> whole * 8;
            bits -= whole * 8;
        }
        pending |= code << bits;
        bits += length;
    }
    bytes.append(reinterpret_cast<const char*>(&pending), (bits + 7) / 8);
}

class BitReader {
public:
    explicit BitReader(std::string_view bytes) : m_bytes(bytes) {}

    /// What putGolomb() wrote. Behind the end it reads zeros and isDamaged() holds.
    std::uint32_t golomb(unsigned k)
    {
        const std::uint64_t bits = next();
        const auto zeros = static_cast<unsigned>(std::countr_zero(bits | std::uint64_t{1} << 24));
        const unsigned below = zeros + k;
        m_at += zeros + 1 + below;
        const std::uint64_t low = bits >> (zeros + 1) & ((std::uint64_t{1} << below) - 1);
        return static_cast<std::uint32_t>((std::uint64_t{1} << below | low) - (std::uint64_t{1} << k));
    }

    bool isDamaged() const { return m_at > m_bytes.size() * 8; }

private:
    /// At least 57 bits from here on.
    std::uint64_t next() const
    {
        std::uint64_t bits = 0;
        const std::size_t byte = m_at / 8;
        if (byte + sizeof bits <= m_bytes.size())
            std::memcpy(&bits, m_bytes.data() + byte, sizeof bits);
        else if (byte < m_bytes.size())
            std::memcpy(&bits, m_bytes.data() + byte, m_bytes.size() - byte);
        return bits >> m_at % 8;
    }

    std::string_view m_bytes;
    std::size_t m_at = 0; ///< bits
};

} // namespace biomedica::textsearch
