#include "ui/similar/similarsearch.h"

#include "ui/common/markedtext.h"

namespace biomedica::ui {

namespace {

/// The key, with its shard where several figures have it.
Result<std::string> nameOf(workspace::Workspace& workspace, RowId row)
{
    TRY(const workspace::FigureSummary figure, workspace.summary(row));
    return workspace.resolveKey(figure.key) ? figure.key : figure.shard + ":" + figure.key;
}

Result<std::vector<std::string>> namesOf(workspace::Workspace& workspace, const Rows& rows)
{
    std::vector<std::string> names;
    for (const RowId row : rows) {
        TRY(std::string name, nameOf(workspace, row));
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace

SimilarSearch::SimilarSearch(Session& session, QueryController& queries, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries), m_work(session.pool(), this, Background::Policy::InOrder)
{
}

void SimilarSearch::searchLike(const Rows& rows, ExampleGesture gesture)
{
    if (!m_session.workspace() || rows.empty()) {
        Q_EMIT noted(tr("There is no figure here to search with"));
        return;
    }
    m_work.start([workspace = m_session.workspace(), rows](std::stop_token) { return namesOf(*workspace, rows); },
                 [this, gesture](Result<std::vector<std::string>> names) {
                     if (names)
                         ask(*names, gesture);
                     else
                         Q_EMIT failed(fromUtf8(names.error().message()));
                 });
}

void SimilarSearch::ask(const std::vector<std::string>& names, ExampleGesture gesture)
{
    const query::Query wanted = withExamples(m_queries.query(), names, gesture);
    if (exampleCount(wanted) > examplesAtMost) {
        Q_EMIT noted(tr("A search takes %1 examples at most: remove some of those above first").arg(examplesAtMost));
        return;
    }
    if (wanted == m_queries.query())
        Q_EMIT noted(tr("That is an example of this search already"));
    m_queries.setQuery(wanted);
    Q_EMIT asked();
}

} // namespace biomedica::ui
