// What the views of all figures, gallery and table, have in common: the cursor and the selection of
// FigureSelection with the keys and clicks of file managers, reading what is in view and a page around it,
// dragging figures out as files, and keeping their place when the result becomes another one.
//
// The view's current index follows the cursor for screen readers; the selection model stays empty. Positions
// are the subclass's arithmetic, so that nothing here grows with the number of figures.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/figureselection.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QAbstractItemView>
#include <optional>

namespace biomedica::ui {

class FigureDrag;
class ScrollGlide;

class FigureView : public QAbstractItemView {
    Q_OBJECT
public:
    /// `model` has one row a figure, as `figures` has.
    FigureView(QAbstractItemModel* model, FigureResultModel* figures, FigureSelection* selection,
               ThumbnailStore* thumbnails, QWidget* parent);
    ~FigureView() override;

    /// Everything in view is there, with its picture.
    bool isSettled() const;

    FigureDrag* drag() const { return m_drag; }

    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

public Q_SLOTS:
    /// Shown in the middle where there are no figures.
    void setEmptyText(const QString& title, const QString& hint);
    void selectAll() override { m_selection->selectAll(); }

Q_SIGNALS:
    /// Of the cursor's figure, or of the selection where it belongs to it.
    void menuRequested(const QPoint& globalPosition);
    /// The cursor's figure is to be looked at as a whole.
    void opened();
    void emptyTextChanged(const QString& title, const QString& hint);

protected:
    /// Rows of which something is in view; first > last where there are none.
    struct Span {
        int first = 0, last = -1;
    };
    virtual Span visibleRows() const = 0;
    virtual QRect rectOf(int row) const = 0;
    virtual std::optional<int> rowAt(const QPoint& point) const = 0;
    virtual int scrollToShow(int row) const = 0;
    virtual int scrollToPlace(int row, int y) const = 0;
    virtual int rowAfter(int row, CursorAction action) const = 0;
    /// Positions and scroll bars, after a change of size, fonts or the number of figures.
    virtual void layOut() = 0;
    /// Of a figure's picture, in device-independent pixels.
    virtual QSize pictureSize() const = 0;
    /// A press beside the figures.
    virtual void pressBeside(QMouseEvent* event);

    int rowCount() const { return m_figures->rowCount(); }
    void setScrollRange(int maximum, int pageStep, int singleStep);
    void wantVisible();
    void paintEmpty(QPainter& painter) const;
    void updateRow(int row);

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect&, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection&) const override { return {}; }
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString&) override {} // letters are keys for labels

    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;

    FigureResultModel* const m_figures;
    FigureSelection* const m_selection;
    ThumbnailStore* const m_thumbnails;

private:
    bool isInView(int row) const;
    void rememberPlace();
    void takeUpResult();
    void showCursor();
    Rows figuresToDrag() const;

    FigureDrag* m_drag;
    ScrollGlide* m_glide;
    bool m_isTakingUp = false;         ///< the result is being replaced
    bool m_isCursorKept = false;       ///< the cursor was in view before
    std::optional<RowId> m_keptFigure; ///< else the first one in view
    int m_keptY = 0;
    QString m_emptyTitle, m_emptyHint;
};

} // namespace biomedica::ui
