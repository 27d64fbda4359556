#include "core/query/fusion.h"

#include <algorithm>
#include <map>

namespace biomedica::query {

namespace {

constexpr double rankConstant = 60;

} // namespace

std::vector<Scored> fused(std::vector<Scored> first, std::vector<Scored> second)
{
    if (first.empty() || second.empty())
        return first.empty() ? second : first;
    std::map<std::uint32_t, double> sums;
    for (const auto* order : {&first, &second}) {
        double rank = 1;
        for (const Scored& figure : *order)
            sums[figure.row.value] += 1 / (rankConstant + rank++);
    }
    std::vector<std::pair<std::uint32_t, double>> ordered(sums.begin(), sums.end());
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<Scored> result;
    for (const auto& [row, sum] : ordered)
        result.push_back({RowId(row), static_cast<float>(sum)});
    return result;
}

} // namespace biomedica::query
