#include "ui/shell/labeldialogs.h"

#include "ui/checks/checksdialog.h"
#include "ui/history/historydialog.h"
#include "ui/session/wording.h"
#include "ui/shell/workbench.h"
#include "ui/taxonomy/taxonomydialog.h"

namespace biomedica::ui {

LabelDialogs::LabelDialogs(Session& session, QueryController& queries, DecisionController& decisions,
                           Workbench& workbench, const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_queries(queries), m_decisions(decisions), m_workbench(workbench),
      m_actions(actions), m_window(window)
{
    connect(actions[ActionId::History], &QAction::triggered, this, [this] { openHistory(false); });
    connect(actions[ActionId::FigureHistory], &QAction::triggered, this, [this] { openHistory(true); });
    connect(actions[ActionId::Classes], &QAction::triggered, this, &LabelDialogs::openClasses);
    connect(actions[ActionId::CheckLabels], &QAction::triggered, this, &LabelDialogs::openChecks);
    connect(&queries, &QueryController::resultChanged, this, &LabelDialogs::selectWanted, Qt::QueuedConnection);
}

template <typename Dialog>
Dialog* LabelDialogs::open(QPointer<Dialog>& place, Dialog* dialog)
{
    place = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

HistoryDialog* LabelDialogs::openHistory(bool isOnlyFigure)
{
    auto* dialog = new HistoryDialog(m_session, m_decisions, m_actions, m_workbench.selection()->cursorFigure(),
                                     isOnlyFigure, m_window);
    connect(dialog, &HistoryDialog::figuresRequested, this, &LabelDialogs::showFigures);
    return open(m_history, dialog);
}

TaxonomyDialog* LabelDialogs::openClasses()
{
    return open(m_classes, new TaxonomyDialog(m_session, m_decisions, m_actions, m_window));
}

ChecksDialog* LabelDialogs::openChecks()
{
    auto* dialog = new ChecksDialog(m_session, m_decisions, m_actions, m_window);
    connect(dialog, &ChecksDialog::figuresRequested, this, &LabelDialogs::showFigures);
    return open(m_checks, dialog);
}

void LabelDialogs::showFigures(const Rows& rows)
{
    m_wanted = rows;
    const bool isWhole = m_queries.query().root.kind == query::NodeKind::All;
    const auto selected = m_workbench.selection()->selectFigures(rows);
    if (isWhole || selected == static_cast<std::int64_t>(rows.size()))
        selectWanted();
    else
        m_queries.setQuery({});
}

void LabelDialogs::selectWanted()
{
    const Rows wanted = std::exchange(m_wanted, {});
    if (wanted.empty() || !m_queries.result())
        return;
    m_workbench.centre()->showPage(Centre::Page::Gallery);
    const auto selected = m_workbench.selection()->selectFigures(wanted);
    m_workbench.centre()->currentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT noted(tr("%1 selected").arg(Wording::figures(static_cast<qulonglong>(selected))));
}

bool LabelDialogs::isSettled() const
{
    return (!m_history || m_history->isSettled()) && (!m_classes || m_classes->isSettled())
           && (!m_checks || m_checks->isSettled());
}

} // namespace biomedica::ui
