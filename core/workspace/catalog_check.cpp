#include "core/workspace/catalog_check.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/shards/metadata.h"
#include "core/shards/shard.h"

#include <unordered_map>

namespace biomedica::workspace {

namespace {

class ShardCheck {
public:
    ShardCheck(catalog::Catalog& catalog, const catalog::ShardInfo& shard, const Job& job,
               exporting::VerifyReport& report)
        : m_catalog(catalog), m_shard(shard), m_job(job), m_report(report)
    {
    }

    Result<void> run()
    {
        const auto stamp = stampOf(m_shard.path);
        if (!stamp || *stamp != m_shard.stamp) {
            problem("", stamp ? "the shard has changed since it was indexed: index it again" : stamp.error().message());
            return {};
        }
        auto scan = shards::scanShard(m_shard.path, m_job);
        if (!scan && scan.error().kind() == ErrorKind::Cancelled)
            return scan.error();
        if (!scan) {
            problem("", scan.error().message());
            return {};
        }
        std::unordered_map<std::string_view, const shards::Sample*> samples;
        for (const shards::Sample& sample : scan->samples)
            samples[sample.key] = &sample;
        TRY(const File file, File::openForReading(m_shard.path));
        TRY(const std::vector<RowId> rows, m_catalog.rowsOfShard(m_shard.id));
        for (const RowId row : rows) {
            TRY_VOID(m_job.check());
            ++m_report.checked;
            TRY(const catalog::FigureText text, m_catalog.figureText(row));
            const auto found = samples.find(text.key);
            if (found == samples.end() || found->second->members != text.members)
                problem(text.key, "the sample does not stand in the shard where the catalog says");
            else
                TRY_VOID(compare(file, row, text, *found->second));
        }
        return {};
    }

private:
    void problem(const std::string& key, std::string what)
    {
        m_report.problems.push_back({m_shard.path.string(), key, std::move(what)});
    }

    static Result<std::string> textOf(const File& file, const shards::SampleMember* member)
    {
        return member ? shards::readMember(file, *member, shards::maximumTextSize) : Result<std::string>(std::string());
    }

    Result<void> compare(const File& file, RowId row, const catalog::FigureText& text, const shards::Sample& sample)
    {
        const auto caption = textOf(file, sample.caption());
        if (caption && toValidUtf8(*caption) != text.caption)
            problem(text.key, "the caption differs from the catalog's");
        const auto metadataText = textOf(file, sample.metadata());
        auto metadata = metadataText && !metadataText->empty()
                            ? m_reader.read(*metadataText)
                            : Result<shards::FigureMetadata>(shards::FigureMetadata{});
        auto id = shards::identify(sample.key, metadata ? *metadata : shards::FigureMetadata{});
        if (!id) {
            TRY(const std::string picture, shards::readMember(file, *sample.image(), shards::maximumImageSize));
            id = shards::identifyByBytes(sample.key, picture);
        }
        TRY(const FigureId known, m_catalog.figureId(row));
        if (*id != known)
            problem(text.key, "the figure is not the one that the catalog knows");
        return {};
    }

    catalog::Catalog& m_catalog;
    const catalog::ShardInfo& m_shard;
    const Job& m_job;
    exporting::VerifyReport& m_report;
    shards::MetadataReader m_reader;
};

} // namespace

Result<exporting::VerifyReport> verifyCatalog(catalog::Catalog& catalog, const Job& job)
{
    exporting::VerifyReport report;
    TRY(const std::vector<catalog::ShardInfo> shards, catalog.shards());
    for (std::size_t i = 0; i < shards.size(); ++i) {
        job.tell(i, shards.size(), shards[i].name);
        TRY_VOID(ShardCheck(catalog, shards[i], job, report).run());
    }
    return report;
}

} // namespace biomedica::workspace
