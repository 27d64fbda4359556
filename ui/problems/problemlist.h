// The problems of the open collection: what indexing and checking found, and shards that are away. Read anew when
// any of these change.
//
// Thread contract: GUI thread; the catalog is read in the background.
#pragma once

#include "ui/problems/problem.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/shardwatch.h"

#include <QObject>
#include <memory>

namespace biomedica::ui {

class ProblemList : public QObject {
    Q_OBJECT
public:
    ProblemList(Session& session, JobController& jobs, ShardWatch& watch, QObject* parent = nullptr);

    const std::shared_ptr<const ProblemRows>& problems() const { return m_problems; }
    int count() const { return static_cast<int>(m_problems->size()); }
    bool isBusy() const { return m_reading.isBusy(); }

    /// A picture that turned out to be broken while somebody looked at it: decoded once more, then listed.
    void noteBrokenPicture(RowId row);

Q_SIGNALS:
    void changed();

private:
    void read();
    void checkBroken();
    void show(ProblemRows problems);

    Session& m_session;
    JobController& m_jobs;
    ShardWatch& m_watch;
    std::shared_ptr<const ProblemRows> m_problems = std::make_shared<const ProblemRows>();
    std::vector<catalog::Problem> m_unreadable; ///< shards that the last run could not read and the catalog lacks
    Rows m_broken;                              ///< noted, not looked at yet
    Background m_reading, m_checking;
};

} // namespace biomedica::ui
