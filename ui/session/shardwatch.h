// Which shards of the open collection are not where they were. Looks when a collection is opened or changed and
// whenever somebody could not read a shard; while some are away it keeps looking, so that a drive that comes back
// is noticed.
//
// Thread contract: GUI thread. The file system is asked on one thread of its own: a drive that hangs holds that one.
#pragma once

#include "ui/session/session.h"

#include <QObject>
#include <QTimer>

namespace biomedica::ui {

class ShardWatch : public QObject {
    Q_OBJECT
public:
    explicit ShardWatch(Session& session, QObject* parent = nullptr);
    ~ShardWatch() override;

    const std::vector<catalog::ShardInfo>& missing() const { return m_missing; }
    /// The file system has not answered for some seconds.
    bool isHanging() const { return m_isHanging; }

    static constexpr int lookAgainMs = 3000;
    static constexpr int hangsAfterMs = 6000;

public Q_SLOTS:
    void look();

Q_SIGNALS:
    /// Other shards are missing than before, or the drive answers or does not.
    void changed();
    /// Shards that were missing are there.
    void returned();

private:
    void take(std::vector<catalog::ShardInfo> missing);
    void forget();
    void setHanging(bool isHanging);

    Session& m_session;
    QThreadPool m_pool;
    Background m_looking;
    QTimer m_again, m_patience;
    std::vector<catalog::ShardInfo> m_missing;
    bool m_isHanging = false;
};

} // namespace biomedica::ui
