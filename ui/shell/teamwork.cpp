#include "ui/shell/teamwork.h"

#include "core/query/parser.h"
#include "ui/collaboration/blindmode.h"
#include "ui/collaboration/sharedialog.h"
#include "ui/collaboration/votefiles.h"
#include "ui/common/markedtext.h"
#include "ui/session/wording.h"
#include "ui/shell/workbench.h"

namespace biomedica::ui {

Teamwork::Teamwork(Session& session, QueryController& queries, Workbench& workbench, const Actions& actions,
                   QWidget* window)
    : QObject(window), m_session(session), m_queries(queries), m_workbench(workbench), m_window(window),
      m_blind(new BlindMode(session, actions, window)), m_votes(new VoteFiles(session, window))
{
    const auto on = [&](ActionId id, auto function) { connect(actions[id], &QAction::triggered, this, function); };
    on(ActionId::ShareOut, [this] { shareOut(); });
    on(ActionId::ExportVotes, [this] { m_votes->chooseExport(); });
    on(ActionId::MergeVotes, [this] { m_votes->chooseMerge(); });
    on(ActionId::MyAssignments, [this] {
        // What others have labelled meanwhile is still to be done: not is:unlabelled.
        const std::string me = toUtf8(m_session.annotator());
        const query::Query mine = query::withFilter({}, query::Field::Assigned, {{me}, {}});
        show(query::withFilter(mine, query::Field::Annotator, {{}, {me}}));
    });
    connect(m_votes, &VoteFiles::merged, &session, &Session::noteContentChange);
    connect(m_votes, &VoteFiles::noted, this, &Teamwork::noted);
    connect(m_votes, &VoteFiles::failed, this, &Teamwork::failed);
    connect(m_votes, &VoteFiles::reviewRequested, this, [this] {
        if (const auto disputed = query::parse("is:disputed"))
            show(*disputed);
        m_workbench.centre()->showPage(Centre::Page::Review);
    });
}

QLabel* Teamwork::blindSign() const
{
    return m_blind->sign();
}

void Teamwork::show(const query::Query& query)
{
    m_queries.setQuery(query);
    m_workbench.centre()->showPage(Centre::Page::Gallery);
}

void Teamwork::shareOut()
{
    const SharedResult& result = m_queries.result();
    if (!result)
        return;
    const QString query = fromUtf8(query::toText(m_queries.query()));
    const QString figures = Wording::figures(result->size());
    auto* dialog = new ShareDialog(m_session, result->figures.rows(),
                                   query.isEmpty() ? tr("%1: the whole collection").arg(figures)
                                                   : tr("%1, found by: %2").arg(figures, query),
                                   m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShareDialog::shared, this, &Teamwork::noted);
    connect(dialog, &ShareDialog::shared, &m_session, &Session::noteContentChange);
    dialog->open();
}

} // namespace biomedica::ui
