// GalleryView: keys, mouse, cursor and selection.

#include "ui/gallery/galleryview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

namespace biomedica::ui {

QModelIndex GalleryView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rowCount() == 0)
        return {};
    const qint64 from = m_selection->cursor().value_or(0);
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
    if (event->key() == Qt::Key_Escape && !m_selection->isEmpty()) {
        m_selection->selectNone();
        return;
    }
    if (!(event->modifiers() & Qt::AltModifier))
        for (const Key& known : keys)
            if (known.key == event->key()) {
                if (const QModelIndex to = moveCursor(known.action, event->modifiers()); to.isValid())
                    m_selection->goTo(to.row(), FigureSelection::reachOf(event->modifiers()));
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
    const FigureSelection::Reach reach = FigureSelection::reachOf(event->modifiers());
    if (event->button() == Qt::RightButton) {
        m_selection->setCursor(index.row());
        return;
    }
    if (reach == FigureSelection::Reach::Move && event->modifiers() & Qt::ControlModifier) {
        m_selection->toggle(index.row());
        return;
    }
    m_selection->goTo(index.row(), reach);
    if (reach == FigureSelection::Reach::Move)
        m_selection->selectNone();
}

void GalleryView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    // Dragging over tiles selects from where it began.
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && index != currentIndex())
        m_selection->goTo(index.row(), event->modifiers() & Qt::ControlModifier ? FigureSelection::Reach::ExtendMore
                                                                                : FigureSelection::Reach::Extend);
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
