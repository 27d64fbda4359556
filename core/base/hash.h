// Hashes: a fast 64-bit one for identities and comparison, SHA-256 for manifests.
//
// Thread contract: free functions are pure; a Sha256 belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace biomedica {

/// XXH64 with seed 0. The algorithm is specified and frozen
/// (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md), so the value may be stored.
std::uint64_t hash64(std::string_view bytes);

/// Lower-case hexadecimal, 16 digits.
std::string hex64(std::uint64_t value);

/// 128 random bits from the operating system as 32 hexadecimal digits: a globally unique id.
std::string randomId();

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::span<const std::byte> bytes);
    void add(std::string_view bytes) { add(std::as_bytes(std::span(bytes))); }
    /// 64 hexadecimal digits; the object is spent afterwards.
    std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace biomedica
