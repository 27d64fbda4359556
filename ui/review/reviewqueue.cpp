#include "ui/review/reviewqueue.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr const char* disputedFigures = "is:disputed -status:accepted -status:\"sent back\"";
constexpr const char* sentBackFigures = "status:\"sent back\"";
constexpr const char* markedFigures =
    "(is:flagged OR status:unsure) -is:disputed -status:accepted -status:\"sent back\"";

} // namespace

ReviewQueue::ReviewQueue(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_looking(session.pool(), this)
{
}

Result<ReviewQueue::Found> ReviewQueue::look(workspace::Workspace& workspace, const Job& job)
{
    Found found;
    TRY(const auto now, workspace.snapshot());
    found.isBlind = !now->blindTo.empty();
    if (found.isBlind)
        return found;
    const auto add = [&](const char* text) -> Result<std::size_t> {
        TRY(const query::Query query, query::parse(text));
        TRY(const auto result, workspace.search(query, job));
        result->figures.forEach([&](RowId row) { found.rows.push_back(row); });
        return result->size();
    };
    TRY(found.disputed, add(disputedFigures));
    TRY(found.sentBack, add(sentBackFigures));
    TRY_VOID(add(markedFigures));
    return found;
}

void ReviewQueue::refresh()
{
    if (!m_session.workspace())
        return;
    m_looking.start(
        [workspace = m_session.workspace()](std::stop_token stop) {
            return look(*workspace, Job{std::move(stop), {}});
        },
        [this](Result<Found> found) {
            if (!found) {
                Q_EMIT failed(fromUtf8(found.error().message()));
                return;
            }
            m_found = std::move(*found);
            m_mostDisputed = std::max(m_mostDisputed, m_found.disputed);
            Q_EMIT changed();
        });
}

void ReviewQueue::clear()
{
    m_looking.cancel();
    m_found = {};
    m_mostDisputed = 0;
}

std::optional<RowId> ReviewQueue::neighbour(RowId row, int step) const
{
    const Rows& rows = m_found.rows;
    const auto found = std::find(rows.begin(), rows.end(), row);
    if (found == rows.end())
        return rows.empty() ? std::nullopt : std::optional(rows.front());
    const auto place = (found - rows.begin()) + step;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(rows.size()))
        return std::nullopt;
    return rows[static_cast<std::size_t>(place)];
}

} // namespace biomedica::ui
