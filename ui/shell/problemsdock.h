// The problems as a panel of the workbench, with a button in the status bar that counts them; and the dialog that
// finds moved shards.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/problems/problemlist.h"
#include "ui/session/querycontroller.h"

#include <QObject>

class QDockWidget;
class QToolButton;

namespace biomedica::ui {

class Actions;
class FindShardsDialog;
class ProblemPanel;
class StatusLine;
class Workbench;

class ProblemsDock : public QObject {
    Q_OBJECT
public:
    ProblemsDock(Session& session, QueryController& queries, JobController& jobs, ShardWatch& watch,
                 Workbench& workbench, const Actions& actions, QObject* parent = nullptr);

    ProblemPanel* panel() const { return m_panel; }
    ProblemList* list() const { return m_list; }
    /// For the status bar; hidden while there are no problems.
    QToolButton* button() const { return m_button; }
    QDockWidget* dock() const { return m_dock; }

    void show();
    FindShardsDialog* findShards(QWidget* window);

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);

private:
    int firstHeight() const;
    void close();
    void updateButton();
    void showFigure(const std::string& shard, const std::string& key);

    Session& m_session;
    QueryController& m_queries;
    JobController& m_jobs;
    ShardWatch& m_watch;
    Workbench& m_workbench;
    ProblemList* m_list;
    ProblemPanel* m_panel;
    QDockWidget* m_dock;
    QToolButton* m_button;
};

} // namespace biomedica::ui
