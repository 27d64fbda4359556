#include "ui/session/idlemerge.h"

#include <QCoreApplication>
#include <QEvent>

namespace biomedica::ui {

IdleMerge::IdleMerge(Session& session, JobController& jobs, int restMs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_merging(session.pool(), this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &IdleMerge::mergeNext);
    const auto beginAnew = [this] {
        m_merging.cancel();
        m_isDone = false;
        waitForRest();
    };
    connect(&session, &Session::collectionOpened, this, beginAnew);
    connect(&session, &Session::collectionClosed, this, beginAnew);
    connect(&jobs, &JobController::started, this, [this] { m_merging.cancel(); });
    connect(&jobs, &JobController::ended, this, beginAnew);
    qApp->installEventFilter(this);
}

void IdleMerge::waitForRest()
{
    if (m_session.workspace() && !m_isDone && !m_merging.isBusy())
        m_rest.start();
    else
        m_rest.stop();
}

void IdleMerge::mergeNext()
{
    if (!m_session.workspace() || m_jobs.isRunning())
        return;
    m_merging.start(
        [workspace = m_session.workspace()](std::stop_token stop) {
            return workspace->mergeTextOnce(Job{std::move(stop), {}});
        },
        [this](const Result<bool>& outcome) {
            // Where something is wrong with the index, searches and the next indexing say so.
            m_isDone = outcome ? !*outcome : outcome.error().kind() != ErrorKind::Busy;
            if (m_isDone)
                Q_EMIT finished();
            waitForRest();
        });
}

bool IdleMerge::eventFilter(QObject* object, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_rest.isActive())
            m_rest.start();
        break;
    default: break;
    }
    return QObject::eventFilter(object, event);
}

} // namespace biomedica::ui
