#include "tests/bench/ingest_stages.h"

#include "core/base/file.h"
#include "core/catalog/writer.h"
#include "core/workspace/indexing.h"
#include "core/workspace/shard_ahead.h"
#include "core/workspace/text_thread.h"

#include <algorithm>

namespace biomedica::bench {

namespace fs = std::filesystem;

namespace {

class Stages {
public:
    Stages(const fs::path& into, textsearch::IndexedTexts texts)
        : m_text(into / "text", texts),
          m_catalog(must(catalog::Catalog::open(into / "catalog.sqlite", db::Access::Create)))
    {
        must(makeFolders(into / "text"));
        must(m_catalog.expectManyRows());
    }

    std::vector<std::pair<std::string, Cost>> run(const std::vector<fs::path>& paths)
    {
        std::vector<workspace::OpenedShard> shards(paths.size());
        for (std::size_t i = 0; i < paths.size(); ++i) {
            time("scan and group the headers", [&] {
                shards[i].file = must(m_open.open(paths[i]));
                shards[i].scan = must(shards::scanShard(shards[i].file, {}));
            });
            time(readStage, [&] { readTexts(shards[i]); });
            std::vector<workspace::ParsedSample> parsed;
            time("read and parse them", [&] { parsed = parse(shards[i]); });
            std::vector<workspace::PlacedSample> placed;
            time("catalog: SQLite", [&] { placed = place(shards[i], std::move(parsed)); });
            textsearch::TextWriter writer = m_text.writer();
            time("text: words", [&] { index(writer, placed); });
            time("text: write and sync", [&] { list(must(writer.finish())); });
        }
        time("columns, order of the keys", [&] {
            must(m_catalog.loadColumns());
            must(m_catalog.keyRanks());
        });
        return m_costs;
    }

private:
    template <typename Work>
    void time(const std::string& stage, Work work)
    {
        const Cost cost = costOf(work);
        auto found =
            std::find_if(m_costs.begin(), m_costs.end(), [&](const auto& named) { return named.first == stage; });
        if (found == m_costs.end())
            found = m_costs.insert(found, {stage, {}});
        found->second.wall += cost.wall;
        found->second.processor += cost.processor;
    }

    void readTexts(const workspace::OpenedShard& shard)
    {
        for (const shards::Sample& sample : shard.scan.samples) {
            must(m_metadata.read(*shard.file, *sample.metadata(), {}));
            must(shards::readMemberInto(m_caption, *shard.file, *sample.caption(), shards::maximumTextSize, {}));
        }
    }

    static std::vector<workspace::ParsedSample> parse(const workspace::OpenedShard& shard)
    {
        workspace::SampleStream stream(*shard.file, shard.scan.samples, {}, 1);
        std::vector<workspace::ParsedSample> all;
        for (auto samples = stream.next(); !samples.empty(); samples = stream.next())
            all.insert(all.end(), std::make_move_iterator(samples.begin()), std::make_move_iterator(samples.end()));
        return all;
    }

    std::vector<workspace::PlacedSample> place(const workspace::OpenedShard& shard,
                                               std::vector<workspace::ParsedSample> samples)
    {
        auto transaction = must(db::Transaction::begin(m_catalog.connection()));
        auto writer = must(catalog::Writer::prepare(m_catalog));
        const ShardId id = must(writer.addShard(shard.file->path(), shard.file->stamp()));
        std::vector<workspace::PlacedSample> placed;
        for (workspace::ParsedSample& sample : samples) {
            must(writer.shownCopy(*sample.id));
            const auto added = must(writer.addFigure(id, {*sample.id, sample.sample, &sample.metadata}));
            placed.push_back({std::move(sample), added.row, added.isNewArticle ? added.article : ArticleId()});
        }
        must(writer.advanceGeneration());
        must(transaction.commit());
        return placed;
    }

    static void index(textsearch::TextWriter& writer, const std::vector<workspace::PlacedSample>& samples)
    {
        for (const workspace::PlacedSample& sample : samples)
            must(workspace::addTexts(writer, sample));
    }

    void list(const std::vector<textsearch::ListedSegment>& segments)
    {
        auto transaction = must(db::Transaction::begin(m_catalog.connection()));
        must(textsearch::listSegments(m_catalog.connection(), segments));
        must(transaction.commit());
    }

    shards::OpenShards m_open;
    textsearch::TextStore m_text;
    catalog::Catalog m_catalog;
    shards::MetadataText m_metadata;
    std::string m_caption;
    std::vector<std::pair<std::string, Cost>> m_costs;
};

} // namespace

void ingest(const fs::path& shards, const fs::path& into, textsearch::IndexedTexts texts)
{
    textsearch::TextStore text(into / "text", texts);
    shards::OpenShards open;
    must(workspace::indexShards(
        into / "catalog.sqlite", text, open, must(shards::findShards(shards)), {}, {}, [](const catalog::Problem&) {},
        workspace::Merging::Finished));
}

std::vector<std::pair<std::string, Cost>> ingestStages(const fs::path& shards, const fs::path& into,
                                                       textsearch::IndexedTexts texts)
{
    return Stages(into, texts).run(must(shards::findShards(shards)));
}

} // namespace biomedica::bench
