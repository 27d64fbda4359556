// Where nothing matches: which part of the query to drop, and how many figures there would be then.
//
// Thread contract: GUI thread; counting happens in the background.
#pragma once

#include "ui/session/querycontroller.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace biomedica::ui {

class EmptyHint : public QFrame {
    Q_OBJECT
public:
    /// Lies in the middle of `place` while the result is empty because of the query.
    EmptyHint(Session& session, QueryController& queries, QWidget* place);

    QList<QPushButton*> buttons() const { return m_buttons; }
    bool isSettled() const { return !m_counting.isBusy(); }
    /// While something else than the result is shown there.
    void setHeldBack(bool isHeldBack);

Q_SIGNALS:
    void settled();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A way out of the empty result.
    struct Way {
        std::vector<query::Node> dropped;
        query::Query query; ///< without these parts
        std::size_t count = 0;
    };

    static Result<std::vector<Way>> findWays(workspace::Workspace& workspace, const query::Query& query,
                                             const Job& job);
    void showOrHide();
    void count();
    void showWays(const std::vector<Way>& ways);
    void addButton(const QString& text, const query::Query& query);
    void place();

    Session& m_session;
    QueryController& m_queries;
    QLabel *m_title, *m_text;
    QVBoxLayout* m_choices;
    QList<QPushButton*> m_buttons;
    bool m_isHeldBack = false;
    Background m_counting;
};

} // namespace biomedica::ui
