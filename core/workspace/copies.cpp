#include "core/workspace/copies.h"

#include "core/base/hash.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace biomedica::workspace {

namespace {

using Rows = std::vector<RowId>;

class CopyFinder {
public:
    CopyFinder(const Bitmap& among, catalog::Catalog& catalog, const PictureSource& pictures, const Job& job)
        : m_among(among), m_catalog(catalog), m_pictures(pictures), m_job(job)
    {
    }

    Result<std::vector<Rows>> find(const Bitmap& candidates)
    {
        TRY_VOID(groupByStatedHash(candidates));
        TRY_VOID(groupByBytes());
        std::sort(m_groups.begin(), m_groups.end());
        return std::move(m_groups);
    }

private:
    Result<void> groupByStatedHash(const Bitmap& candidates)
    {
        std::unordered_map<std::uint64_t, Rows> byHash;
        Result<void> outcome;
        Bitmap both = m_among;
        both &= candidates;
        both.forEach([&](std::uint32_t row) {
            if (!outcome)
                return;
            const auto hash = m_catalog.pictureHash(RowId(row));
            if (!hash)
                outcome = hash.error();
            else if (*hash)
                byHash[**hash].emplace_back(row);
            else
                outcome = m_job.check();
        });
        TRY_VOID(outcome);
        for (auto& [hash, rows] : byHash)
            take(std::move(rows));
        return {};
    }

    Result<void> groupByBytes()
    {
        TRY(const Rows rows, m_catalog.rowsWithoutPictureHash());
        std::map<std::uint64_t, Rows> bySize;
        for (const RowId row : rows) {
            if (!m_among.test(row.value))
                continue;
            TRY_VOID(m_job.check());
            TRY(const catalog::FigureText text, m_catalog.figureText(row));
            const shards::Sample sample{text.key, text.members};
            if (const auto* image = sample.image())
                bySize[image->size].push_back(row);
        }
        std::uint64_t done = 0;
        for (const auto& [size, ofSize] : bySize) {
            m_job.tell(done += ofSize.size(), rows.size(), {});
            if (ofSize.size() > 1)
                TRY_VOID(groupByBytes(ofSize));
        }
        return {};
    }

    Result<void> groupByBytes(const Rows& rows)
    {
        std::map<std::uint64_t, Rows> byHash;
        for (const RowId row : rows) {
            TRY_VOID(m_job.check());
            if (const auto bytes = m_pictures(row))
                byHash[hash64(*bytes)].push_back(row);
        }
        for (auto& [hash, same] : byHash)
            take(std::move(same));
        return {};
    }

    void take(Rows rows)
    {
        if (rows.size() > 1)
            m_groups.push_back(std::move(rows));
    }

    const Bitmap& m_among;
    catalog::Catalog& m_catalog;
    const PictureSource& m_pictures;
    const Job& m_job;
    std::vector<Rows> m_groups;
};

} // namespace

Result<std::vector<std::vector<RowId>>> copiesAmong(const Bitmap& among, catalog::Catalog& catalog,
                                                    const catalog::Columns& columns, const PictureSource& pictures,
                                                    const Job& job)
{
    return CopyFinder(among, catalog, pictures, job).find(columns.isDuplicate);
}

} // namespace biomedica::workspace
