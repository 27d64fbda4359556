// Pixels in memory: 8-bit RGBA, rows top to bottom without padding, alpha not premultiplied.
//
// Thread contract: a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace biomedica::image {

struct Size {
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; ///< width × height × 4
    /// Why a part of the picture is missing (it is transparent, or grey in a JPEG); "" where nothing is.
    std::string damage;

    Pixels() = default;
    Pixels(int w, int h) : width(w), height(h), rgba(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}

    std::uint8_t* row(int y) { return rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4; }
    const std::uint8_t* row(int y) const
    {
        return rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4;
    }
};

} // namespace biomedica::image
