// GalleryView: layout, painting, what is wanted.

#include "ui/gallery/galleryview.h"

#include "ui/common/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int defaultTileWidth = 144;
constexpr int minimumTileWidth = 96;
constexpr int maximumTileWidth = 640;

} // namespace

GalleryView::GalleryView(FigureResultModel* model, FigureSelection* selection, ThumbnailStore* thumbnails,
                         const annotation::Taxonomy& taxonomy, QWidget* parent)
    : QAbstractItemView(parent), m_figures(model), m_selection(selection), m_thumbnails(thumbnails),
      m_painter(taxonomy), m_tileWidth(defaultTileWidth)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would move the tiles
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::StrongFocus);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Figures"));
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &GalleryView::rememberPlace);
    connect(model, &QAbstractItemModel::modelReset, this, &GalleryView::takeUpResult);
    connect(selection, &FigureSelection::cursorChanged, this, &GalleryView::showCursor);
    connect(selection, &FigureSelection::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(thumbnails, &ThumbnailStore::ready, this, [this](const Rows& rows) {
        const GalleryLayout::Span span = visible();
        for (int row = span.first; row <= span.last; ++row)
            if (std::find(rows.begin(), rows.end(), m_figures->rowIdAt(row)) != rows.end())
                viewport()->update(m_layout.rectOf(row, verticalOffset()));
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
}

GalleryView::~GalleryView() = default;

void GalleryView::setTileWidth(int pixels)
{
    pixels = std::clamp(pixels, minimumTileWidth, maximumTileWidth);
    if (pixels == m_tileWidth)
        return;
    m_tileWidth = pixels;
    updateGeometries();
    scrollTo(currentIndex());
    viewport()->update();
    Q_EMIT tileWidthChanged(pixels);
}

void GalleryView::enlargeTiles(int steps)
{
    // A step is one column more or less, so that each does something.
    const int columns = std::max(1, m_layout.columns() - steps);
    const int width = (viewport()->width() - GalleryLayout::gap) / columns - GalleryLayout::gap;
    setTileWidth(width);
}

void GalleryView::setEmptyText(const QString& title, const QString& hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

int GalleryView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

GalleryLayout::Span GalleryView::visible() const
{
    return m_layout.visibleAt(verticalOffset());
}

bool GalleryView::isSettled() const
{
    const GalleryLayout::Span span = visible();
    for (int row = span.first; row <= span.last; ++row)
        if (!m_figures->tileAt(row) || !m_thumbnails->find(m_figures->rowIdAt(row)))
            return false;
    return !m_figures->isReading();
}

QRect GalleryView::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? m_layout.rectOf(index.row(), verticalOffset()) : QRect();
}

QModelIndex GalleryView::indexAt(const QPoint& point) const
{
    const auto row = m_layout.rowAt(point, verticalOffset());
    return row ? m_figures->index(*row) : QModelIndex();
}

void GalleryView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int y = (viewport()->height() - m_layout.tileSize().height()) / 2;
    verticalScrollBar()->setValue(hint == PositionAtCenter ? m_layout.scrollToPlace(index.row(), y)
                                                           : m_layout.scrollToShow(index.row(), verticalOffset()));
}

void GalleryView::rememberPlace()
{
    m_isTakingUp = true;
    m_cursorY = visualRect(currentIndex()).top();
}

/// After the view's own reset, which forgets the current index. The cursor's figure stays where it was.
void GalleryView::takeUpResult()
{
    m_isTakingUp = false;
    updateGeometries();
    if (const auto row = m_selection->cursor()) {
        verticalScrollBar()->setValue(m_layout.scrollToPlace(*row, m_cursorY));
        showCursor();
    }
    wantVisible();
    viewport()->update();
}

void GalleryView::updateGeometries()
{
    m_layout = GalleryLayout(viewport()->size(), rowCount(), m_tileWidth, m_painter.captionHeight());
    QScrollBar* bar = verticalScrollBar();
    bar->setRange(0, m_layout.maximumScroll());
    bar->setEnabled(bar->maximum() > 0);
    bar->setPageStep(m_layout.pageStep());
    bar->setSingleStep(std::max(1, m_layout.unitsPerLine() / 3));
    QAbstractItemView::updateGeometries();
    wantVisible();
}

void GalleryView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    // The cursor's figure stays in view where it was.
    const bool wasInView = viewport()->rect().intersects(visualRect(currentIndex()));
    updateGeometries();
    if (wasInView)
        scrollTo(currentIndex());
}

void GalleryView::scrollContentsBy(int, int dy)
{
    if (m_layout.isExact())
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    wantVisible();
}

void GalleryView::wantVisible()
{
    const GalleryLayout::Span span = visible();
    if (span.last < span.first || !m_figures->result()) {
        m_thumbnails->setWanted({}, QSize(1, 1));
        return;
    }
    // What is in view first, then a page on, then a page back.
    const int page = span.last - span.first + 1;
    Rows rows;
    const auto take = [&](int first, int last) {
        for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
            rows.push_back(m_figures->rowIdAt(row));
    };
    take(span.first, span.last);
    take(span.last + 1, span.last + page);
    take(span.first - page, span.first - 1);
    const qreal scale = devicePixelRatioF();
    m_thumbnails->setWanted(std::move(rows),
                            (QSizeF(m_layout.tileSize().width(), m_layout.pictureHeight()) * scale).toSize());
    m_figures->want(span.first, span.last + page);
}

void GalleryView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), coloursFor(palette()).window);
    if (rowCount() == 0) {
        paintEmpty(painter);
        return;
    }
    const GalleryLayout::Span span = visible();
    for (int row = span.first; row <= span.last; ++row) {
        const QRect tile = m_layout.rectOf(row, verticalOffset());
        if (!tile.adjusted(-2, -2, 2, 2).intersects(event->rect()))
            continue;
        TileState state;
        state.figure = m_figures->tileAt(row);
        state.thumbnail = m_thumbnails->find(m_figures->rowIdAt(row));
        state.isCursor = row == currentIndex().row();
        state.isSelected = m_selection->isSelected(row);
        state.isFocused = hasFocus();
        m_painter.paint(painter, tile, m_layout.pictureHeight(), state, palette());
    }
}

void GalleryView::paintEmpty(QPainter& painter) const
{
    const Colours& colours = coloursFor(palette());
    const QRect area = viewport()->rect().adjusted(40, 40, -40, -40);
    painter.setPen(colours.text);
    painter.setFont(textFont(18, true));
    QRect used;
    painter.drawText(area.adjusted(0, 0, 0, -area.height() / 2), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                     m_emptyTitle, &used);
    painter.setPen(colours.muted);
    painter.setFont(textFont(measure::textSize));
    painter.drawText(area.adjusted(0, area.height() / 2 + measure::gap, 0, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyHint);
}

void GalleryView::showCursor()
{
    if (m_isTakingUp)
        return;
    const auto row = m_selection->cursor();
    setCurrentIndex(row ? m_figures->index(*row) : QModelIndex());
}

void GalleryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    viewport()->update(visualRect(previous).adjusted(-2, -2, 2, 2));
    viewport()->update(visualRect(current).adjusted(-2, -2, 2, 2));
    if (!current.isValid())
        return;
    scrollTo(current);
    if (m_selection->cursor() != current.row())
        m_selection->setCursor(current.row()); // a screen reader moved it
}

void GalleryView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometries();
        viewport()->update();
    }
}

void GalleryView::focusInEvent(QFocusEvent* event)
{
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

void GalleryView::focusOutEvent(QFocusEvent* event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

bool GalleryView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        const FigureTile* tile = index.isValid() ? m_figures->tileAt(index.row()) : nullptr;
        const QString text = tile ? (tile->problem.isEmpty() ? fromUtf8(tile->summary.key) : tile->problem) : QString();
        QToolTip::showText(help->globalPos(), text, viewport(), visualRect(index));
        return true;
    }
    return QAbstractItemView::viewportEvent(event);
}

} // namespace biomedica::ui
