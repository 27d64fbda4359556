// What of the history is shown: whose, of which days, with which class, of which figure.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/session.h"

#include <QDate>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace biomedica::ui {

class HistoryFilters : public QWidget {
    Q_OBJECT
public:
    enum class Days { Any, Today, Week, Month, Chosen };

    /// `figure`: the one at the cursor, which the filter may be narrowed to.
    HistoryFilters(const annotation::Taxonomy& taxonomy, std::optional<RowId> figure, QWidget* parent = nullptr);

    workspace::HistoryFilter filter() const;
    bool isEverything() const;
    /// What is wrong with what was typed; "" in the normal case.
    QString problem() const { return m_problem; }

    /// Those who have decided anything.
    void setAnnotators(const std::vector<std::string>& names);
    void setOnlyFigure(bool isOnly);

    QComboBox* annotatorBox() const { return m_annotator; }
    QComboBox* daysBox() const { return m_days; }
    QLineEdit* classField() const { return m_class; }
    QCheckBox* figureBox() const { return m_onlyFigure; }

Q_SIGNALS:
    void changed();

private:
    void build();
    void updateDays();
    void takeClass();
    void completeClasses();

    const annotation::Taxonomy& m_taxonomy;
    std::optional<RowId> m_figure;
    QComboBox *m_annotator, *m_days;
    QDateEdit *m_from, *m_until;
    QLineEdit* m_class;
    QCheckBox* m_onlyFigure;
    std::string m_className; ///< as the taxonomy spells it; "" = any
    QString m_problem;
};

} // namespace biomedica::ui
