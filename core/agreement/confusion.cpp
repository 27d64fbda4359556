#include "core/agreement/confusion.h"

#include <algorithm>
#include <map>

namespace biomedica::agreement {

namespace {

struct PairValues {
    std::optional<double> observed, cohenKappa;
};

/// The cells with their labels numbered from 0, so that a resample adds up in arrays.
class Marginals {
public:
    explicit Marginals(const Confusion& confusion)
    {
        const std::vector<Label> labels = confusion.labels();
        const auto numberOf = [&](Label label) {
            return static_cast<std::size_t>(std::lower_bound(labels.begin(), labels.end(), label) - labels.begin());
        };
        for (const Confusion::Cell& cell : confusion.cells)
            m_cells.emplace_back(numberOf(cell.first), numberOf(cell.second));
        m_first.resize(labels.size());
        m_second.resize(labels.size());
    }

    PairValues measure(const Weights& weights)
    {
        std::fill(m_first.begin(), m_first.end(), 0);
        std::fill(m_second.begin(), m_second.end(), 0);
        std::uint64_t items = 0, equal = 0;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const auto [first, second] = m_cells[i];
            items += weights[i];
            equal += first == second ? weights[i] : 0;
            m_first[first] += weights[i];
            m_second[second] += weights[i];
        }
        if (items == 0)
            return {};
        std::uint64_t products = 0; // at most items², and there are fewer than 2³² items
        for (std::size_t label = 0; label < m_first.size(); ++label)
            products += m_first[label] * m_second[label];
        PairValues values;
        values.observed = static_cast<double>(equal) / static_cast<double>(items);
        if (products == items * items)
            return values;
        const double expected =
            static_cast<double>(products) / (static_cast<double>(items) * static_cast<double>(items));
        values.cohenKappa = (*values.observed - expected) / (1 - expected);
        return values;
    }

private:
    std::vector<std::pair<std::size_t, std::size_t>> m_cells;
    std::vector<std::uint64_t> m_first, m_second; ///< votes by label
};

Confusion fromCounts(const std::map<std::pair<Label, Label>, std::uint32_t>& counts)
{
    Confusion confusion;
    for (const auto& [labels, count] : counts)
        confusion.cells.push_back({labels.first, labels.second, count});
    return confusion;
}

} // namespace

std::uint64_t Confusion::items() const
{
    std::uint64_t all = 0;
    for (const Cell& cell : cells)
        all += cell.count;
    return all;
}

std::uint32_t Confusion::count(Label first, Label second) const
{
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), std::pair(first, second),
        [](const Cell& cell, const auto& labels) { return std::pair(cell.first, cell.second) < labels; });
    return found != cells.end() && found->first == first && found->second == second ? found->count : 0;
}

std::vector<Label> Confusion::labels() const
{
    std::vector<Label> labels;
    for (const Cell& cell : cells)
        labels.insert(labels.end(), {cell.first, cell.second});
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

Confusion confusionOf(std::span<const std::pair<Label, Label>> votes)
{
    std::map<std::pair<Label, Label>, std::uint32_t> counts;
    for (const auto& pair : votes)
        ++counts[pair];
    return fromCounts(counts);
}

Confusion confusionOf(const VoteTable& votes, std::size_t first, std::size_t second)
{
    std::map<std::pair<Label, Label>, std::uint32_t> counts;
    for (std::size_t item = 0; item < votes.items(); ++item) {
        const std::pair labels(votes.at(item, first), votes.at(item, second));
        if (labels.first != noVote && labels.second != noVote)
            ++counts[labels];
    }
    return fromCounts(counts);
}

PairMeasures measuresOf(const Confusion& confusion, const Bootstrap& bootstrap)
{
    Weights items;
    for (const Confusion::Cell& cell : confusion.cells)
        items.push_back(cell.count);
    Marginals marginals(confusion);
    Distribution observed, kappa;
    Resampling resampling(items, bootstrap.seed);
    for (std::size_t i = 0; i < bootstrap.resamples && !bootstrap.stop.stop_requested(); ++i) {
        const PairValues values = marginals.measure(resampling.draw());
        observed.add(values.observed);
        kappa.add(values.cohenKappa);
    }
    const PairValues values = marginals.measure(items);
    return {static_cast<std::size_t>(confusion.items()), estimate(values.observed, observed, bootstrap),
            estimate(values.cohenKappa, kappa, bootstrap)};
}

} // namespace biomedica::agreement
