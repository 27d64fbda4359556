// Cursor and selection over a result, two things apart: a label hits the selection if there is one, else the
// cursor's figure. Gallery and table show and change the same ones.
//
// A selection is a set of ranges (rowranges.h), so that everything costs as much as one. With another result
// the cursor stays with its figure, and the figures that were selected remain selected.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/figureresultmodel.h"
#include "ui/models/rowranges.h"

#include <QObject>
#include <optional>

namespace biomedica::ui {

class FigureSelection : public QObject {
    Q_OBJECT
public:
    /// How a move of the cursor changes the selection: not at all; the range from the anchor takes its place;
    /// that range is added to it.
    enum class Reach { Move, Extend, ExtendMore };
    static Reach reachOf(Qt::KeyboardModifiers modifiers);

    /// To be made before the views of `figures`, so that they find cursor and selection in place after a reset.
    explicit FigureSelection(const FigureResultModel& figures, QObject* parent = nullptr);

    /// nullopt only where there are no figures.
    std::optional<int> cursor() const { return m_cursor; }
    std::optional<RowId> cursorFigure() const { return m_cursorFigure; }

    const RowRanges& rows() const { return m_rows; }
    bool isEmpty() const { return m_rows.isEmpty(); }
    bool isSelected(int row) const { return m_rows.contains(row); }
    /// The selection at the last move that did not reach: what a rubber band with Ctrl adds to.
    const RowRanges& rowsBefore() const { return m_before; }

    /// The figures of this result stand in the order of those of the one before, so that a place in one means
    /// something in the other.
    bool isOrderKept() const { return m_isOrderKept; }

    void goTo(int row, Reach reach);
    /// The mouse, as in file managers: a press without Ctrl or Shift on a selected figure may be the beginning of
    /// a drag; the selection goes when the button does, unless it was one.
    void press(int row, Qt::KeyboardModifiers modifiers);
    void release();
    void releaseAsDrag() { m_isPressPending = false; }
    /// The right button: a figure outside of the selection stands for itself.
    void pressForMenu(int row);
    /// The cursor goes there, too.
    void toggle(int row);
    void select(RowRanges rows);
    /// These figures, as far as the result holds them, with the cursor at the first; returns how many those are.
    std::int64_t selectFigures(const Rows& figures);

public Q_SLOTS:
    void setCursor(int row) { goTo(row, Reach::Move); }
    void moveBy(int rows);
    /// The next figure in a direction (+1, -1) without a vote of anybody.
    void moveToUnlabelled(int direction);
    void toggleAtCursor();
    void selectAll();
    void selectNone();
    void invert();
    /// Done with the selected figures: lets go of them and goes on to the next one after the cursor that was not
    /// among them.
    void leave();

Q_SIGNALS:
    void cursorChanged();
    void selectionChanged();
    /// No further figure without a label in that direction.
    void endReached();

private:
    void rememberResult();
    void takeUpResult();
    int rowInNewResult() const;
    std::optional<int> nearestInNewResult() const;
    RowRanges rowsInNewResult() const;
    RowRanges rowsOf(const Rows& figures) const;
    void put(int row);

    const FigureResultModel& m_figures;
    std::optional<int> m_cursor;
    std::optional<RowId> m_cursorFigure;
    RowRanges m_rows;
    int m_anchor = 0;   ///< where Shift begins
    RowRanges m_before; ///< what Ctrl+Shift adds to
    bool m_isPressPending = false;
    bool m_isOrderKept = true;
    bool m_isMoved = false;      ///< the cursor stands where somebody put it
    SharedResult m_formerResult; ///< while a new one is taken up
};

} // namespace biomedica::ui
