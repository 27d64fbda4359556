// FacetView: choosing a range in a histogram, with the mouse and with keys.

#include "ui/common/widgets.h"
#include "ui/facets/facetdelegate.h"
#include "ui/facets/facetview.h"
#include "ui/session/querywording.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <algorithm>

namespace biomedica::ui {

NumberRange FacetView::draggedRange() const
{
    const Histogram* histogram = m_drag ? m_model->histogramAt(m_drag->histogram) : nullptr;
    if (!histogram)
        return {};
    const auto [first, last] = std::minmax(m_drag->from, m_drag->to);
    return {histogram->bars[static_cast<std::size_t>(first)].low, histogram->bars[static_cast<std::size_t>(last)].high};
}

void FacetView::showDrag()
{
    m_delegate->setChoice(m_drag ? QModelIndex(m_drag->histogram) : QModelIndex(),
                          m_drag ? std::optional(draggedRange()) : std::nullopt);
    viewport()->update();
}

void FacetView::applyDrag()
{
    m_keysRest.stop();
    const Histogram* histogram = m_drag ? m_model->histogramAt(m_drag->histogram) : nullptr;
    if (!histogram)
        return;
    const NumberRange range = draggedRange();
    const bool isSame = range == histogram->shown; // the same once more: everything
    const query::Field field = histogram->field;
    m_drag.reset();
    showDrag();
    if (isSame)
        Q_EMIT rangeChosen(field, std::nullopt, std::nullopt);
    else
        Q_EMIT rangeChosen(field, range.low, range.high);
}

/// Left and Right move the range by a bar, with Shift its end; Enter applies it, Delete takes it away.
bool FacetView::moveRange(QKeyEvent* event)
{
    const Histogram* histogram = m_model->histogramAt(currentIndex());
    const int last = static_cast<int>(histogram->bars.size()) - 1;
    if (!m_drag || m_drag->histogram != currentIndex()) {
        // From where the query's range is; else from the latest bar.
        int first = last;
        int end = last;
        if (!histogram->shown.isEverything())
            for (first = end = -1; const Histogram::Bar& bar : histogram->bars) {
                const int at = static_cast<int>(&bar - histogram->bars.data());
                if (histogram->shown.contains(bar.low) || histogram->shown.contains(bar.high))
                    first = first < 0 ? at : first, end = at;
            }
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            m_drag = Drag{currentIndex(), std::max(first, 0), std::max(end, 0)};
    }
    const int step = event->key() == Qt::Key_Right ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_drag->to = std::clamp(m_drag->to + step, 0, last);
        if (!(event->modifiers() & Qt::ShiftModifier))
            m_drag->from = m_drag->to;
        showDrag();
        m_keysRest.start();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: applyDrag(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_keysRest.stop();
        m_drag.reset();
        showDrag();
        Q_EMIT rangeChosen(histogram->field, std::nullopt, std::nullopt);
        return true;
    default: return false;
    }
}

bool FacetView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (showBarToolTip(help->pos(), help->globalPos()))
            return true;
    }
    return QTreeView::viewportEvent(event);
}

bool FacetView::showBarToolTip(const QPoint& place, const QPoint& onScreen)
{
    const QModelIndex index = indexAt(place);
    const Histogram* histogram = m_model->histogramAt(index);
    if (!histogram || histogram->bars.empty())
        return false;
    const auto bar = static_cast<std::size_t>(FacetDelegate::barAt(*histogram, visualRect(index), place.x()));
    const QString range = QueryWording::rangeText(histogram->bars[bar].low, histogram->bars[bar].high);
    QToolTip::showText(
        onScreen,
        QStringLiteral("%1 · %2\n%3")
            .arg(range, withThousands(histogram->bars[bar].count), index.data(Qt::ToolTipRole).toString()),
        viewport());
    return true;
}

} // namespace biomedica::ui
