// The loops that searching for neighbours spends its time in, compiled for several processors and chosen at run time.
//
// 16-bit floats are IEEE 754 binary16. A block is 32 rows of sign codes (sign_code.h): 32 factors and 32 offsets as
// 16-bit floats; then for each pair of groups of four signs 32 bytes, one a row, the first group in the low half.
//
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace biomedica::similarity {

/// A number of 16 bits, as its bits.
using Half = std::uint16_t;

inline constexpr std::size_t rowsInBlock = 32;

/// What a query's estimates are made of: estimate = factor × (scale × sum + offset) + row's offset, where the sum runs
/// over the entries that the row's signs choose from the table.
struct EstimateTable {
    /// 128 bytes for each two pairs of groups: entries of the first group of each pair, each 16 twice, then of the
    /// second. At most 63 an entry, so that four of them add up in a byte.
    const std::uint8_t* entries = nullptr;
    std::size_t pairs = 0; ///< of groups of four signs: signs / 8, an even number
    float scale = 0, offset = 0;
};

struct Kernels {
    const char* name;
    void (*toFloats)(const Half* from, float* to, std::size_t count);
    /// Rounds to the nearest, ties to even; what is too large becomes infinite.
    void (*toHalves)(const float* from, Half* to, std::size_t count);
    float (*dot)(const Half* row, const float* query, std::size_t dimensions);
    /// Products of four rows that lie one after the other with each of `count` rows of a table: products[4 × t + r].
    void (*dotsOfFour)(const float* rows, const float* table, std::size_t count, std::size_t dimensions,
                       float* products);
    /// Estimates of a block's 32 rows; bit r of the answer is set where that of row r is at least `floor`.
    std::uint32_t (*estimate)(const std::uint8_t* block, const EstimateTable& table, float floor, float* estimates);
};

/// The fastest that this processor runs.
const Kernels& kernels();

/// All that this processor runs, the portable ones first.
std::span<const Kernels* const> supportedKernels();

} // namespace biomedica::similarity
