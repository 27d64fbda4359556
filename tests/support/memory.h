// How much memory this process has taken.
#pragma once

#include <cstdint>

namespace biomedica::test {

/// The sanitizers keep what was freed and watch every byte: bounds on memory and time say nothing then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

/// Bytes resident now, and the most there ever were.
std::int64_t residentMemory();
std::int64_t peakMemory();

} // namespace biomedica::test
