// Lies over a picture while a person chooses a part of it: dragging draws a rectangle, arrows move it, Shift and arrows
// change its size, Enter takes it, Escape leaves. The wheel zooms as ever. What it says stands in a bar beside the
// picture, of which it covers nothing.
//
// Thread contract: GUI thread.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QWidget>
#include <optional>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace biomedica::ui {

class ImageView;

/// A part of a picture as it is turned by quarters to the right, as the same part of the upright one.
QRectF uprightPart(const QRectF& turned, int quarters);

class PartChooser : public QWidget {
    Q_OBJECT
public:
    /// A child of the view, hidden until begin().
    explicit PartChooser(ImageView* view);
    /// To be put above or below the view; shown and hidden with this.
    QWidget* bar() const;

    /// With the middle of what is seen; nothing where the view has no picture.
    void begin();
    void end();

    /// In fractions of the upright picture; nullopt while nothing usable is drawn.
    std::optional<QRectF> part() const;
    QPushButton* findButton() const { return m_find; }
    /// What to do, or what is wrong with what was drawn.
    QString hint() const;

Q_SIGNALS:
    void chosen(const QRectF& part);
    /// From now on the keys are for this, or no longer.
    void activeChanged(bool isActive);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void take();
    void draw(QPointF from, QPointF to);
    void move(int key, bool isResize);
    void setHint(const QString& text, bool isBad);
    void layOutBar();
    QRectF shown() const;

    ImageView& m_view;
    QFrame* m_bar;
    QBoxLayout *m_barLayout, *m_buttons;
    QLabel* m_hint;
    QPushButton *m_find, *m_cancel;
    QPointF m_from;
    QRectF m_part; ///< in fractions of the picture as it is turned; empty: none
};

} // namespace biomedica::ui
