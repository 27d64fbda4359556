// Workspace: what is known about single figures.

#include "core/base/text.h"
#include "core/workspace/reader.h"

#include <algorithm>
#include <compare>
#include <limits>

namespace biomedica::workspace {

namespace {

template <typename Text>
std::string firstOf(const Text& texts)
{
    return texts.empty() ? std::string() : texts.front();
}

} // namespace

Result<FigureSummary> Workspace::summaryFrom(Lease& reader, const query::Snapshot& snapshot, RowId row)
{
    const catalog::Columns& columns = *snapshot.columns;
    if (row.value >= columns.rows() || !columns.shown.test(row.value))
        return Error(ErrorKind::NotFound, "the figure is no longer in the collection");
    TRY(catalog::FigureText text, reader.catalog().figureText(row));
    FigureSummary summary;
    summary.row = row;
    summary.id = columns.ids[row.value];
    summary.key = std::move(text.key);
    summary.caption = std::move(text.caption);
    summary.pmcid = firstOf(columns.pmcid.textsOf(columns.articles[row.value]));
    summary.shard = firstOf(columns.shard.textsOf(row.value));
    summary.license = firstOf(columns.license.textsOf(row.value));
    summary.year = columns.years[row.value];
    summary.width = columns.widths[row.value];
    summary.height = columns.heights[row.value];
    summary.isLabelled = snapshot.labelled.test(row.value);
    summary.isDisputed = snapshot.disputed.test(row.value);
    summary.isFlagged = snapshot.flagged.test(row.value);
    annotation::FigureLabels labels;
    if (summary.isLabelled) {
        const std::shared_lock lock(m_labelsMutex);
        labels = snapshot.visible(m_labels.of(summary.id));
    }
    for (const Question question : allQuestions) {
        const catalog::Column& column = snapshot.effective(question);
        const bool isDecided = labels[question].agreement == annotation::Agreement::Decided;
        summary.isFromVotes[static_cast<std::size_t>(question)] = isDecided;
        if (isDecided || column.setOf(row.value) != catalog::Column::emptySet)
            summary.effective[question] = column.textsOf(row.value);
    }
    return summary;
}

Result<FigureSummary> Workspace::summary(RowId row)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    return summaryFrom(lease, *now, row);
}

Result<std::vector<FigureSummary>> Workspace::summaries(std::span<const RowId> rows)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    std::vector<FigureSummary> found;
    found.reserve(rows.size());
    for (const RowId row : rows) {
        TRY(FigureSummary summary, summaryFrom(lease, *now, row));
        found.push_back(std::move(summary));
    }
    TRY_VOID(now->columns->check());
    return found;
}

Result<FigureDetail> Workspace::detail(RowId row)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    FigureDetail detail;
    TRY(detail.summary, summaryFrom(lease, *now, row));
    TRY(catalog::FigureText text, lease.catalog().figureText(row));
    detail.members = std::move(text.members);
    TRY(detail.shard, lease.catalog().shard(text.shard));
    TRY(detail.article, lease.catalog().articleText(now->columns->articles[row.value]));
    {
        const std::shared_lock lock(m_labelsMutex);
        detail.labels = now->visible(m_labels.of(detail.summary.id));
    }
    for (const Question question : allQuestions) {
        const bool isHidden = !now->blindTo.empty() && !detail.labels.hasVoteOf(now->blindTo, question);
        detail.isHidden[static_cast<std::size_t>(question)] = isHidden;
        if (Answer answer = now->imported[static_cast<std::size_t>(question)]->textsOf(row.value);
            !answer.empty() && !isHidden)
            detail.imported[question] = std::move(answer);
    }
    return detail;
}

Result<std::vector<RowId>> Workspace::figuresOfArticle(RowId row)
{
    TRY(const auto now, snapshot());
    const catalog::Columns& columns = *now->columns;
    if (row.value >= columns.rows())
        return Error(ErrorKind::NotFound, "the figure is no longer in the collection");
    const ArticleId article = columns.articles[row.value];
    if (article == ArticleId{})
        return std::vector{row};
    TRY(auto lease, reader());
    const std::string pmcid = firstOf(columns.pmcid.textsOf(columns.articles[row.value]));
    if (pmcid.empty()) {
        // A shard of single pictures: what they share is a licence or a journal, which makes no article.
        TRY(const catalog::ArticleText text, lease.catalog().articleText(article));
        if (text.title.empty())
            return std::vector{row};
    }
    struct Place {
        std::int64_t number;
        std::string key;
        RowId row;
        auto operator<=>(const Place&) const = default;
    };
    std::vector<Place> places;
    for (std::uint32_t other = 0; other < columns.rows(); ++other) {
        if (columns.articles[other] != article || !columns.shown.test(other))
            continue;
        TRY(const catalog::FigureText text, lease.catalog().figureText(RowId(other)));
        const auto index = shards::figureIndexOf(text.key, pmcid);
        const auto number = index ? parseInteger(*index) : std::nullopt;
        places.push_back({number.value_or(std::numeric_limits<std::int64_t>::max()), text.key, RowId(other)});
    }
    std::sort(places.begin(), places.end());
    std::vector<RowId> rows;
    for (const Place& place : places)
        rows.push_back(place.row);
    return rows;
}

} // namespace biomedica::workspace
