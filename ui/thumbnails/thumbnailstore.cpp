#include "ui/thumbnails/thumbnailstore.h"

#include "ui/common/markedtext.h"
#include "ui/thumbnails/pictures.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

bool isSmaller(QSize one, QSize other)
{
    return one.width() < other.width() || one.height() < other.height();
}

struct Made {
    Thumbnail thumbnail;
    bool mayRecover = false;
};

Made makeThumbnail(workspace::Workspace& workspace, RowId row, QSize box, std::stop_token stop)
{
    Made made;
    image::DecodeLimits limits;
    limits.stop = std::move(stop);
    auto read = workspace.thumbnail(row, image::Size{box.width(), box.height()}, limits);
    if (!read) {
        made.thumbnail.problem = fromUtf8(read.error().message());
        made.mayRecover = true;
        return made;
    }
    made.thumbnail.problem = fromUtf8(read->problem);
    made.thumbnail.damage = fromUtf8(read->pixels.damage);
    made.thumbnail.image = toImage(std::move(read->pixels));
    made.thumbnail.ground = borderColour(made.thumbnail.image);
    return made;
}

} // namespace

Thumbnail readThumbnail(workspace::Workspace& workspace, RowId row, QSize box)
{
    return makeThumbnail(workspace, row, box, {}).thumbnail;
}

ThumbnailStore::ThumbnailStore(QObject* parent) : QObject(parent), m_line(m_pool, this, Background::Policy::InOrder)
{
    m_pool.setMaxThreadCount(threads);
    m_clock.start();
    m_notify.setSingleShot(true);
    m_notify.setInterval(16);
    connect(&m_notify, &QTimer::timeout, this, [this] {
        const Rows rows = std::exchange(m_ready, {});
        Q_EMIT ready(rows);
    });
    m_growing.setSingleShot(true);
    m_growing.setInterval(restMs);
    connect(&m_growing, &QTimer::timeout, this, &ThumbnailStore::readMissing);
    m_retry.setInterval(retryAfterMs);
    connect(&m_retry, &QTimer::timeout, this, &ThumbnailStore::retry);
}

ThumbnailStore::~ThumbnailStore()
{
    m_line.cancel();
    m_pool.clear();
}

void ThumbnailStore::setWorkspace(SharedWorkspace workspace)
{
    m_line.cancel();
    m_workspace = std::move(workspace);
    m_wanted.clear();
    m_waiting.clear();
    m_running.clear();
    m_entries.clear();
    m_uses.clear();
    m_bytes = 0;
    m_retry.stop();
    m_growing.stop();
}

bool ThumbnailStore::needsWork(RowId row) const
{
    if (m_running.contains(row))
        return false;
    const auto found = m_entries.find(row);
    if (found == m_entries.end())
        return true;
    const Entry& entry = found->second;
    if (!entry.thumbnail.problem.isEmpty())
        return entry.failedAt != never && m_clock.elapsed() - entry.failedAt >= retryAfterMs;
    return isSmaller(entry.box, m_box) && (!m_growing.isActive() || isSmaller(2 * entry.box, m_box));
}

void ThumbnailStore::setWanted(Rows rows, QSize box)
{
    // While a splitter is dragged not everything is decoded anew at every pixel.
    if (!m_entries.empty() && isSmaller(m_box, box))
        m_growing.start();
    m_box = box;
    m_wanted = std::move(rows);
    readMissing();
}

void ThumbnailStore::readMissing()
{
    m_waiting.clear();
    for (const RowId row : m_wanted)
        if (needsWork(row))
            m_waiting.push_back(row);
    startMore();
}

const Thumbnail* ThumbnailStore::find(RowId row)
{
    const auto found = m_entries.find(row);
    if (found == m_entries.end())
        return nullptr;
    m_uses.splice(m_uses.begin(), m_uses, found->second.use);
    return &found->second.thumbnail;
}

void ThumbnailStore::startMore()
{
    // One more than threads, so that none of them waits for the GUI thread.
    while (m_workspace && m_running.size() < threads + 1 && !m_waiting.empty()) {
        const RowId row = m_waiting.front();
        m_waiting.pop_front();
        m_running.insert(row);
        m_line.start([workspace = m_workspace, row, box = m_box](
                         std::stop_token stop) { return makeThumbnail(*workspace, row, box, std::move(stop)); },
                     [this, row, box = m_box](Made made) {
                         m_running.erase(row);
                         if (made.mayRecover)
                             Q_EMIT outOfReach();
                         else if (!made.thumbnail.problem.isEmpty())
                             Q_EMIT broken(row);
                         store(row, box, std::move(made.thumbnail), made.mayRecover);
                         if (isSmaller(box, m_box))
                             readMissing(); // it was made for a smaller box than is wanted by now
                         else
                             startMore();
                     });
    }
}

void ThumbnailStore::store(RowId row, QSize box, Thumbnail thumbnail, bool mayRecover)
{
    if (const auto old = m_entries.find(row); old != m_entries.end()) {
        m_bytes -= old->second.thumbnail.image.sizeInBytes();
        m_uses.erase(old->second.use);
        m_entries.erase(old);
    }
    m_bytes += thumbnail.image.sizeInBytes();
    m_uses.push_front(row);
    m_entries[row] = Entry{std::move(thumbnail), box, m_uses.begin(), mayRecover ? m_clock.elapsed() : never};
    shrinkToMaximum();
    if (mayRecover && !m_retry.isActive())
        m_retry.start();
    m_ready.push_back(row);
    if (!m_notify.isActive())
        m_notify.start();
}

void ThumbnailStore::shrinkToMaximum()
{
    while (m_bytes > m_maximumBytes && m_uses.size() > 1) {
        const auto oldest = m_entries.find(m_uses.back());
        m_bytes -= oldest->second.thumbnail.image.sizeInBytes();
        m_entries.erase(oldest);
        m_uses.pop_back();
    }
}

void ThumbnailStore::setMaximumBytes(qint64 bytes)
{
    m_maximumBytes = bytes;
    shrinkToMaximum();
}

void ThumbnailStore::retryNow()
{
    for (auto& [row, entry] : m_entries)
        if (entry.failedAt != never)
            entry.failedAt = m_clock.elapsed() - retryAfterMs;
    retry();
}

void ThumbnailStore::retry()
{
    bool isAnyBroken = false;
    for (const RowId row : m_wanted) {
        const auto found = m_entries.find(row);
        isAnyBroken |= found != m_entries.end() && found->second.failedAt != never;
        if (needsWork(row) && std::find(m_waiting.begin(), m_waiting.end(), row) == m_waiting.end())
            m_waiting.push_back(row);
    }
    if (!isAnyBroken)
        m_retry.stop();
    startMore();
}

} // namespace biomedica::ui
