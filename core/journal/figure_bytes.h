// Targets of an entry as bytes, in one of two forms.
//
// Plain: 64-bit little-endian ids one after the other, 8 bytes a figure. Gaps: ids in rising order as the differences
// between neighbours (the first from 0), each in groups of 7 bits, lowest first, with the high bit set where more
// follow (LEB128). Ids are hashes, so that a million of them lie 2^44 apart on average: 6.9 bytes a figure.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::journal {

inline std::string encodeFigures(const std::vector<FigureId>& figures)
{
    std::string bytes(figures.size() * 8, '\0');
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t byte = 0; byte < 8; ++byte)
            bytes[i * 8 + byte] = static_cast<char>(figures[i].value >> (8 * byte));
    return bytes;
}

inline std::vector<FigureId> decodeFigures(std::string_view bytes)
{
    std::vector<FigureId> figures(bytes.size() / 8);
    for (std::size_t i = 0; i < figures.size(); ++i)
        for (std::size_t byte = 0; byte < 8; ++byte)
            figures[i].value |= std::uint64_t{static_cast<unsigned char>(bytes[i * 8 + byte])} << (8 * byte);
    return figures;
}

/// `figures` are in rising order, each once.
inline std::string encodeGaps(const std::vector<FigureId>& figures)
{
    std::string bytes;
    bytes.reserve(figures.size() * 7);
    std::uint64_t before = 0;
    for (const FigureId figure : figures) {
        std::uint64_t gap = figure.value - before;
        for (; gap >= 0x80; gap >>= 7)
            bytes.push_back(static_cast<char>(gap | 0x80));
        bytes.push_back(static_cast<char>(gap));
        before = figure.value;
    }
    return bytes;
}

/// nullopt where the bytes end within a number or are no rising ids.
inline std::optional<std::vector<FigureId>> decodeGaps(std::string_view bytes)
{
    std::vector<FigureId> figures;
    figures.reserve(bytes.size() / 6);
    std::uint64_t id = 0, gap = 0;
    int shift = 0;
    for (const char next : bytes) {
        const auto byte = static_cast<unsigned char>(next);
        if (shift > 63 || (shift == 63 && byte > 1))
            return std::nullopt;
        gap |= std::uint64_t{byte & 0x7fu} << shift;
        shift += 7;
        if (byte & 0x80)
            continue;
        if (id + gap < id || (gap == 0 && !figures.empty()))
            return std::nullopt;
        figures.emplace_back(id += gap);
        gap = 0;
        shift = 0;
    }
    return shift == 0 ? std::optional(std::move(figures)) : std::nullopt;
}

} // namespace biomedica::journal
