// ImageView: mouse, wheel, pinch and keys.

#include "ui/detail/imageview.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr double notch = 120; // eighths of a degree, as Qt documents

} // namespace

bool ImageView::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) { // a touchpad
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return QWidget::event(event);
        zoomAt(gesture->position(), scale() * (1 + gesture->value()));
        return true;
    }
    if (event->type() == QEvent::Gesture) { // a touch screen
        if (auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            zoomAt(mapFromGlobal(pinch->centerPoint()), scale() * pinch->scaleFactor());
            return true;
        }
    }
    return QWidget::event(event);
}

void ImageView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showChange();
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    zoomAt(event->position(), scale() * std::pow(step, event->angleDelta().y() / notch));
    event->accept();
}

bool ImageView::panWithKey(const QKeyEvent& event)
{
    constexpr double part = 1.0 / 8; // of the view at a time
    if (event.modifiers() != Qt::ShiftModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Left: panBy({-width() * part, 0}); return true;
    case Qt::Key_Right: panBy({width() * part, 0}); return true;
    case Qt::Key_Up: panBy({0, -height() * part}); return true;
    case Qt::Key_Down: panBy({0, height() * part}); return true;
    default: return false;
    }
}

void ImageView::keyPressEvent(QKeyEvent* event)
{
    if (!panWithKey(*event))
        QWidget::keyPressEvent(event);
}

void ImageView::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    event->accept();
    m_dragPoint = event->position();
    if (isLargerThanView())
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || !isLargerThanView())
        return;
    panBy(m_dragPoint - event->position());
    m_dragPoint = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseReleaseEvent(QMouseEvent*)
{
    setCursor(isLargerThanView() ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_place.zoom == ImagePlace::Zoom::Fit)
        zoomAt(event->position(), 1 / devicePixelRatioF());
    else
        fit();
}

} // namespace biomedica::ui
