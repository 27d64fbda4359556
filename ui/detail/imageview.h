// A picture to zoom and pan: the wheel zooms at the cursor, dragging moves, a double click changes
// between fit and 100 %.
//
// Thread contract: GUI thread.
#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QString>
#include <QWidget>

class QToolButton;

namespace biomedica::ui {

class ImageView : public QWidget {
    Q_OBJECT
public:
    explicit ImageView(QWidget* parent = nullptr);

    /// `levels`: the picture at falling sizes, each at most half the one before, so that drawing it small
    /// is quick and smooth. `fullSize` is its own size, which the first level may fall short of.
    void setImage(QList<QImage> levels, QSize fullSize, const QColor& ground);
    /// Made in the background from the largest.
    static QList<QImage> levelsOf(QImage image);
    /// No picture: the reason in words, or "" for nothing at all.
    void setMessage(const QString& message);

    void fit();
    void showFullSize();
    /// Screen pixels for one pixel of the picture.
    double scale() const;

    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    double fitScale() const;
    void zoomAt(QPointF point, double scale);
    void keepInView();
    QRectF target() const;
    const QImage& levelFor(double width) const;
    void showButtons(bool areShown);

    QList<QImage> m_levels;
    QSize m_fullSize;
    QColor m_ground;
    QString m_message;
    bool m_isFit = true;
    double m_scale = 1;
    QPointF m_offset; ///< of the picture's top left corner
    QPointF m_dragStart;
    QToolButton *m_fitButton, *m_fullButton;
};

} // namespace biomedica::ui
