// What magnetic resonance shows of a body, slice by slice; slices drawn with the same random numbers are of one
// patient.
//
// Thread contract: as the scan.
#pragma once

#include "core/demo/images/scan.h"

#include <optional>

namespace biomedica::demo {

/// How bright a sequence shows what bodies are made of.
struct Tissue {
    double fluid;
    double cortex; ///< grey matter
    double white;  ///< white matter
    double fat;
    double muscle;
    double marrow;
    double disc; ///< and cartilage
    double blood;
    double lesion;
};

/// `level` runs from 0 to 1: from below upwards, from behind to the front, from one side of the middle to the other.
/// Returns where the finding is, if this slice has it.
using MrScene = std::optional<Point> (*)(Scan& scan, const Tissue& tissue, double level, bool hasFinding);

std::optional<Point> drawAxialBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding);
std::optional<Point> drawCoronalBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding);
std::optional<Point> drawSagittalBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding);
std::optional<Point> drawSagittalSpine(Scan& scan, const Tissue& tissue, double level, bool hasFinding);
std::optional<Point> drawSagittalKnee(Scan& scan, const Tissue& tissue, double level, bool hasFinding);
std::optional<Point> drawShortAxisHeart(Scan& scan, const Tissue& tissue, double level, bool hasFinding);

} // namespace biomedica::demo
