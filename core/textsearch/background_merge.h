// Merges segments on a thread of its own while the writer goes on; the writer brings the result in between two of its
// transactions. Or, while nobody writes, one merge after another on the caller's thread.
//
// Cut off at any moment, the old segments count and the new file is left over (text_store.h).
//
// Thread contract: belongs to the writer's thread.
#pragma once

#include "core/base/job.h"
#include "core/db/database.h"
#include "core/textsearch/text_store.h"

#include <functional>
#include <future>
#include <optional>
#include <stop_token>

namespace biomedica::textsearch {

class BackgroundMerge {
public:
    /// The figures of rows [first, last] that are still in the catalog.
    using KeptRows = std::function<Result<Bitmap>(std::uint32_t first, std::uint32_t last)>;

    BackgroundMerge(std::filesystem::path folder, db::Connection& connection, KeptRows keptRows)
        : m_folder(std::move(folder)), m_connection(&connection), m_keptRows(std::move(keptRows))
    {
    }
    BackgroundMerge(const BackgroundMerge&) = delete;
    ~BackgroundMerge();

    /// Brings in a merge that is done; begins the next one where one is due and none runs. Outside of transactions.
    Result<void> step();
    /// Until none is due; at the end of writing.
    Result<void> finish(const Job& job);

    /// The merge that is due, from its beginning to its end; false where none is. Not together with the others.
    Result<bool> mergeOne(const Job& job);

private:
    struct Merge {
        std::vector<ListedSegment> sources;
        std::vector<SegmentPointer> segments; ///< the same, open
        std::optional<Bitmap> kept;
        ListedSegment merged;
        std::filesystem::path path; ///< of the new file
    };
    struct Running {
        std::shared_ptr<const Merge> merge;
        std::stop_source stop;
        std::future<Result<void>> outcome;
    };

    Result<std::shared_ptr<const Merge>> nextDue();
    Result<std::shared_ptr<const Merge>> nextDue(Space space);
    static Result<void> run(const Merge& merge, const Job& job);
    Result<void> bringIn(const Merge& merge, const Result<void>& outcome);
    Result<void> replaceSources(const Merge& merge);

    std::filesystem::path m_folder;
    db::Connection* m_connection;
    KeptRows m_keptRows;
    std::optional<Running> m_running;
};

} // namespace biomedica::textsearch
