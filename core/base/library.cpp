#include "core/base/library.h"

#include <openssl/crypto.h>
#include <utf8proc.h>
#include <xxhash.h>

namespace biomedica {

Libraries baseLibraries()
{
    const unsigned xxhash = XXH_versionNumber(); // major * 10000 + minor * 100 + release
    return {
        {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING), "Apache-2.0"},
        {"utf8proc", utf8proc_version(), "MIT"},
        {"xxHash",
         std::to_string(xxhash / 10000) + "." + std::to_string(xxhash / 100 % 100) + "." + std::to_string(xxhash % 100),
         "BSD-2-Clause"}};
}

} // namespace biomedica
