#include "ui/detail/labeltable.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/session/wording.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int lineGap = 2;

QString when(std::int64_t ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const bool isToday = time.date() == QDate::currentDate();
    return isToday ? time.toString(QStringLiteral("HH:mm")) : QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace

LabelTable::LabelTable(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LabelTable::setDetail(const workspace::FigureDetail* detail, const annotation::Taxonomy& taxonomy,
                           const QString& annotator)
{
    m_lines.clear();
    const Scheme scheme = coloursFor(palette()).scheme;
    const auto chips = [&](Question question, const Answer& answer, ChipOrigin origin) {
        QList<Chip> result;
        for (const std::string& value : answer)
            result.append(chipFor(taxonomy, question, value, origin, scheme));
        return result;
    };
    for (const Question question : allQuestions) {
        if (!detail)
            break;
        QString name = Wording::questionName(question);
        const auto add = [&](QList<Chip> list, const QString& text, const QString& origin, const QString& hint) {
            m_lines.append({std::exchange(name, {}), std::move(list), text, origin, hint});
        };
        for (const annotation::FigureVote& vote : detail->labels.votes) {
            if (vote.question != question)
                continue;
            const QString voter = fromUtf8(vote.annotator);
            const QString who = voter == annotator ? tr("you") : voter;
            const QString how = vote.source == journal::Source::Hand ? tr("one figure") : tr("many figures at once");
            const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(vote.atMs), QLocale::ShortFormat);
            add(chips(question, vote.answer, ChipOrigin::Hand), vote.answer.empty() ? tr("none") : QString(),
                QStringLiteral("%1 · %2").arg(who, when(vote.atMs)), tr("%1, %2, %3").arg(voter, time, how));
        }
        if (detail->labels[question].agreement == annotation::Agreement::Undecided)
            add({}, tr("disputed"), tr("no majority"), {});
        if (const auto& imported = detail->imported[question])
            add(chips(question, *imported, ChipOrigin::Imported), {}, tr("imported"), tr("as the shard says"));
        if (!name.isEmpty())
            add({}, tr("unlabelled"), {}, {});
    }
    if (detail)
        for (const annotation::FigureRemark& remark : detail->labels.remarks) {
            QStringList words;
            if (remark.status == journal::Status::Unsure)
                words += tr("unsure");
            if (remark.status == journal::Status::Skipped)
                words += tr("skipped");
            if (remark.isFlagged)
                words += tr("flagged");
            const QString who = fromUtf8(remark.annotator);
            if (!words.isEmpty())
                m_lines.append(
                    {tr("status"), {}, words.join(QStringLiteral(", ")), who == annotator ? tr("you") : who, {}});
        }
    QStringList spoken;
    for (const Line& line : m_lines) {
        QStringList values;
        for (const Chip& chip : line.chips)
            values += chip.text;
        spoken += QStringList({line.question, values.join(QStringLiteral(", ")), line.text, line.hint})
                      .join(QLatin1Char(' '));
    }
    setAccessibleName(tr("Labels"));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

int LabelTable::questionWidth() const
{
    const QFontMetrics metrics(textFont(measure::smallTextSize));
    int width = 0;
    for (const Line& line : m_lines)
        width = std::max(width, metrics.horizontalAdvance(line.question));
    return width + measure::margin;
}

int LabelTable::lineHeight() const
{
    return chipSize({}, textFont(measure::smallTextSize)).height() + lineGap;
}

QRect LabelTable::chipArea(const Line& line, int width) const
{
    const int origin = QFontMetrics(textFont(measure::smallTextSize)).horizontalAdvance(line.origin) + measure::gap;
    return {questionWidth(), 0, std::max(40, width - questionWidth() - origin), lineHeight()};
}

/// Chips that do not fit beside each other stand below each other.
int LabelTable::chipLines(const Line& line, int width) const
{
    int lines = 1;
    int x = 0;
    const int room = chipArea(line, width).width();
    for (const Chip& chip : line.chips) {
        const int needed = chipSize(chip, textFont(measure::smallTextSize)).width();
        if (x > 0 && x + needed > room) {
            ++lines;
            x = 0;
        }
        x += needed + measure::grid;
    }
    return lines;
}

int LabelTable::heightForWidth(int width) const
{
    int lines = 0;
    for (const Line& line : m_lines)
        lines += chipLines(line, width);
    return std::max(1, lines) * lineHeight();
}

void LabelTable::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    const QFont font = textFont(measure::smallTextSize);
    QPainter painter(this);
    int y = 0;
    for (const Line& line : m_lines) {
        painter.setFont(font);
        painter.setPen(colours.muted);
        const QRect row(0, y, width(), lineHeight() - lineGap);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.question);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.origin);
        const QRect area = chipArea(line, width());
        painter.drawText(area.translated(0, y), Qt::AlignLeft | Qt::AlignVCenter, line.text);
        int x = 0;
        for (const Chip& chip : line.chips) {
            if (x > 0 && x + chipSize(chip, font).width() > area.width()) {
                x = 0;
                y += lineHeight();
            }
            x += drawChip(painter, QRect(area.left() + x, y, area.width() - x, lineHeight() - lineGap), chip, font,
                          palette())
                 + measure::grid;
        }
        y += lineHeight();
    }
}

} // namespace biomedica::ui
