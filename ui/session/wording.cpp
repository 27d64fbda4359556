#include "ui/session/wording.h"

#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace biomedica::ui {

QString Wording::questionName(Question question)
{
    switch (question) {
    case Question::PanelType: return tr("panel type");
    case Question::PanelSubtype: return tr("subtype");
    case Question::Primary: return tr("primary class");
    case Question::Secondary: return tr("secondary class");
    }
    return {};
}

QString Wording::quoted(const std::vector<std::string>& names)
{
    QStringList parts;
    for (const std::string& name : names)
        parts += tr("“%1”").arg(fromUtf8(name));
    return parts.join(QStringLiteral(", "));
}

QString Wording::decisionText(const journal::Decision& decision)
{
    QStringList parts;
    for (const Question question : allQuestions) {
        if (!decision[question])
            continue;
        if (decision[question]->isWithdrawn)
            parts += tr("clearing %1").arg(questionName(question));
        else if (decision[question]->answer.empty())
            parts += tr("no %1").arg(questionName(question));
        else
            parts += quoted(decision[question]->answer);
    }
    if (decision.status)
        switch (*decision.status) {
        case journal::Status::None: parts += tr("clearing the status"); break;
        case journal::Status::Unsure: parts += tr("“unsure”"); break;
        case journal::Status::Skipped: parts += tr("“skipped”"); break;
        }
    if (decision.isFlagged)
        parts += *decision.isFlagged ? tr("the flag") : tr("clearing the flag");
    if (decision.note)
        parts += tr("the note");
    return parts.join(QStringLiteral(", "));
}

QString Wording::figures(qulonglong count)
{
    return count == 1 ? tr("1 figure") : tr("%1 figures").arg(withThousands(count));
}

QString Wording::dateAndTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    return QStringLiteral("%1 %2").arg(QLocale().toString(time.date(), QLocale::ShortFormat),
                                       time.toString(QStringLiteral("HH:mm")));
}

QString Wording::when(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const bool isToday = time.date() == QDate::currentDate();
    return isToday ? time.toString(QStringLiteral("HH:mm")) : QLocale().toString(time.date(), QLocale::ShortFormat);
}

QString Wording::duration(double seconds)
{
    if (seconds < 60)
        return tr("less than a minute");
    const double minutes = seconds / 60;
    if (minutes < 90)
        return tr("%1 min").arg(qRound(minutes));
    return tr("%L1 h").arg(minutes / 60, 0, 'f', 1);
}

QString Wording::byteCount(double bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(std::max(bytes, 0.0)), 1,
                                       QLocale::DataSizeTraditionalFormat);
}

int globalClassOf(const annotation::Taxonomy& taxonomy, Question question, const std::string& value)
{
    if (!isListQuestion(question))
        return -1;
    const auto& classes = taxonomy.options(Question::Primary);
    const auto found =
        std::find(classes.begin(), classes.end(), question == Question::Primary ? value : taxonomy.parentOf(value));
    return found == classes.end() ? -1 : static_cast<int>(found - classes.begin());
}

Chip chipFor(const annotation::Taxonomy& taxonomy, Question question, const std::string& value, ChipOrigin origin,
             Scheme scheme)
{
    const QColor colour =
        isListQuestion(question) ? classColour(globalClassOf(taxonomy, question, value), scheme) : panelColour(scheme);
    return {fromUtf8(value), colour, origin};
}

} // namespace biomedica::ui
