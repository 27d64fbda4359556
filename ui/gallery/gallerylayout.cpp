#include "ui/gallery/gallerylayout.h"

#include <algorithm>
#include <limits>

namespace biomedica::ui {

namespace {

constexpr qint64 maximumUnits = std::numeric_limits<int>::max();

int clampedToInt(qint64 value)
{
    // Far from the limits of int, so that adding a size to a coordinate stays defined.
    constexpr qint64 far = 1 << 30;
    return static_cast<int>(std::clamp(value, -far, far));
}

} // namespace

GalleryLayout::GalleryLayout(QSize viewport, int count, int tileWidth, int captionHeight)
    : m_viewport(viewport), m_count(count)
{
    const int width = std::max(viewport.width() - gap, 1);
    m_columns = std::max(1, width / (std::max(tileWidth, 16) + gap));
    const int share = std::max(16, width / m_columns - gap);
    m_pictureHeight = share * 4 / 5;
    m_tile = QSize(share, m_pictureHeight + captionHeight);
    m_unitsPerLine =
        static_cast<int>(std::clamp(maximumUnits / std::max<qint64>(lines() + 1, 1), qint64{1}, lineHeight()));
}

int GalleryLayout::linesInView() const
{
    return std::max(1, static_cast<int>((m_viewport.height() - gap) / lineHeight()));
}

int GalleryLayout::scrollFor(qint64 pixels) const
{
    const qint64 units = (pixels * m_unitsPerLine + lineHeight() - 1) / lineHeight();
    return static_cast<int>(std::clamp<qint64>(units, 0, maximumScroll()));
}

int GalleryLayout::maximumScroll() const
{
    const qint64 hidden = std::max<qint64>(0, contentHeight() - m_viewport.height());
    return static_cast<int>(std::min((hidden * m_unitsPerLine + lineHeight() - 1) / lineHeight(), maximumUnits));
}

int GalleryLayout::pageStep() const
{
    return linesInView() * m_unitsPerLine;
}

QRect GalleryLayout::rectOf(int row, int scroll) const
{
    const qint64 top = gap + row / m_columns * lineHeight() - pixelsAt(scroll);
    const int left = gap + row % m_columns * (m_tile.width() + gap);
    return QRect(QPoint(left, clampedToInt(top)), m_tile);
}

std::optional<int> GalleryLayout::rowAt(QPoint point, int scroll) const
{
    const int column = (point.x() - gap) / (m_tile.width() + gap);
    const qint64 y = point.y() + pixelsAt(scroll) - gap;
    if (point.x() < gap || y < 0 || column >= m_columns)
        return std::nullopt;
    const qint64 row = y / lineHeight() * m_columns + column;
    if (row >= m_count || !rectOf(static_cast<int>(row), scroll).contains(point))
        return std::nullopt;
    return static_cast<int>(row);
}

GalleryLayout::Span GalleryLayout::visibleAt(int scroll) const
{
    if (m_count == 0)
        return {};
    const qint64 top = pixelsAt(scroll);
    const qint64 firstLine = std::max<qint64>(0, (top - gap) / lineHeight());
    const qint64 lastLine = std::max<qint64>(firstLine, (top + m_viewport.height() - gap - 1) / lineHeight());
    return {static_cast<int>(std::min(firstLine * m_columns, qint64{m_count} - 1)),
            static_cast<int>(std::min((lastLine + 1) * m_columns, qint64{m_count}) - 1)};
}

int GalleryLayout::scrollToShow(int row, int scroll) const
{
    const qint64 top = row / m_columns * lineHeight(); // with the gap above it
    const qint64 bottom = top + lineHeight() + gap;
    const qint64 seenTop = pixelsAt(scroll);
    if (top < seenTop || bottom - top > m_viewport.height())
        return scrollToPlace(row, gap);
    if (bottom > seenTop + m_viewport.height())
        return scrollFor(bottom - m_viewport.height());
    return scroll;
}

int GalleryLayout::scrollToPlace(int row, int y) const
{
    const qint64 pixels = std::max<qint64>(0, gap + row / m_columns * lineHeight() - y);
    const qint64 units = pixels * m_unitsPerLine / lineHeight();
    return static_cast<int>(std::clamp<qint64>(units, 0, maximumScroll()));
}

} // namespace biomedica::ui
