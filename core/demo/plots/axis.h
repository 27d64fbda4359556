// What runs along one side of a plot: its range and its ticks.
//
// Thread contract: values and pure functions.
#pragma once

#include <string>
#include <vector>

namespace biomedica::demo {

struct Tick {
    double value = 0;
    std::string text;
};

struct Axis {
    std::string label;
    double low = 0;
    double high = 1;
    std::vector<Tick> ticks;
    bool areTicksNames = false;   ///< categories: no grid, labels may be turned
    bool areNamesInOrder = false; ///< numbers or dates: where they do not fit, some are left out
    bool isLog = false;           ///< values are decimal logarithms
};

/// A linear axis around [low, high], its ends on ticks.
Axis linearAxis(std::string label, double low, double high, int wantedTicks = 5);
/// Linear, ends as given, ticks on the round numbers within.
Axis exactAxis(std::string label, double low, double high, int wantedTicks = 5);
/// Values are decimal logarithms; ticks on whole powers of ten, or on 1, 2 and 5 times these where there are few.
Axis logAxis(std::string label, double low, double high);
/// Categories stand at 0, 1, …; the axis runs from −0.5.
Axis categoryAxis(std::string label, const std::vector<std::string>& names);

/// From 0 to a tick above `high`; with room above anyway, only just above it.
Axis axisFromZero(std::string label, double high, bool hasHeadroom);
/// The range goes on to `high`; numbers get ticks there as well.
void extendTo(Axis& axis, double high);

} // namespace biomedica::demo
