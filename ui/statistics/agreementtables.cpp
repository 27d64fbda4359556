#include "ui/statistics/agreementtables.h"

#include "ui/common/csv.h"
#include "ui/common/markedtext.h"
#include "ui/session/wording.h"

#include <QDateTime>
#include <QTimeZone>

namespace biomedica::ui {

namespace {

constexpr double inPercent = 100;
constexpr int percentDigits = 1, kappaDigits = 3;
const QString undefined = QStringLiteral("–");

QDate dayOf(const agreement::DriftPoint& point)
{
    return QDateTime::fromMSecsSinceEpoch(point.begin.time_since_epoch().count(), QTimeZone::utc()).date();
}

} // namespace

QString answerText(const Answer& answer)
{
    QStringList values;
    for (const std::string& value : answer)
        values += fromUtf8(value);
    return values.isEmpty() ? QCoreApplication::translate("AgreementTables", "none")
                            : values.join(QStringLiteral(", "));
}

AgreementTables::AgreementTables(For purpose)
    : m_purpose(purpose), m_locale(purpose == For::Csv ? QLocale::c() : QLocale())
{
    if (purpose == For::Csv)
        m_locale.setNumberOptions(QLocale::OmitGroupSeparator);
}

QString AgreementTables::number(std::size_t count) const
{
    return m_locale.toString(static_cast<qulonglong>(count));
}

QString AgreementTables::number(double value, int digits) const
{
    return m_locale.toString(value, 'f', digits);
}

void AgreementTables::addHead(QStringList& head, const QString& name) const
{
    head += name;
    if (m_purpose == For::Csv)
        head += {tr("%1 (lower end)").arg(name), tr("%1 (upper end)").arg(name)};
}

void AgreementTables::add(QStringList& row, const std::optional<agreement::Estimate>& estimate, int digits,
                          double scale) const
{
    const auto interval = estimate ? estimate->interval : std::nullopt;
    const auto text = [&](double value) { return number(value * scale, digits); };
    if (m_purpose == For::Csv) {
        row += {estimate ? text(estimate->value) : QString(), interval ? text(interval->low) : QString(),
                interval ? text(interval->high) : QString()};
        return;
    }
    if (!estimate)
        row += undefined;
    else if (interval)
        row += tr("%1 [%2, %3]", "value, ends of its interval")
                   .arg(text(estimate->value), text(interval->low), text(interval->high));
    else
        row += text(estimate->value);
}

void AgreementTables::addMeasuresHead(QStringList& head) const
{
    addHead(head, tr("agreement in %"));
    addHead(head, tr("Fleiss’ kappa"));
    addHead(head, tr("Krippendorff’s alpha"));
}

void AgreementTables::addMeasures(QStringList& row, const agreement::Measures& measures) const
{
    add(row, measures.observed, percentDigits, inPercent);
    add(row, measures.fleissKappa, kappaDigits);
    add(row, measures.krippendorffAlpha, kappaDigits);
}

StatisticsTable AgreementTables::overall(const workspace::ConsensusReport& report) const
{
    StatisticsTable table{{tr("question"), tr("annotators"), tr("figures"), tr("undecided"), tr("by two or more")}, {}};
    addMeasuresHead(table.head);
    for (const workspace::QuestionReport& one : report.questions) {
        QStringList row{Wording::questionName(one.question), number(one.annotators.size()), number(one.figures),
                        number(one.undecided), number(one.agreement.items)};
        addMeasures(row, one.agreement);
        table.rows += row;
    }
    return table;
}

StatisticsTable AgreementTables::byClass(const workspace::QuestionReport& report) const
{
    StatisticsTable table{{tr("class"), tr("figures"), tr("votes")}, {}};
    addMeasuresHead(table.head);
    for (const workspace::ClassAgreement& one : report.byClass) {
        QStringList row{fromUtf8(one.name), number(one.figures), number(one.votes)};
        addMeasures(row, one.measures);
        table.rows += row;
    }
    return table;
}

StatisticsTable AgreementTables::pairs(const workspace::QuestionReport& report) const
{
    StatisticsTable table{{tr("annotator"), tr("and"), tr("figures")}, {}};
    addHead(table.head, tr("agreement in %"));
    addHead(table.head, tr("Cohen’s kappa"));
    for (const workspace::AnnotatorPair& pair : report.pairs) {
        QStringList row{fromUtf8(report.annotators[pair.first]), fromUtf8(report.annotators[pair.second]),
                        number(pair.measures.items)};
        add(row, pair.measures.observed, percentDigits, inPercent);
        add(row, pair.measures.cohenKappa, kappaDigits);
        table.rows += row;
    }
    return table;
}

StatisticsTable AgreementTables::confusion(const workspace::QuestionReport& report) const
{
    StatisticsTable table{{tr("annotator"), tr("says"), tr("and"), tr("says"), tr("figures")}, {}};
    const auto answer = [&](agreement::Label label) {
        return answerText(report.answers[static_cast<std::size_t>(label)]);
    };
    for (const workspace::AnnotatorPair& pair : report.pairs)
        for (const agreement::Confusion::Cell& cell : pair.confusion.cells)
            table.rows +=
                {fromUtf8(report.annotators[pair.first]), answer(cell.first), fromUtf8(report.annotators[pair.second]),
                 answer(cell.second), number(std::size_t{cell.count})};
    return table;
}

StatisticsTable AgreementTables::drift(const workspace::QuestionReport& report) const
{
    StatisticsTable table{{tr("annotator"), tr("day (UTC)"), tr("votes"), tr("as the others in %")}, {}};
    for (const agreement::DriftPoint& point : report.drift)
        table.rows += {fromUtf8(report.annotators[point.annotator]),
                       m_purpose == For::Csv ? dayOf(point).toString(Qt::ISODate)
                                             : m_locale.toString(dayOf(point), QLocale::ShortFormat),
                       number(point.votes), number(point.share() * inPercent, percentDigits)};
    return table;
}

StatisticsTable AgreementTables::repeats(const workspace::QuestionReport& report) const
{
    StatisticsTable table{{tr("annotator"), tr("figures")}, {}};
    addHead(table.head, tr("the same answer again in %"));
    addHead(table.head, tr("Cohen’s kappa"));
    for (const agreement::SelfAgreement& one : report.repeats) {
        QStringList row{fromUtf8(report.annotators[one.annotator]), number(one.measures.items)};
        add(row, one.measures.observed, percentDigits, inPercent);
        add(row, one.measures.cohenKappa, kappaDigits);
        table.rows += row;
    }
    return table;
}

std::string toCsv(const StatisticsTable& table)
{
    const auto line = [](const QStringList& row) {
        std::vector<std::string> cells;
        for (const QString& cell : row)
            cells.push_back(toUtf8(cell));
        return csvLine(cells);
    };
    std::string text = line(table.head);
    for (const QStringList& row : table.rows)
        text += line(row);
    return text;
}

} // namespace biomedica::ui
