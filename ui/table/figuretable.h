// The figures as a table: columns that can be chosen, moved, made wider and sorted by.
//
// Our own view, because QTableView's row header keeps state per row: 8 MB and 15 ms for a million rows, 190 MB and
// half a second for 24 million (measured with Qt 6.4). Rows have one height, so that their places are arithmetic
// (ui/common/linescroll.h); only the header of the columns is Qt's.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/linescroll.h"
#include "ui/table/tablepainter.h"
#include "ui/views/figureview.h"

class QHeaderView;
class QMenu;
class QToolButton;

namespace biomedica::ui {

class FigureTable : public FigureView {
    Q_OBJECT
public:
    FigureTable(FigureTableModel* table, FigureResultModel* figures, FigureSelection* selection,
                ThumbnailStore* thumbnails, QueryController& queries, const annotation::Taxonomy& taxonomy,
                QWidget* parent = nullptr);
    ~FigureTable() override;

    QHeaderView* header() const { return m_header; }
    bool isShown(TableColumn column) const;
    void setShown(TableColumn column, bool isShown);
    void resetColumns();

    /// Which columns are shown, where and how wide; kept for the next start.
    QByteArray columnState() const;
    /// Does nothing with what is not such a state.
    void setColumnState(const QByteArray& state);

    /// One choice a column.
    QMenu* makeColumnMenu();

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;

Q_SIGNALS:
    void columnsChanged();

protected:
    Span visibleRows() const override;
    QRect rectOf(int row) const override;
    std::optional<int> rowAt(const QPoint& point) const override;
    int scrollToShow(int row) const override { return m_scroll.toShow(row, verticalOffset()); }
    int scrollToPlace(int row, int y) const override { return m_scroll.toPlace(row, y); }
    int rowAfter(int row, CursorAction action) const override;
    void layOut() override;
    QSize pictureSize() const override;
    int horizontalOffset() const override;

    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintRow(QPainter& painter, int row, const QRect& dirty) const;
    void sortBy(int section);
    void showSort();
    void noteColumns();

    FigureTableModel* m_table;
    QueryController& m_queries;
    TablePainter m_painter;
    LineScroll m_scroll;
    QHeaderView* m_header;
    QToolButton* m_columnButton; ///< in the corner over the scroll bar
    int m_charWidth;             ///< that the widths were made for
};

} // namespace biomedica::ui
