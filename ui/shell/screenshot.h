// Shows the window, waits until everything in it has arrived, and writes a picture of it.
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
    /// Ends with finished(); `timeoutMs` after the last sign of progress, a job's
    /// included, it takes what is there.
    Screenshot(MainWindow& window, QString file, int timeoutMs = 60'000);

Q_SIGNALS:
    void finished(bool isWritten);

private:
    void check();
    void take();

    MainWindow& m_window;
    QString m_file;
    QTimer m_calm; ///< settled for as long as this: one thing's arrival may start another
    QTimer m_timeout;
};

} // namespace biomedica::ui
