#include "core/workspace/picture_check.h"

#include "core/base/file.h"
#include "core/catalog/writer.h"
#include "core/image/decode.h"
#include "core/shards/shard.h"

#include <map>
#include <set>

namespace biomedica::workspace {

namespace {

/// Decoding to a small size reads every byte of the picture and holds few pixels.
constexpr int checkedSide = 64;

class PictureCheck {
public:
    PictureCheck(catalog::Catalog& catalog, shards::OpenShards& open, const Job& job)
        : m_catalog(catalog), m_open(open), m_job(job)
    {
    }

    Result<PictureReport> run(const std::optional<std::vector<RowId>>& rows)
    {
        TRY(const auto rowsOf, byShard(rows));
        for (const auto& [shard, ofShard] : rowsOf)
            m_total += ofShard.size();
        TRY(const std::vector<catalog::Problem> known, m_catalog.problems());
        for (const catalog::Problem& problem : known)
            if (problem.isOfPicture)
                m_known.emplace(problem.shard, *problem.what.key);
        for (const auto& [shard, ofShard] : rowsOf)
            TRY_VOID(checkShard(shard, ofShard));
        return m_report;
    }

private:
    using RowsOfShards = std::map<ShardId, std::vector<RowId>>;

    Result<RowsOfShards> byShard(const std::optional<std::vector<RowId>>& rows)
    {
        RowsOfShards found;
        if (!rows) {
            TRY(const std::vector<catalog::ShardInfo> shards, m_catalog.shards());
            for (const catalog::ShardInfo& shard : shards) {
                TRY(found[shard.id], m_catalog.rowsOfShard(shard.id));
            }
            return found;
        }
        for (const RowId row : *rows) {
            const auto text = m_catalog.figureText(row);
            if (text) // else it went with its shard, and its problem too
                found[text->shard].push_back(row);
        }
        return found;
    }

    Result<void> checkShard(ShardId id, const std::vector<RowId>& rows)
    {
        TRY(const catalog::ShardInfo shard, m_catalog.shard(id));
        const auto stamp = stampOf(shard.path);
        auto file = m_open.open(shard.path);
        if (!file || !stamp || *stamp != shard.stamp) {
            m_report.outOfReach += rows.size();
            m_done += rows.size();
            return {};
        }
        Result<void> outcome;
        for (const RowId row : rows) {
            outcome = m_job.check();
            if (!outcome)
                break;
            m_job.tell(m_done++, m_total, shard.name);
            outcome = checkPicture(**file, shard, row);
            if (!outcome)
                break;
        }
        TRY_VOID(write(shard));
        return outcome;
    }

    Result<void> checkPicture(const shards::ShardFile& file, const catalog::ShardInfo& shard, RowId row)
    {
        TRY(const catalog::FigureText text, m_catalog.figureText(row));
        const shards::Sample sample{text.key, text.members};
        if (!sample.image())
            return {};
        const auto bytes = shards::readMember(file, *sample.image(), shards::maximumImageSize);
        const std::string problem = problemOf(bytes);
        ++m_report.checked;
        m_report.broken += problem.empty() ? 0 : 1;
        if (!problem.empty())
            m_changes[text.key] = problem;
        else if (m_known.contains({shard.name, text.key}))
            m_changes[text.key] = std::nullopt;
        return {};
    }

    /// "" where the picture can be shown whole.
    static std::string problemOf(const Result<std::string>& bytes)
    {
        const auto picture = bytes ? image::thumbnail(*bytes, checkedSide) : Result<image::Pixels>(bytes.error());
        if (!picture)
            return "the picture cannot be shown: " + picture.error().message();
        return picture->damage.empty() ? "" : "a part of the picture is missing: " + picture->damage;
    }

    Result<void> write(const catalog::ShardInfo& shard)
    {
        if (m_changes.empty())
            return {};
        TRY(db::Transaction transaction, db::Transaction::begin(m_catalog.connection()));
        TRY(catalog::Writer writer, catalog::Writer::prepare(m_catalog));
        for (const auto& [key, problem] : m_changes)
            TRY_VOID(writer.setPictureProblem(shard.id, key, problem));
        TRY_VOID(transaction.commit()); // the generation stays: no column has changed
        m_changes.clear();
        return {};
    }

    catalog::Catalog& m_catalog;
    shards::OpenShards& m_open;
    const Job& m_job;
    PictureReport m_report;
    std::uint64_t m_done = 0, m_total = 0;
    std::set<std::pair<std::string, std::string>> m_known;       ///< shard's name and key
    std::map<std::string, std::optional<std::string>> m_changes; ///< by key, of the shard at hand
};

} // namespace

Result<PictureReport> checkPictures(catalog::Catalog& catalog, shards::OpenShards& open,
                                    const std::optional<std::vector<RowId>>& rows, const Job& job)
{
    return PictureCheck(catalog, open, job).run(rows);
}

} // namespace biomedica::workspace
