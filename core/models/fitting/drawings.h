// The pictures that the built-in descriptor is fitted to: our own drawings, as they are and as journals treat figures.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/job.h"
#include "core/models/fitting/fit.h"

namespace biomedica::models {

/// What the resource was made with.
struct FittingOptions {
    int drawings = 108; ///< of each kind
    int treatments = 5; ///< of each drawing, besides the drawing as it is
    std::size_t dimensions = 256;
};

/// Single figures of every kind of core/demo and, as one more kind, compositions; each as it was drawn and in some
/// treatments: what differs between these is no part of a kind. Few treatments of many drawings are worth as much as
/// all treatments of half as many, and cost as much: of charts of two other programs, one's kinds found among the
/// other's, .835 and .836 in fits to seven pictures each of 144 drawings, .827 to .836 to thirteen each of 72. The same
/// options give the same numbers on machines with the same cairo, fonts, JPEG library and OpenCV. Cancelled.
Result<std::vector<Example>> drawExamples(const FittingOptions& options, const Job& job);

/// The bytes of the resource: examples drawn, and the matrix fitted to them.
Result<std::string> fitBuiltin(const FittingOptions& options, const Job& job);

} // namespace biomedica::models
