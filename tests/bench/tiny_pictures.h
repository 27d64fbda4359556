// A few hundred small pictures, cut down from demo drawings of all kinds: stand-ins for the pictures of a large
// archive.
#pragma once

#include "core/demo/figure.h"
#include "core/image/decode.h"
#include "core/image/encode.h"
#include "tests/bench/measure.h"

#include <string>
#include <vector>

namespace biomedica::bench {

struct TinyPicture {
    demo::Drawing drawing; ///< without its pixels
    image::Size size;      ///< of the drawing
    std::string jpeg;      ///< at most 160 pixels on the longer side, about 3 KB
};

inline std::vector<TinyPicture> tinyPictures(int count)
{
    constexpr int longerSide = 160;
    std::vector<TinyPicture> pictures;
    for (int i = 0; i < count; ++i) {
        demo::Random random(demo::seedOf(5, {static_cast<std::uint64_t>(i)}));
        TinyPicture picture;
        picture.drawing = demo::drawFigureAbout(demo::makeSubject(random), random.next());
        picture.size = {picture.drawing.pixels.width, picture.drawing.pixels.height};
        const std::string whole = must(image::encodeJpeg(picture.drawing.pixels, 90));
        picture.jpeg = must(image::encodeJpeg(must(image::thumbnail(whole, longerSide)), 55));
        picture.drawing.pixels = {};
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

} // namespace biomedica::bench
