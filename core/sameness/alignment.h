// Where a picture lies in another that may be its copy: cropped, with a margin, of another size.
//
// Thread contract: pure functions.
#pragma once

#include "core/sameness/grey_picture.h"

#include <opencv2/core.hpp>
#include <optional>

namespace biomedica::sameness {

/// The part that both pictures show, in pixels that lie upon each other; float, 0 to 255, blurred by a pixel.
struct CommonPart {
    cv::Mat first, second;
};

/// nullopt where no shift and no scale by up to a third lays the one upon the other such that all of the smaller lies
/// within the larger and takes at least 3/5 of it; and where there is nothing to be compared: a picture that is empty,
/// or less than 16 pixels wide or high.
std::optional<CommonPart> align(const GreyPicture& first, const GreyPicture& second);

} // namespace biomedica::sameness
