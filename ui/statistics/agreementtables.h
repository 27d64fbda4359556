// The numbers of a consensus report as tables: for the page in the person's words and numbers, for CSV with a column
// for each end of an interval.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/workspace/consensus_report.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace biomedica::ui {

struct StatisticsTable {
    QStringList head;
    QList<QStringList> rows;
};

/// "bar plot, line plot"; "none" for the empty set.
QString answerText(const Answer& answer);

class AgreementTables {
    Q_DECLARE_TR_FUNCTIONS(AgreementTables)
public:
    enum class For { Reading, Csv };
    explicit AgreementTables(For purpose);

    StatisticsTable overall(const workspace::ConsensusReport& report) const;
    StatisticsTable byClass(const workspace::QuestionReport& report) const;
    StatisticsTable pairs(const workspace::QuestionReport& report) const;
    StatisticsTable confusion(const workspace::QuestionReport& report) const;
    StatisticsTable drift(const workspace::QuestionReport& report) const;
    StatisticsTable repeats(const workspace::QuestionReport& report) const;

private:
    QString number(std::size_t count) const;
    QString number(double value, int digits) const;
    void addHead(QStringList& head, const QString& name) const;
    void add(QStringList& row, const std::optional<agreement::Estimate>& estimate, int digits, double scale = 1) const;
    void addMeasuresHead(QStringList& head) const;
    void addMeasures(QStringList& row, const agreement::Measures& measures) const;

    For m_purpose;
    QLocale m_locale;
};

std::string toCsv(const StatisticsTable& table);

} // namespace biomedica::ui
