// GalleryView: keys, mouse, cursor and selection.

#include "ui/gallery/galleryview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

namespace biomedica::ui {

GalleryView::Reach GalleryView::reachOf(Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & Qt::ShiftModifier))
        return Reach::Move;
    return modifiers & Qt::ControlModifier ? Reach::ExtendMore : Reach::Extend;
}

void GalleryView::goTo(int row, Reach reach)
{
    if (rowCount() == 0)
        return;
    row = std::clamp(row, 0, rowCount() - 1);
    if (reach == Reach::Move) {
        m_anchor = row;
        m_beforeExtend = m_selection;
    } else {
        m_selection = reach == Reach::ExtendMore ? m_beforeExtend : RowRanges();
        m_selection.add(std::min(m_anchor, row), std::max(m_anchor, row) + 1);
    }
    setCurrentIndex(m_figures->index(row));
    if (reach != Reach::Move)
        noteSelection();
}

void GalleryView::noteSelection()
{
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GalleryView::setCursor(int row)
{
    goTo(row, Reach::Move);
}

void GalleryView::moveBy(int rows)
{
    setCursor(cursor().value_or(0) + rows);
}

void GalleryView::moveToUnlabelled(int direction)
{
    const auto row = m_figures->nextUnlabelled(cursor().value_or(-1), direction);
    if (row)
        setCursor(*row);
    else
        Q_EMIT endReached();
}

void GalleryView::toggleAtCursor()
{
    const auto row = cursor();
    if (!row)
        return;
    m_selection.toggle(*row);
    m_anchor = *row;
    m_beforeExtend = m_selection;
    noteSelection();
}

void GalleryView::selectAll()
{
    m_selection.clear();
    m_selection.add(0, rowCount());
    noteSelection();
}

void GalleryView::selectNone()
{
    m_selection.clear();
    m_beforeExtend.clear();
    noteSelection();
}

void GalleryView::invertSelection()
{
    m_selection.invert(rowCount());
    noteSelection();
}

QModelIndex GalleryView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rowCount() == 0)
        return {};
    const qint64 from = cursor().value_or(0);
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
    return m_figures->index(static_cast<int>(std::clamp<qint64>(to, 0, rowCount() - 1)));
}

void GalleryView::keyPressEvent(QKeyEvent* event)
{
    struct Key {
        int key;
        CursorAction action;
    };
    constexpr Key keys[] = {{Qt::Key_Left, MoveLeft}, {Qt::Key_Right, MoveRight},   {Qt::Key_Up, MoveUp},
                            {Qt::Key_Down, MoveDown}, {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown},
                            {Qt::Key_Home, MoveHome}, {Qt::Key_End, MoveEnd}};
    if (event->key() == Qt::Key_Escape && !m_selection.isEmpty()) {
        selectNone();
        return;
    }
    if (!(event->modifiers() & Qt::AltModifier))
        for (const Key& known : keys)
            if (known.key == event->key()) {
                if (const QModelIndex to = moveCursor(known.action, event->modifiers()); to.isValid())
                    goTo(to.row(), reachOf(event->modifiers()));
                return;
            }
    event->ignore(); // not to QAbstractItemView: it would search and edit
}

void GalleryView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() == Qt::MiddleButton)
        return;
    const Reach reach = reachOf(event->modifiers());
    if (event->button() == Qt::RightButton) {
        setCursor(index.row());
        return;
    }
    if (reach != Reach::Move) {
        goTo(index.row(), reach);
        return;
    }
    const bool isToggle = event->modifiers() & Qt::ControlModifier;
    goTo(index.row(), Reach::Move);
    if (isToggle)
        toggleAtCursor();
    else if (!m_selection.isEmpty())
        selectNone();
}

void GalleryView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    // Dragging over tiles selects from where it began.
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && index != currentIndex())
        goTo(index.row(), event->modifiers() & Qt::ControlModifier ? Reach::ExtendMore : Reach::Extend);
}

void GalleryView::mouseReleaseEvent(QMouseEvent*) {}

void GalleryView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void GalleryView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractItemView::wheelEvent(event);
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
