#include "ui/facets/facetview.h"

#include "ui/facets/facetdelegate.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

bool isKind(const QModelIndex& index, FacetModel::Kind kind)
{
    return index.isValid() && index.data(FacetModel::KindRole).toInt() == static_cast<int>(kind);
}

FilterGesture gestureOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::AltModifier)
        return FilterGesture::Exclude;
    return modifiers & Qt::ControlModifier ? FilterGesture::Add : FilterGesture::Only;
}

} // namespace

FacetView::FacetView(FacetModel* model, QWidget* parent)
    : QTreeView(parent), m_model(model), m_delegate(new FacetDelegate(*model, this))
{
    setAccessibleName(tr("Filters"));
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(NoSelection);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setToolTip(tr("Click: only this · Ctrl+click: this too · Alt+click: not this"));
    setModel(model);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { noteExpansion(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { noteExpansion(index, false); });
}

void FacetView::noteExpansion(const QModelIndex& index, bool isOpen)
{
    if (m_isRestoring)
        return;
    const QString key = index.data(FacetModel::KeyRole).toString();
    if (isOpen)
        m_closed.remove(key);
    else
        m_closed.insert(key);
}

void FacetView::reset()
{
    const int scrolled = verticalScrollBar()->value();
    QTreeView::reset();
    m_isRestoring = true;
    restoreExpansion({});
    m_isRestoring = false;
    doItemsLayout();
    verticalScrollBar()->setValue(scrolled);
}

void FacetView::restoreExpansion(const QModelIndex& parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const QString key = index.data(FacetModel::KeyRole).toString();
        setExpanded(index, !m_closed.contains(key));
        if (!m_currentKey.isEmpty() && key == m_currentKey)
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        restoreExpansion(index);
    }
}

void FacetView::activate(const QModelIndex& index, Qt::KeyboardModifiers modifiers)
{
    m_currentKey = index.data(FacetModel::KeyRole).toString();
    if (isKind(index, FacetModel::Kind::Section))
        setExpanded(index, !isExpanded(index));
    else if (isKind(index, FacetModel::Kind::More))
        m_model->toggleMore(index);
    else if (const FilterTarget* target = m_model->targetAt(index))
        Q_EMIT gestureMade(*target, gestureOf(modifiers));
}

void FacetView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (isKind(index, FacetModel::Kind::Histogram)) {
        m_histogram = index;
        m_dragBegin = m_delegate->yearAt(visualRect(index), event->pos().x());
        m_delegate->setDraggedYears(draggedTo(event->pos().x()));
        viewport()->update();
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    activate(index, event->modifiers());
}

NumberRange FacetView::draggedTo(int x) const
{
    const auto year = m_delegate->yearAt(visualRect(m_histogram), x);
    if (!year || !m_dragBegin)
        return {};
    return {std::min(*year, *m_dragBegin), std::max(*year, *m_dragBegin)};
}

void FacetView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragBegin) {
        QTreeView::mouseMoveEvent(event);
        return;
    }
    m_delegate->setDraggedYears(draggedTo(event->pos().x()));
    viewport()->update();
}

void FacetView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragBegin)
        return;
    const NumberRange years = draggedTo(event->pos().x());
    m_dragBegin.reset();
    m_delegate->setDraggedYears(std::nullopt);
    const NumberRange before = m_model->shownYears();
    const bool isSame = years.low == before.low && years.high == before.high;
    if (isSame)
        Q_EMIT yearsChosen(std::nullopt, std::nullopt);
    else
        Q_EMIT yearsChosen(years.low, years.high);
}

void FacetView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void FacetView::keyPressEvent(QKeyEvent* event)
{
    const bool isActivation =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isActivation && currentIndex().isValid())
        activate(currentIndex(), event->modifiers());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace biomedica::ui
