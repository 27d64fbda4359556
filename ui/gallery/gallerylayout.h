// Where tiles stand: arithmetic only (ui/common/linescroll.h), so that 24 million of them cost as much as ten.
//
// Thread contract: a value.
#pragma once

#include "ui/common/linescroll.h"
#include "ui/models/rowranges.h"

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
    int linesInView() const { return m_scroll.linesInView(); }

    int maximumScroll() const { return m_scroll.maximum(); }
    int unitsPerLine() const { return m_scroll.unitsPerLine(); }
    bool isExact() const { return m_scroll.isExact(); }
    int pageStep() const { return m_scroll.pageStep(); }
    /// How far a height of the viewport is below the first tile's upper gap.
    qint64 contentY(int y, int scroll) const { return y + m_scroll.pixelsAt(scroll); }

    /// In viewport coordinates when scrolled to `scroll`. Rows far out of view give rectangles far out.
    QRect rectOf(int row, int scroll) const;
    /// nullopt between tiles and after the last.
    std::optional<int> rowAt(QPoint point, int scroll) const;

    /// Rows of which something is in view; first > last where there are none.
    struct Span {
        int first = 0, last = -1;
    };
    Span visibleAt(int scroll) const;

    /// A corner of a rubber band: x in the viewport, y by contentY().
    struct Corner {
        int x = 0;
        qint64 y = 0;
    };
    /// All rows whose tiles the band between two corners touches.
    RowRanges rowsBetween(Corner one, Corner other) const;

    /// The scroll position nearest to `scroll` at which the whole tile is in view.
    int scrollToShow(int row, int scroll) const { return m_scroll.toShow(row / m_columns, scroll); }
    /// The scroll position at which the tile's top stands at `y`, as far as the ends allow.
    int scrollToPlace(int row, int y) const { return m_scroll.toPlace(row / m_columns, y); }

    static constexpr int gap = 8; ///< between tiles and around them

private:
    int m_count = 0;
    int m_columns = 1;
    QSize m_tile{1, 1};
    int m_pictureHeight = 1;
    LineScroll m_scroll;
};

} // namespace biomedica::ui
