// The query that the window shows and its answer: one immutable result set that the gallery, the
// facets and the status bar share. Keeps the way back and forward.
//
// Thread contract: GUI thread; searches run in the background, a new query cancels the one before.
#pragma once

#include "core/query/engine.h"
#include "ui/session/session.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace biomedica::ui {

using SharedResult = std::shared_ptr<const query::ResultSet>;

class QueryController : public QObject {
    Q_OBJECT
public:
    explicit QueryController(Session& session, QObject* parent = nullptr);

    const query::Query& query() const { return m_history[m_at].query; }
    /// nullptr before the first answer, and where there is none: what is shown is never another search's. Belongs to an
    /// earlier query while isBusy().
    const SharedResult& result() const { return m_result; }
    /// The last search was answered with a problem (searchFailed()).
    bool hasFailed() const { return m_hasFailed; }
    bool isBusy() const { return m_search.isBusy(); }

    enum class Origin {
        Typing, ///< one of many on the way to what the person wants: the next one takes its place
        Step,   ///< worth coming back to
    };
    void setQuery(const query::Query& query, Origin origin = Origin::Step);
    /// Asks the same again, of a collection that has changed.
    void run();

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_history.size(); }
    void goBack();
    void goForward();
    /// The figure at the cursor: coming back to this view asks for it again.
    void noteFigure(std::optional<RowId> figure);

Q_SIGNALS:
    /// The query is another one; its result follows.
    void queryChanged();
    void resultChanged();
    /// After resultChanged() of a view that was come back to: the figure that had the cursor there.
    void figureWanted(biomedica::RowId figure);
    void searchFailed(const QString& message);

private:
    void goTo(std::size_t at);
    void reset();
    void fail(const Error& error);

    Session& m_session;
    struct View {
        query::Query query; ///< with its order
        std::optional<RowId> figure;
    };
    std::vector<View> m_history{1};
    std::size_t m_at = 0;
    bool m_isTyping = false;       ///< the current entry came from typing
    std::optional<RowId> m_wanted; ///< to be asked for when the result arrives
    SharedResult m_result;
    bool m_hasFailed = false;
    Background m_search;
};

} // namespace biomedica::ui
