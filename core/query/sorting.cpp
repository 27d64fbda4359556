#include "core/query/sorting.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace biomedica::query {

namespace {

using Keys = std::vector<std::uint32_t>;

constexpr std::uint32_t absent = UINT32_MAX; ///< the key of figures without a value

/// By number of the column the place of its value among all values.
Keys ranksOf(const catalog::NumberColumn& numbers)
{
    Keys order(numbers.values().size() - 1);
    std::iota(order.begin(), order.end(), 1u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return numbers.values()[a] < numbers.values()[b]; });
    Keys ranks(numbers.values().size(), absent);
    for (std::uint32_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = i;
    return ranks;
}

/// By set the place of its first value; values that differ only in case have the same.
Keys ranksOf(const catalog::Column& column)
{
    std::vector<std::pair<std::string, std::uint32_t>> order;
    for (std::uint32_t value = 0; value < column.valueCount(); ++value)
        order.emplace_back(foldCase(column.text(value)), value);
    std::sort(order.begin(), order.end());
    Keys rankOfValue(order.size());
    std::uint32_t rank = 0;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && order[i].first != order[i - 1].first ? 1 : 0;
        rankOfValue[order[i].second] = rank;
    }
    Keys ranks(column.setCount(), absent);
    for (std::uint32_t set = 0; set < ranks.size(); ++set)
        if (const auto values = column.valuesOf(set); !values.empty())
            ranks[set] = rankOfValue[values.front()];
    return ranks;
}

std::uint32_t largestOf(const Keys& keys)
{
    std::uint32_t largest = 0;
    for (const std::uint32_t key : keys)
        if (key != absent)
            largest = std::max(largest, key);
    return largest;
}

void turn(Keys& keys)
{
    const std::uint32_t largest = largestOf(keys);
    for (std::uint32_t& key : keys)
        if (key != absent)
            key = largest - key;
}

/// The figures by `keyOf(row)`, which is at most `largest` or absent.
template <typename KeyOf>
std::vector<RowId> ordered(const Bitmap& found, std::uint32_t largest, KeyOf keyOf)
{
    const std::size_t last = std::size_t{largest} + 1; // where those without a value go
    const auto bucketOf = [&](std::uint32_t row) {
        const std::uint32_t key = keyOf(row);
        return key == absent ? last : std::size_t{key};
    };
    std::vector<std::uint32_t> next(last + 1);
    found.forEach([&](std::uint32_t row) { ++next[bucketOf(row)]; });
    std::uint32_t begin = 0;
    for (std::uint32_t& bucket : next)
        bucket = std::exchange(begin, begin + bucket);
    std::vector<RowId> order(begin);
    found.forEach([&](std::uint32_t row) { order[next[bucketOf(row)]++] = RowId(row); });
    return order;
}

template <typename KeyOf>
FigureSet figures(Bitmap found, std::uint32_t largest, KeyOf keyOf)
{
    std::vector<RowId> order = ordered(found, largest, keyOf);
    return FigureSet(std::move(found), std::move(order), {}, std::move(keyOf));
}

} // namespace

FigureSet sortedByKey(std::shared_ptr<const catalog::KeyRanks> ranks, Bitmap found, bool isDescending)
{
    const std::uint32_t largest = ranks->size();
    return figures(std::move(found), largest, [ranks = std::move(ranks), largest, isDescending](std::uint32_t row) {
        const std::uint32_t rank = ranks->of(row);
        return rank == absent || !isDescending ? rank : largest - rank;
    });
}

FigureSet sortedBy(const std::shared_ptr<const Snapshot>& snapshot, Bitmap found, const Sort& sort)
{
    const catalog::ArticleColumn* const ofArticles = snapshot->articleColumn(sort.field);
    const catalog::NumberColumn* const numbers = snapshot->numbers(sort.field);
    const catalog::Column* const column = snapshot->column(sort.field);
    Keys keys = ofArticles ? ofArticles->ranks() : numbers ? ranksOf(*numbers) : ranksOf(*column);
    if (sort.isDescending)
        turn(keys);
    const std::uint32_t largest = largestOf(keys);
    const auto shared = std::make_shared<const Keys>(std::move(keys)); // positions are asked for with them later
    if (ofArticles)
        return figures(std::move(found), largest, [snapshot, shared](std::uint32_t row) {
            const std::uint32_t article = snapshot->columns->articles[row].value;
            return article < shared->size() ? (*shared)[article] : absent;
        });
    const catalog::CodedRows* const rows = numbers ? &numbers->numbers() : &column->numbers();
    return figures(std::move(found), largest,
                   [snapshot, shared, rows](std::uint32_t row) { return (*shared)[rows->at(row)]; });
}

} // namespace biomedica::query
