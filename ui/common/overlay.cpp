#include "ui/common/overlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace biomedica::ui {

Overlay::Overlay(QWidget* window) : QWidget(window)
{
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

void Overlay::open()
{
    if (isVisible())
        return;
    m_focusBefore = QApplication::focusWidget();
    setGeometry(area());
    layOut();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 150));
}

void Overlay::resizeEvent(QResizeEvent*)
{
    layOut();
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!childAt(event->position().toPoint()))
        close();
}

/// While it is open no shortcut of the window works.
bool Overlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept(); // nothing below it may act on a key
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(area());
    return QWidget::eventFilter(watched, event);
}

/// Tab stays inside.
bool Overlay::focusNextPrevChild(bool isNext)
{
    QWidget* before = QApplication::focusWidget();
    if (!QWidget::focusNextPrevChild(isNext))
        return false;
    if (isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this)
        return true;
    if (before)
        before->setFocus();
    return true;
}

} // namespace biomedica::ui
