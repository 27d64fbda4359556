#include "core/similarity/arithmetic/kernels.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define BIOMEDICA_X86 1
// GCC 12 takes what its own AVX-512 functions leave undefined for a mistake of the caller (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#endif

namespace biomedica::similarity {

namespace {

// ---- portable

float toFloat(Half half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000) << 16;
    std::uint32_t rest = half & 0x7fff;
    if (rest >= 0x7c00) // infinite, or no number
        return std::bit_cast<float>(sign | 0x7f800000 | (rest & 0x3ff) << 13 | (rest > 0x7c00 ? 0x400000u : 0u));
    // Read as a float's exponent and fraction it is too small by 2^112; the product is right for subnormals, too.
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(std::bit_cast<float>(rest << 13) * 0x1p112f) | sign);
}

Half toHalf(float number)
{
    const auto bits = std::bit_cast<std::uint32_t>(number);
    const auto sign = static_cast<Half>(bits >> 16 & 0x8000);
    const std::uint32_t size = bits & 0x7fffffff;
    if (size > 0x7f800000)
        return static_cast<Half>(sign | 0x7e00 | (size >> 13 & 0x3ff));
    if (size >= 0x477ff000) // rounds to 65,536
        return sign | 0x7c00;
    if (size < 0x38800000) // a sum with 0.5 leaves the fraction rounded where a subnormal has it
        return static_cast<Half>(
            sign
            | (std::bit_cast<std::uint32_t>(std::bit_cast<float>(size) + 0.5f) - std::bit_cast<std::uint32_t>(0.5f)));
    return static_cast<Half>(sign | ((size + 0xfff + (size >> 13 & 1) - 0x38000000) >> 13));
}

void toFloatsPortably(const Half* from, float* to, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = toFloat(from[i]);
}

void toHalvesPortably(const float* from, Half* to, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = toHalf(from[i]);
}

float dotPortably(const Half* row, const float* query, std::size_t dimensions)
{
    std::array<float, 4> sums{};
    for (std::size_t i = 0; i < dimensions; ++i)
        sums[i % 4] += toFloat(row[i]) * query[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

typedef float FourFloats __attribute__((vector_size(16)));
typedef float EightFloats __attribute__((vector_size(32)));
typedef float SixteenFloats __attribute__((vector_size(64)));

/// Written once for vectors of any width; inlined into functions that are compiled for a processor.
template <typename Vector>
[[gnu::always_inline]] inline void dotsOfFour(const float* rows, const float* table, std::size_t count,
                                              std::size_t dimensions, float* products)
{
    constexpr std::size_t width = sizeof(Vector) / sizeof(float);
    const std::size_t whole = dimensions / width * width;
    for (std::size_t t = 0; t < count; ++t) {
        const float* const entry = table + t * dimensions;
        Vector sums[4] = {};
        for (std::size_t i = 0; i < whole; i += width) {
            Vector factor, part;
            std::memcpy(&factor, entry + i, sizeof factor);
            for (std::size_t r = 0; r < 4; ++r) {
                std::memcpy(&part, rows + r * dimensions + i, sizeof part);
                sums[r] += part * factor;
            }
        }
        for (std::size_t r = 0; r < 4; ++r) {
            float sum = 0;
            for (std::size_t lane = 0; lane < width; ++lane)
                sum += sums[r][lane];
            for (std::size_t i = whole; i < dimensions; ++i)
                sum += rows[r * dimensions + i] * entry[i];
            products[4 * t + r] = sum;
        }
    }
}

void dotsOfFourPortably(const float* rows, const float* table, std::size_t count, std::size_t dimensions,
                        float* products)
{
    dotsOfFour<FourFloats>(rows, table, count, dimensions, products);
}

constexpr std::size_t signsBegin = 2 * rowsInBlock * sizeof(Half);

const Half* factorsOf(const std::uint8_t* block)
{
    return reinterpret_cast<const Half*>(block);
}

std::uint32_t estimatePortably(const std::uint8_t* block, const EstimateTable& table, float floor, float* estimates)
{
    std::array<std::uint16_t, rowsInBlock> sums{};
    for (std::size_t pair = 0; pair < table.pairs; ++pair) {
        const std::uint8_t* const first = table.entries + pair / 2 * 128 + pair % 2 * 32;
        const std::uint8_t* const second = first + 64;
        for (std::size_t row = 0; row < rowsInBlock; ++row) {
            const std::uint8_t signs = block[signsBegin + pair * rowsInBlock + row];
            sums[row] = static_cast<std::uint16_t>(sums[row] + first[signs & 15] + second[signs >> 4]);
        }
    }
    const Half* const factors = factorsOf(block);
    std::uint32_t reached = 0;
    for (std::size_t row = 0; row < rowsInBlock; ++row) {
        estimates[row] = toFloat(factors[row]) * (table.scale * static_cast<float>(sums[row]) + table.offset)
                         + toFloat(factors[rowsInBlock + row]);
        reached |= (estimates[row] >= floor ? 1u : 0u) << row;
    }
    return reached;
}

constexpr Kernels portable = {"portable",  toFloatsPortably,   toHalvesPortably,
                              dotPortably, dotsOfFourPortably, estimatePortably};

#ifdef BIOMEDICA_X86

// ---- AVX2

#define BIOMEDICA_AVX2 __attribute__((target("avx2,fma,f16c")))

BIOMEDICA_AVX2 void toFloatsAvx2(const Half* from, float* to, std::size_t count)
{
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        _mm256_storeu_ps(to + i, _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i))));
    toFloatsPortably(from + i, to + i, count - i);
}

BIOMEDICA_AVX2 void toHalvesAvx2(const float* from, Half* to, std::size_t count)
{
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(from + i), _MM_FROUND_TO_NEAREST_INT));
    toHalvesPortably(from + i, to + i, count - i);
}

BIOMEDICA_AVX2 float sumOf(__m256 eight)
{
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}

BIOMEDICA_AVX2 float dotAvx2(const Half* row, const float* query, std::size_t dimensions)
{
    __m256 sums[4] = {_mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps()};
    std::size_t i = 0;
    for (; i + 32 <= dimensions; i += 32)
        for (std::size_t part = 0; part < 4; ++part) {
            const auto* const at = reinterpret_cast<const __m128i*>(row + i + 8 * part);
            sums[part] = _mm256_fmadd_ps(_mm256_cvtph_ps(_mm_loadu_si128(at)), _mm256_loadu_ps(query + i + 8 * part),
                                         sums[part]);
        }
    const float sum = sumOf(_mm256_add_ps(_mm256_add_ps(sums[0], sums[1]), _mm256_add_ps(sums[2], sums[3])));
    return i == dimensions ? sum : sum + dotPortably(row + i, query + i, dimensions - i);
}

BIOMEDICA_AVX2 void dotsOfFourAvx2(const float* rows, const float* table, std::size_t count, std::size_t dimensions,
                                   float* products)
{
    dotsOfFour<EightFloats>(rows, table, count, dimensions, products);
}

/// Estimates of rows `first` to first + 7 of a block.
BIOMEDICA_AVX2 std::uint32_t estimatesOfEight(__m128i sums, const Half* factors, std::size_t first,
                                              const EstimateTable& table, float floor, float* estimates)
{
    const auto* const at = reinterpret_cast<const __m128i*>(factors + first);
    const __m256 factor = _mm256_cvtph_ps(_mm_loadu_si128(at));
    const __m256 offset = _mm256_cvtph_ps(_mm_loadu_si128(at + rowsInBlock / 8));
    const __m256 sum = _mm256_cvtepi32_ps(_mm256_cvtepu16_epi32(sums));
    const __m256 scaled = _mm256_fmadd_ps(sum, _mm256_set1_ps(table.scale), _mm256_set1_ps(table.offset));
    const __m256 estimate = _mm256_fmadd_ps(factor, scaled, offset);
    _mm256_storeu_ps(estimates + first, estimate);
    const __m256 reached = _mm256_cmp_ps(estimate, _mm256_set1_ps(floor), _CMP_GE_OQ);
    return static_cast<std::uint32_t>(_mm256_movemask_ps(reached)) << first;
}

/// From sums of bytes added as 16-bit numbers (even rows with what odd rows carry into them, and odd rows).
BIOMEDICA_AVX2 std::uint32_t estimatesOf(__m256i both, __m256i odd, const std::uint8_t* block,
                                         const EstimateTable& table, float floor, float* estimates)
{
    const __m256i even = _mm256_sub_epi16(both, _mm256_slli_epi16(odd, 8));
    const __m256i low = _mm256_unpacklo_epi16(even, odd), high = _mm256_unpackhi_epi16(even, odd);
    const Half* const factors = factorsOf(block);
    return estimatesOfEight(_mm256_castsi256_si128(low), factors, 0, table, floor, estimates)
           | estimatesOfEight(_mm256_castsi256_si128(high), factors, 8, table, floor, estimates)
           | estimatesOfEight(_mm256_extracti128_si256(low, 1), factors, 16, table, floor, estimates)
           | estimatesOfEight(_mm256_extracti128_si256(high, 1), factors, 24, table, floor, estimates);
}

BIOMEDICA_AVX2 std::uint32_t estimateAvx2(const std::uint8_t* block, const EstimateTable& table, float floor,
                                          float* estimates)
{
    const __m256i half = _mm256_set1_epi8(15);
    __m256i both = _mm256_setzero_si256(), odd = _mm256_setzero_si256();
    for (std::size_t pair = 0; pair < table.pairs; pair += 2) {
        __m256i sum = _mm256_setzero_si256();
        for (std::size_t which = 0; which < 2; ++which) {
            const auto* const entries = reinterpret_cast<const __m256i*>(table.entries + pair / 2 * 128 + which * 32);
            const __m256i signs =
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block + signsBegin + (pair + which) * rowsInBlock));
            const __m256i first = _mm256_shuffle_epi8(_mm256_loadu_si256(entries), _mm256_and_si256(signs, half));
            const __m256i second = _mm256_shuffle_epi8(_mm256_loadu_si256(entries + 2),
                                                       _mm256_and_si256(_mm256_srli_epi16(signs, 4), half));
            sum = _mm256_add_epi8(sum, _mm256_add_epi8(first, second));
        }
        both = _mm256_add_epi16(both, sum);
        odd = _mm256_add_epi16(odd, _mm256_srli_epi16(sum, 8));
    }
    return estimatesOf(both, odd, block, table, floor, estimates);
}

constexpr Kernels avx2 = {"AVX2", toFloatsAvx2, toHalvesAvx2, dotAvx2, dotsOfFourAvx2, estimateAvx2};

// ---- AVX-512: four groups of signs at once

#define BIOMEDICA_AVX512 __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512dq")))

BIOMEDICA_AVX512 float dotAvx512(const Half* row, const float* query, std::size_t dimensions)
{
    __m512 sums[4] = {_mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps()};
    std::size_t i = 0;
    for (; i + 64 <= dimensions; i += 64)
        for (std::size_t part = 0; part < 4; ++part) {
            const auto* const at = reinterpret_cast<const __m256i*>(row + i + 16 * part);
            sums[part] = _mm512_fmadd_ps(_mm512_cvtph_ps(_mm256_loadu_si256(at)),
                                         _mm512_loadu_ps(query + i + 16 * part), sums[part]);
        }
    const __m512 sixteen = _mm512_add_ps(_mm512_add_ps(sums[0], sums[1]), _mm512_add_ps(sums[2], sums[3]));
    const float sum = sumOf(_mm256_add_ps(_mm512_castps512_ps256(sixteen), _mm512_extractf32x8_ps(sixteen, 1)));
    return i == dimensions ? sum : sum + dotAvx2(row + i, query + i, dimensions - i);
}

BIOMEDICA_AVX512 void dotsOfFourAvx512(const float* rows, const float* table, std::size_t count, std::size_t dimensions,
                                       float* products)
{
    dotsOfFour<SixteenFloats>(rows, table, count, dimensions, products);
}

BIOMEDICA_AVX512 inline __m512i sumsOfTwoPairs(const std::uint8_t* block, const EstimateTable& table, std::size_t pair)
{
    const __m512i half = _mm512_set1_epi8(15);
    const std::uint8_t* const entries = table.entries + pair / 2 * 128;
    const __m512i signs = _mm512_loadu_si512(block + signsBegin + pair * rowsInBlock);
    const __m512i first = _mm512_shuffle_epi8(_mm512_loadu_si512(entries), _mm512_and_si512(signs, half));
    const __m512i second =
        _mm512_shuffle_epi8(_mm512_loadu_si512(entries + 64), _mm512_and_si512(_mm512_srli_epi16(signs, 4), half));
    return _mm512_add_epi8(first, second);
}

BIOMEDICA_AVX512 std::uint32_t estimateAvx512(const std::uint8_t* block, const EstimateTable& table, float floor,
                                              float* estimates)
{
    __m512i both = _mm512_setzero_si512(), odd = _mm512_setzero_si512();
    for (std::size_t pair = 0; pair < table.pairs; pair += 4) {
        __m512i sum = sumsOfTwoPairs(block, table, pair);
        if (pair + 2 < table.pairs)
            sum = _mm512_add_epi8(sum, sumsOfTwoPairs(block, table, pair + 2));
        both = _mm512_add_epi16(both, sum);
        odd = _mm512_add_epi16(odd, _mm512_srli_epi16(sum, 8));
    }
    const __m256i bothRows = _mm256_add_epi16(_mm512_castsi512_si256(both), _mm512_extracti64x4_epi64(both, 1));
    const __m256i oddRows = _mm256_add_epi16(_mm512_castsi512_si256(odd), _mm512_extracti64x4_epi64(odd, 1));
    return estimatesOf(bothRows, oddRows, block, table, floor, estimates);
}

constexpr Kernels avx512 = {"AVX-512", toFloatsAvx2, toHalvesAvx2, dotAvx512, dotsOfFourAvx512, estimateAvx512};

#endif

} // namespace

std::span<const Kernels* const> supportedKernels()
{
    struct Supported {
        std::array<const Kernels*, 3> all = {&portable};
        std::size_t count = 1;
        Supported()
        {
#ifdef BIOMEDICA_X86
            __builtin_cpu_init();
            if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("f16c"))
                return;
            all[count++] = &avx2;
            if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
                && __builtin_cpu_supports("avx512dq"))
                all[count++] = &avx512;
#endif
        }
    };
    static const Supported supported;
    return std::span(supported.all).first(supported.count);
}

const Kernels& kernels()
{
    static const Kernels& best = *supportedKernels().back();
    return best;
}

} // namespace biomedica::similarity
