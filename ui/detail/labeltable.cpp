#include "ui/detail/labeltable.h"

#include "ui/common/annotatorbadge.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/session/entrywording.h"
#include "ui/session/wording.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int lineGap = 2;
constexpr int wrapping = Qt::AlignLeft | Qt::TextWordWrap;

QString wholeTime(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::LongFormat);
}

/// In the table only what is not the usual case.
QString origin(const QString& who, std::int64_t ms, journal::Source source)
{
    const bool isMany = source == journal::Source::Bulk || source == journal::Source::Cluster;
    return isMany ? LabelTable::tr("%1 · many · %2", "who, at once, when").arg(who, Wording::when(ms))
                  : LabelTable::tr("%1 · %2", "who, when").arg(who, Wording::when(ms));
}

QString originHint(const QString& who, std::int64_t ms, journal::Source source)
{
    return LabelTable::tr("%1, %2, %3", "who, when, how").arg(who, wholeTime(ms), EntryWording::sourceName(source));
}

bool hasSeveralVoters(const annotation::FigureLabels& labels)
{
    return std::any_of(labels.votes.begin(), labels.votes.end(), [&](const annotation::FigureVote& vote) {
        return vote.annotator != labels.votes.front().annotator;
    });
}

} // namespace

LabelTable::LabelTable(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Labels"));
    measureLines();
}

void LabelTable::setDetail(const workspace::FigureDetail* detail, const annotation::Taxonomy& taxonomy,
                           const QString& annotator)
{
    m_lines.clear();
    if (detail) {
        addVotes(*detail, taxonomy, annotator);
        addRemarks(*detail, annotator);
    }
    measureLines();
    setAccessibleDescription(spokenText());
    updateGeometry();
    update();
}

void LabelTable::addVotes(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy,
                          const QString& annotator)
{
    const Scheme scheme = coloursFor(palette()).scheme;
    const auto chips = [&](Question question, const Answer& answer, ChipOrigin origin) {
        QList<Chip> result;
        for (const std::string& value : answer)
            result.append(chipFor(taxonomy, question, value, origin, scheme));
        return result;
    };
    for (const Question question : allQuestions) {
        QString name = Wording::questionName(question);
        const auto add = [&](QList<Chip> list, const QString& text, const QString& origin, const QString& hint) {
            m_lines.append({std::exchange(name, {}), std::move(list), text, origin, hint, {}});
        };
        for (const annotation::FigureVote& vote : detail.labels.votes) {
            if (vote.question != question)
                continue;
            const QString voter = fromUtf8(vote.annotator);
            add(chips(question, vote.answer, ChipOrigin::Hand), vote.answer.empty() ? tr("none") : QString(),
                origin(voter == annotator ? tr("you") : voter, vote.atMs, vote.source),
                originHint(voter, vote.atMs, vote.source));
            if (hasSeveralVoters(detail.labels))
                m_lines.last().voter = voter;
        }
        if (detail.labels[question].agreement == annotation::Agreement::Undecided)
            add({}, tr("disputed"), tr("no majority"), {});
        if (const auto& imported = detail.imported[question])
            add(chips(question, *imported, ChipOrigin::Imported), {}, tr("imported"), tr("as the shard says"));
        if (detail.isHidden[static_cast<std::size_t>(question)])
            add({}, tr("hidden until you have answered"), {}, {});
        else if (!name.isEmpty())
            add({}, tr("unlabelled"), {}, {});
    }
}

void LabelTable::addRemarks(const workspace::FigureDetail& detail, const QString& annotator)
{
    for (const annotation::FigureRemark& remark : detail.labels.remarks) {
        QStringList words;
        if (remark.status == journal::Status::Unsure)
            words += tr("unsure");
        if (remark.status == journal::Status::Skipped)
            words += tr("skipped");
        if (remark.isFlagged)
            words += tr("flagged");
        const QString who = fromUtf8(remark.annotator);
        const QString shortOrigin = origin(who == annotator ? tr("you") : who, remark.atMs, remark.source);
        const QString hint = originHint(who, remark.atMs, remark.source);
        if (!words.isEmpty())
            m_lines.append({tr("status"), {}, words.join(QStringLiteral(", ")), shortOrigin, hint, {}});
        if (!remark.note.empty())
            m_lines.append({tr("note"), {}, fromUtf8(remark.note), shortOrigin, hint, {}});
    }
}

QString LabelTable::spokenText() const
{
    QStringList spoken;
    for (const Line& line : m_lines) {
        QStringList values;
        for (const Chip& chip : line.chips)
            values += chip.text;
        QStringList parts{line.question, values.join(QStringLiteral(", ")), line.text,
                          line.hint.isEmpty() ? line.origin : line.hint};
        parts.removeAll(QString());
        spoken += parts.join(QLatin1Char(' '));
    }
    return spoken.join(QLatin1Char('\n'));
}

int LabelTable::widthOfOrigin(const Line& line)
{
    if (line.origin.isEmpty())
        return 0;
    const int badge = line.voter.isEmpty() ? 0 : badgeSize() + measure::grid;
    return QFontMetrics(textFont(measure::smallTextSize)).horizontalAdvance(line.origin) + badge + measure::gap;
}

void LabelTable::measureLines()
{
    const QFont font = textFont(measure::smallTextSize);
    const QFontMetrics metrics(font);
    m_lineHeight = chipSize({}, font).height() + lineGap;
    m_questionWidth = m_originWidth = 0;
    for (Line& line : m_lines) {
        line.originWidth = widthOfOrigin(line);
        line.chipWidths.clear();
        for (const Chip& chip : line.chips)
            line.chipWidths.append(chipSize(chip, font).width());
        m_questionWidth = std::max(m_questionWidth, metrics.horizontalAdvance(line.question));
        m_originWidth = std::max(m_originWidth, line.originWidth);
    }
    m_questionWidth += measure::margin;
    m_measured = {};
}

/// Where text is large, answers stand below their question instead of beside it.
bool LabelTable::isStacked(int width) const
{
    return m_questionWidth + m_originWidth > width * 2 / 3;
}

/// Relative to the line's top.
QRect LabelTable::contentArea(const Line& line, int width) const
{
    if (isStacked(width))
        return {measure::margin, m_lineHeight, width - measure::margin, m_lineHeight};
    return {m_questionWidth, 0, width - m_questionWidth - line.originWidth, m_lineHeight};
}

/// Chips that do not fit beside each other stand below each other; text wraps.
int LabelTable::contentHeight(const Line& line, int width) const
{
    const QFont font = textFont(measure::smallTextSize);
    const int room = contentArea(line, width).width();
    if (!line.text.isEmpty())
        return std::max(m_lineHeight, QFontMetrics(font).boundingRect(0, 0, room, 0, wrapping, line.text).height()
                                          + m_lineHeight - QFontMetrics(font).height());
    int lines = 1;
    int x = 0;
    for (const int needed : line.chipWidths) {
        if (x > 0 && x + needed > room) {
            ++lines;
            x = 0;
        }
        x += needed + measure::grid;
    }
    return lines * m_lineHeight;
}

int LabelTable::heightOf(const Line& line, int width) const
{
    return contentArea(line, width).top() + contentHeight(line, width);
}

int LabelTable::heightForWidth(int width) const
{
    if (m_measured.width() == width)
        return m_measured.height();
    int height = 0;
    for (const Line& line : m_lines)
        height += heightOf(line, width);
    m_measured = {width, std::max(m_lineHeight, height)};
    return m_measured.height();
}

bool LabelTable::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int y = 0;
    for (const Line& line : m_lines) {
        y += heightOf(line, width());
        if (help->pos().y() < y) {
            QToolTip::showText(help->globalPos(), line.hint, this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void LabelTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measureLines();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void LabelTable::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int y = 0;
    for (const Line& line : m_lines) {
        paintLine(painter, line, y);
        y += heightOf(line, width());
    }
}

void LabelTable::paintLine(QPainter& painter, const Line& line, int y) const
{
    const QFont font = textFont(measure::smallTextSize);
    painter.setFont(font);
    painter.setPen(coloursFor(palette()).muted);
    const QRect head(0, y, width(), m_lineHeight - lineGap);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(line.question, Qt::ElideRight, head.width() - line.originWidth));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, line.origin);
    if (!line.voter.isEmpty())
        drawAnnotatorBadge(painter, head.adjusted(width() - line.originWidth + measure::gap, 0, 0, 0), line.voter,
                           palette());
    QRect place = contentArea(line, width()).translated(0, y);
    if (!line.text.isEmpty()) {
        const int height = contentHeight(line, width()) - lineGap;
        painter.drawText(QRect(place.left(), place.top(), place.width(), height), Qt::AlignVCenter | wrapping,
                         line.text);
        return;
    }
    int x = 0;
    for (int i = 0; i < line.chips.size(); ++i) {
        if (x > 0 && x + line.chipWidths[i] > place.width()) {
            x = 0;
            place.translate(0, m_lineHeight);
        }
        x += drawChip(painter, QRect(place.left() + x, place.top(), place.width() - x, m_lineHeight - lineGap),
                      line.chips[i], font, palette())
             + measure::grid;
    }
}

} // namespace biomedica::ui
