// The bar at the bottom: what the next label hits, how much is left, what was just done, the running
// job, and when the last decision was saved.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/decisioncontroller.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/workqueue.h"

#include <QStatusBar>

class QLabel;

namespace biomedica::ui {

class ElidedLabel;
class JobWidget;

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Session& session, QueryController& queries, DecisionController& decisions, JobController& jobs,
               QWidget* parent = nullptr);

    void showTarget(qint64 figures, bool isSelection);
    /// What was just done; stays until the next key or click in the window that is watched.
    void showNote(const QString& text);
    void watch(QWindow* window);
    /// Who labels, and when they last did.
    void showSaved(const QDateTime& when);
    QString savedText() const;

    /// A sign before the running job.
    void addSign(QWidget* sign);

    QString targetText() const;
    QString noteText() const;
    QString queueText() const;
    WorkQueue* queue() const { return m_work; }
    JobWidget* job() const { return m_job; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showQueue();

    Session& m_session;
    WorkQueue* m_work;
    QLabel *m_target, *m_queue;
    ElidedLabel* m_note;
    QLabel* m_saved;
    JobWidget* m_job;
};

} // namespace biomedica::ui
