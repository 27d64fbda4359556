// Thumbnails in memory: read and decoded on two threads of its own, what is visible first.
//
// A view says what it wants with setWanted(), in the order of urgency; what it no longer wants and
// nobody works on yet is dropped. The cache is bounded by bytes, the least recently used go first. A
// picture that cannot be shown has its reason; where the shard was out of reach it is tried again.
//
// Thread contract: GUI thread; pictures cross threads as QImage.
#pragma once

#include "ui/session/session.h"

#include <QColor>
#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <limits>
#include <list>
#include <unordered_map>
#include <unordered_set>

namespace biomedica::ui {

struct Thumbnail {
    QImage image;  ///< null where there is a problem
    QColor ground; ///< of the letterbox
    QString problem;
    QString damage; ///< why a part of the image is missing
};

/// One picture, read and decoded at once; for any thread.
Thumbnail readThumbnail(workspace::Workspace& workspace, RowId row, QSize box);

class ThumbnailStore : public QObject {
    Q_OBJECT
public:
    explicit ThumbnailStore(QObject* parent = nullptr);
    ~ThumbnailStore() override;

    /// Forgets everything; nullptr stops.
    void setWorkspace(SharedWorkspace workspace);

    /// What the pictures may take in memory.
    void setMaximumBytes(qint64 bytes);

    /// At most `box` device pixels each way, once decoded: what is drawn into such a box is not scaled. Where the box
    /// grows little by little, the smaller pictures stand in until it rests.
    void setWanted(Rows rows, QSize box);

    /// What is known, of any size; nullptr while nothing is.
    const Thumbnail* find(RowId row);

    /// Everything wanted is there.
    bool isIdle() const { return m_waiting.empty() && m_running.empty() && m_ready.empty() && !m_growing.isActive(); }

    /// What could not be read is tried again at once: its shard is back.
    void retryNow();

Q_SIGNALS:
    void ready(const Rows& rows);
    /// The picture's bytes are there and cannot be decoded.
    void broken(biomedica::RowId row);
    /// A shard could not be read.
    void outOfReach();

private:
    static constexpr qint64 never = std::numeric_limits<qint64>::min();

    struct Entry {
        Thumbnail thumbnail;
        QSize box; ///< that it was made for
        std::list<RowId>::iterator use;
        qint64 failedAt = never; ///< of m_clock; tried again later
    };

    bool needsWork(RowId row) const;
    void readMissing();
    void startMore();
    void store(RowId row, QSize box, Thumbnail thumbnail, bool mayRecover);
    void retry();
    void shrinkToMaximum();

    static constexpr int threads = 2;
    static constexpr int retryAfterMs = 4000;
    static constexpr int restMs = 150;

    QThreadPool m_pool;
    Background m_line;
    SharedWorkspace m_workspace;
    QSize m_box;
    Rows m_wanted;
    std::list<RowId> m_waiting; ///< wanted, missing, not begun
    std::unordered_set<RowId> m_running;
    std::unordered_map<RowId, Entry> m_entries;
    std::list<RowId> m_uses; ///< the most recently used first
    qint64 m_bytes = 0;
    qint64 m_maximumBytes = CacheLimits().memoryBytes();
    QElapsedTimer m_clock;
    QTimer m_retry;
    QTimer m_growing; ///< since the box became larger
    Rows m_ready;
    QTimer m_notify; ///< several thumbnails make one repaint
};

} // namespace biomedica::ui
