// Merges what indexing has left of the text index while the person does nothing and no job runs: one merge after the
// other, until none is due. A job, another collection and the end of the program stop it; nothing is lost by that.
//
// Thread contract: GUI thread; merging happens in the background.
#pragma once

#include "ui/session/jobcontroller.h"

#include <QObject>
#include <QTimer>

namespace biomedica::ui {

class IdleMerge : public QObject {
    Q_OBJECT
public:
    /// Begins after `restMs` without a key, a click or a turn of the wheel anywhere in the program.
    IdleMerge(Session& session, JobController& jobs, int restMs = 10'000, QObject* parent = nullptr);

Q_SIGNALS:
    /// None is due until the next indexing.
    void finished();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void waitForRest();
    void mergeNext();

    Session& m_session;
    JobController& m_jobs;
    QTimer m_rest{this};
    bool m_isDone = false; ///< none is due until the next indexing
    Background m_merging;
};

} // namespace biomedica::ui
