// 128 numbers in as few bits as the largest of them needs.
//
// Number i lies in lane i % 4 of 4 × 32 bits, so that plain SSE2 or NEON unpacks four at once, without instructions
// of one processor: 128 numbers in some 40 ns. 16 bytes for each bit of width.
//
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace biomedica::textsearch {

inline constexpr unsigned blockSize = 128;

constexpr std::size_t packedBytes(unsigned width)
{
    return width * blockSize / 8;
}

unsigned bitsFor(std::span<const std::uint32_t> numbers);

/// Appends packedBytes(width) bytes. `numbers` points to 128 that fit `width` ≤ 32 bits.
void pack(const std::uint32_t* numbers, unsigned width, std::string& bytes);

/// Steps minus 1 from `base` on → the numbers stepped to, 128 of them, where they stay below 2^32.
void addUpSteps(std::uint32_t* steps, std::uint32_t base);

/// `bytes` holds packedBytes(width), width ≤ 32; `numbers` takes 128.
void unpack(const char* bytes, unsigned width, std::uint32_t* numbers);

} // namespace biomedica::textsearch
