// FigureView: keys and mouse.

#include "ui/views/figuredrag.h"
#include "ui/views/figureview.h"
#include "ui/views/scrollglide.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>

namespace biomedica::ui {

QModelIndex FigureView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rowCount() == 0)
        return {};
    return model()->index(rowAfter(m_selection->cursor().value_or(0), action), 0);
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    struct Key {
        int key;
        CursorAction action;
    };
    constexpr Key keys[] = {{Qt::Key_Left, MoveLeft}, {Qt::Key_Right, MoveRight},   {Qt::Key_Up, MoveUp},
                            {Qt::Key_Down, MoveDown}, {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown},
                            {Qt::Key_Home, MoveHome}, {Qt::Key_End, MoveEnd}};
    const auto* known =
        std::find_if(std::begin(keys), std::end(keys), [event](const Key& key) { return key.key == event->key(); });
    if (known == std::end(keys) || event->modifiers() & Qt::AltModifier) {
        event->ignore(); // not to QAbstractItemView: it would search and edit
        return;
    }
    if (const QModelIndex to = moveCursor(known->action, event->modifiers()); to.isValid())
        m_selection->goTo(to.row(), FigureSelection::reachOf(event->modifiers()));
}

void FigureView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    const auto row = rowAt(event->position().toPoint());
    if (!row) {
        pressBeside(event);
        return;
    }
    if (event->button() == Qt::RightButton) {
        m_selection->pressForMenu(*row);
        return;
    }
    m_selection->press(*row, event->modifiers());
    if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
        m_drag->press(event->position().toPoint(), m_figures->workspace(), figuresToDrag());
}

void FigureView::pressBeside(QMouseEvent*) {}

Rows FigureView::figuresToDrag() const
{
    const auto cursor = m_selection->cursor();
    if (!cursor)
        return {};
    if (!m_selection->isSelected(*cursor))
        return {m_figures->rowIdAt(*cursor)};
    Rows rows;
    for (const RowRanges::Range& range : m_selection->rows().ranges())
        for (int row = range.begin; row < range.end && rows.size() < FigureDrag::most; ++row)
            rows.push_back(m_figures->rowIdAt(row));
    return rows;
}

void FigureView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || !currentIndex().isValid())
        return;
    const Thumbnail* thumbnail = m_thumbnails->find(m_figures->rowIdAt(currentIndex().row()));
    if (m_drag->move(event->position().toPoint(), thumbnail ? thumbnail->image : QImage()))
        m_selection->releaseAsDrag();
}

void FigureView::mouseReleaseEvent(QMouseEvent* event)
{
    m_drag->release();
    if (event->button() == Qt::LeftButton)
        m_selection->release();
}

void FigureView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (isPlain && rowAt(event->position().toPoint()))
        Q_EMIT opened();
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    const auto cursor = m_selection->cursor();
    if (!cursor)
        return;
    const QRect place = rectOf(*cursor) & viewport()->rect();
    Q_EMIT menuRequested(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(place.center())
                                                                        : event->globalPos());
}

void FigureView::focusInEvent(QFocusEvent* event)
{
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

void FigureView::focusOutEvent(QFocusEvent* event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

void FigureView::wheelEvent(QWheelEvent* event)
{
    if (!m_glide->turn(*event))
        QAbstractItemView::wheelEvent(event);
}

bool FigureView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = rowAt(help->pos());
    const FigureTile* tile = row ? m_figures->tileAt(*row) : nullptr;
    QToolTip::showText(help->globalPos(), tile ? tile->tip() : QString(), viewport(), row ? rectOf(*row) : QRect());
    return true;
}

} // namespace biomedica::ui
