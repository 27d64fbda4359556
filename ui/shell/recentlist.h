// The collections that were open last, a row each: name, place, how many figures, and whether it is still there.
//
// Thread contract: GUI thread; the file system is asked in the background.
#pragma once

#include "ui/session/session.h"

#include <QHash>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace biomedica::ui {

class RecentList : public QWidget {
    Q_OBJECT
public:
    explicit RecentList(Session& session, QWidget* parent = nullptr);

    /// Lists them anew.
    void refresh();

Q_SIGNALS:
    void collectionChosen(const QString& folder);

private:
    QWidget* makeRow(const QString& folder);
    void showPresence(const QStringList& gone);

    Session& m_session;
    QVBoxLayout* m_rows;
    QHash<QString, QToolButton*> m_buttons, m_removers; ///< by folder
    Background m_looking;
};

} // namespace biomedica::ui
