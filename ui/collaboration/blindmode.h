// Working blind: the action that switches it, the question before it ends, and the sign in the window while it lasts.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/session.h"

#include <QObject>

class QLabel;

namespace biomedica::ui {

class BlindMode : public QObject {
    Q_OBJECT
public:
    BlindMode(Session& session, const Actions& actions, QWidget* window);

    /// To be placed where it is always seen; hidden while nothing is.
    QLabel* sign() const { return m_sign; }

private:
    void follow();
    void toggle(bool isOn);

    Session& m_session;
    QAction* m_action;
    QWidget* m_window;
    QLabel* m_sign;
};

} // namespace biomedica::ui
