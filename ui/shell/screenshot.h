// Shows the window, waits until everything in it has arrived, carries out actions one after the other in the
// same way, and at the end writes a picture of it, with the dialog that is open in its middle.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QTimer>

namespace biomedica::ui {

class Screenshot : public QObject {
    Q_OBJECT
public:
    /// `position`: of the figure to go to first, counted from 1; 0 = none. No `file`: only the actions. Ends with
    /// finished(); `timeoutMs` after the last sign of progress, a job's included, it takes what is there.
    Screenshot(MainWindow& window, int position, QList<ActionId> actions, QString file, int timeoutMs = 60'000);

Q_SIGNALS:
    void finished(bool isWritten);

private:
    void check();
    void goOn();
    void carryOut(ActionId id);
    QPixmap picture() const;

    MainWindow& m_window;
    int m_position;
    QList<ActionId> m_actions;
    QString m_file;
    QTimer m_calm; ///< settled for as long as this: one thing's arrival may start another
    QTimer m_timeout;
};

} // namespace biomedica::ui
