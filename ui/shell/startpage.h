// What to do when no collection is open.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace biomedica::ui {

class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(Session& session, const Actions& actions, QWidget* parent = nullptr);

    /// Lists the recent collections anew.
    void refresh();

Q_SIGNALS:
    void collectionChosen(const QString& folder);

private:
    Session& m_session;
    QLabel* m_recentHeading;
    QVBoxLayout* m_recent;
};

} // namespace biomedica::ui
