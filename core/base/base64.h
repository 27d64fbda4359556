// Bytes as text (RFC 4648, section 4, with padding).
//
// Thread contract: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace biomedica {

std::string toBase64(std::string_view bytes);
/// nullopt for anything that toBase64() does not write.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace biomedica
