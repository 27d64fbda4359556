#include "ui/models/histogram.h"

#include <algorithm>
#include <array>
#include <map>

namespace biomedica::ui {

namespace {

using Counts = std::map<std::int64_t, std::size_t>;

constexpr std::int64_t yearsShown = 60;

std::vector<Histogram::Bar> yearBars(const Counts& counts)
{
    // The long thin past takes no room.
    const std::int64_t last = counts.rbegin()->first;
    std::vector<Histogram::Bar> bars;
    for (std::int64_t year = std::max(counts.begin()->first, last - yearsShown + 1); year <= last; ++year) {
        const auto found = counts.find(year);
        bars.push_back({year, year, found == counts.end() ? 0 : found->second});
    }
    return bars;
}

std::vector<Histogram::Bar> pixelBars(const Counts& counts)
{
    constexpr std::array<std::int64_t, 6> steps = {10, 15, 20, 30, 50, 70};
    std::vector<Histogram::Bar> bars;
    std::int64_t low = 0;
    for (std::int64_t decade = 1; low <= counts.rbegin()->first; decade *= 10)
        for (const std::int64_t step : steps) {
            const std::int64_t next = step * decade;
            if (next > counts.begin()->first && low <= counts.rbegin()->first)
                bars.push_back({low, next - 1, 0});
            low = next;
        }
    for (const auto& [number, count] : counts)
        std::upper_bound(bars.begin(), bars.end(), number, [](std::int64_t value, const Histogram::Bar& bar) {
            return value <= bar.high;
        })->count += count;
    return bars;
}

} // namespace

std::vector<Histogram::Bar> barsOf(const query::Facet& counts)
{
    Counts byNumber;
    for (const query::FacetValue& value : counts.values)
        byNumber[std::strtoll(value.value.c_str(), nullptr, 10)] = value.count;
    if (byNumber.empty())
        return {};
    return counts.field == query::Field::Year ? yearBars(byNumber) : pixelBars(byNumber);
}

} // namespace biomedica::ui
