// The light table: thumbnails with captions and labels, in the order of the result.
//
// Our own item view, because QListView keeps state per item; positions are arithmetic (gallerylayout.h). A
// press beside the tiles begins a rubber band.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/gallery/gallerylayout.h"
#include "ui/gallery/tilepainter.h"
#include "ui/views/figureview.h"

#include <QTimer>
#include <optional>

namespace biomedica::ui {

class GalleryView : public FigureView {
    Q_OBJECT
public:
    GalleryView(FigureResultModel* figures, FigureSelection* selection, ThumbnailStore* thumbnails,
                const annotation::Taxonomy& taxonomy, QWidget* parent = nullptr);
    ~GalleryView() override;

    int tileWidth() const { return m_tileWidth; }
    void setTileWidth(int pixels);
    void enlargeTiles(int steps);

    const TileLook& look() const { return m_painter.look(); }
    void setLook(TileLook look);
    void showMoreCaption(int lines);
    void setChipsShown(bool areShown);

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;

Q_SIGNALS:
    void tileWidthChanged(int pixels);
    void lookChanged();

protected:
    Span visibleRows() const override;
    QRect rectOf(int row) const override { return m_layout.rectOf(row, verticalOffset()); }
    std::optional<int> rowAt(const QPoint& point) const override { return m_layout.rowAt(point, verticalOffset()); }
    int scrollToShow(int row) const override { return m_layout.scrollToShow(row, verticalOffset()); }
    int scrollToPlace(int row, int y) const override { return m_layout.scrollToPlace(row, y); }
    int rowAfter(int row, CursorAction action) const override;
    void layOut() override;
    QSize pictureSize() const override;
    void pressBeside(QMouseEvent* event) override;

    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A rubber band from where the button was pressed to where the mouse is.
    struct Band {
        GalleryLayout::Corner from;
        QPoint to;        ///< in the viewport
        RowRanges before; ///< the selection that it adds to
    };
    void stretchBand(const QPoint& to);
    void scrollForBand();
    void paintBand(QPainter& painter) const;

    TilePainter m_painter;
    GalleryLayout m_layout;
    int m_tileWidth;
    std::optional<Band> m_band;
    QTimer m_bandScroll; ///< while the band reaches out of the viewport
    int m_wheelRest = 0;
};

} // namespace biomedica::ui
