// Workspace: exports, and checking the catalog against the shards.

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/workspace/catalog_check.h"
#include "core/workspace/reader.h"

#include <algorithm>

namespace biomedica::workspace {

Result<LabelChoice> LabelChoice::parse(std::string_view text)
{
    if (text == "consensus")
        return LabelChoice{};
    constexpr std::string_view mine = "mine:";
    if (!text.starts_with(mine) || trimmed(text.substr(mine.size())).empty())
        return Error(ErrorKind::Invalid, "labels are 'consensus' or 'mine:NAME', not '" + std::string(text) + "'");
    return LabelChoice{std::string(trimmed(text.substr(mine.size())))};
}

exporting::ExportFigure Workspace::exportFigure(const catalog::FigureText& text, const catalog::ShardInfo& shard,
                                                RowId row, const query::Snapshot& snapshot, const LabelChoice& choice)
{
    exporting::ExportFigure figure;
    figure.shard = shard.path;
    figure.shardName = shard.name;
    figure.sample = {text.key, text.members};
    const std::vector<std::string> licenses = snapshot.columns->license.textsOf(row.value);
    figure.license = licenses.empty() ? std::string() : licenses.front();
    annotation::FigureLabels labels;
    {
        const std::shared_lock lock(m_labelsMutex);
        labels = m_labels.of(snapshot.columns->ids[row.value]);
    }
    const auto addAnnotator = [&figure](const std::string& name) {
        if (std::find(figure.annotators.begin(), figure.annotators.end(), name) == figure.annotators.end())
            figure.annotators.push_back(name);
    };
    for (const annotation::FigureVote& vote : labels.votes) {
        const bool isMeant = choice.annotator ? vote.annotator == *choice.annotator
                                              : labels[vote.question].agreement == annotation::Agreement::Decided;
        if (!isMeant)
            continue;
        figure.labels[vote.question] = choice.annotator ? vote.answer : labels[vote.question].answer;
        addAnnotator(vote.annotator);
    }
    for (const annotation::Adjudication& adjudication : labels.adjudications) {
        if (choice.annotator)
            continue;
        figure.labels[adjudication.question] = adjudication.answer;
        addAnnotator(adjudication.reviewer);
    }
    std::sort(figure.annotators.begin(), figure.annotators.end());
    return figure;
}

Result<std::vector<RowId>> Workspace::rowsForExport(const ExportRequest& request, const Job& job)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    TRY(Bitmap found, engine(lease, now).matches(request.query, job));
    if (request.isOnlyLabelled)
        found &= now->labelled;
    if (request.isWithoutCopies) {
        TRY(const std::vector<std::vector<RowId>> groups, copies(found, job));
        for (const std::vector<RowId>& group : groups)
            for (auto copy = group.begin() + 1; copy != group.end(); ++copy)
                found.clear(copy->value);
    }
    // In the order of the shards, so that each is read from front to back.
    std::vector<RowId> rows;
    found.forEach([&](std::uint32_t row) { rows.emplace_back(row); });
    const catalog::Column& shard = now->columns->shard;
    std::stable_sort(rows.begin(), rows.end(), [&](RowId a, RowId b) {
        const auto left = shard.setOf(a.value);
        const auto right = shard.setOf(b.value);
        return left != right && shard.textsOf(a.value) < shard.textsOf(b.value);
    });
    return rows;
}

Result<exporting::ExportSummary> Workspace::exportTo(const ExportRequest& request, const Job& job)
{
    TRY(const std::vector<RowId> rows, rowsForExport(request, job));
    if (rows.empty())
        return Error(ErrorKind::NotFound, "no figure matches, so there is nothing to export");
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    std::optional<catalog::ShardInfo> shard;
    const auto figureAt = [&](std::size_t i) -> Result<exporting::ExportFigure> {
        TRY(const catalog::FigureText text, lease.catalog().figureText(rows[i]));
        if (!shard || shard->id != text.shard) {
            TRY(shard, lease.catalog().shard(text.shard));
            TRY(const FileStamp stamp, stampOf(shard->path));
            if (stamp != shard->stamp)
                return Error(ErrorKind::Corrupt,
                             "the shard '" + shard->path.string()
                                 + "' has changed since it was indexed: index it again, then export");
        }
        exporting::ExportFigure figure = exportFigure(text, *shard, rows[i], *now, request.labels);
        TRY_VOID(now->columns->check());
        return figure;
    };
    exporting::ExportRecipe recipe;
    recipe.collection = m_name;
    recipe.query = query::toText(request.query);
    recipe.labels = request.labels.text();
    recipe.isOnlyLabelled = request.isOnlyLabelled;
    recipe.isWithoutCopies = request.isWithoutCopies;
    recipe.figuresPerShard = request.figuresPerShard;
    recipe.isCompressed = request.isCompressed;
    return exporting::exportShards(request.folder, recipe, rows.size(), figureAt, m_shards, request.isForced, job);
}

Result<exporting::VerifyReport> Workspace::verify(const Job& job)
{
    TRY(auto lease, reader());
    return verifyCatalog(lease.catalog(), m_shards, job);
}

} // namespace biomedica::workspace
