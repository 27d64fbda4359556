#include "ui/shell/screenshot.h"

#include "ui/shell/workbench.h"

#include <QDialog>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>

namespace biomedica::ui {

Screenshot::Screenshot(MainWindow& window, int position, QList<ActionId> actions, QString file, int timeoutMs)
    : QObject(&window), m_window(window), m_position(position), m_actions(std::move(actions)), m_file(std::move(file))
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(400);
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeoutMs);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (m_window.isSettled())
            goOn();
    });
    connect(&m_timeout, &QTimer::timeout, this, &Screenshot::goOn);
    connect(&window, &MainWindow::progressMade, this, &Screenshot::check);
    check();
}

void Screenshot::check()
{
    m_calm.start();
    m_timeout.start();
}

void Screenshot::goOn()
{
    if (m_position > 0) {
        m_window.workbench()->selection()->setCursor(std::exchange(m_position, 0) - 1);
        check();
        return;
    }
    if (!m_actions.isEmpty()) {
        carryOut(m_actions.takeFirst());
        check();
        return;
    }
    m_calm.stop();
    m_timeout.stop();
    disconnect(&m_window, nullptr, this, nullptr);
    Q_EMIT finished(m_file.isEmpty() || picture().save(m_file, "PNG"));
}

/// Enter belongs to the dialog that is open.
void Screenshot::carryOut(ActionId id)
{
    if (id == ActionId::Proceed)
        for (QPushButton* button : m_window.findChildren<QPushButton*>())
            if (button->isDefault() && button->isVisible() && button->window() != &m_window)
                return button->click();
    m_window.actions()[id]->trigger();
}

QPixmap Screenshot::picture() const
{
    QPixmap picture = m_window.grab();
    for (QDialog* dialog : m_window.findChildren<QDialog*>()) {
        if (!dialog->isVisible())
            continue;
        const QPixmap own = dialog->grab();
        const QPoint place = m_window.rect().center() - dialog->rect().center();
        QPainter painter(&picture);
        painter.fillRect(m_window.rect(), QColor(0, 0, 0, 90));
        painter.drawPixmap(place, own);
        painter.setPen(dialog->palette().color(QPalette::Mid));
        painter.drawRect(QRect(place, dialog->size()).adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace biomedica::ui
