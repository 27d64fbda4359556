#include "core/base/hash.h"

#include <array>
#include <openssl/evp.h>
#include <random>
#include <xxhash.h>

namespace biomedica {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

} // namespace

std::uint64_t hash64(std::string_view bytes)
{
    return XXH64(bytes.data(), bytes.size(), 0);
}

std::string hex64(std::uint64_t value)
{
    std::string text(16, '0');
    for (int digit = 15; digit >= 0; --digit, value >>= 4)
        text[static_cast<std::size_t>(digit)] = hexDigits[value & 15];
    return text;
}

std::string randomId()
{
    std::random_device device;
    const auto next = [&device] { return (std::uint64_t{device()} << 32) | device(); };
    const std::uint64_t high = next();
    return hex64(high) + hex64(next());
}

struct Sha256::Context {
    EVP_MD_CTX* handle = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(handle); }
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->handle, EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_context->handle, bytes.data(), bytes.size());
}

std::string Sha256::finish()
{
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(m_context->handle, digest.data(), nullptr);
    std::string text;
    text.reserve(64);
    for (const unsigned char byte : digest) {
        text += hexDigits[byte >> 4];
        text += hexDigits[byte & 15];
    }
    return text;
}

} // namespace biomedica
