#include "core/textsearch/packing.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace biomedica::textsearch {

namespace {

constexpr unsigned lanes = 4;
constexpr unsigned groups = blockSize / lanes;

typedef std::uint32_t Lanes __attribute__((vector_size(16)));

Lanes load(const char* bytes, unsigned word)
{
    Lanes value;
    std::memcpy(&value, bytes + word * sizeof value, sizeof value);
    return value;
}

template <unsigned width, unsigned group>
inline void unpackGroup(const char* bytes, std::uint32_t* numbers)
{
    constexpr unsigned word = group * width / 32;
    constexpr unsigned shift = group * width % 32;
    Lanes value = load(bytes, word) >> shift;
    if constexpr (shift + width > 32)
        value |= load(bytes, word + 1) << (32 - shift);
    if constexpr (width < 32)
        value &= (std::uint32_t{1} << width) - 1;
    std::memcpy(numbers + group * lanes, &value, sizeof value);
}

template <unsigned width>
void unpackWidth(const char* bytes, std::uint32_t* numbers)
{
    if constexpr (width == 0)
        std::memset(numbers, 0, blockSize * sizeof *numbers);
    else
        [&]<unsigned... group>(std::integer_sequence<unsigned, group...>)
        {
            (unpackGroup<width, group>(bytes, numbers), ...);
        }
    (std::make_integer_sequence<unsigned, groups>());
}

using Unpacker = void (*)(const char*, std::uint32_t*);

constexpr auto unpackers = []<unsigned... width>(std::integer_sequence<unsigned, width...>)
{
    return std::array<Unpacker, 33>{&unpackWidth<width>...};
}
(std::make_integer_sequence<unsigned, 33>());

} // namespace

unsigned bitsFor(std::span<const std::uint32_t> numbers)
{
    std::uint32_t all = 0;
    for (const std::uint32_t number : numbers)
        all |= number;
    return static_cast<unsigned>(std::bit_width(all));
}

void pack(const std::uint32_t* numbers, unsigned width, std::string& bytes)
{
    std::array<std::uint32_t, blockSize> words{};
    for (unsigned i = 0; i < blockSize && width > 0; ++i) {
        const unsigned bit = i / lanes * width;
        const unsigned word = bit / 32 * lanes + i % lanes;
        words[word] |= numbers[i] << bit % 32;
        if (bit % 32 + width > 32)
            words[word + lanes] |= numbers[i] >> (32 - bit % 32);
    }
    bytes.append(reinterpret_cast<const char*>(words.data()), packedBytes(width));
}

void addUpSteps(std::uint32_t* steps, std::uint32_t base)
{
    // Sums within four, then what came before them.
    Lanes before = Lanes{} + base;
    const Lanes zeros{}, numbers = {1, 2, 3, 4};
    for (unsigned group = 0; group < groups; ++group) {
        Lanes sum;
        std::memcpy(&sum, steps + group * lanes, sizeof sum);
        sum += __builtin_shufflevector(sum, zeros, 4, 0, 1, 2);
        sum += __builtin_shufflevector(sum, zeros, 4, 4, 0, 1);
        sum += before + numbers;
        std::memcpy(steps + group * lanes, &sum, sizeof sum);
        before = __builtin_shufflevector(sum, sum, 3, 3, 3, 3);
    }
}

void unpack(const char* bytes, unsigned width, std::uint32_t* numbers)
{
    unpackers[width](bytes, numbers);
}

} // namespace biomedica::textsearch
