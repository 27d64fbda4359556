#include "ui/statistics/questioncharts.h"

#include "ui/common/markedtext.h"
#include "ui/statistics/agreementtables.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>
#include <map>

namespace biomedica::ui {

namespace {

Bar barOf(const std::string& name, const std::optional<agreement::Estimate>& estimate)
{
    Bar bar{fromUtf8(name), QStringLiteral("–"), std::nullopt, std::nullopt};
    if (!estimate)
        return bar;
    bar.text = QLocale().toString(estimate->value, 'f', 2);
    bar.value = estimate->value;
    if (estimate->interval)
        bar.interval = std::pair(estimate->interval->low, estimate->interval->high);
    return bar;
}

/// The labels of most figures, in order.
std::vector<agreement::Label> frequentLabels(const agreement::Confusion& confusion, std::size_t most)
{
    std::map<agreement::Label, std::uint64_t> counts;
    for (const agreement::Confusion::Cell& cell : confusion.cells) {
        counts[cell.first] += cell.count;
        counts[cell.second] += cell.count;
    }
    std::vector<agreement::Label> labels = confusion.labels();
    std::stable_sort(labels.begin(), labels.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
    labels.resize(std::min(labels.size(), most));
    std::sort(labels.begin(), labels.end());
    return labels;
}

} // namespace

void QuestionCharts::showClasses(BarChart& chart, const workspace::QuestionReport& report)
{
    QList<Bar> bars;
    for (const workspace::ClassAgreement& one : report.byClass)
        bars += barOf(one.name, one.measures.krippendorffAlpha);
    chart.setBars(bars, tr("Krippendorff’s alpha, with its 95 % interval"));
}

void QuestionCharts::showRepeats(BarChart& chart, const workspace::QuestionReport& report)
{
    QList<Bar> bars;
    for (const agreement::SelfAgreement& one : report.repeats)
        bars += barOf(report.annotators[one.annotator], one.measures.observed);
    chart.setBars(bars, tr("share of figures with the same answer again, with its 95 % interval"));
}

void QuestionCharts::showDrift(LineChart& chart, const workspace::QuestionReport& report)
{
    QList<Line> lines;
    for (const agreement::DriftPoint& point : report.drift) {
        const QString name = fromUtf8(report.annotators[point.annotator]);
        if (lines.isEmpty() || lines.last().name != name)
            lines.append({name, {}});
        const auto ms = point.begin.time_since_epoch().count();
        lines.last().points.append({QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).date(), point.share(),
                                    static_cast<int>(point.votes)});
    }
    chart.setLines(lines, tr("votes that equal what the others say, by day"));
}

int QuestionCharts::showConfusion(HeatMap& map, const workspace::QuestionReport& report,
                                  const workspace::AnnotatorPair& pair)
{
    const std::vector<agreement::Label> labels = frequentLabels(pair.confusion, mostAnswers);
    QStringList names;
    QList<int> counts;
    for (const agreement::Label row : labels) {
        names += answerText(report.answers[static_cast<std::size_t>(row)]);
        for (const agreement::Label column : labels)
            counts += static_cast<int>(pair.confusion.count(row, column));
    }
    map.setMatrix(fromUtf8(report.annotators[pair.first]), fromUtf8(report.annotators[pair.second]), names, counts);
    return static_cast<int>(pair.confusion.labels().size() - labels.size());
}

} // namespace biomedica::ui
