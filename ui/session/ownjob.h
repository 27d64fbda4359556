// The job that a dialog has started, among those of others.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/jobcontroller.h"

namespace biomedica::ui {

/// Passes on what JobController says of the job that came after begin(), and nothing of another.
class OwnJob : public QObject {
    Q_OBJECT
public:
    explicit OwnJob(JobController& jobs, QObject* parent = nullptr);

    /// Call before the job is started.
    void begin() { m_isOurs = true; }
    /// Begun, and its end not told yet.
    bool isOurs() const { return m_isOurs; }
    bool isRunning() const { return m_isOurs && m_jobs.isRunning(); }

Q_SIGNALS:
    void progressed(const JobProgress& progress);
    void failed(const QString& message);
    void cancelled();
    /// Of anybody's job: the next one may begin.
    void ended();

private:
    JobController& m_jobs;
    bool m_isOurs = false;
};

} // namespace biomedica::ui
