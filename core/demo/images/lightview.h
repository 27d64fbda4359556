// What is put under the light microscope, how it is lit and photographed, and how a caption calls it.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/panel.h"
#include "core/image/pixels.h"

#include <functional>
#include <string>
#include <vector>

namespace biomedica::demo {

struct View {
    std::string topic;
    std::vector<std::string> shown;
    std::string pointedAt; ///< what an arrow would mark
    double pixelsPerMicron = 1;
    std::vector<std::string> names; ///< of tiles side by side
    std::function<image::Pixels(Random& random, int width, int height, std::size_t tile)> expose;
};

/// Of any technique. `width` of a tile in pixels decides the magnification.
View anyView(Random& random, const Subject& subject, double width);

} // namespace biomedica::demo
