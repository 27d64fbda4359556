// The search field with what came of it: count and time, or what is wrong with the query.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/querycontroller.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace biomedica::ui {

class SearchField;

class SearchBar : public QFrame {
    Q_OBJECT
public:
    SearchBar(Session& session, QueryController& queries, QWidget* parent = nullptr);

    void focusField();
    void clear();
    SearchField* field() const { return m_field; }

Q_SIGNALS:
    /// The person is done with the field.
    void left();
    /// What is wrong with the text; "" when it is right again.
    void mistakeChanged(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showQuery();
    void showResult();
    void showMistake(int begin, int end, const QString& message);
    void search(bool isFinal);
    void updateIcons();
    void placeCount();

    Session& m_session;
    QueryController& m_queries;
    SearchField* m_field;
    QLabel* m_glass;
    QLabel* m_count;
    QToolButton* m_clear;
    QTimer m_typing;
    QTimer m_patience; ///< an unfinished query is no mistake yet
    bool m_isFailed = false;
};

} // namespace biomedica::ui
