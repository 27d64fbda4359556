// Brings a guess of how two pictures lie upon each other nearer, to parts of a pixel.
//
// Thread contract: pure functions.
#pragma once

#include "core/sameness/alignment.h"
#include "core/sameness/mapping.h"

namespace biomedica::sameness {

struct Refined {
    Mapping mapping;
    CommonPart part;
    double ofLarger = 0, ofSmaller = 0; ///< the part's share of either picture's area
};

/// Takes at most so many steps at a size of so many `pixels`. nullopt where they lead nowhere.
std::optional<Refined> refined(Mapping mapping, const cv::Mat& first, const cv::Mat& second, double pixels,
                               int mostSteps);

} // namespace biomedica::sameness
