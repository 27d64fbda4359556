#include "ui/facets/facetview.h"

#include "ui/common/theme.h"
#include "ui/facets/facetdelegate.h"
#include "ui/facets/facetmenu.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

const QString openKey = QStringLiteral("filters/open");
const QString closedKey = QStringLiteral("filters/closed");
constexpr int keysRestMs = 450;

bool isKind(const QModelIndex& index, FacetModel::Kind kind)
{
    return index.isValid() && index.data(FacetModel::KindRole).toInt() == static_cast<int>(kind);
}

QString keyOf(const QModelIndex& index)
{
    return index.data(FacetModel::KeyRole).toString();
}

FilterGesture gestureOf(Qt::KeyboardModifiers modifiers, const FilterTarget& target)
{
    if (modifiers & Qt::AltModifier)
        return FilterGesture::Exclude;
    if (modifiers & Qt::ShiftModifier && takesSeveral(target))
        return FilterGesture::Also;
    return modifiers & Qt::ControlModifier ? FilterGesture::Add : FilterGesture::Only;
}

} // namespace

FacetView::FacetView(FacetModel* model, QSettings& settings, QWidget* parent)
    : QTreeView(parent), m_model(model), m_settings(settings), m_delegate(new FacetDelegate(*model, this))
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
    for (const QString& key : settings.value(openKey).toStringList())
        m_expansion[key] = true;
    for (const QString& key : settings.value(closedKey).toStringList())
        m_expansion[key] = false;
    m_keysRest.setSingleShot(true);
    m_keysRest.setInterval(keysRestMs);
    connect(&m_keysRest, &QTimer::timeout, this, &FacetView::applyDrag);
    setModel(model);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { noteExpansion(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { noteExpansion(index, false); });
}

FacetView::~FacetView() = default;

bool FacetView::isOpen(const FacetSection& section) const
{
    return m_expansion.value(biomedica::ui::keyOf(section), section.isOpenAtFirst);
}

void FacetView::noteExpansion(const QModelIndex& index, bool isOpen)
{
    if (m_isRestoring)
        return;
    m_expansion[keyOf(index)] = isOpen;
    QStringList open;
    QStringList closed;
    for (auto row = m_expansion.cbegin(); row != m_expansion.cend(); ++row)
        (row.value() ? open : closed) += row.key();
    m_settings.setValue(openKey, open);
    m_settings.setValue(closedKey, closed);
    if (isOpen && isKind(index, FacetModel::Kind::Section) && m_model->rowCount(index) == 0)
        Q_EMIT sectionOpened();
    placeFilterLines();
}

void FacetView::setOpen(const QModelIndex& section, bool isOpen)
{
    setExpanded(section, isOpen);
}

void FacetView::reset()
{
    const int scrolled = verticalScrollBar()->value();
    QTreeView::reset();
    if (!m_isMouseDrag)
        m_drag.reset();
    m_isRestoring = true;
    restoreExpansion({});
    m_isRestoring = false;
    doItemsLayout();
    verticalScrollBar()->setValue(scrolled);
    placeFilterLines();
}

void FacetView::restoreExpansion(const QModelIndex& parent)
{
    const auto isOpenAtFirst = [this](const QModelIndex& index, const QString& key) {
        if (index.parent().isValid())
            return true;
        const auto& sections = facetSections();
        const auto found = std::find_if(sections.begin(), sections.end(), [&](const FacetSection& section) {
            return biomedica::ui::keyOf(section) == key;
        });
        return found == sections.end() || found->isOpenAtFirst;
    };
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const QString key = keyOf(index);
        const bool mayOpen = m_model->rowCount(index) > 0 || !parent.isValid();
        if (mayOpen && m_expansion.value(key, isOpenAtFirst(index, key)))
            setExpanded(index, true);
        if (!m_currentKey.isEmpty() && key == m_currentKey)
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        restoreExpansion(index);
    }
}

void FacetView::activate(const QModelIndex& index, Qt::KeyboardModifiers modifiers)
{
    m_currentKey = keyOf(index);
    if (isKind(index, FacetModel::Kind::Section)) {
        setOpen(index, !isExpanded(index));
    } else if (isKind(index, FacetModel::Kind::More)) {
        const QString section = keyOf(index.parent());
        m_model->toggleMore(index);
        if (QLineEdit* line = filterLine(section))
            line->setFocus(Qt::OtherFocusReason);
    } else if (QLineEdit* line = filterLine(keyOf(index.parent())); line && isKind(index, FacetModel::Kind::Filter)) {
        line->setFocus(Qt::OtherFocusReason);
    } else if (const FilterTarget* target = m_model->targetAt(index)) {
        Q_EMIT gestureMade(*target, gestureOf(modifiers, *target));
    }
}

void FacetView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_currentKey = keyOf(index);
    if (const Histogram* histogram = m_model->histogramAt(index)) {
        const int bar = FacetDelegate::barAt(*histogram, visualRect(index), event->pos().x());
        m_drag = Drag{index, bar, bar};
        m_isMouseDrag = true;
        showDrag();
        return;
    }
    activate(index, event->modifiers());
    m_isClick = true;
}

void FacetView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isMouseDrag) {
        QTreeView::mouseMoveEvent(event);
        return;
    }
    if (const Histogram* histogram = m_drag ? m_model->histogramAt(m_drag->histogram) : nullptr)
        m_drag->to = FacetDelegate::barAt(*histogram, visualRect(m_drag->histogram), event->pos().x());
    showDrag();
}

void FacetView::mouseReleaseEvent(QMouseEvent*)
{
    const bool wasDrag = std::exchange(m_isMouseDrag, false);
    if (wasDrag)
        applyDrag();
    const bool isTyping = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if ((std::exchange(m_isClick, false) || wasDrag) && !isTyping)
        Q_EMIT clickDone();
}

void FacetView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void FacetView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    const FilterTarget* target = m_model->targetAt(index);
    if (!target)
        return;
    m_currentKey = keyOf(index);
    auto* menu = makeFacetMenu(
        *target, static_cast<FilterState>(index.data(FacetModel::StateRole).toInt()), this,
        [this, chosen = *target](FilterGesture gesture) { Q_EMIT gestureMade(chosen, gesture); },
        [this, chosen = *target] { Q_EMIT selectionRequested(chosen); });
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FacetView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (isKind(index, FacetModel::Kind::Histogram) && moveRange(event))
        return;
    const bool isActivation =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const FilterTarget* target = m_model->targetAt(index);
    if (isActivation && index.isValid())
        activate(index, event->modifiers());
    else if (target && event->key() == Qt::Key_Minus)
        activate(index, Qt::AltModifier);
    else
        QTreeView::keyPressEvent(event);
    m_currentKey = keyOf(currentIndex());
}

void FacetView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout(); // heights follow the text scale
}

void FacetView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    placeFilterLines();
    fetchWhatComesIntoView();
}

void FacetView::updateGeometries()
{
    QTreeView::updateGeometries();
    placeFilterLines();
}

void FacetView::fetchWhatComesIntoView()
{
    const QModelIndex last = indexAt(viewport()->rect().bottomLeft() + QPoint(measure::gap, -1));
    const QModelIndex section = last.parent();
    constexpr int ahead = 40;
    if (section.isValid() && m_model->hasLater(section) && last.row() + ahead > m_model->rowCount(section))
        m_model->showLater(section);
}

QLineEdit* FacetView::filterLine(const QString& sectionKey) const
{
    QLineEdit* line = m_filterLines.value(sectionKey);
    return line && !line->isHidden() ? line : nullptr;
}

QLineEdit* FacetView::makeFilterLine(const QString& sectionKey)
{
    auto* line = new QLineEdit(viewport());
    line->setPlaceholderText(tr("Type to narrow"));
    line->setAccessibleName(tr("Narrow the values of this filter"));
    line->setClearButtonEnabled(true);
    setTextFont(line, measure::textSize);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textChanged, this,
            [this, sectionKey](const QString& text) { m_model->setFilter(sectionKey, text); });
    m_filterLines[sectionKey] = line;
    return line;
}

/// The lines are the view's own and outlive the rows below them: counts come and go while the person types.
void FacetView::placeFilterLines()
{
    QSet<QString> placed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex section = m_model->index(row, 0);
        const QModelIndex first = m_model->index(0, 0, section);
        if (!isKind(first, FacetModel::Kind::Filter) || !isExpanded(section))
            continue;
        const QString key = keyOf(section);
        QLineEdit* line = m_filterLines.value(key);
        if (!line)
            line = makeFilterLine(key);
        if (line->isHidden()) {
            const QSignalBlocker quiet(line);
            line->setText(m_model->filter(key));
        }
        line->setGeometry(visualRect(first).adjusted(2, 2, -6, -4));
        line->show();
        placed.insert(key);
    }
    for (auto line = m_filterLines.cbegin(); line != m_filterLines.cend(); ++line)
        if (!placed.contains(line.key()) && !line.value()->isHidden()) {
            if (line.value()->hasFocus())
                setFocus(Qt::OtherFocusReason);
            line.value()->hide();
        }
}

bool FacetView::eventFilter(QObject* object, QEvent* event)
{
    auto* line = qobject_cast<QLineEdit*>(object);
    if (line && event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // the line's own, see below
        return true;
    }
    if (!line || event->type() != QEvent::KeyPress)
        return QTreeView::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const QString section = m_filterLines.key(line);
    const QModelIndexList rows =
        m_model->match(m_model->index(0, 0), FacetModel::KeyRole, section, 1, Qt::MatchExactly);
    if (rows.isEmpty())
        return false;
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        setFocus(Qt::OtherFocusReason);
        setCurrentIndex(m_model->index(std::min(2, m_model->rowCount(rows.front()) - 1), 0, rows.front()));
        m_currentKey = keyOf(currentIndex());
        return true;
    }
    if (key == Qt::Key_Escape) {
        setFocus(Qt::OtherFocusReason);
        if (line->text().isEmpty())
            m_model->toggleMore(m_model->index(1, 0, rows.front()));
        else
            line->clear();
        return true;
    }
    return false;
}

} // namespace biomedica::ui
