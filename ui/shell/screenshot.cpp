#include "ui/shell/screenshot.h"

#include <QPixmap>

namespace biomedica::ui {

Screenshot::Screenshot(MainWindow& window, QString file, int timeoutMs)
    : QObject(&window), m_window(window), m_file(std::move(file))
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(400);
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeoutMs);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (m_window.isSettled())
            take();
    });
    connect(&m_timeout, &QTimer::timeout, this, &Screenshot::take);
    connect(&window, &MainWindow::progressMade, this, &Screenshot::check);
    check();
}

void Screenshot::check()
{
    m_calm.start();
    m_timeout.start();
}

void Screenshot::take()
{
    m_calm.stop();
    m_timeout.stop();
    disconnect(&m_window, nullptr, this, nullptr);
    Q_EMIT finished(m_window.grab().save(m_file, "PNG"));
}

} // namespace biomedica::ui
