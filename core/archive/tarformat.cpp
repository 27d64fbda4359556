#include "core/archive/tarformat.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace biomedica::archive {

namespace {

std::optional<std::uint64_t> base256Of(const Block& block, Field where)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(block[where.offset + i]); };
    if (byteAt(0) & 0x40)
        return std::nullopt; // negative
    std::uint64_t number = byteAt(0) & 0x3f;
    for (std::size_t i = 1; i < where.length; ++i) {
        if (number >> 55)
            return std::nullopt;
        number = number << 8 | byteAt(i);
    }
    return number;
}

template <typename Byte>
std::uint64_t sumOf(const Block& block)
{
    // The checksum itself counts as blanks. Taken out afterwards: a loop without a question is vectorised.
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < blockSize; ++i)
        sum += static_cast<Byte>(block[i]);
    for (std::size_t i = 0; i < field::checksum.length; ++i)
        sum += ' ' - static_cast<Byte>(block[field::checksum.offset + i]);
    return static_cast<std::uint64_t>(std::int64_t{sum});
}

} // namespace

std::optional<std::uint64_t> numberOf(const Block& block, Field where)
{
    if (static_cast<unsigned char>(block[where.offset]) & 0x80)
        return base256Of(block, where);
    std::size_t i = where.offset;
    const std::size_t end = where.offset + where.length;
    while (i < end && block[i] == ' ')
        ++i;
    if (i < end && block[i] == '-')
        return std::nullopt;
    std::uint64_t number = 0;
    for (; i < end && block[i] >= '0' && block[i] <= '7'; ++i)
        number = number * 8 + static_cast<std::uint64_t>(block[i] - '0');
    return number;
}

void putNumber(Block& block, Field where, std::uint64_t number)
{
    const std::size_t digits = where.length - 1;
    char* target = block.data() + where.offset;
    if (number < std::uint64_t{1} << std::min<std::size_t>(digits * 3, 63)) {
        for (std::size_t i = digits; i-- > 0; number >>= 3)
            target[i] = static_cast<char>('0' + (number & 7));
        target[digits] = '\0';
        return;
    }
    for (std::size_t i = where.length; i-- > 0; number >>= 8)
        target[i] = static_cast<char>(number & 0xff);
    target[0] = static_cast<char>(0x80);
}

bool hasValidChecksum(const Block& block)
{
    const auto stored = numberOf(block, field::checksum);
    return stored && (*stored == sumOf<unsigned char>(block) || *stored == sumOf<signed char>(block));
}

void putChecksum(Block& block)
{
    // Six octal digits, NUL, blank: the form POSIX and GNU tar write.
    std::snprintf(block.data() + field::checksum.offset, field::checksum.length, "%06o",
                  static_cast<unsigned>(sumOf<unsigned char>(block)));
    block[field::checksum.offset + 7] = ' ';
}

bool isZero(const Block& block)
{
    return std::all_of(block.begin(), block.end(), [](char c) { return c == '\0'; });
}

} // namespace biomedica::archive
