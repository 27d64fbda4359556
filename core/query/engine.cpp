#include "core/query/engine.h"

#include "core/base/text.h"
#include "core/shards/metadata.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <numeric>

namespace biomedica::query {

namespace {

using textsearch::TextField;
using textsearch::TextFields;

/// So many figures are in the order of their scores. Nobody looks through more, and scoring millions takes a second.
constexpr std::size_t rankedAtMost = 1000;

TextFields textFieldsOf(std::optional<Field> field)
{
    if (!field)
        return textsearch::allTextFields;
    switch (*field) {
    case Field::Caption: return static_cast<TextFields>(TextField::Caption);
    case Field::Title: return static_cast<TextFields>(TextField::Title);
    case Field::Abstract: return static_cast<TextFields>(TextField::Abstract);
    case Field::Context: return static_cast<TextFields>(TextField::Context);
    default: return 0;
    }
}

Bitmap figuresOf(const std::vector<ArticleId>& articles, const catalog::Columns& columns)
{
    std::uint32_t newest = 0;
    for (const ArticleId article : articles)
        newest = std::max(newest, article.value);
    Bitmap wanted(std::size_t{newest} + 1);
    for (const ArticleId article : articles)
        wanted.set(article.value);
    Bitmap found(columns.rows());
    columns.shown.forEach([&](std::uint32_t row) {
        if (wanted.test(columns.articles[row].value))
            found.set(row);
    });
    return found;
}

/// Rows ordered by the text of their first value; UINT32_MAX where there is none.
std::vector<std::uint32_t> ranksOf(const catalog::Column& column)
{
    std::vector<std::uint32_t> order(column.valueCount());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return foldCase(column.text(a)) < foldCase(column.text(b)); });
    std::vector<std::uint32_t> rankOfValue(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rankOfValue[order[i]] = i;
    std::vector<std::uint32_t> ranks(column.rows(), UINT32_MAX);
    for (std::uint32_t row = 0; row < ranks.size(); ++row)
        if (const auto values = column.valuesOf(column.setOf(row)); !values.empty())
            ranks[row] = rankOfValue[values.front()];
    return ranks;
}

/// A shard is also found by its file name without the folder.
Bitmap rowsOfShardFile(const catalog::Column& column, std::string_view text)
{
    Bitmap found(column.rows());
    for (std::uint32_t value = 0; value < column.valueCount(); ++value)
        if (foldCase(std::filesystem::path(column.text(value)).filename().string()) == foldCase(text))
            found |= column.rowsWith(column.text(value));
    return found;
}

} // namespace

Result<Bitmap> Engine::words(const Node& node, const Job& job)
{
    if (node.field == Field::Note)
        return notesWith(node.pattern);
    if (!m_text) {
        TRY(textsearch::TextQuery text, m_textSource());
        m_text.emplace(std::move(text));
    }
    return m_text->find(node.pattern, textFieldsOf(node.field), m_isRanked && m_negations == 0, job);
}

Bitmap Engine::notesWith(const textsearch::Pattern& pattern) const
{
    Bitmap found(m_snapshot->columns->rows());
    for (const auto& [row, note] : m_snapshot->notes)
        if (!textsearch::findMatches(note, {pattern}).empty())
            found.set(row);
    return found;
}

Result<Bitmap> Engine::value(const Node& node)
{
    const Field field = *node.field;
    if (field == Field::Key) {
        Bitmap found(m_snapshot->columns->rows());
        TRY(const std::vector<RowId> rows, m_catalog.rowsWithKey(node.text));
        for (const RowId row : rows)
            if (row.value < found.size())
                found.set(row.value);
        return found;
    }
    const catalog::Column& column = *m_snapshot->column(field);
    if (field == Field::License)
        return column.rowsWith(shards::licenseWithoutVersion(node.text));
    Bitmap found = column.rowsWith(node.text);
    if (field == Field::Shard)
        found |= rowsOfShardFile(column, node.text);
    return found;
}

Bitmap Engine::range(const Node& node) const
{
    const std::vector<std::int32_t>& numbers = *m_snapshot->numbers(*node.field);
    const std::int64_t low = node.low.value_or(0);
    const std::int64_t high = node.high.value_or(INT32_MAX);
    Bitmap found(numbers.size());
    for (std::uint32_t row = 0; row < numbers.size(); ++row)
        if (numbers[row] != catalog::Columns::absentNumber && numbers[row] >= low && numbers[row] <= high)
            found.set(row);
    return found;
}

Bitmap Engine::trait(Trait trait) const
{
    switch (trait) {
    case Trait::Labelled: return m_snapshot->labelled;
    case Trait::Unlabelled: return Bitmap(m_snapshot->columns->shown).subtract(m_snapshot->labelled);
    case Trait::Disputed: return m_snapshot->disputed;
    case Trait::Flagged: return m_snapshot->flagged;
    case Trait::Duplicate: break;
    }
    return m_snapshot->columns->isDuplicate;
}

Result<Bitmap> Engine::presence(Field field)
{
    const catalog::Columns& columns = *m_snapshot->columns;
    switch (infoOf(field).kind) {
    case FieldKind::Number: {
        Node anyNumber;
        anyNumber.field = field;
        return range(anyNumber);
    }
    case FieldKind::Value: return field == Field::Key ? columns.shown : m_snapshot->column(field)->rowsWithAny();
    case FieldKind::Text: break;
    }
    Bitmap found(columns.rows());
    switch (field) {
    case Field::Caption: return columns.hasCaption;
    case Field::Context: return columns.hasMentions;
    case Field::Note:
        for (const auto& [row, note] : m_snapshot->notes)
            found.set(row);
        return found;
    default: {
        TRY(const std::vector<ArticleId> articles, m_catalog.articlesWithText(field == Field::Title));
        return figuresOf(articles, columns);
    }
    }
}

Result<Bitmap> Engine::evaluateChildren(const Node& node, const Job& job)
{
    TRY(Bitmap found, evaluate(node.children.front(), job));
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        TRY(const Bitmap next, evaluate(node.children[i], job));
        if (node.kind == NodeKind::And)
            found &= next;
        else
            found |= next;
    }
    return found;
}

Result<Bitmap> Engine::evaluate(const Node& node, const Job& job)
{
    TRY_VOID(job.check());
    switch (node.kind) {
    case NodeKind::All: return m_snapshot->columns->shown;
    case NodeKind::And:
    case NodeKind::Or: return evaluateChildren(node, job);
    case NodeKind::Not: {
        ++m_negations;
        auto excluded = evaluate(node.children.front(), job);
        --m_negations;
        if (!excluded)
            return excluded.error();
        return Bitmap(m_snapshot->columns->shown).subtract(*excluded);
    }
    case NodeKind::Words: return words(node, job);
    case NodeKind::Value: return value(node);
    case NodeKind::Range: return range(node);
    case NodeKind::Is: return trait(node.trait);
    case NodeKind::Has: return presence(*node.field);
    }
    return Error(ErrorKind::Unsupported, "this kind of query is not known");
}

Result<Bitmap> Engine::matches(const Query& query, const Job& job)
{
    TRY(Bitmap found, evaluate(query.root, job));
    found &= m_snapshot->columns->shown;
    return found;
}

Result<void> Engine::sortRows(ResultSet& result)
{
    const Sort& sort = *result.query.sort;
    std::vector<std::uint32_t> rank(m_snapshot->columns->rows());
    if (const auto* numbers = m_snapshot->numbers(sort.field)) {
        for (std::size_t row = 0; row < rank.size(); ++row)
            rank[row] = static_cast<std::uint32_t>((*numbers)[row]); // absent (-1) becomes the largest
    } else if (sort.field == Field::Key) {
        TRY(const std::vector<RowId> rows, m_catalog.rowsByKey());
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].value < rank.size())
                rank[rows[i].value] = static_cast<std::uint32_t>(i);
    } else {
        rank = ranksOf(*m_snapshot->column(sort.field));
    }
    // Figures without a value come last in either direction.
    constexpr std::uint32_t absent = UINT32_MAX;
    std::stable_sort(result.order.begin(), result.order.end(), [&](RowId a, RowId b) {
        const std::uint32_t left = rank[a.value];
        const std::uint32_t right = rank[b.value];
        if (left == absent || right == absent)
            return left != absent && right == absent;
        return sort.isDescending ? left > right : left < right;
    });
    return {};
}

/// The best come first; all others follow in the order of the catalog.
Result<void> Engine::rank(ResultSet& result, const Bitmap& found, const Job& job)
{
    TRY(const std::vector<textsearch::RankedFigure> best, m_text->best(found, rankedAtMost, job));
    Bitmap rest = found;
    result.order.clear();
    for (const textsearch::RankedFigure& figure : best) {
        result.order.push_back(figure.row);
        result.scores.push_back(figure.score);
        rest.clear(figure.row.value);
    }
    rest.forEach([&](std::uint32_t row) { result.order.emplace_back(row); });
    result.scores.resize(result.order.size());
    return {};
}

Result<std::shared_ptr<const ResultSet>> Engine::run(const Query& query, const Job& job, bool isRanked)
{
    const auto begin = std::chrono::steady_clock::now();
    m_isRanked = isRanked && !query.sort;
    m_text.reset();
    TRY(const Bitmap found, matches(query, job));
    auto result = std::make_shared<ResultSet>();
    result->query = query;
    result->snapshot = m_snapshot;
    result->order.reserve(found.count());
    found.forEach([&](std::uint32_t row) { result->order.emplace_back(row); });
    if (query.sort) {
        TRY_VOID(sortRows(*result));
    } else if (m_text && m_text->isScored()) {
        TRY_VOID(rank(*result, found, job));
    }
    result->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    return std::shared_ptr<const ResultSet>(std::move(result));
}

Facet Engine::count(Field field, const Bitmap& rows) const
{
    Facet facet;
    facet.field = field;
    if (const auto* numbers = m_snapshot->numbers(field)) {
        std::map<std::int32_t, std::size_t> counts;
        rows.forEach([&](std::uint32_t row) {
            if ((*numbers)[row] != catalog::Columns::absentNumber)
                ++counts[(*numbers)[row]];
        });
        for (const auto& [number, count] : counts)
            facet.values.push_back({std::to_string(number), count});
    } else if (const catalog::Column* column = m_snapshot->column(field)) {
        std::vector<std::size_t> bySet(column->setCount());
        rows.forEach([&](std::uint32_t row) { ++bySet[column->setOf(row)]; });
        std::vector<std::size_t> byValue(column->valueCount());
        for (std::uint32_t set = 0; set < bySet.size(); ++set)
            for (const std::uint32_t value : column->valuesOf(set))
                byValue[value] += bySet[set];
        for (std::uint32_t value = 0; value < byValue.size(); ++value)
            if (byValue[value] > 0)
                facet.values.push_back({column->text(value), byValue[value]});
    }
    std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return facet;
}

} // namespace biomedica::query
