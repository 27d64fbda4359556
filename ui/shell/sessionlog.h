// Keeps what is done while a collection is open, and shows what it comes to.
//
// Costs 4 bytes a figure and decision.
//
// Thread contract: GUI thread; the sum is made in the background.
#pragma once

#include "ui/session/decisioncontroller.h"
#include "ui/session/sessionrecord.h"

class QWidget;

namespace biomedica::ui {

class SessionLog : public QObject {
    Q_OBJECT
public:
    SessionLog(Session& session, DecisionController& decisions, QObject* parent);

    const std::vector<SessionEvent>& events() const { return m_events; }
    /// Opens a dialog over `window` once the numbers are there.
    void showSummary(QWidget* window);

    /// As it is shown and copied.
    static QString text(const SessionSummary& summary);

private:
    void note(const SharedOutcome& outcome);
    static void openDialog(const SessionSummary& summary, QWidget* window);

    std::vector<SessionEvent> m_events;
    Background m_summing;
};

} // namespace biomedica::ui
