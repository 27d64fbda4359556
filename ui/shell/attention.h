// What the window says on its own about the open collection, each with a button that helps: shards that are away,
// indexing that was cut off. Also the actions of the running job, and what becomes of it when the window closes.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/shardwatch.h"

#include <QObject>

class QWidget;

namespace biomedica::ui {

class Banner;

class Attention : public QObject {
    Q_OBJECT
public:
    Attention(Session& session, JobController& jobs, ShardWatch& watch, const Actions& actions, Banner& banner,
              QWidget* window);

    /// Whether the window may close now. Indexing and making vectors stop cleanly and go on by themselves at the next
    /// opening; where another job would be lost it asks, and closes the window on a yes.
    bool mayClose();

Q_SIGNALS:
    void noted(const QString& message);

private:
    void connectJobs(const Actions& actions);
    void updateActions(const Actions& actions);
    void lookForUnread();
    void offerUnread(const std::vector<std::filesystem::path>& unread);
    void showMissing();
    void askBeforeClosing();

    QString folder() const;

    Session& m_session;
    JobController& m_jobs;
    ShardWatch& m_watch;
    Banner& m_banner;
    QAction* m_find;
    QWidget* m_window;
    Background m_unread;
    QString m_indexing; ///< folder of the collection that is being indexed
    bool m_mayClose = false;
};

} // namespace biomedica::ui
