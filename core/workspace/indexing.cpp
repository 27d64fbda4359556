#include "core/workspace/indexing.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/writer.h"
#include "core/shards/metadata.h"
#include "core/shards/shard.h"
#include "core/textsearch/text_index.h"

#include <chrono>
#include <map>

namespace biomedica::workspace {

namespace fs = std::filesystem;
using catalog::FigureState;

namespace {

/// Reads one scanned shard into the catalog, inside the caller's transaction.
class ShardIndexer {
public:
    ShardIndexer(catalog::Writer& writer, textsearch::TextIndex& text, ShardId shard, shards::OpenShards& open,
                 const shards::ShardFile& file, const Job& job)
        : m_writer(writer), m_text(text), m_shard(shard), m_open(open), m_file(file), m_job(job)
    {
    }

    std::int64_t added() const { return m_added; }

    Result<void> add(const shards::Sample& sample)
    {
        const shards::SampleMember* picture = sample.image();
        if (!picture)
            return report(sample.key, "the sample has no image", true);
        TRY(const shards::FigureMetadata metadata, readMetadata(sample));
        std::string pictureBytes;
        auto id = shards::identify(sample.key, metadata);
        if (!id) {
            auto bytes = shards::readMember(m_file, *picture, shards::maximumImageSize, m_job);
            if (!bytes)
                return report(sample.key, bytes.error().message(), true);
            pictureBytes = std::move(*bytes);
            id = shards::identifyByBytes(sample.key, pictureBytes);
        }
        catalog::NewFigure figure{*id, &sample, &metadata, FigureState::Shown};
        TRY(const auto shown, m_writer.shownCopy(*id));
        if (shown)
            TRY_VOID(settleCopies(*shown, sample, figure));
        TRY(const catalog::AddedFigure added, m_writer.addFigure(m_shard, figure));
        TRY_VOID(m_text.addFigure(added.row, metadata.caption, metadata.mentions));
        if (added.isNewArticle)
            TRY_VOID(m_text.addArticle(added.article, metadata.article.title, metadata.article.abstract));
        m_added += figure.state == FigureState::Shown ? 1 : 0;
        return {};
    }

    Result<void> report(const std::optional<std::string>& key, std::string problem, bool makesNoFigure)
    {
        problems.push_back({key, std::move(problem), makesNoFigure});
        return m_writer.addProblem(m_shard, problems.back());
    }

    std::vector<shards::SampleProblem> problems;

private:
    Result<std::string> textOf(const shards::Sample& sample, const shards::SampleMember* member, const char* what)
    {
        if (!member)
            return std::string();
        auto bytes = shards::readMember(m_file, *member, shards::maximumTextSize, m_job);
        if (bytes)
            return bytes;
        TRY_VOID(report(sample.key, std::string("shown without its ") + what + ": " + bytes.error().message(), false));
        return std::string();
    }

    Result<shards::FigureMetadata> readMetadata(const shards::Sample& sample)
    {
        shards::FigureMetadata metadata;
        TRY(const std::string jsonText, textOf(sample, sample.metadata(), "metadata"));
        if (!jsonText.empty()) {
            auto read = m_reader.read(jsonText);
            if (read)
                metadata = std::move(*read);
            else
                TRY_VOID(report(sample.key, "shown without its metadata: " + read.error().message(), false));
        } else if (sample.metadata() && sample.metadata()->size == 0) {
            TRY_VOID(report(sample.key, "shown without its metadata: the member .json is empty", false));
        }
        TRY(const std::string caption, textOf(sample, sample.caption(), "caption"));
        metadata.caption = toValidUtf8(caption);
        if (metadata.caption != caption)
            TRY_VOID(report(sample.key, "the caption is not UTF-8; unreadable bytes are shown as \xEF\xBF\xBD", false));
        return metadata;
    }

    /// The same figure is known from another place: decides which of the two is shown.
    Result<void> settleCopies(const catalog::ShownCopy& shown, const shards::Sample& sample, catalog::NewFigure& figure)
    {
        const shards::SampleMember* other = shown.sample.image();
        auto file = m_open.open(shown.shard);
        auto theirs = file && other ? shards::readMember(**file, *other, shards::maximumImageSize, m_job)
                                    : Result<std::string>(Error(ErrorKind::NotFound, "gone"));
        if (!theirs) // moved or unplugged: this copy can be seen, so it takes over
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
    textsearch::TextIndex& m_text;
    ShardId m_shard;
    shards::OpenShards& m_open;
    const shards::ShardFile& m_file;
    const Job& m_job;
    shards::MetadataReader m_reader;
    std::int64_t m_added = 0;
};

class Indexer {
public:
    Indexer(catalog::Catalog& catalog, textsearch::TextIndex& text, shards::OpenShards& open, const Job& job,
            const ProblemSink& report)
        : m_catalog(catalog), m_text(text), m_open(open), m_job(job), m_report(report)
    {
    }

    Result<IndexSummary> run(const std::vector<fs::path>& shards, const std::vector<fs::path>& forgotten)
    {
        const auto begin = std::chrono::steady_clock::now();
        TRY_VOID(loadKnown());
        for (const fs::path& path : forgotten)
            TRY_VOID(forget(path));
        for (const fs::path& path : shards)
            m_totalBytes += stampOf(path).value_or(FileStamp{}).size;
        for (const fs::path& path : shards) {
            TRY_VOID(m_job.check());
            TRY_VOID(indexShard(path));
        }
        TRY(const catalog::Totals totals, m_catalog.totals());
        m_summary.figures = totals.figures;
        m_summary.shards = totals.shards;
        m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return m_summary;
    }

private:
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

    Result<void> indexShard(const fs::path& path)
    {
        const auto stamp = stampOf(path);
        if (!stamp) {
            reportUnreadable(path, stamp.error());
            return {};
        }
        const auto known = m_known.find(path);
        if (known != m_known.end() && known->second.stamp == *stamp) {
            ++m_summary.readShards;
            m_doneBytes += stamp->size;
            return findPlaces(path);
        }
        auto shard = m_open.open(path);
        auto scan = shard ? shards::scanShard(*shard, m_job) : Result<shards::ShardScan>(shard.error());
        if (!scan) {
            if (scan.error().kind() == ErrorKind::Cancelled)
                return scan.error();
            reportUnreadable(path, scan.error());
            return {};
        }
        TRY_VOID(writeShard(**shard, *scan, known == m_known.end() ? std::nullopt : std::optional(known->second.id)));
        ++m_summary.readShards;
        m_summary.bytes += stamp->size;
        m_doneBytes += stamp->size;
        return {};
    }

    Result<void> writeShard(const shards::ShardFile& shard, const shards::ShardScan& scan, std::optional<ShardId> old)
    {
        const fs::path& path = shard.path();
        const FileStamp stamp = shard.stamp();
        TRY(db::Transaction transaction, db::Transaction::begin(m_catalog.connection()));
        TRY(catalog::Writer writer, catalog::Writer::prepare(m_catalog));
        int removed = 0;
        if (old) {
            TRY(removed, writer.removeShard(*old));
        }
        TRY(const ShardId id, writer.addShard(path, stamp));
        ShardIndexer indexer(writer, m_text, id, m_open, shard, m_job);
        for (const shards::SampleProblem& problem : scan.problems)
            TRY_VOID(indexer.report(problem.key, problem.problem, problem.makesNoFigure));
        for (std::size_t i = 0; i < scan.samples.size(); ++i) {
            if (i % 64 == 0) {
                TRY_VOID(m_job.check());
                m_job.tell(m_doneBytes + stamp.size * i / scan.samples.size(), m_totalBytes,
                           catalog::shardNameOf(path));
            }
            TRY_VOID(indexer.add(scan.samples[i]));
        }
        TRY_VOID(writer.advanceGeneration());
        TRY_VOID(transaction.commit());
        m_summary.removed += removed;
        m_summary.added += indexer.added();
        for (const shards::SampleProblem& problem : indexer.problems) {
            m_summary.skipped += problem.makesNoFigure ? 1 : 0;
            m_report({catalog::shardNameOf(path), problem});
        }
        return {};
    }

    catalog::Catalog& m_catalog;
    textsearch::TextIndex& m_text;
    shards::OpenShards& m_open;
    const Job& m_job;
    const ProblemSink& m_report;
    std::map<fs::path, catalog::ShardInfo> m_known;
    IndexSummary m_summary;
    std::uint64_t m_doneBytes = 0, m_totalBytes = 0;
};

} // namespace

Result<IndexSummary> indexShards(const fs::path& catalogPath, shards::OpenShards& open,
                                 const std::vector<fs::path>& shards, const std::vector<fs::path>& forgotten,
                                 const Job& job, const ProblemSink& report)
{
    TRY(catalog::Catalog catalog, catalog::Catalog::open(catalogPath, db::Access::Create));
    TRY(textsearch::TextIndex text, textsearch::TextIndex::open(catalog.connection()));
    return Indexer(catalog, text, open, job, report).run(shards, forgotten);
}

} // namespace biomedica::workspace
