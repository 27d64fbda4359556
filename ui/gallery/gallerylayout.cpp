#include "ui/gallery/gallerylayout.h"

#include <algorithm>

namespace biomedica::ui {

GalleryLayout::GalleryLayout(QSize viewport, int count, int tileWidth, int captionHeight) : m_count(count)
{
    const int width = std::max(viewport.width() - gap, 1);
    m_columns = std::max(1, width / (std::max(tileWidth, 16) + gap));
    const int share = std::max(16, width / m_columns - gap);
    m_pictureHeight = share * 4 / 5;
    m_tile = QSize(share, m_pictureHeight + captionHeight);
    const qint64 lines = (qint64{m_count} + m_columns - 1) / m_columns;
    m_scroll = LineScroll(lines, m_tile.height() + gap, viewport.height(), gap);
}

QRect GalleryLayout::rectOf(int row, int scroll) const
{
    const int left = gap + row % m_columns * (m_tile.width() + gap);
    return QRect(QPoint(left, m_scroll.topOf(row / m_columns, scroll)), m_tile);
}

std::optional<int> GalleryLayout::rowAt(QPoint point, int scroll) const
{
    const int column = (point.x() - gap) / (m_tile.width() + gap);
    const qint64 line = m_scroll.lineAt(point.y(), scroll);
    if (point.x() < gap || line < 0 || column >= m_columns)
        return std::nullopt;
    const qint64 row = line * m_columns + column;
    if (row >= m_count || !rectOf(static_cast<int>(row), scroll).contains(point))
        return std::nullopt;
    return static_cast<int>(row);
}

GalleryLayout::Span GalleryLayout::visibleAt(int scroll) const
{
    const LineScroll::Span lines = m_scroll.visibleAt(scroll);
    if (lines.last < lines.first)
        return {};
    return {static_cast<int>(lines.first * m_columns),
            static_cast<int>(std::min((lines.last + 1) * m_columns, qint64{m_count}) - 1)};
}

RowRanges GalleryLayout::rowsBetween(Corner one, Corner other) const
{
    const auto [left, right] = std::minmax(one.x, other.x);
    const auto [top, bottom] = std::minmax(one.y, other.y);
    const int across = m_tile.width() + gap;
    const int down = m_tile.height() + gap;
    // Tile i covers [gap + i * step, gap + i * step + size): the first that ends after the band's beginning, the
    // last that begins before its end.
    const int firstColumn = std::max(0, left / across);
    const int lastColumn = right < gap ? -1 : std::min(m_columns - 1, (right - gap) / across);
    const qint64 lines = (qint64{m_count} + m_columns - 1) / m_columns;
    const qint64 firstLine = std::max<qint64>(0, top / down);
    const qint64 lastLine = bottom < gap ? -1 : std::min(lines - 1, (bottom - gap) / down);
    RowRanges rows;
    if (firstColumn > lastColumn)
        return rows;
    for (qint64 line = firstLine; line <= lastLine; ++line)
        rows.add(static_cast<int>(std::min(line * m_columns + firstColumn, qint64{m_count})),
                 static_cast<int>(std::min(line * m_columns + lastColumn + 1, qint64{m_count})));
    return rows;
}

} // namespace biomedica::ui
