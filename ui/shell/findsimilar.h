// Similarity in the window: the actions that search with the figures at the cursor or selected.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/exampleedit.h"
#include "ui/session/querycontroller.h"

#include <QObject>

namespace biomedica::ui {

class SimilarSearch;
class Workbench;

class FindSimilar : public QObject {
    Q_OBJECT
public:
    FindSimilar(Session& session, QueryController& queries, Workbench& workbench, const Actions& actions,
                QObject* parent);

    SimilarSearch* search() const { return m_search; }
    bool isSettled() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);

private:
    void searchLikeThese(ExampleGesture gesture);

    Workbench& m_workbench;
    SimilarSearch* m_search;
};

} // namespace biomedica::ui
