// GalleryView: keys, rubber band, wheel.

#include "ui/gallery/galleryview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

namespace biomedica::ui {

int GalleryView::rowAfter(int row, CursorAction action) const
{
    const qint64 from = row;
    const int columns = m_layout.columns();
    const qint64 page = qint64{m_layout.linesInView()} * columns;
    qint64 to = from;
    switch (action) {
    case MoveLeft:
    case MovePrevious: to = from - 1; break;
    case MoveRight:
    case MoveNext: to = from + 1; break;
    case MoveUp: to = from >= columns ? from - columns : from; break;
    // From the line before the last, which may be short, to its end.
    case MoveDown: to = (from / columns + 1) * columns < rowCount() ? from + columns : from; break;
    case MovePageUp: to = from >= page ? from - page : from % columns; break;
    case MovePageDown: to = from + page; break;
    case MoveHome: to = 0; break;
    case MoveEnd: to = rowCount() - 1; break;
    }
    return static_cast<int>(std::clamp<qint64>(to, 0, rowCount() - 1));
}

void GalleryView::pressBeside(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool isAdding = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!isAdding)
        m_selection->selectNone();
    const QPoint point = event->position().toPoint();
    m_band = Band{{point.x(), m_layout.contentY(point.y(), verticalOffset())}, point, m_selection->rows()};
}

void GalleryView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_band) {
        FigureView::mouseMoveEvent(event);
        return;
    }
    const QPoint point = event->position().toPoint();
    stretchBand(point);
    if (point.y() < 0 || point.y() >= viewport()->height())
        m_bandScroll.start();
    else
        m_bandScroll.stop();
}

void GalleryView::stretchBand(const QPoint& to)
{
    m_band->to = to;
    RowRanges rows = m_band->before;
    const RowRanges touched = m_layout.rowsBetween(m_band->from, {to.x(), m_layout.contentY(to.y(), verticalOffset())});
    for (const RowRanges::Range& range : touched.ranges())
        rows.add(range.begin, range.end);
    m_selection->select(std::move(rows));
    viewport()->update();
}

/// The further out the mouse is, the faster.
void GalleryView::scrollForBand()
{
    if (!m_band) {
        m_bandScroll.stop();
        return;
    }
    const int y = m_band->to.y();
    const int out = y < 0 ? y : std::max(0, y - viewport()->height() + 1);
    const qint64 units = qint64{out} * m_layout.unitsPerLine() / (m_layout.tileSize().height() + GalleryLayout::gap);
    verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(
        verticalOffset() + (units != 0 ? units : (out > 0) - (out < 0)), 0, verticalScrollBar()->maximum())));
}

void GalleryView::mouseReleaseEvent(QMouseEvent* event)
{
    m_bandScroll.stop();
    if (m_band && event->button() == Qt::LeftButton) {
        m_band.reset();
        viewport()->update();
        return;
    }
    FigureView::mouseReleaseEvent(event);
}

void GalleryView::keyPressEvent(QKeyEvent* event)
{
    if (m_band && event->key() == Qt::Key_Escape) {
        m_selection->select(m_band->before);
        m_band.reset();
        viewport()->update();
        return;
    }
    FigureView::keyPressEvent(event);
}

void GalleryView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        FigureView::wheelEvent(event);
        return;
    }
    constexpr int notch = 120; // eighths of a degree, as Qt documents
    m_wheelRest += event->angleDelta().y();
    if (const int steps = m_wheelRest / notch; steps != 0) {
        m_wheelRest -= steps * notch;
        enlargeTiles(steps);
    }
    event->accept();
}

} // namespace biomedica::ui
