// The tar header block: field positions, numbers, checksum. Shared by the reader and the writer.
//
// Sources: POSIX.1-2001 "pax Interchange Format" and "ustar Interchange Format"; GNU tar manual,
// "Basic Tar Format" (base-256 numbers, 'L' and 'K' long names, 'S' sparse members).
//
// Thread contract: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace biomedica::archive {

inline constexpr std::size_t blockSize = 512;
using Block = std::array<char, blockSize>;

struct Field {
    std::size_t offset;
    std::size_t length;
};

namespace field {
inline constexpr Field name{0, 100}, mode{100, 8}, uid{108, 8}, gid{116, 8}, size{124, 12}, mtime{136, 12},
    checksum{148, 8}, type{156, 1}, linkName{157, 100}, magic{257, 8}, userName{265, 32}, groupName{297, 32},
    prefix{345, 155};
inline constexpr std::size_t oldSparseIsExtended = 482; ///< in a header of type 'S'
inline constexpr std::size_t sparseIsExtended = 504;    ///< in each extension block that follows
} // namespace field

inline std::string_view textOf(const Block& block, Field where)
{
    const std::string_view raw(block.data() + where.offset, where.length);
    return raw.substr(0, raw.find('\0'));
}

/// Octal text, or base-256 where the top bit of the first byte is set; nullopt for a negative number
/// or one above 2^63-1. Like other readers, stops at the first byte that is no octal digit.
std::optional<std::uint64_t> numberOf(const Block& block, Field where);

/// Writes an octal number with a final NUL; base-256 where it does not fit.
void putNumber(Block& block, Field where, std::uint64_t number);

/// The sum is right when read as unsigned bytes, or as signed ones as some old writers did.
bool hasValidChecksum(const Block& block);
void putChecksum(Block& block);

bool isZero(const Block& block);

constexpr std::uint64_t paddedToBlock(std::uint64_t size)
{
    return (size + blockSize - 1) / blockSize * blockSize;
}

} // namespace biomedica::archive
