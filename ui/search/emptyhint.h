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

Q_SIGNALS:
    void settled();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        QString words;
        query::Query without;
        std::size_t count = 0;
    };

    void showOrHide();
    void count();
    void showParts(const std::vector<Part>& parts);
    void addButton(const QString& text, const query::Query& query);
    void place();

    Session& m_session;
    QueryController& m_queries;
    QLabel *m_title, *m_text;
    QVBoxLayout* m_choices;
    QList<QPushButton*> m_buttons;
    Background m_counting;
};

} // namespace biomedica::ui
