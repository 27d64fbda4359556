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
    ShardCheck(catalog::Catalog& catalog, shards::OpenShards& open, const catalog::ShardInfo& shard, const Job& job,
               exporting::VerifyReport& report)
        : m_catalog(catalog), m_open(open), m_shard(shard), m_job(job), m_report(report), m_check(catalog)
    {
    }

    Result<void> run()
    {
        const auto stamp = stampOf(m_shard.path);
        if (!stamp || *stamp != m_shard.stamp) {
            problem("", stamp ? "the shard has changed since it was indexed: index it again" : stamp.error().message());
            return {};
        }
        auto file = m_open.open(m_shard.path);
        auto scan = file ? shards::scanShard(*file, m_job) : Result<shards::ShardScan>(file.error());
        if (!scan && scan.error().kind() == ErrorKind::Cancelled)
            return scan.error();
        if (!scan) {
            problem("", scan.error().message());
            return {};
        }
        std::unordered_map<std::string_view, const shards::Sample*> samples;
        for (const shards::Sample& sample : scan->samples)
            samples[sample.key] = &sample;
        TRY(const std::vector<RowId> rows, m_catalog.rowsOfShard(m_shard.id));
        for (const RowId row : rows) {
            TRY_VOID(m_job.check());
            ++m_report.checked;
            TRY(const catalog::FigureText text, m_catalog.figureText(row));
            const auto found = samples.find(text.key);
            if (found == samples.end() || found->second->members != text.members)
                problem(text.key, "the sample does not stand in the shard where the catalog says");
            else
                TRY_VOID(compare(**file, row, text));
        }
        return {};
    }

private:
    void problem(const std::string& key, std::string what)
    {
        m_report.problems.push_back({m_shard.path.string(), key, std::move(what)});
    }

    Result<void> compare(const shards::ShardFile& file, RowId row, const catalog::FigureText& text)
    {
        TRY(std::vector<std::string> differences, m_check.differences(file, row, text));
        for (std::string& difference : differences)
            problem(text.key, std::move(difference));
        return {};
    }

    catalog::Catalog& m_catalog;
    shards::OpenShards& m_open;
    const catalog::ShardInfo& m_shard;
    const Job& m_job;
    exporting::VerifyReport& m_report;
    FigureCheck m_check;
};

Result<std::string> textOf(const shards::ShardFile& shard, const shards::SampleMember* member)
{
    return member ? shards::readMember(shard, *member, shards::maximumTextSize) : Result<std::string>(std::string());
}

} // namespace

Result<std::vector<std::string>> FigureCheck::differences(const shards::ShardFile& shard, RowId row,
                                                          const catalog::FigureText& text)
{
    const shards::Sample sample{text.key, text.members};
    std::vector<std::string> found;
    const auto caption = textOf(shard, sample.caption());
    if (!caption || toValidUtf8(*caption) != text.caption)
        found.push_back("the caption differs from the catalog's");
    const auto metadataText = textOf(shard, sample.metadata());
    auto metadata = metadataText && !metadataText->empty() ? m_reader.read(*metadataText)
                                                           : Result<shards::FigureMetadata>(shards::FigureMetadata{});
    std::optional<FigureId> id = shards::identify(text.key, metadata ? *metadata : shards::FigureMetadata{});
    if (!id) {
        const auto picture = shards::readMember(shard, *sample.image(), shards::maximumImageSize);
        if (picture)
            id = shards::identifyByBytes(text.key, *picture);
    }
    TRY(const FigureId known, m_catalog.figureId(row));
    if (id != known)
        found.push_back("the figure is not the one that the catalog knows");
    return found;
}

Result<exporting::VerifyReport> verifyCatalog(catalog::Catalog& catalog, shards::OpenShards& open, const Job& job)
{
    exporting::VerifyReport report;
    TRY(const std::vector<catalog::ShardInfo> shards, catalog.shards());
    for (std::size_t i = 0; i < shards.size(); ++i) {
        job.tell(i, shards.size(), shards[i].name);
        TRY_VOID(ShardCheck(catalog, open, shards[i], job, report).run());
    }
    return report;
}

} // namespace biomedica::workspace
