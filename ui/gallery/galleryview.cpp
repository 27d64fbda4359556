// GalleryView: layout and painting.

#include "ui/gallery/galleryview.h"

#include "ui/common/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int defaultTileWidth = 144;
constexpr int minimumTileWidth = 96;
constexpr int maximumTileWidth = 640;
constexpr int bandScrollMs = 16;

} // namespace

GalleryView::GalleryView(FigureResultModel* figures, FigureSelection* selection, ThumbnailStore* thumbnails,
                         const annotation::Taxonomy& taxonomy, QWidget* parent)
    : FigureView(figures, figures, selection, thumbnails, parent), m_painter(taxonomy), m_tileWidth(defaultTileWidth)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bandScroll.setInterval(bandScrollMs);
    connect(&m_bandScroll, &QTimer::timeout, this, &GalleryView::scrollForBand);
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

void GalleryView::setLook(TileLook look)
{
    look.captionLines = std::clamp(look.captionLines, 0, TileLook::mostCaptionLines);
    if (look == m_painter.look())
        return;
    m_painter.setLook(look);
    updateGeometries();
    scrollTo(currentIndex());
    viewport()->update();
    Q_EMIT lookChanged();
}

void GalleryView::showMoreCaption(int lines)
{
    setLook({look().captionLines + lines, look().hasChips});
}

void GalleryView::setChipsShown(bool areShown)
{
    setLook({look().captionLines, areShown});
}

FigureView::Span GalleryView::visibleRows() const
{
    const GalleryLayout::Span span = m_layout.visibleAt(verticalOffset());
    return {span.first, span.last};
}

QSize GalleryView::pictureSize() const
{
    return TilePainter::pictureIn({m_layout.tileSize().width(), m_layout.pictureHeight()});
}

QRect GalleryView::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? rectOf(index.row()) : QRect();
}

QModelIndex GalleryView::indexAt(const QPoint& point) const
{
    const auto row = rowAt(point);
    return row ? m_figures->index(*row) : QModelIndex();
}

void GalleryView::layOut()
{
    m_layout = GalleryLayout(viewport()->size(), rowCount(), m_tileWidth, m_painter.captionHeight());
    setScrollRange(m_layout.maximumScroll(), m_layout.pageStep(), m_layout.unitsPerLine() / 3);
}

void GalleryView::scrollContentsBy(int, int dy)
{
    if (m_layout.isExact() && !m_band)
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    wantVisible();
    if (m_band)
        stretchBand(m_band->to);
}

void GalleryView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), coloursFor(palette()).window);
    if (rowCount() == 0) {
        paintEmpty(painter);
        return;
    }
    const Span span = visibleRows();
    for (int row = span.first; row <= span.last; ++row) {
        const QRect tile = rectOf(row);
        if (!event->region().intersects(tile.adjusted(-2, -2, 2, 2)))
            continue;
        TileState state;
        state.figure = m_figures->tileAt(row);
        state.thumbnail = m_thumbnails->find(m_figures->rowIdAt(row));
        state.isCursor = row == m_selection->cursor();
        state.isSelected = m_selection->isSelected(row);
        state.isFocused = hasFocus();
        m_painter.paint(painter, tile, m_layout.pictureHeight(), state, palette());
    }
    if (m_band)
        paintBand(painter);
}

void GalleryView::paintBand(QPainter& painter) const
{
    const Colours& colours = coloursFor(palette());
    // Far corners are drawn just outside of the viewport.
    const qint64 fromY = m_band->from.y - m_layout.contentY(0, verticalOffset());
    const QPoint from(m_band->from.x, static_cast<int>(std::clamp<qint64>(fromY, -2, viewport()->height() + 2)));
    QColor ground = colours.accent;
    ground.setAlpha(48);
    painter.setPen(colours.accent);
    painter.setBrush(ground);
    painter.drawRect(QRect(from, m_band->to).normalized());
}

void GalleryView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_painter.refreshFonts();
    FigureView::changeEvent(event);
}

} // namespace biomedica::ui
