// Figures that a label has taken out of the search stay in view, so that nothing moves under the person's hands.
// This button in the status bar says how many they are, and searches again.
//
// Thread contract: GUI thread; counts in the background.
#pragma once

#include "ui/session/decisioncontroller.h"
#include "ui/session/querycontroller.h"

#include <QTimer>
#include <QToolButton>

namespace biomedica::ui {

class StaleHint : public QToolButton {
    Q_OBJECT
public:
    StaleHint(Session& session, QueryController& queries, DecisionController& decisions, QWidget* parent = nullptr);

private:
    void count();

    Session& m_session;
    QueryController& m_queries;
    QTimer m_soon; ///< several decisions make one count
    Background m_counting;
};

} // namespace biomedica::ui
