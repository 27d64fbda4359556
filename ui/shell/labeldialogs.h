// The dialogs about labels as a whole: history, classes, contradictions; and the way from there to the figures.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/decisioncontroller.h"
#include "ui/session/querycontroller.h"

#include <QObject>
#include <QPointer>

namespace biomedica::ui {

class ChecksDialog;
class HistoryDialog;
class TaxonomyDialog;
class Workbench;

class LabelDialogs : public QObject {
    Q_OBJECT
public:
    LabelDialogs(Session& session, QueryController& queries, DecisionController& decisions, Workbench& workbench,
                 const Actions& actions, QWidget* window);

    HistoryDialog* openHistory(bool isOnlyFigure);
    TaxonomyDialog* openClasses();
    ChecksDialog* openChecks();

    /// Selects these figures, in all figures where the present search does not hold every one of them.
    void showFigures(const Rows& rows);

    /// Those that are open have everything that they show.
    bool isSettled() const;

Q_SIGNALS:
    void noted(const QString& message);

private:
    template <typename Dialog>
    Dialog* open(QPointer<Dialog>& place, Dialog* dialog);
    void selectWanted();

    Session& m_session;
    QueryController& m_queries;
    DecisionController& m_decisions;
    Workbench& m_workbench;
    const Actions& m_actions;
    QWidget* m_window;
    QPointer<HistoryDialog> m_history;
    QPointer<TaxonomyDialog> m_classes;
    QPointer<ChecksDialog> m_checks;
    Rows m_wanted; ///< to be selected when the result arrives
};

} // namespace biomedica::ui
