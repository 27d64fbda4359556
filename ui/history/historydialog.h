// Everything that was ever decided in the collection, by whomever: to look through, and to undo or redo one old
// decision or many without touching later ones.
//
// Thread contract: GUI thread; the journal is read in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/history/historylines.h"
#include "ui/session/decisioncontroller.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace biomedica::ui {

class HistoryFilters;
class HistoryModel;
class UndoPanel;

class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    /// `figure`: the one at the cursor. `isOnlyFigure`: begins with that figure's life.
    HistoryDialog(Session& session, DecisionController& decisions, const Actions& actions, std::optional<RowId> figure,
                  bool isOnlyFigure, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    HistoryModel* model() const { return m_model; }
    HistoryFilters* filters() const { return m_filters; }
    UndoPanel* panel() const { return m_panel; }
    bool isSettled() const;

Q_SIGNALS:
    void figuresRequested(const biomedica::ui::Rows& rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fitRows();
    void read();
    void show(Result<HistoryLines> lines);
    void showChosen();
    void undo(const std::vector<std::string>& decisions);
    void redo(const std::vector<std::string>& decisions);

    Session& m_session;
    DecisionController& m_decisions;
    HistoryModel* m_model;
    QTableView* m_table;
    HistoryFilters* m_filters;
    QLabel *m_count, *m_empty;
    UndoPanel* m_panel;
    Background m_reading;
};

} // namespace biomedica::ui
