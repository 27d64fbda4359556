// What to do when no collection is open. Scrolls where the window is too small for it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/session.h"

#include <QScrollArea>

namespace biomedica::ui {

class RecentList;

class StartPage : public QScrollArea {
    Q_OBJECT
public:
    StartPage(Session& session, const Actions& actions, QWidget* parent = nullptr);

    /// Lists the recent collections anew.
    void refresh();
    RecentList* recent() const { return m_recent; }

Q_SIGNALS:
    void collectionChosen(const QString& folder);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumn();

    QWidget* m_column = nullptr;
    RecentList* m_recent = nullptr;
};

} // namespace biomedica::ui
