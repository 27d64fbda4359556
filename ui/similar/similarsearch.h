// Searches that begin with figures instead of words: they become examples of the query, so that chips, the way
// back, exports and the command line mean the same by it.
//
// Thread contract: GUI thread; names are looked up in the background.
#pragma once

#include "ui/session/exampleedit.h"
#include "ui/session/querycontroller.h"

#include <QObject>

namespace biomedica::ui {

class SimilarSearch : public QObject {
    Q_OBJECT
public:
    SimilarSearch(Session& session, QueryController& queries, QObject* parent = nullptr);

    /// One figure or several, as examples of the query that stands then.
    void searchLike(const Rows& rows, ExampleGesture gesture);
    bool isBusy() const { return m_work.isBusy(); }

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    /// The query has its examples.
    void asked();

private:
    void ask(const std::vector<std::string>& names, ExampleGesture gesture);

    Session& m_session;
    QueryController& m_queries;
    Background m_work;
};

} // namespace biomedica::ui
