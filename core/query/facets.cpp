#include "core/query/facets.h"

#include <algorithm>

namespace biomedica::query {

namespace {

using Counts = std::vector<std::uint32_t>; ///< by number of the column

/// A field whose rows carry numbers.
struct Coded {
    const catalog::CodedRows* rows = nullptr;
    std::span<const std::uint32_t> totals;
    std::size_t size = 0; ///< numbers are below it
};

Coded codedOf(const Snapshot& snapshot, Field field)
{
    if (const catalog::NumberColumn* numbers = snapshot.numbers(field))
        return {&numbers->numbers(), numbers->totals(), numbers->values().size()};
    if (const catalog::Column* column = snapshot.column(field))
        return {&column->numbers(), column->totals(), column->setCount()};
    return {};
}

std::vector<Counts> countCoded(const std::vector<Coded>& coded, const catalog::Columns& columns, const Bitmap& rows)
{
    std::vector<const catalog::CodedRows*> numbers;
    std::vector<std::size_t> sizes;
    for (const Coded& column : coded) {
        numbers.push_back(column.rows);
        sizes.push_back(column.size);
    }
    const std::size_t count = rows.count();
    const std::size_t all = columns.figureCount();
    if (count <= all / 2)
        return catalog::countNumbers(numbers, sizes, rows);
    std::vector<Counts> counts;
    if (count < all)
        counts = catalog::countNumbers(numbers, sizes, Bitmap(columns.shown).subtract(rows));
    for (std::size_t i = 0; i < coded.size(); ++i) {
        if (count == all)
            counts.emplace_back(sizes[i]);
        for (std::size_t number = 0; number < sizes[i]; ++number)
            counts[i][number] = (number < coded[i].totals.size() ? coded[i].totals[number] : 0) - counts[i][number];
    }
    return counts;
}

void takeValues(Facet& facet, const catalog::NumberColumn& numbers, const Counts& counts)
{
    for (std::size_t number = 1; number < counts.size(); ++number)
        if (counts[number] > 0)
            facet.values.push_back({std::to_string(numbers.values()[number]), counts[number]});
}

void takeValues(Facet& facet, const catalog::Column& column, const Counts& counts)
{
    std::vector<std::size_t> byValue(column.valueCount());
    for (std::uint32_t set = 1; set < counts.size(); ++set)
        if (counts[set] > 0)
            for (const std::uint32_t value : column.valuesOf(set))
                byValue[value] += counts[set];
    for (std::uint32_t value = 0; value < byValue.size(); ++value)
        if (byValue[value] > 0)
            facet.values.push_back({column.text(value), byValue[value]});
}

} // namespace

std::vector<Facet> countFacets(const Snapshot& snapshot, std::span<const Field> fields, const Bitmap& rows)
{
    std::vector<Coded> coded;
    for (const Field field : fields)
        if (const Coded column = codedOf(snapshot, field); column.rows)
            coded.push_back(column);
    const std::vector<Counts> counts = countCoded(coded, *snapshot.columns, rows);
    auto next = counts.begin();
    std::vector<std::uint32_t> byArticle;
    std::vector<Facet> facets;
    for (const Field field : fields) {
        Facet& facet = facets.emplace_back(Facet{field, {}});
        if (const catalog::NumberColumn* numbers = snapshot.numbers(field)) {
            takeValues(facet, *numbers, *next++);
        } else if (const catalog::Column* column = snapshot.column(field)) {
            takeValues(facet, *column, *next++);
        } else if (const catalog::ArticleColumn* ofArticles = snapshot.articleColumn(field)) {
            if (byArticle.empty())
                byArticle = snapshot.columns->figuresByArticle(rows);
            for (auto& [value, count] : ofArticles->count(byArticle))
                facet.values.push_back({std::move(value), count});
        }
        std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        });
    }
    return facets;
}

} // namespace biomedica::query
