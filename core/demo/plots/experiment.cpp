#include "core/demo/plots/experiment.h"

#include "core/demo/plots/comparison.h"
#include "core/demo/plots/facets.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

struct SeriesSet {
    std::string_view context; ///< how the caption tells the series apart
    std::vector<std::string_view> names;
};

const std::vector<SeriesSet>& seriesSets()
{
    // clang-format off
    static const std::vector<SeriesSet> all = {
        {"with or without {inhibitor}", {"Vehicle", "{inhibitor}"}},
        {"for wild-type (WT) and {other} knockout (KO)", {"WT", "{other} KO"}},
        {"for day 1, day 3 and day 7", {"Day 1", "Day 3", "Day 7"}},
        {"for parental and resistant lines", {"Parental", "Resistant"}},
        {"for shNC, sh{other}#1 and sh{other}#2", {"shNC", "sh{other}#1", "sh{other}#2"}},
    };
    // clang-format on
    return all;
}

BarGroups makeBars(Random& random, const Measure& measure, const Experiment& experiment, bool isOrdered)
{
    BarGroups made;
    const std::size_t groups = experiment.groups.size();
    const std::size_t series = std::max<std::size_t>(1, experiment.series.size());
    const double base = random.real(measure.low, measure.high);
    const bool isFraction = measure.unit.starts_with('%');
    const double effect = isFraction && base > 50 ? random.real(0.2, 0.7)
                          : random.chance(0.5)    ? random.real(0.2, 0.6)
                                                  : random.real(1.6, 4);
    for (std::size_t g = 0; g < groups; ++g) {
        const double along = isOrdered ? static_cast<double>(g) / static_cast<double>(groups - 1)
                             : g == 0  ? 0
                                       : random.real(0.2, 1);
        std::vector<Bar> bars;
        for (std::size_t s = 0; s < series; ++s) {
            const double strength =
                along * (s == 0 ? 1 : random.real(-0.2, 0.75)) + (s == 0 ? 0 : random.real(-0.03, 0.06));
            Bar bar;
            bar.value = base * std::max(0.08, 1 + (effect - 1) * strength + random.normal(0, 0.03));
            const double sd = bar.value * random.real(0.06, 0.2);
            bar.sem = sd / std::sqrt(experiment.n);
            bar.error = experiment.isSem ? bar.sem : sd;
            bars.push_back(bar);
        }
        made.push_back(std::move(bars));
    }
    return made;
}

} // namespace

double Experiment::highest() const
{
    double high = 0;
    for (const BarGroups& panel : bars)
        for (const auto& group : panel)
            for (const Bar& bar : group)
                high = std::max(high, bar.value + bar.error);
    return high;
}

Experiment makeExperiment(Brush& brush)
{
    Random& random = brush.random;
    const Measure& measure = random.pick(measures());
    const Grouping& grouping = random.pick(groupings());
    const SeriesSet* series = grouping.isOrdered && random.chance(0.65) ? &random.pick(seriesSets()) : nullptr;
    Experiment made;
    made.measure = filled(measure.name, brush.subject);
    made.unit = measure.unit;
    made.axis = capitalised(filled(grouping.axis, brush.subject));
    made.context = filled(grouping.context, brush.subject);
    made.reference = grouping.reference;
    made.groups = filledAll(grouping.names, brush.subject);
    if (random.chance(0.3))
        made.groups.resize(static_cast<std::size_t>(random.integer(2, static_cast<int>(made.groups.size()))));
    if (series != nullptr) {
        made.series = filledAll(series->names, brush.subject);
        made.context += ", " + filled(series->context, brush.subject);
        made.reference = made.series[0];
    }
    const int panels = random.integer(2, 6);
    if (random.chance(0.16) && isRoomForFacets(brush, static_cast<std::size_t>(panels), made.groups))
        for (int i = 1; i <= panels; ++i)
            made.panels.push_back("Donor " + std::to_string(i));
    made.n = random.integer(3, 8);
    made.isSem = random.chance(0.5);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, made.panels.size()); ++i)
        made.bars.push_back(makeBars(random, measure, made, grouping.isOrdered));
    return made;
}

} // namespace biomedica::demo
