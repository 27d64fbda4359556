// Targets of an entry as bytes: 64-bit little-endian ids one after the other, 8 bytes a figure.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/ids.h"

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

} // namespace biomedica::journal
