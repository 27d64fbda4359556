#include "core/base/bitmap.h"

#include "core/base/processor.h"

namespace biomedica {

BIOMEDICA_COUNTING_BITS
std::size_t countBits(std::span<const std::uint64_t> words)
{
    std::size_t total = 0;
    for (const std::uint64_t word : words)
        total += static_cast<std::size_t>(std::popcount(word));
    return total;
}

} // namespace biomedica
