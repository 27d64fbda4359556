#include "ui/table/figuretable.h"

#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int minimumColumn = 32;

} // namespace

FigureTable::FigureTable(FigureTableModel* table, FigureResultModel* figures, FigureSelection* selection,
                         ThumbnailStore* thumbnails, QueryController& queries, const annotation::Taxonomy& taxonomy,
                         QWidget* parent)
    : FigureView(table, figures, selection, thumbnails, parent), m_table(table), m_queries(queries),
      m_painter(*figures, *table, taxonomy), m_header(new QHeaderView(Qt::Horizontal, this)),
      m_columnButton(new QToolButton(this)), m_charWidth(m_painter.averageCharWidth())
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollMode(ScrollPerPixel);
    m_header->setModel(table);
    m_header->setSectionsMovable(true);
    m_header->setSectionsClickable(true);
    m_header->setFirstSectionMovable(true);
    m_header->setHighlightSections(false);
    m_header->setMinimumSectionSize(minimumColumn);
    m_header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setFocusPolicy(Qt::NoFocus);
    setTextFont(m_header, measure::smallTextSize);
    resetColumns();
    m_columnButton->setText(QStringLiteral("⋮"));
    m_columnButton->setProperty("isFlat", true);
    m_columnButton->setFocusPolicy(Qt::TabFocus);
    m_columnButton->setAccessibleName(tr("Choose columns"));
    m_columnButton->setToolTip(tr("Choose columns"));
    const auto openMenu = [this](const QPoint& global) {
        QMenu* menu = makeColumnMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(global);
    };
    connect(m_columnButton, &QToolButton::clicked, this,
            [this, openMenu] { openMenu(m_columnButton->mapToGlobal(m_columnButton->rect().bottomLeft())); });
    connect(m_header, &QWidget::customContextMenuRequested, this,
            [this, openMenu](const QPoint& point) { openMenu(m_header->mapToGlobal(point)); });
    connect(m_header, &QHeaderView::sectionClicked, this, &FigureTable::sortBy);
    connect(m_header, &QHeaderView::sectionResized, this, &FigureTable::noteColumns);
    connect(m_header, &QHeaderView::sectionMoved, this, &FigureTable::noteColumns);
    connect(&queries, &QueryController::queryChanged, this, &FigureTable::showSort);
    showSort();
}

FigureTable::~FigureTable() = default;

bool FigureTable::isShown(TableColumn column) const
{
    return !m_header->isSectionHidden(static_cast<int>(column));
}

void FigureTable::setShown(TableColumn column, bool isShown)
{
    const bool isLast = m_header->count() - m_header->hiddenSectionCount() == 1;
    if (isShown || !isLast)
        m_header->setSectionHidden(static_cast<int>(column), !isShown);
    noteColumns();
}

void FigureTable::resetColumns()
{
    for (const TableColumnInfo& info : tableColumns()) {
        const int section = static_cast<int>(info.column);
        m_header->setSectionHidden(section, !info.isShownAtFirst);
        m_header->resizeSection(section, info.characters * m_charWidth + 2 * TablePainter::padding);
        m_header->moveSection(m_header->visualIndex(section), section);
    }
    noteColumns();
}

void FigureTable::noteColumns()
{
    updateGeometries();
    viewport()->update();
    Q_EMIT columnsChanged();
}

QByteArray FigureTable::columnState() const
{
    return m_header->saveState();
}

void FigureTable::setColumnState(const QByteArray& state)
{
    const QByteArray before = m_header->saveState();
    if (!state.isEmpty() && (!m_header->restoreState(state) || m_header->count() != m_table->columnCount()))
        m_header->restoreState(before);
    showSort(); // a part of the state that belongs to the query
    updateGeometries();
}

QMenu* FigureTable::makeColumnMenu()
{
    auto* menu = new QMenu(this);
    for (const TableColumnInfo& info : tableColumns()) {
        const TableColumn column = info.column;
        QAction* action = menu->addAction(m_table->headerData(static_cast<int>(column), Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setShown(column, isOn); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, &FigureTable::resetColumns);
    return menu;
}

/// Up, down, and at the third click the best first again.
void FigureTable::sortBy(int section)
{
    const auto field = tableColumns()[static_cast<std::size_t>(section)].sort;
    if (!field)
        return;
    query::Query query = m_queries.query();
    if (!query.sort || query.sort->field != *field)
        query.sort = query::Sort{*field, false};
    else if (!query.sort->isDescending)
        query.sort->isDescending = true;
    else
        query.sort.reset();
    m_queries.setQuery(query);
}

void FigureTable::showSort()
{
    const auto& sort = m_queries.query().sort;
    const auto columns = tableColumns();
    const auto sorted = std::find_if(columns.begin(), columns.end(),
                                     [&](const TableColumnInfo& info) { return sort && info.sort == sort->field; });
    m_header->setSortIndicatorShown(sorted != columns.end());
    if (sorted != columns.end())
        m_header->setSortIndicator(static_cast<int>(sorted->column),
                                   sort->isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void FigureTable::layOut()
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, 0, 0);
    m_header->setGeometry(viewport()->x(), viewport()->y() - headerHeight, viewport()->width(), headerHeight);
    m_columnButton->setGeometry(viewport()->geometry().right() + 1, m_header->y(),
                                width() - viewport()->geometry().right() - 1, headerHeight);
    m_columnButton->raise(); // the scroll bar reaches up to there
    m_scroll = LineScroll(rowCount(), m_painter.rowHeight(), viewport()->height());
    setScrollRange(m_scroll.maximum(), m_scroll.pageStep(), m_scroll.unitsPerLine());
    QScrollBar* across = horizontalScrollBar();
    across->setRange(0, std::max(0, m_header->length() - viewport()->width()));
    across->setPageStep(viewport()->width());
    across->setSingleStep(3 * m_charWidth);
    m_header->setOffset(across->value());
}

FigureView::Span FigureTable::visibleRows() const
{
    const LineScroll::Span span = m_scroll.visibleAt(verticalOffset());
    return {static_cast<int>(span.first), static_cast<int>(span.last)};
}

int FigureTable::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

QRect FigureTable::rectOf(int row) const
{
    return {0, m_scroll.topOf(row, verticalOffset()), viewport()->width(), m_scroll.lineHeight()};
}

std::optional<int> FigureTable::rowAt(const QPoint& point) const
{
    const qint64 line = m_scroll.lineAt(point.y(), verticalOffset());
    return line >= 0 && line < rowCount() ? std::optional(static_cast<int>(line)) : std::nullopt;
}

QRect FigureTable::visualRect(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const QRect row = rectOf(index.row());
    return {m_header->sectionViewportPosition(index.column()), row.top(), m_header->sectionSize(index.column()),
            row.height()};
}

QModelIndex FigureTable::indexAt(const QPoint& point) const
{
    const auto row = rowAt(point);
    const int column = m_header->logicalIndexAt(point.x());
    return row && column >= 0 ? m_table->index(*row, column) : QModelIndex();
}

QSize FigureTable::pictureSize() const
{
    return TablePainter::pictureIn(
        {m_header->sectionSize(static_cast<int>(TableColumn::Picture)), m_scroll.lineHeight()});
}

int FigureTable::rowAfter(int row, CursorAction action) const
{
    const int page = m_scroll.linesInView();
    qint64 to = row;
    switch (action) {
    case MoveUp:
    case MovePrevious: --to; break;
    case MoveDown:
    case MoveNext: ++to; break;
    case MovePageUp: to -= page; break;
    case MovePageDown: to += page; break;
    case MoveHome: to = 0; break;
    case MoveEnd: to = rowCount() - 1; break;
    case MoveLeft:
    case MoveRight: break;
    }
    return static_cast<int>(std::clamp<qint64>(to, 0, rowCount() - 1));
}

/// Left and right look along the columns.
void FigureTable::keyPressEvent(QKeyEvent* event)
{
    const bool isAcross = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isAcross && !(event->modifiers() & Qt::AltModifier)) {
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left ? QScrollBar::SliderSingleStepSub
                                                                          : QScrollBar::SliderSingleStepAdd);
        return;
    }
    FigureView::keyPressEvent(event);
}

void FigureTable::scrollContentsBy(int dx, int dy)
{
    m_header->setOffset(horizontalOffset());
    if (m_scroll.isExact())
        viewport()->scroll(dx, dy);
    else
        viewport()->update();
    if (dy != 0)
        wantVisible();
}

void FigureTable::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), coloursFor(palette()).window);
    if (rowCount() == 0) {
        paintEmpty(painter);
        return;
    }
    const Span span = visibleRows();
    for (int row = span.first; row <= span.last; ++row)
        if (event->region().intersects(rectOf(row)))
            paintRow(painter, row, event->rect());
}

void FigureTable::paintRow(QPainter& painter, int row, const QRect& dirty) const
{
    const Colours& colours = coloursFor(palette());
    const QRect line = rectOf(row);
    if (m_selection->isSelected(row)) {
        painter.fillRect(line, colours.accentGround);
        painter.fillRect(QRect(line.left(), line.top(), 3, line.height()), colours.accent);
    }
    const Thumbnail* thumbnail = m_thumbnails->find(m_figures->rowIdAt(row));
    for (const TableColumnInfo& info : tableColumns()) {
        const int section = static_cast<int>(info.column);
        if (m_header->isSectionHidden(section))
            continue;
        const QRect cell(m_header->sectionViewportPosition(section), line.top(), m_header->sectionSize(section),
                         line.height());
        if (cell.intersects(dirty))
            m_painter.paintCell(painter, cell, row, info.column, thumbnail, palette());
    }
    painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), colours.line);
    if (row == m_selection->cursor()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus() ? colours.text : colours.muted, 2));
        painter.drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), measure::chipRadius, measure::chipRadius);
    }
}

void FigureTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_painter.refreshFonts();
        const int before = std::exchange(m_charWidth, m_painter.averageCharWidth());
        if (before != m_charWidth && before > 0)
            for (int section = 0; section < m_header->count(); ++section)
                if (!m_header->isSectionHidden(section))
                    m_header->resizeSection(section, m_header->sectionSize(section) * m_charWidth / before);
    }
    FigureView::changeEvent(event);
}

} // namespace biomedica::ui
