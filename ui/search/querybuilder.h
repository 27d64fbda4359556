// Builds a query from conditions, for those who do not type the language: begins with the query as it is, shows its
// text and how many figures match while it is changed.
//
// Thread contract: GUI thread; counting happens in the background.
#pragma once

#include "ui/search/criterionrow.h"
#include "ui/session/session.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace biomedica::ui {

class QueryBuilder : public QDialog {
    Q_OBJECT
public:
    QueryBuilder(Session& session, ValueSource& values, const query::Query& query, QWidget* parent = nullptr);

    const QList<CriterionRow*>& rows() const { return m_rows; }
    QComboBox* join() const { return m_join; }
    QPushButton* addButton() const { return m_add; }
    QPushButton* searchButton() const { return m_search; }
    QString queryText() const;
    QString countText() const;

Q_SIGNALS:
    void built(const biomedica::query::Query& query);
    void counted();

private:
    void build();
    CriterionRow* addRow(const Criterion& criterion);
    void removeRow(CriterionRow* row);
    void update();
    void count();
    void fitHeight();
    Criteria criteria() const;

    Session& m_session;
    ValueSource& m_values;
    const query::Query m_before;
    std::optional<query::Query> m_query; ///< nullopt where a line makes no sense
    QComboBox* m_join;
    QList<CriterionRow*> m_rows;
    QWidget* m_content;
    QScrollArea* m_area;
    QVBoxLayout* m_lines;
    QLabel *m_text, *m_count;
    QPushButton *m_add, *m_search = nullptr;
    QTimer m_pause; ///< of the person's typing
    Background m_counting;
};

} // namespace biomedica::ui
