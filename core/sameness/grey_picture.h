// A picture as it is compared with others: small, grey, on white.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/base/result.h"
#include "core/image/decode.h"
#include "core/image/pixels.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace biomedica::sameness {

struct GreyPicture {
    /// 256 × 192: words of a figure one column wide can be told apart. By area, so that a line of text keeps its
    /// height; smaller pictures are not enlarged.
    static constexpr int mostPixels = 49'152, mostSide = 512;

    int width = 0, height = 0;
    std::vector<std::uint8_t> grey; ///< width × height, row-major
};

GreyPicture greyOf(const image::Pixels& picture);

/// Of the bytes of an image file, decoded no larger than is needed.
Result<GreyPicture> readGrey(std::string_view bytes, const image::DecodeLimits& limits = {});

} // namespace biomedica::sameness
