// What several people on one collection do beside labelling: work blind, share figures out, hand votes over.
//
// Thread contract: GUI thread.
#pragma once

#include "core/query/query.h"
#include "ui/common/actions.h"
#include "ui/session/session.h"

#include <QObject>

class QLabel;

namespace biomedica::ui {

class BlindMode;
class QueryController;
class VoteFiles;
class Workbench;

class Teamwork : public QObject {
    Q_OBJECT
public:
    Teamwork(Session& session, QueryController& queries, Workbench& workbench, const Actions& actions, QWidget* window);

    VoteFiles* voteFiles() const { return m_votes; }
    /// For the status line.
    QLabel* blindSign() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);

private:
    void shareOut();
    /// The gallery with what this query finds.
    void show(const query::Query& query);

    Session& m_session;
    QueryController& m_queries;
    Workbench& m_workbench;
    QWidget* m_window;
    BlindMode* m_blind;
    VoteFiles* m_votes;
};

} // namespace biomedica::ui
