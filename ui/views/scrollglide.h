// Turns of a mouse wheel as one movement that slows down, instead of leaps; several turns add up. Touch pads bring
// their own momentum, fingers get it from QScroller.
//
// Thread contract: GUI thread.
#pragma once

#include <QPropertyAnimation>

class QAbstractScrollArea;
class QScrollBar;
class QWheelEvent;

namespace biomedica::ui {

class ScrollGlide : public QObject {
    Q_OBJECT
public:
    /// Moves the area's vertical scroll bar; also lets a finger push the contents.
    explicit ScrollGlide(QAbstractScrollArea& area);

    /// Whether the turn is taken up: false for touch pads, and where the desktop wants no animations.
    bool turn(const QWheelEvent& event);
    /// Somebody goes elsewhere.
    void stop() { m_movement.stop(); }

private:
    QScrollBar* m_bar;
    QPropertyAnimation m_movement;
    int m_rest = 0; ///< of a wheel with finer steps, in its own units
};

} // namespace biomedica::ui
