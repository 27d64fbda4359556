// What bench_descriptor measures, each printed as tables.
#pragma once

#include "core/models/descriptor.h"

#include <string>
#include <vector>

namespace biomedica::bench {

struct Picture {
    std::string label;
    std::string coarseLabel;
    std::string group; ///< a picture without one is a group of its own
    bool hasGroup = false;
    std::string bytes;
};

using Vectors = std::vector<std::vector<float>>;

double cosine(const std::vector<float>& a, const std::vector<float>& b);

/// The floor beside the descriptor: top-1 and precision at 10; and top-1 by class.
void compareRetrieval(const std::vector<Picture>& pictures, const models::Descriptor& descriptor);

/// Pictures encoded anew, rescaled, cropped, grey: whether they find themselves; cosines of pairs that are the same
/// picture, of one group, and of different groups; precision and recall by threshold.
void findNearDuplicates(const std::vector<Picture>& pictures, const models::Descriptor& descriptor);

/// The same pictures, proposed by the descriptor and confirmed by their pixels (core/sameness): what is found again,
/// what else counts as the same, and which pairs of the pictures themselves do.
void confirmNearDuplicates(const std::vector<Picture>& pictures, const models::Descriptor& descriptor);

/// Milliseconds of the processor a picture, on one thread: decoding, and describing what was decoded.
void timeDescriptor(const std::vector<Picture>& pictures, const models::Descriptor& descriptor);

} // namespace biomedica::bench
