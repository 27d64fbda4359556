#include "core/workspace/indexing.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/writer.h"
#include "core/shards/metadata.h"
#include "core/shards/shard.h"
#include "core/textsearch/background_merge.h"
#include "core/textsearch/text_store.h"
#include "core/workspace/shard_ahead.h"
#include "core/workspace/text_thread.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <map>
#include <optional>
#include <span>

namespace biomedica::workspace {

namespace fs = std::filesystem;
using catalog::FigureState;

namespace {

/// Writes one shard's samples into the catalog, inside the caller's transaction.
class ShardIndexer {
public:
    ShardIndexer(catalog::Writer& writer, ShardId shard, shards::OpenShards& open, const shards::ShardFile& file,
                 const Job& job)
        : m_writer(writer), m_shard(shard), m_open(open), m_file(file), m_job(job)
    {
    }

    std::int64_t added() const { return m_added; }

    /// What has got a place in the catalog.
    Result<std::vector<PlacedSample>> add(std::vector<ParsedSample> samples)
    {
        std::vector<PlacedSample> placed;
        placed.reserve(samples.size());
        for (ParsedSample& sample : samples) {
            for (const shards::SampleProblem& problem : sample.problems)
                TRY_VOID(report(problem.key, problem.problem, problem.makesNoFigure));
            if (!sample.id)
                continue;
            TRY(const catalog::AddedFigure added, addFigure(sample));
            placed.push_back({std::move(sample), added.row, added.isNewArticle ? added.article : ArticleId()});
        }
        return placed;
    }

    Result<void> report(const std::optional<std::string>& key, std::string problem, bool makesNoFigure)
    {
        problems.push_back({key, std::move(problem), makesNoFigure});
        return m_writer.addProblem(m_shard, problems.back());
    }

    std::vector<shards::SampleProblem> problems;

private:
    Result<catalog::AddedFigure> addFigure(const ParsedSample& parsed)
    {
        const shards::Sample& sample = *parsed.sample;
        catalog::NewFigure figure{*parsed.id, &sample, &parsed.metadata, FigureState::Shown};
        TRY(const auto shown, m_writer.shownCopy(*parsed.id));
        if (shown)
            TRY_VOID(settleCopies(*shown, sample, figure));
        m_added += figure.state == FigureState::Shown ? 1 : 0;
        return m_writer.addFigure(m_shard, figure);
    }

    /// The same figure is known from another place: decides which of the two is shown.
    Result<void> settleCopies(const catalog::ShownCopy& shown, const shards::Sample& sample, catalog::NewFigure& figure)
    {
        const shards::SampleMember* other = shown.sample.image();
        auto file = m_open.open(shown.shard);
        const bool isThere = file && (*file)->stamp() == shown.stamp && other;
        auto theirs = isThere ? shards::readMember(**file, *other, shards::maximumImageSize, m_job)
                              : Result<std::string>(Error(ErrorKind::NotFound, "gone"));
        if (!theirs) // moved, changed or unplugged: this copy can be seen, so it takes over
            return m_writer.setState(shown.row, FigureState::Duplicate);
        TRY(const std::string ours, shards::readMember(m_file, *sample.image(), shards::maximumImageSize, m_job));
        figure.state = ours == *theirs ? FigureState::Duplicate : FigureState::Conflict;
        if (figure.state == FigureState::Duplicate)
            return {};
        return report(sample.key,
                      "another picture of the same figure is already shown: '" + shown.key + "' in "
                          + catalog::shardNameOf(shown.shard) + "; this one is left out",
                      true);
    }

    catalog::Writer& m_writer;
    ShardId m_shard;
    shards::OpenShards& m_open;
    const shards::ShardFile& m_file;
    const Job& m_job;
    std::int64_t m_added = 0;
};

textsearch::BackgroundMerge::KeptRows rowsOf(catalog::Catalog& catalog)
{
    return
        [&catalog](std::uint32_t first, std::uint32_t last) { return catalog.rowsBetween(RowId(first), RowId(last)); };
}

class Indexer {
public:
    Indexer(catalog::Catalog& catalog, textsearch::TextStore& text, shards::OpenShards& open, const Job& job,
            const ProblemSink& report)
        : m_catalog(catalog), m_text(text), m_open(open), m_job(job), m_report(report),
          m_merge(text.folder(), catalog.connection(), rowsOf(catalog))
    {
    }

    Result<IndexSummary> run(const std::vector<fs::path>& shards, const std::vector<fs::path>& forgotten,
                             Merging merging)
    {
        const auto begin = std::chrono::steady_clock::now();
        TRY_VOID(tidyUpText());
        TRY_VOID(loadKnown());
        for (const fs::path& path : forgotten)
            TRY_VOID(forget(path));
        for (const fs::path& path : shards)
            m_totalBytes += stampOf(path).value_or(FileStamp{}).size;
        ShardAhead ahead(m_open, m_job);
        for (auto path = shards.begin(); path != shards.end(); ++path) {
            TRY_VOID(m_job.check());
            TRY_VOID(indexShard(*path, ahead, std::span(path + 1, shards.end())));
            TRY_VOID(m_merge.step());
        }
        TRY_VOID(complete(merging));
        m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return m_summary;
    }

private:
    Result<void> complete(Merging merging)
    {
        if (merging == Merging::Finished)
            TRY_VOID(m_merge.finish(m_job));
        auto preparing =
            std::async(std::launch::async, catalog::Catalog::prepareColumns, m_catalog.connection().path());
        TRY_VOID(m_catalog.emptyLog());
        TRY(const auto columns, preparing.get());
        m_summary.figures = static_cast<std::int64_t>(columns->figureCount());
        return {};
    }

    /// What the text index has lost is read again from the shards.
    Result<void> tidyUpText()
    {
        TRY(db::Transaction transaction, db::Transaction::begin(m_catalog.connection()));
        TRY(const std::vector<textsearch::ListedSegment> lost, m_text.tidyUp(m_catalog.connection()));
        TRY(catalog::Writer writer, catalog::Writer::prepare(m_catalog));
        for (const textsearch::ListedSegment& segment : lost)
            TRY_VOID(segment.space == textsearch::Space::Figures
                         ? writer.makeRowsStale(RowId(segment.first), RowId(segment.last))
                         : writer.makeArticlesStale(ArticleId(segment.first), ArticleId(segment.last)));
        return transaction.commit();
    }

    Result<void> loadKnown()
    {
        TRY(const std::vector<catalog::ShardInfo> known, m_catalog.shards());
        for (const catalog::ShardInfo& shard : known)
            m_known[shard.path] = shard;
        return {};
    }

    Result<void> forget(const fs::path& path)
    {
        const auto found = m_known.find(path);
        if (found == m_known.end())
            return Error(ErrorKind::NotFound, "the collection does not know a shard '" + path.string() + "'");
        TRY(db::Transaction transaction, db::Transaction::begin(m_catalog.connection()));
        TRY(catalog::Writer writer, catalog::Writer::prepare(m_catalog));
        TRY(const int removed, writer.removeShard(found->second.id));
        TRY_VOID(writer.advanceGeneration());
        TRY_VOID(transaction.commit());
        m_summary.removed += removed;
        m_known.erase(found);
        return {};
    }

    void reportUnreadable(const fs::path& path, const Error& problem)
    {
        ++m_summary.skipped;
        ++m_summary.unreadableShards;
        m_report({path.string(), {std::nullopt, problem.message(), true}});
    }

    /// Where a known compressed shard can be entered, if that was lost; damage was reported when it was read.
    Result<void> findPlaces(const fs::path& path)
    {
        TRY(const shards::ShardPointer shard, m_open.open(path));
        const auto finished = shard->finish(m_job);
        return finished || finished.error().kind() == ErrorKind::Corrupt ? Result<void>() : finished;
    }

    bool isUnchanged(const fs::path& path, const FileStamp& stamp) const
    {
        const auto known = m_known.find(path);
        return known != m_known.end() && known->second.stamp == stamp;
    }

    Result<void> indexShard(const fs::path& path, ShardAhead& ahead, std::span<const fs::path> following)
    {
        const auto stamp = stampOf(path);
        if (!stamp) {
            reportUnreadable(path, stamp.error());
            return {};
        }
        if (isUnchanged(path, *stamp)) {
            ++m_summary.readShards;
            m_doneBytes += stamp->size;
            return findPlaces(path);
        }
        auto opened = ahead.take(path);
        if (!opened) {
            if (opened.error().kind() == ErrorKind::Cancelled)
                return opened.error();
            reportUnreadable(path, opened.error());
            return {};
        }
        const auto next = std::find_if(following.begin(), following.end(), [this](const fs::path& other) {
            const auto its = stampOf(other);
            return its && !isUnchanged(other, *its);
        });
        if (next != following.end())
            ahead.scan(*next);
        return writeShard(*opened, ahead);
    }

    Result<void> writeShard(OpenedShard& opened, ShardAhead& ahead)
    {
        const fs::path& path = opened.file->path();
        const FileStamp stamp = opened.file->stamp();
        TRY(db::Transaction transaction, db::Transaction::begin(m_catalog.connection()));
        TRY(catalog::Writer writer, catalog::Writer::prepare(m_catalog));
        int removed = 0;
        if (const auto known = m_known.find(path); known != m_known.end()) {
            TRY(removed, writer.removeShard(known->second.id));
        }
        TRY(const ShardId id, writer.addShard(path, stamp));
        ShardIndexer indexer(writer, id, m_open, *opened.file, m_job);
        TRY_VOID(writeSamples(opened, indexer, ahead));
        if (const auto problem = changeOf(*opened.file)) {
            reportUnreadable(path, *problem);
            return {}; // and what the catalog knew of it stays
        }
        TRY_VOID(writer.advanceGeneration());
        TRY_VOID(transaction.commit());
        ++m_summary.readShards;
        m_summary.bytes += stamp.size;
        m_doneBytes += stamp.size;
        m_summary.removed += removed;
        m_summary.added += indexer.added();
        for (const shards::SampleProblem& problem : indexer.problems) {
            m_summary.skipped += problem.makesNoFigure ? 1 : 0;
            m_report({catalog::shardNameOf(path), problem});
        }
        return {};
    }

    Result<void> writeSamples(OpenedShard& opened, ShardIndexer& indexer, ShardAhead& ahead)
    {
        const shards::ShardScan& scan = opened.scan;
        const FileStamp stamp = opened.file->stamp();
        for (const shards::SampleProblem& problem : scan.problems)
            TRY_VOID(indexer.report(problem.key, problem.problem, problem.makesNoFigure));
        TextThread text(m_text.writer());
        for (std::size_t taken = 0; taken < scan.samples.size();) {
            m_job.tell(m_doneBytes + stamp.size * taken / scan.samples.size(), m_totalBytes,
                       catalog::shardNameOf(opened.file->path()));
            std::vector<ParsedSample> samples = opened.stream->next();
            TRY_VOID(m_job.check()); // stopped: there may be fewer
            taken += samples.size();
            if (taken == scan.samples.size())
                ahead.read();
            TRY(std::vector<PlacedSample> placed, indexer.add(std::move(samples)));
            text.add(std::move(placed));
        }
        TRY(const std::vector<textsearch::ListedSegment> written, text.finish());
        return textsearch::listSegments(m_catalog.connection(), written);
    }

    /// What has become of a shard since it was opened; nothing where it is what was read.
    static std::optional<Error> changeOf(const shards::ShardFile& shard)
    {
        const auto now = stampOf(shard.path());
        if (!now)
            return now.error();
        if (*now == shard.stamp())
            return std::nullopt;
        return Error(ErrorKind::Corrupt, "'" + shard.path().string()
                                             + "' was changed while it was read: index it again when it is complete");
    }

    catalog::Catalog& m_catalog;
    textsearch::TextStore& m_text;
    shards::OpenShards& m_open;
    const Job& m_job;
    const ProblemSink& m_report;
    textsearch::BackgroundMerge m_merge;
    std::map<fs::path, catalog::ShardInfo> m_known;
    IndexSummary m_summary;
    std::uint64_t m_doneBytes = 0, m_totalBytes = 0;
};

} // namespace

Result<IndexSummary> indexShards(const fs::path& catalogPath, textsearch::TextStore& text, shards::OpenShards& open,
                                 const std::vector<fs::path>& shards, const std::vector<fs::path>& forgotten,
                                 const Job& job, const ProblemSink& report, Merging merging)
{
    TRY(catalog::Catalog catalog, catalog::Catalog::open(catalogPath, db::Access::Create));
    TRY_VOID(catalog.expectManyRows());
    return Indexer(catalog, text, open, job, report).run(shards, forgotten, merging);
}

Result<bool> mergeOnce(catalog::Catalog& catalog, textsearch::TextStore& text, const Job& job)
{
    return textsearch::BackgroundMerge(text.folder(), catalog.connection(), rowsOf(catalog)).mergeOne(job);
}

} // namespace biomedica::workspace
