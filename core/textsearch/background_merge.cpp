#include "core/textsearch/background_merge.h"

#include "core/base/file.h"
#include "core/textsearch/merging.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace fs = std::filesystem;

BackgroundMerge::~BackgroundMerge()
{
    if (m_running)
        m_running->stop.request_stop(); // the future's end waits for the thread
}

Result<void> BackgroundMerge::step()
{
    if (m_running && m_running->outcome.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return {};
    if (m_running)
        TRY_VOID(bringIn());
    for (const Space space : {Space::Figures, Space::Articles}) {
        TRY(const bool hasBegun, begin(space));
        if (hasBegun)
            break;
    }
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

Result<bool> BackgroundMerge::begin(Space space)
{
    TRY(const std::vector<ListedSegment> all, listedSegments(*m_connection, space));
    std::vector<std::uint64_t> sizes;
    for (const ListedSegment& segment : all)
        sizes.push_back(segment.bytes);
    const auto due = nextMerge(sizes);
    if (!due)
        return false;
    Running running;
    running.sources.assign(all.begin() + static_cast<std::ptrdiff_t>(due->begin),
                           all.begin() + static_cast<std::ptrdiff_t>(due->end));
    running.merged = {newSegmentName(), space, running.sources.front().first, running.sources.back().last, 0};
    for (const ListedSegment& source : running.sources) {
        TRY(SegmentPointer segment, Segment::open(m_folder / source.name));
        running.segments.push_back(std::move(segment));
    }
    std::optional<Bitmap> kept;
    if (space == Space::Figures) {
        TRY(kept, m_keptRows(running.merged.first, running.merged.last));
    }
    const auto merge = [segments = running.segments, kept = std::move(kept), path = m_folder / running.merged.name,
                        stop = running.stop.get_token()] {
        return mergeSegments(segments, kept ? &*kept : nullptr, path, Job{stop, {}});
    };
    running.outcome = std::async(std::launch::async, merge);
    m_running = std::move(running);
    return true;
}

Result<void> BackgroundMerge::bringIn()
{
    const auto outcome = m_running->outcome.get();
    if (!outcome && outcome.error().kind() == ErrorKind::Corrupt)
        for (const SegmentPointer& segment : m_running->segments)
            segment->setAsideIfDamaged();
    TRY_VOID(outcome);
    TRY_VOID(syncFolder(m_folder));
    // On the disk before the old files go: in the catalog a power cut may undo what others commit.
    TRY_VOID(m_connection->execute("PRAGMA synchronous = FULL"));
    auto replaced = replaceSources();
    TRY_VOID(m_connection->execute("PRAGMA synchronous = NORMAL"));
    m_running.reset();
    return replaced;
}

Result<void> BackgroundMerge::replaceSources()
{
    const fs::path path = m_folder / m_running->merged.name;
    TRY(db::Transaction transaction, db::Transaction::begin(*m_connection));
    TRY(const std::vector<ListedSegment> all, listedSegments(*m_connection, m_running->merged.space));
    const auto isListed = [&](const ListedSegment& source) {
        return std::any_of(all.begin(), all.end(), [&](const ListedSegment& s) { return s.name == source.name; });
    };
    std::error_code ignored;
    const auto stamp = stampOf(path);
    // Another process may have merged the same ones, or taken the new file for a left-over.
    if (!stamp || !std::all_of(m_running->sources.begin(), m_running->sources.end(), isListed)) {
        fs::remove(path, ignored);
        return {};
    }
    m_running->merged.bytes = stamp->size;
    for (const ListedSegment& source : m_running->sources)
        TRY_VOID(unlistSegment(*m_connection, source.name));
    TRY_VOID(listSegment(*m_connection, m_running->merged));
    TRY_VOID(transaction.commit());
    for (const ListedSegment& source : m_running->sources)
        fs::remove(m_folder / source.name, ignored);
    return {};
}

} // namespace biomedica::textsearch
