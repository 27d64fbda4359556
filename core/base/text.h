// Small text helpers: UTF-8, folding, numbers. All text in the core is UTF-8.
//
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica {

bool isValidUtf8(std::string_view text);

/// The same text with every byte that is not UTF-8 replaced by U+FFFD.
std::string toValidUtf8(std::string_view text);

/// Case-folded (full Unicode), for comparing whole values "ignoring case". Accents stay.
std::string foldCase(std::string_view text);

std::string_view trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// A whole decimal number with optional sign; nullopt for anything else, overflow included.
std::optional<std::int64_t> parseInteger(std::string_view text);

/// 1234567 -> "1,234,567"
std::string withThousands(std::uint64_t number);

/// "1 figure", "1,200 figures": a number and the words that agree with it. `many` where the plural is no mere "s".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {});

/// 1536 -> "1.5 KB" (powers of 1000 are disk vendors'; these are powers of 1024)
std::string humanBytes(std::uint64_t bytes);

/// An argument as a shell takes it for one: as it is, or in double quotes.
std::string quotedForShell(std::string_view argument);

/// The candidate closest to `text` by edit distance, if it is close enough to be what was meant.
std::optional<std::string> closestMatch(std::string_view text, const std::vector<std::string>& candidates);

} // namespace biomedica
