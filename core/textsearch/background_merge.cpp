#include "core/textsearch/background_merge.h"

#include "core/base/file.h"
#include "core/textsearch/merging.h"

#include <algorithm>
#include <utility>

namespace biomedica::textsearch {

namespace fs = std::filesystem;

BackgroundMerge::~BackgroundMerge()
{
    if (m_running)
        m_running->stop.request_stop(); // the future's end waits for the thread
}

Result<void> BackgroundMerge::step()
{
    if (m_running) {
        if (m_running->outcome.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return {};
        Running done = std::move(*std::exchange(m_running, std::nullopt));
        TRY_VOID(bringIn(*done.merge, done.outcome.get()));
    }
    TRY(auto merge, nextDue());
    if (!merge)
        return {};
    m_running.emplace();
    m_running->merge = std::move(merge);
    m_running->outcome = std::async(std::launch::async, [merge = m_running->merge, stop = m_running->stop.get_token()] {
        return run(*merge, {stop, {}});
    });
    return {};
}

Result<void> BackgroundMerge::finish(const Job& job)
{
    for (;;) {
        TRY_VOID(step());
        if (!m_running)
            return {};
        while (m_running->outcome.wait_for(std::chrono::milliseconds(10)) != std::future_status::ready)
            TRY_VOID(job.check());
    }
}

Result<bool> BackgroundMerge::mergeOne(const Job& job)
{
    TRY(const auto merge, nextDue());
    if (!merge)
        return false;
    TRY_VOID(bringIn(*merge, run(*merge, job)));
    return true;
}

/// nullptr where there is none.
Result<std::shared_ptr<const BackgroundMerge::Merge>> BackgroundMerge::nextDue()
{
    TRY(auto ofFigures, nextDue(Space::Figures));
    return ofFigures ? ofFigures : nextDue(Space::Articles);
}

Result<std::shared_ptr<const BackgroundMerge::Merge>> BackgroundMerge::nextDue(Space space)
{
    TRY(const std::vector<ListedSegment> all, listedSegments(*m_connection, space));
    std::vector<std::uint64_t> sizes;
    for (const ListedSegment& segment : all)
        sizes.push_back(segment.bytes);
    const auto due = nextMerge(sizes);
    if (!due)
        return std::shared_ptr<const Merge>();
    auto merge = std::make_shared<Merge>();
    merge->sources.assign(all.begin() + static_cast<std::ptrdiff_t>(due->begin),
                          all.begin() + static_cast<std::ptrdiff_t>(due->end));
    merge->merged = {newSegmentName(), space, merge->sources.front().first, merge->sources.back().last, 0};
    merge->path = m_folder / merge->merged.name;
    for (const ListedSegment& source : merge->sources) {
        TRY(SegmentPointer segment, Segment::open(m_folder / source.name));
        merge->segments.push_back(std::move(segment));
    }
    if (space == Space::Figures) {
        TRY(merge->kept, m_keptRows(merge->merged.first, merge->merged.last));
    }
    return std::shared_ptr<const Merge>(std::move(merge));
}

Result<void> BackgroundMerge::run(const Merge& merge, const Job& job)
{
    return mergeSegments(merge.segments, merge.kept ? &*merge.kept : nullptr, merge.path, job);
}

Result<void> BackgroundMerge::bringIn(const Merge& merge, const Result<void>& outcome)
{
    if (!outcome && outcome.error().kind() == ErrorKind::Corrupt)
        for (const SegmentPointer& segment : merge.segments)
            segment->setAsideIfDamaged();
    TRY_VOID(outcome);
    TRY_VOID(syncFolder(m_folder));
    // On the disk before the old files go: in the catalog a power cut may undo what others commit.
    TRY_VOID(m_connection->execute("PRAGMA synchronous = FULL"));
    auto replaced = replaceSources(merge);
    TRY_VOID(m_connection->execute("PRAGMA synchronous = NORMAL"));
    return replaced;
}

Result<void> BackgroundMerge::replaceSources(const Merge& merge)
{
    TRY(db::Transaction transaction, db::Transaction::begin(*m_connection));
    TRY(const std::vector<ListedSegment> all, listedSegments(*m_connection, merge.merged.space));
    const auto isListed = [&](const ListedSegment& source) {
        return std::any_of(all.begin(), all.end(), [&](const ListedSegment& s) { return s.name == source.name; });
    };
    std::error_code ignored;
    const auto stamp = stampOf(merge.path);
    // Another process may have merged the same ones, or taken the new file for a left-over.
    if (!stamp || !std::all_of(merge.sources.begin(), merge.sources.end(), isListed)) {
        fs::remove(merge.path, ignored);
        return {};
    }
    ListedSegment merged = merge.merged;
    merged.bytes = stamp->size;
    for (const ListedSegment& source : merge.sources)
        TRY_VOID(unlistSegment(*m_connection, source.name));
    TRY_VOID(listSegment(*m_connection, merged));
    TRY_VOID(transaction.commit());
    for (const ListedSegment& source : merge.sources)
        fs::remove(m_folder / source.name, ignored);
    return {};
}

} // namespace biomedica::textsearch
