// The light table: thumbnails with captions and labels, in the order of the result.
//
// Our own item view, because QListView keeps state per item. Positions are arithmetic
// (gallerylayout.h) and the selection is a set of ranges (rowranges.h), so that nothing here grows with
// the number of figures. The cursor is the view's current index; the selection is ours and apart from
// it: a label hits the selection if there is one, else the cursor's figure.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/gallery/gallerylayout.h"
#include "ui/gallery/rowranges.h"
#include "ui/gallery/tilepainter.h"

#include <QAbstractItemView>
#include <optional>

namespace biomedica::ui {

class GalleryView : public QAbstractItemView {
    Q_OBJECT
public:
    GalleryView(FigureResultModel* model, ThumbnailStore* thumbnails, const annotation::Taxonomy& taxonomy,
                QWidget* parent = nullptr);
    ~GalleryView() override;

    std::optional<int> cursor() const;
    const RowRanges& selection() const { return m_selection; }

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
    void setCursor(int row);
    void moveBy(int rows);
    void moveToUnlabelled(int direction);
    void toggleAtCursor();
    void selectAll() override;
    void selectNone();
    void invertSelection();

Q_SIGNALS:
    void cursorChanged();
    void selectionChanged();
    void tileWidthChanged(int pixels);
    /// No further figure without a label in that direction.
    void endReached();

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
    /// How a move of the cursor changes the selection.
    enum class Reach { Move, Extend, ExtendMore };

    GalleryLayout::Span visible() const;
    void goTo(int row, Reach reach);
    void takeUpResult();
    void wantVisible();
    void paintEmpty(QPainter& painter) const;
    int rowCount() const { return m_figures->rowCount(); }
    void noteSelection();
    static Reach reachOf(Qt::KeyboardModifiers modifiers);

    FigureResultModel* m_figures;
    ThumbnailStore* m_thumbnails;
    TilePainter m_painter;
    GalleryLayout m_layout;
    int m_tileWidth;
    RowRanges m_selection;
    int m_anchor = 0;                ///< where Shift begins
    RowRanges m_beforeExtend;        ///< what Ctrl+Shift adds to
    std::optional<RowId> m_cursorId; ///< to find the figure again in another result
    int m_cursorY = 0;               ///< where its tile stood
    QString m_emptyTitle, m_emptyHint;
    int m_wheelRest = 0;
};

} // namespace biomedica::ui
