#include "ui/shell/groupselection.h"

#include "core/base/bitmap.h"
#include "ui/session/wording.h"

namespace biomedica::ui {

namespace {

RowRanges placesOf(const Rows& figures, const query::ResultSet& result)
{
    Bitmap wanted(result.snapshot->columns->rows());
    for (const RowId figure : figures)
        wanted.set(figure.value);
    return RowRanges::placesOf(wanted, result.figures);
}

} // namespace

GroupSelection::GroupSelection(Session& session, QueryController& queries, FigureSelection& selection, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries), m_selection(selection), m_finding(session.pool(), this)
{
}

template <typename Find>
void GroupSelection::start(Find find, bool isArticle)
{
    const SharedResult result = m_queries.result();
    if (!m_session.workspace() || !result)
        return;
    m_finding.start(
        [workspace = m_session.workspace(), result, find = std::move(find)](std::stop_token stop) -> Result<Found> {
            TRY(const Rows figures, find(*workspace, std::move(stop)));
            return Found{placesOf(figures, *result), figures.size()};
        },
        [this, result, isArticle](const Result<Found>& found) {
            if (!found)
                Q_EMIT failed(fromUtf8(found.error().message()));
            else if (result == m_queries.result()) // else the places mean nothing any more
                apply(*found, isArticle);
        });
}

void GroupSelection::selectArticleOf(RowId figure)
{
    start([figure](workspace::Workspace& workspace, std::stop_token) { return workspace.figuresOfArticle(figure); },
          true);
}

void GroupSelection::select(const FilterTarget& target)
{
    const FilterGesture gesture = takesSeveral(target) ? FilterGesture::Also : FilterGesture::Only;
    start(
        [query = withGesture(m_queries.query(), target, gesture)](workspace::Workspace& workspace,
                                                                  std::stop_token stop) -> Result<Rows> {
            TRY(const SharedResult matches, workspace.search(query, Job{std::move(stop), {}}));
            return matches->figures.rows();
        },
        false);
}

void GroupSelection::apply(const Found& found, bool isArticle)
{
    const auto count = static_cast<qulonglong>(found.rows.count());
    m_selection.select(found.rows);
    const QString figures = Wording::figures(count);
    if (isArticle && count < found.wanted)
        Q_EMIT noted(tr("Selected %1 of this article; it has %2, the others are not in this view")
                         .arg(figures, Wording::figures(found.wanted)));
    else
        Q_EMIT noted(tr("Selected %1: the next label is for all of them").arg(figures));
}

} // namespace biomedica::ui
