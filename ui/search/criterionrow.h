// One line of the query builder: what is looked at, how, and with which words or values.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/search/criterion.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QStringListModel;
class QToolButton;

namespace biomedica::ui {

class ValueSource;

class CriterionRow : public QWidget {
    Q_OBJECT
public:
    explicit CriterionRow(ValueSource& values, QWidget* parent = nullptr);

    Criterion criterion() const;
    void setCriterion(const Criterion& criterion);

    /// Shown below the line; "" for none.
    void setMistake(const QString& message);

    /// Where a person goes on typing.
    void focusEditor();

    QComboBox* subject() const { return m_subject; }
    QComboBox* test() const { return m_test; }
    QLineEdit* text() const { return m_text; }
    QLineEdit* low() const { return m_low; }
    QLineEdit* high() const { return m_high; }
    QComboBox* state() const { return m_state; }
    QToolButton* removeButton() const { return m_remove; }

Q_SIGNALS:
    void edited();
    void removeRequested();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fillSubjects();
    void fillTests();
    void showEditor();
    void offerValues();
    CriterionTest chosenTest() const;
    std::pair<Criterion::Subject, query::Field> chosenSubject() const;

    ValueSource& m_values;
    QComboBox *m_subject, *m_test, *m_state;
    QStackedWidget* m_editors;
    QLineEdit *m_text, *m_low, *m_high;
    QStringListModel* m_offered;
    QToolButton* m_remove;
    QLabel* m_mistake;
};

} // namespace biomedica::ui
