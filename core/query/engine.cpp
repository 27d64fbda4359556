#include "core/query/engine.h"

#include "core/base/text.h"
#include "core/query/fusion.h"
#include "core/query/sorting.h"
#include "core/shards/metadata.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

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

/// A shard is also found by its file name without the folder.
Bitmap rowsOfShard(const catalog::Column& column, std::string_view text)
{
    return column.rowsWhere([wanted = foldCase(text)](const std::string& name) {
        return foldCase(name) == wanted || foldCase(std::filesystem::path(name).filename().string()) == wanted;
    });
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
    for (const auto& [row, note] : *m_snapshot->notes)
        if (!textsearch::findMatches(note, {pattern}).empty())
            found.set(row);
    return found;
}

Result<Bitmap> Engine::value(const Node& node)
{
    const Field field = *node.field;
    if (field == Field::Key) {
        Bitmap found(m_snapshot->columns->rows());
        TRY(const std::vector<RowId> rows, m_catalog.rowsWithKey(node.text, catalog::Letters::OfAnyCase));
        for (const RowId row : rows)
            if (row.value < found.size())
                found.set(row.value);
        return found;
    }
    if (const catalog::ArticleColumn* ofArticles = m_snapshot->articleColumn(field))
        return m_snapshot->columns->rowsOfArticles(ofArticles->articlesWith(node.text));
    const catalog::Column& column = *m_snapshot->column(field);
    if (field == Field::Shard)
        return rowsOfShard(column, node.text);
    return column.rowsWith(field == Field::License ? shards::licenseWithoutVersion(node.text) : node.text);
}

Bitmap Engine::range(const Node& node) const
{
    return m_snapshot->numbers(*node.field)->rowsBetween(node.low.value_or(0), node.high.value_or(INT32_MAX));
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
    case FieldKind::Value:
        if (const catalog::ArticleColumn* ofArticles = m_snapshot->articleColumn(field))
            return columns.rowsOfArticles(ofArticles->articlesWithAny());
        return field == Field::Key ? columns.shown : m_snapshot->column(field)->rowsWithAny();
    case FieldKind::Text: break;
    }
    switch (field) {
    case Field::Caption: return columns.hasCaption;
    case Field::Context: return columns.hasMentions;
    case Field::Title: return columns.rowsOfArticles(columns.hasTitle);
    case Field::Abstract: return columns.rowsOfArticles(columns.hasAbstract);
    default: break;
    }
    Bitmap found(columns.rows());
    for (const auto& [row, note] : *m_snapshot->notes)
        found.set(row);
    return found;
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
    default: return leaf(node, job);
    }
}

Result<Bitmap> Engine::leaf(const Node& node, const Job& job)
{
    if (m_isRanked)
        return foundLeaf(node, job);
    for (const auto& [known, rows] : m_found)
        if (known == node)
            return rows;
    TRY(Bitmap found, foundLeaf(node, job));
    m_found.emplace_back(node, found);
    return found;
}

Result<Bitmap> Engine::foundLeaf(const Node& node, const Job& job)
{
    switch (node.kind) {
    case NodeKind::Words: return words(node, job);
    case NodeKind::Value: return value(node);
    case NodeKind::Range: return range(node);
    case NodeKind::Is: return trait(node.trait);
    case NodeKind::Has: return presence(*node.field);
    default: break;
    }
    return Error(ErrorKind::Unsupported, "this kind of query is not known");
}

Result<Bitmap> Engine::matches(const Query& query, const Job& job)
{
    m_nearest.clear();
    const Examples examples = examplesOf(query);
    TRY(Bitmap found, evaluate(examples.isEmpty() ? query.root : withoutExamples(query).root, job));
    found &= m_snapshot->columns->shown;
    TRY_VOID(m_snapshot->columns->check());
    if (examples.isEmpty())
        return found;
    TRY(m_nearest, m_neighbours(examples, found, rankedAtMost, job));
    Bitmap nearest(found.size());
    for (const Neighbour& neighbour : m_nearest)
        nearest.set(neighbour.row.value);
    return nearest;
}

/// None where words take no part in the order.
Result<std::vector<textsearch::RankedFigure>> Engine::bestByText(const Bitmap& found, Ranking ranking, const Job& job)
{
    if (!m_text || !m_text->isScored() || ranking == Ranking::Semantic)
        return std::vector<textsearch::RankedFigure>();
    return m_text->best(found, rankedAtMost, job);
}

/// The best come first; all others follow in the order of the catalog.
Result<FigureSet> Engine::ranked(Bitmap found, Ranking ranking, const Job& job)
{
    TRY(const std::vector<textsearch::RankedFigure> best, bestByText(found, ranking, job));
    std::vector<Scored> byText, byLikeness;
    for (const textsearch::RankedFigure& figure : best)
        byText.push_back({figure.row, figure.score});
    if (ranking != Ranking::Text)
        for (const Neighbour& neighbour : m_nearest)
            byLikeness.push_back({neighbour.row, neighbour.cosine});
    std::vector<RowId> order;
    std::vector<float> scores;
    for (const Scored& figure : fused(std::move(byText), std::move(byLikeness))) {
        order.push_back(figure.row);
        scores.push_back(figure.score);
    }
    return FigureSet(std::move(found), std::move(order), std::move(scores));
}

Result<FigureSet> Engine::inOrder(Bitmap found, const Query& query, const Job& job)
{
    const std::optional<Sort>& sort = query.sort;
    if (sort && sort->field == Field::Key) {
        TRY(auto ranks, m_catalog.keyRanks());
        FigureSet sorted = sortedByKey(ranks, std::move(found), sort->isDescending);
        TRY_VOID(ranks->check());
        return sorted;
    }
    if (sort)
        return sortedBy(m_snapshot, std::move(found), *sort);
    if (!m_nearest.empty() || (m_text && m_text->isScored()))
        return ranked(std::move(found), query.ranking, job);
    return FigureSet(std::move(found));
}

Result<std::shared_ptr<const ResultSet>> Engine::run(const Query& query, const Job& job, bool isRanked)
{
    const auto begin = std::chrono::steady_clock::now();
    m_isRanked = isRanked && !query.sort;
    m_text.reset();
    TRY(Bitmap found, matches(query, job));
    auto result = std::make_shared<ResultSet>();
    result->query = query;
    result->snapshot = m_snapshot;
    TRY(result->figures, inOrder(std::move(found), query, job));
    TRY_VOID(m_snapshot->columns->check());
    result->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    return std::shared_ptr<const ResultSet>(std::move(result));
}

} // namespace biomedica::query
