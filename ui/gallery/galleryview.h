// The light table: thumbnails with captions and labels, in the order of the result.
//
// Our own item view, because QListView keeps state per item. Positions are arithmetic
// (gallerylayout.h) and the selection is a set of ranges, so that nothing here grows with the number of
// figures. Cursor and selection are those of FigureSelection; the view's current index follows its cursor for
// screen readers, the selection model stays empty.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/gallery/gallerylayout.h"
#include "ui/gallery/tilepainter.h"
#include "ui/models/figureselection.h"

#include <QAbstractItemView>
#include <optional>

namespace biomedica::ui {

class GalleryView : public QAbstractItemView {
    Q_OBJECT
public:
    GalleryView(FigureResultModel* model, FigureSelection* selection, ThumbnailStore* thumbnails,
                const annotation::Taxonomy& taxonomy, QWidget* parent = nullptr);
    ~GalleryView() override;

    int tileWidth() const { return m_tileWidth; }
    void setTileWidth(int pixels);
    void enlargeTiles(int steps);

    /// Shown in the middle where there are no figures.
    void setEmptyText(const QString& title, const QString& hint);

    /// Everything in view is there, with its picture.
    bool isSettled() const;

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;

public Q_SLOTS:
    void selectAll() override { m_selection->selectAll(); }

Q_SIGNALS:
    void tileWidthChanged(int pixels);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect&, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection&) const override { return {}; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString&) override {} // letters are keys for labels

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    GalleryLayout::Span visible() const;
    void rememberPlace();
    void takeUpResult();
    void showCursor();
    void wantVisible();
    void paintEmpty(QPainter& painter) const;
    int rowCount() const { return m_figures->rowCount(); }

    FigureResultModel* m_figures;
    FigureSelection* m_selection;
    ThumbnailStore* m_thumbnails;
    TilePainter m_painter;
    GalleryLayout m_layout;
    int m_tileWidth;
    bool m_isTakingUp = false; ///< the result is being replaced
    int m_cursorY = 0;         ///< where the cursor's tile stood before
    QString m_emptyTitle, m_emptyHint;
    int m_wheelRest = 0;
};

} // namespace biomedica::ui
