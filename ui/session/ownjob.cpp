#include "ui/session/ownjob.h"

namespace biomedica::ui {

OwnJob::OwnJob(JobController& jobs, QObject* parent) : QObject(parent), m_jobs(jobs)
{
    connect(&jobs, &JobController::progressed, this, [this](const JobProgress& progress) {
        if (m_isOurs)
            Q_EMIT progressed(progress);
    });
    connect(&jobs, &JobController::failed, this, [this](const QString& message) {
        if (m_isOurs)
            Q_EMIT failed(message);
    });
    connect(&jobs, &JobController::cancelled, this, [this] {
        if (m_isOurs)
            Q_EMIT cancelled();
    });
    connect(&jobs, &JobController::ended, this, [this] {
        m_isOurs = false;
        Q_EMIT ended();
    });
}

} // namespace biomedica::ui
