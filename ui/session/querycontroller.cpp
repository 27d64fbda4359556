#include "ui/session/querycontroller.h"

#include "ui/common/markedtext.h"

namespace biomedica::ui {

QueryController::QueryController(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_search(session.pool(), this)
{
    connect(&session, &Session::collectionOpened, this, [this] {
        reset();
        run();
    });
    connect(&session, &Session::collectionClosed, this, &QueryController::reset);
    connect(&session, &Session::contentChanged, this, &QueryController::run);
}

void QueryController::reset()
{
    m_search.cancel();
    m_history.assign(1, View{});
    m_wanted.reset();
    m_at = 0;
    m_isTyping = false;
    m_hasFailed = false;
    m_result.reset();
    Q_EMIT queryChanged();
    Q_EMIT resultChanged();
}

void QueryController::setQuery(const query::Query& query, Origin origin)
{
    const bool isTyping = origin == Origin::Typing;
    const bool replaces = isTyping && m_isTyping;
    m_isTyping = isTyping;
    if (query == this->query())
        return;
    m_history.resize(m_at + 1);
    if (replaces)
        m_history.back() = {query, {}};
    else
        m_history.push_back({query, {}});
    m_wanted.reset();
    m_at = m_history.size() - 1;
    Q_EMIT queryChanged();
    run();
}

void QueryController::run()
{
    if (!m_session.workspace())
        return;
    m_search.start(
        [workspace = m_session.workspace(), query = query()](std::stop_token stop) {
            return workspace->search(query, Job{stop, {}});
        },
        [this](Result<SharedResult> result) {
            if (!result) {
                if (result.error().kind() != ErrorKind::Cancelled)
                    fail(result.error());
                return;
            }
            m_hasFailed = false;
            m_result = std::move(*result);
            const auto wanted = std::exchange(m_wanted, std::nullopt);
            Q_EMIT resultChanged();
            if (wanted)
                Q_EMIT figureWanted(*wanted);
        });
}

void QueryController::fail(const Error& error)
{
    m_hasFailed = true;
    m_result.reset();
    Q_EMIT resultChanged();
    Q_EMIT searchFailed(fromUtf8(error.message()));
}

void QueryController::goBack()
{
    if (canGoBack())
        goTo(m_at - 1);
}

void QueryController::goForward()
{
    if (canGoForward())
        goTo(m_at + 1);
}

void QueryController::noteFigure(std::optional<RowId> figure)
{
    if (!isBusy()) // else the figure is one of the view before
        m_history[m_at].figure = figure;
}

void QueryController::goTo(std::size_t at)
{
    m_at = at;
    m_isTyping = false;
    m_wanted = m_history[at].figure;
    Q_EMIT queryChanged();
    run();
}

} // namespace biomedica::ui
