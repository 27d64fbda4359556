#include "ui/review/answercard.h"

#include "ui/common/annotatorbadge.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int widestCard = 360; // before the text scale; longer notes are shortened, and whole in the tool tip

QFont small()
{
    return textFont(measure::smallTextSize);
}

} // namespace

AnswerCard::AnswerCard(Answer answer, QList<Chip> chips, QList<Voter> voters, QWidget* parent)
    : QAbstractButton(parent), m_answer(std::move(answer)), m_chips(std::move(chips)), m_voters(std::move(voters))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    updateNames();
}

QString AnswerCard::answerText() const
{
    QStringList values;
    for (const Chip& chip : m_chips)
        values += chip.text;
    return values.isEmpty() ? tr("none") : values.join(QStringLiteral(", "));
}

void AnswerCard::setDigit(int digit)
{
    m_digit = digit;
    updateNames();
    update();
}

void AnswerCard::setHolding(bool isHolding)
{
    m_isHolding = isHolding;
    updateNames();
    update();
}

void AnswerCard::updateNames()
{
    QStringList lines;
    for (const Voter& voter : m_voters) {
        const QString who = tr("%1, %2", "who, when").arg(voter.name, voter.when);
        lines += voter.remark.isEmpty() ? who : tr("%1: %2", "who and when, what they noted").arg(who, voter.remark);
    }
    if (m_voters.isEmpty())
        lines += tr("as the shard says");
    setToolTip(lines.join(QLatin1Char('\n')));
    setAccessibleName(m_digit > 0 ? tr("%1: %2", "the key, the answer").arg(m_digit).arg(answerText()) : answerText());
    setAccessibleDescription((m_isHolding ? QStringList{tr("This answer holds.")} : QStringList()).join(QString())
                             + lines.join(QLatin1Char('\n')));
}

int AnswerCard::digitWidth() const
{
    return QFontMetrics(small()).horizontalAdvance(QLatin1Char('0')) + 2 * measure::gap;
}

int AnswerCard::lineHeight() const
{
    return std::max(chipSize({}, small()).height(), badgeSize()) + measure::grid;
}

int AnswerCard::voterWidth(const Voter& voter) const
{
    const QFontMetrics metrics(small());
    const QString text = voter.name + QStringLiteral("  ") + voter.when;
    return badgeSize() + measure::grid
           + std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(voter.remark)) + measure::gap;
}

QSize AnswerCard::sizeHint() const
{
    int chips = 0;
    for (const Chip& chip : m_chips)
        chips += chipSize(chip, small()).width() + measure::grid;
    if (m_chips.isEmpty())
        chips = QFontMetrics(small()).horizontalAdvance(answerText());
    int width = digitWidth() + chips;
    int lines = 1 + static_cast<int>(std::max<qsizetype>(1, m_voters.size()));
    for (const Voter& voter : m_voters) {
        width = std::max(width, voterWidth(voter));
        lines += voter.remark.isEmpty() ? 0 : 1;
    }
    if (m_voters.isEmpty())
        width = std::max(width, QFontMetrics(small()).horizontalAdvance(tr("as the shard says")));
    return {std::min(width, scaled(widestCard)) + 2 * measure::gap, lines * lineHeight() + 2 * measure::gap};
}

void AnswerCard::paintVoter(QPainter& painter, const QRect& line, const Voter& voter) const
{
    const QFontMetrics metrics(small());
    QRect rest = line.adjusted(drawAnnotatorBadge(painter, line, voter.name, palette()) + measure::grid, 0, 0, 0);
    const int whenWidth = metrics.horizontalAdvance(voter.when);
    const QString name = metrics.elidedText(voter.name, Qt::ElideRight, rest.width() - whenWidth - measure::gap);
    painter.setPen(coloursFor(palette()).text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setPen(coloursFor(palette()).muted);
    rest.setLeft(rest.left() + metrics.horizontalAdvance(name) + measure::gap);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, voter.when);
}

void AnswerCard::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(small());
    const bool isLit = hasFocus() || underMouse();
    painter.setPen(QPen(isLit ? colours.accent : m_isHolding ? colours.good : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? colours.accentGround : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::radius, measure::radius);

    QRect line(measure::gap, measure::gap, width() - 2 * measure::gap, lineHeight());
    int x = line.left();
    if (m_digit > 0) {
        const QRect key(x, line.top() + measure::grid / 2, digitWidth() - measure::grid, line.height() - measure::grid);
        painter.setPen(colours.line);
        painter.setBrush(colours.panel);
        painter.drawRoundedRect(key, measure::chipRadius, measure::chipRadius);
        painter.setPen(colours.text);
        painter.drawText(key, Qt::AlignCenter, QString::number(m_digit));
    } else if (m_isHolding) {
        painter.setPen(colours.good);
        painter.drawText(QRect(x, line.top(), digitWidth() - measure::grid, line.height()), Qt::AlignCenter,
                         QStringLiteral("✓"));
    }
    x += digitWidth();
    painter.setPen(colours.muted);
    if (m_chips.isEmpty())
        painter.drawText(line.adjusted(x - line.left(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, answerText());
    for (const Chip& chip : m_chips)
        x += drawChip(painter, QRect(x, line.top(), line.right() - x, line.height() - measure::grid), chip, small(),
                      palette())
             + measure::grid;
    for (const Voter& voter : m_voters) {
        line.translate(0, lineHeight());
        paintVoter(painter, line, voter);
        if (voter.remark.isEmpty())
            continue;
        line.translate(0, lineHeight());
        const QRect words = line.adjusted(badgeSize() + measure::grid, 0, 0, 0);
        painter.setPen(colours.muted);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(small()).elidedText(voter.remark, Qt::ElideRight, words.width()));
    }
    if (m_voters.isEmpty()) {
        line.translate(0, lineHeight());
        painter.setPen(colours.muted);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("as the shard says"));
    }
}

void AnswerCard::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void AnswerCard::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AnswerCard::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace biomedica::ui
