// A picture to zoom and pan: the wheel or a pinch zooms at the cursor, dragging or Shift and arrows move, a
// double click changes between fit and 100 %.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/detail/picture.h"

#include <QPointF>
#include <QString>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace biomedica::ui {

/// Which part of a picture is seen and how large, for pictures of all sizes alike.
struct ImagePlace {
    enum class Zoom {
        Fit,
        FullSize, ///< one pixel of the picture on one of the screen
        Free,
    };
    Zoom zoom = Zoom::Fit;
    double factor = 1;        ///< of Free: times the scale that fits
    QPointF centre{0.5, 0.5}; ///< what is in the middle of the view, as fractions of the picture as it is turned
    bool operator==(const ImagePlace&) const = default;
};

class ImageView : public QWidget {
    Q_OBJECT
public:
    explicit ImageView(QWidget* parent = nullptr);

    /// What comes is another figure's: begins with the whole of it, upright, unless the zoom is kept.
    void beginFigure();
    void setPicture(Picture picture);
    /// No picture: the reason in words, or "" for nothing at all.
    void setMessage(const QString& message);
    const Picture& picture() const { return m_picture; }
    const QString& message() const { return m_message; }

    const ImagePlace& place() const { return m_place; }
    /// Does not emit placeChanged().
    void setPlace(const ImagePlace& place);
    void setKeepsZoom(bool isKept) { m_keepsZoom = isKept; }
    /// The buttons in the corner; shown unless this hides them.
    void setButtonsShown(bool areShown);
    QToolButton* fitButton() const { return m_fit; }
    QToolButton* fullSizeButton() const { return m_fullSize; }

    void fit();
    void showFullSize();
    /// At the middle.
    void zoomBy(double factor);
    void zoomAt(QPointF point, double scale);
    /// In device-independent pixels: what is seen moves the other way.
    void panBy(QPointF distance);
    /// With Shift and an arrow; false for other keys.
    bool panWithKey(const QKeyEvent& event);
    /// Quarter turns to the right, in the view only.
    void turn(int quarters);
    int turns() const { return m_turns; }

    /// Device-independent pixels of the screen for one of the picture.
    double scale() const;
    /// Where on the widget a place of the picture as it is turned is shown, in fractions of it, and back.
    QPointF toView(QPointF fraction) const;
    QPointF toPicture(QPointF point) const;
    /// "150 %"; with what keeps it from being sharp.
    QString scaleText() const;

    static constexpr double step = 1.25; ///< of a key or a notch of the wheel

    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

Q_SIGNALS:
    /// By the person.
    void placeChanged(const biomedica::ui::ImagePlace& place);
    /// More pixels are looked for than were decoded.
    void detailWanted();

protected:
    bool event(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QSizeF turnedSize() const;
    double fitScale() const;
    QRectF target() const;
    QPointF centreInReach() const;
    bool isLargerThanView() const;
    const QImage& levelFor(double width) const;
    bool wantsDetail() const;
    /// Scale and buttons lie over the picture: only while the mouse is there, or the scale has just changed.
    bool areBadgesShown() const { return underMouse() || m_afterChange.isActive(); }
    void changePlace(const ImagePlace& place);
    void showChange();
    void paintPicture(QPainter& painter) const;
    void paintMessage(QPainter& painter) const;
    void paintScale(QPainter& painter) const;

    Picture m_picture;
    QString m_message;
    ImagePlace m_place;
    int m_turns = 0; ///< 0 to 3
    bool m_keepsZoom = false, m_areButtonsShown = true;
    QPointF m_dragPoint;
    QTimer m_afterChange;
    QWidget* m_buttons;
    QToolButton* m_fit;
    QToolButton* m_fullSize;
};

} // namespace biomedica::ui
