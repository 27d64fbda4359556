// Courses over time as instruments and registries record them: what time series and areas are drawn from.
//
// Thread contract: pure functions.
#pragma once

#include "core/demo/drawing/random.h"

#include <string_view>
#include <vector>

namespace biomedica::demo {

enum class Course { Walk, Oscillation, Steps, Spikes, Trend, Epidemic, Noise };
inline constexpr int courseCount = static_cast<int>(Course::Noise) + 1;

/// `points` values, the lowest 0 and the highest 1; at least two points.
std::vector<double> makeCourse(Random& random, Course course, int points);

/// What is measured along time or along another axis.
struct Recording {
    std::string_view measure;
    std::string_view unit;
    std::string_view along;
    std::string_view alongUnit;
    double from;
    double to;
    double low; ///< of the measure
    double high;
    std::string_view context;
    std::vector<std::string_view> series;
};

const std::vector<Recording>& recordings();

} // namespace biomedica::demo
