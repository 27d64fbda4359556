#include "ui/annotate/questionhead.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <utility>

namespace biomedica::ui {

namespace {

constexpr int padding = 8;
constexpr int between = 4;

} // namespace

QuestionHead::QuestionHead(const QString& name, const QString& hint, const QString& shortHint, QWidget* parent)
    : QAbstractButton(parent), m_hint(hint), m_shortHint(shortHint)
{
    setText(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuestionHead::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    update();
}

void QuestionHead::setAnswer(QList<Chip> chips, const QString& words)
{
    m_chips = std::move(chips);
    m_words = words;
    describe();
}

void QuestionHead::setContradicting(bool isContradicting)
{
    if (isContradicting == std::exchange(m_isContradicting, isContradicting))
        return;
    describe();
}

void QuestionHead::describe()
{
    const QString contradiction = tr("contradicts another answer of yours");
    QString tip = m_chips.isEmpty() ? m_hint : answerText();
    QString spoken = QStringLiteral("%1, %2").arg(answerText(), m_hint);
    if (m_isContradicting) {
        tip = QStringLiteral("%1\n%2").arg(tip, contradiction);
        spoken = QStringLiteral("%1, %2").arg(spoken, contradiction);
    }
    setToolTip(tip);
    setAccessibleDescription(spoken);
    update();
}

QString QuestionHead::answerText() const
{
    QStringList answers;
    for (const Chip& chip : m_chips)
        answers += chip.text;
    return answers.isEmpty() ? m_words : answers.join(QStringLiteral(", "));
}

QSize QuestionHead::sizeHint() const
{
    const int chip = chipSize({}, textFont(measure::smallTextSize)).height();
    return {200, 2 * between + QFontMetrics(headingFont()).height() + between + chip + 2};
}

void QuestionHead::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isCurrent || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_isCurrent ? colours.accentGround : colours.raised);
        painter.drawRoundedRect(QRectF(rect()), measure::radius, measure::radius);
    }
    if (m_isContradicting) {
        painter.setPen(QPen(colours.warning, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    }
    const QFontMetrics metrics(headingFont());
    const QRect inner = rect().adjusted(padding, between, -padding, -between);
    painter.setFont(headingFont());
    painter.setPen(m_isCurrent ? colours.accent : colours.muted);
    const QString name = metrics.elidedText(text(), Qt::ElideRight, inner.width());
    const QRect heading(inner.topLeft(), QSize(inner.width(), metrics.height()));
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter, name);

    const QFont font = textFont(measure::smallTextSize);
    const int nameWidth = metrics.horizontalAdvance(name) + padding;
    painter.setFont(font);
    const QFontMetrics hintMetrics(font);
    const int room = heading.width() - nameWidth;
    const QString& hint = hintMetrics.horizontalAdvance(m_hint) <= room ? m_hint : m_shortHint;
    painter.drawText(heading.adjusted(nameWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     hintMetrics.elidedText(hint, Qt::ElideRight, room));
    const int chipHeight = chipSize({}, font).height();
    const QRect line(inner.left(), inner.bottom() - chipHeight + 1, inner.width(), chipHeight);
    if (m_chips.isEmpty()) {
        painter.setFont(font);
        painter.setPen(colours.muted);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_words);
        return;
    }
    int x = line.left();
    for (const Chip& chip : m_chips) {
        const int used =
            drawChip(painter, QRect(x, line.top(), line.right() - x + 1, chipHeight), chip, font, palette());
        if (used == 0)
            break;
        x += used + measure::grid;
    }
}

} // namespace biomedica::ui
