#include "core/demo/plots/courses.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr double fullTurn = 6.283185307;

double next(Random& random, Course course, double t, double phase, double before)
{
    switch (course) {
    case Course::Walk: return before + random.normal();
    case Course::Oscillation: {
        const double turns = 2 + 14 * phase;
        return std::sin(fullTurn * (turns * t + phase)) * (1 - 0.5 * phase * t) + random.normal(0, 0.05);
    }
    case Course::Steps: return random.chance(0.06) ? random.real(0, 1) : before;
    case Course::Spikes: return random.chance(0.05) ? random.real(0.4, 1) : before * 0.72 + random.normal(0, 0.01);
    case Course::Trend: return t * (phase > 0.4 ? 1 : -1) + 0.25 * std::sin(fullTurn * t * 2) + random.normal(0, 0.06);
    case Course::Epidemic: {
        const double first = (t - 0.2 - 0.3 * phase) / 0.08;
        const double second = (t - 0.6 - 0.25 * phase) / 0.11;
        return std::exp(-first * first) + phase * std::exp(-second * second) + random.normal(0, 0.02);
    }
    case Course::Noise: return random.normal();
    }
    return 0;
}

} // namespace

std::vector<double> makeCourse(Random& random, Course course, int points)
{
    const double phase = random.unit();
    std::vector<double> values;
    double value = course == Course::Steps ? random.unit() : 0;
    for (int i = 0; i < points; ++i) {
        value = next(random, course, static_cast<double>(i) / (points - 1), phase, value);
        values.push_back(value);
    }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = *least;
    const double range = std::max(1e-9, *most - low);
    for (double& each : values)
        each = (each - low) / range;
    return values;
}

const std::vector<Recording>& recordings()
{
    // clang-format off
    static const std::vector<Recording> all = {
        {"heart rate", "bpm", "time", "min", 0, 60, 58, 130, "{animal} given {drug}", {"Baseline", "{drug}", "{inhibitor}", "Recovery"}},
        {"membrane potential", "mV", "time", "ms", 0, 400, -75, 35, "neurons of {animal}", {"Control", "{drug}"}},
        {"ΔF/F0", "", "time", "s", 0, 240, -0.1, 2.2, "calcium imaging of {cells} cells",
         {"Cell 1", "Cell 2", "Cell 3", "Cell 4", "Cell 5", "Cell 6", "Cell 7", "Cell 8", "Cell 9", "Cell 10"}},
        {"cases per week", "", "week", "", 1, 104, 0, 1800, "the surveillance of {disease}",
         {"North", "South", "East", "West", "Centre", "Islands"}},
        {"RMSD", "nm", "simulation time", "ns", 0, 100, 0.05, 0.6, "the simulation of {gene}", {"Apo", "Ligand 1", "Ligand 2", "Mutant"}},
        {"body temperature", "°C", "time", "h", 0, 72, 35.5, 40.5, "{animal} after infection", {"Sham", "Infected", "Infected + {drug}"}},
        {"absorbance", "mAU", "retention time", "min", 0, 30, 0, 420, "the chromatogram of {drug}", {"Standard", "Sample", "Blank"}},
        {"glucose", "mM", "time of day", "h", 0, 24, 3.2, 14, "continuous monitoring of patients",
         {"Patient 1", "Patient 2", "Patient 3", "Patient 4", "Patient 5"}},
        {"prevalence", "%", "year", "", 1985, 2020, 1, 34, "the surveys of {disease}",
         {"Women", "Men", "Under 40", "40–59", "60–79", "80 and over"}},
        {"training loss", "", "epoch", "", 0, 200, 0.05, 2.3, "the model of {disease}", {"Training", "Validation"}},
        {"spectral power", "dB", "frequency", "Hz", 0, 50, -30, 12, "recordings from {tissue}", {"Rest", "Task"}},
        {"read depth", "", "position", "kb", 0, 180, 0, 900, "the locus of {gene}", {"Input", "{gene}", "{other}"}},
    };
    // clang-format on
    return all;
}

} // namespace biomedica::demo
