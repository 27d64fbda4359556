// How far the annotators agree: for all questions in one table, and for one of them by class, two by two, by day and
// with oneself, each as a table and as a picture.
//
// Thread contract: GUI thread; the report is made in the background and can be cancelled.
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace biomedica::ui {

class BarChart;
class Chart;
class HeatMap;
class LineChart;
class TableView;

class StatisticsPage : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsPage(Session& session, QWidget* parent = nullptr);

    /// Makes the report anew.
    void begin();
    /// Cancels what is under way.
    void end();
    bool isSettled() const { return !m_reporting.isBusy() && !m_writing.isBusy(); }

    /// nullptr before the first one is there.
    const std::shared_ptr<const workspace::ConsensusReport>& report() const { return m_report; }
    void setQuestion(Question question);
    /// Into this folder; ends in noted() or failed().
    void exportTo(const QString& folder);

    TableView* overallTable() const { return m_overall; }
    TableView* classTable() const { return m_classes; }
    BarChart* classChart() const { return m_classChart; }
    HeatMap* confusionMap() const { return m_confusion; }
    LineChart* driftChart() const { return m_driftChart; }
    TableView* repeatTable() const { return m_repeats; }
    /// "" while there are tables to see.
    QString emptyText() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    void settled();

private:
    QWidget* makeHead();
    QWidget* makeBody();
    QWidget* addSection(QVBoxLayout* layout, const QString& title, TableView* table, QWidget* picture);
    QWidget* makeConfusion();
    void take(Result<workspace::ConsensusReport> report);
    void showReport();
    void showQuestion();
    void showPair();
    void showMessage(const QString& text);
    void updateButtons();
    void chooseFolder();
    const workspace::QuestionReport* shownQuestion() const;

    static constexpr std::size_t resamples = 1000;

    Session& m_session;
    std::shared_ptr<const workspace::ConsensusReport> m_report;
    QComboBox *m_question, *m_pair;
    QPushButton *m_cancel, *m_export;
    QLabel *m_message, *m_cell, *m_leftOut;
    QStackedLayout* m_pages = nullptr;
    TableView *m_overall, *m_classes, *m_pairs, *m_drift, *m_repeats;
    BarChart *m_classChart, *m_repeatChart;
    LineChart* m_driftChart;
    HeatMap* m_confusion;
    QScrollArea* m_scroll = nullptr; ///< around the confusion
    QList<QWidget*> m_sections;      ///< by class, pairs, drift, repeats
    Background m_reporting, m_writing;
};

} // namespace biomedica::ui
