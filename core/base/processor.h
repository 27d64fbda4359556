// Instructions that not every processor of a kind has, used where they are: the loader chooses.
//
// Thread contract: macros.
#pragma once

/// In front of a function that counts bits in a loop: compiled a second time with x86's instruction for it, which the
/// baseline of 2003 lacks (24 million rows: 0.2 ms instead of 1.3). Sanitizers are not ready when the loader asks.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__)                              \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BIOMEDICA_COUNTING_BITS __attribute__((target_clones("popcnt", "default")))
#else
#define BIOMEDICA_COUNTING_BITS
#endif
