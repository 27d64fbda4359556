// Where tiles stand: arithmetic only, so that 24 million of them cost as much as ten.
//
// The scroll bar counts in units, a fraction of a line of tiles: one pixel each, unless there are so
// many lines that an int could not count them; then fewer units a line, and the bar still tells the
// truth.
//
// Thread contract: a value.
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <optional>

namespace biomedica::ui {

class GalleryLayout {
public:
    GalleryLayout() = default;
    /// Tiles get at least `tileWidth` and share what is left of the width; `captionHeight` is added
    /// below the picture.
    GalleryLayout(QSize viewport, int count, int tileWidth, int captionHeight);

    int count() const { return m_count; }
    int columns() const { return m_columns; }
    QSize tileSize() const { return m_tile; }
    int pictureHeight() const { return m_pictureHeight; }
    /// Lines of tiles that fit as a whole, at least 1.
    int linesInView() const;

    int maximumScroll() const;
    int unitsPerLine() const { return m_unitsPerLine; }
    /// A unit is a pixel.
    bool isExact() const { return m_unitsPerLine == lineHeight(); }
    int pageStep() const;

    /// In viewport coordinates when scrolled to `scroll`. Rows far out of view give rectangles far out.
    QRect rectOf(int row, int scroll) const;
    /// nullopt between tiles and after the last.
    std::optional<int> rowAt(QPoint point, int scroll) const;

    /// Rows of which something is in view; first > last where there are none.
    struct Span {
        int first = 0, last = -1;
    };
    Span visibleAt(int scroll) const;

    /// The scroll position nearest to `scroll` at which the whole tile is in view.
    int scrollToShow(int row, int scroll) const;
    /// The scroll position at which the tile's top stands at `y`, as far as the ends allow.
    int scrollToPlace(int row, int y) const;

    static constexpr int gap = 8; ///< between tiles and around them

private:
    qint64 lineHeight() const { return m_tile.height() + gap; }
    qint64 lines() const { return (qint64{m_count} + m_columns - 1) / m_columns; }
    qint64 pixelsAt(int scroll) const { return scroll * lineHeight() / m_unitsPerLine; }
    int scrollFor(qint64 pixels) const; ///< rounded up, within the ends
    qint64 contentHeight() const { return lines() * lineHeight() + gap; }

    QSize m_viewport;
    int m_count = 0;
    int m_columns = 1;
    QSize m_tile{1, 1};
    int m_pictureHeight = 1;
    int m_unitsPerLine = 1;
};

} // namespace biomedica::ui
