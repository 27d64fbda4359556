#include "ui/annotate/questionhead.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace biomedica::ui {

namespace {

constexpr int padding = 8;
constexpr int between = 4;

} // namespace

QuestionHead::QuestionHead(const QString& name, QWidget* parent) : QAbstractButton(parent)
{
    setText(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuestionHead::setCurrent(bool isCurrent, const QString& hint)
{
    m_isCurrent = isCurrent;
    m_hint = hint;
    update();
}

void QuestionHead::setAnswer(QList<Chip> chips)
{
    m_chips = std::move(chips);
    QStringList words;
    for (const Chip& chip : m_chips)
        words += chip.text;
    setToolTip(words.join(QStringLiteral(", ")));
    setAccessibleDescription(m_chips.isEmpty() ? tr("unlabelled") : toolTip());
    update();
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
    const QFontMetrics metrics(headingFont());
    const QRect inner = rect().adjusted(padding, between, -padding, -between);
    painter.setFont(headingFont());
    painter.setPen(m_isCurrent ? colours.accent : colours.muted);
    const QString with = QStringLiteral("%1 — %2").arg(text(), m_hint);
    const bool hasRoom = m_isCurrent && !m_hint.isEmpty() && metrics.horizontalAdvance(with) <= inner.width();
    const QRect heading(inner.topLeft(), QSize(inner.width(), metrics.height()));
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
                     hasRoom ? with : metrics.elidedText(text(), Qt::ElideRight, inner.width()));

    const QFont font = textFont(measure::smallTextSize);
    const int chipHeight = chipSize({}, font).height();
    const QRect line(inner.left(), inner.bottom() - chipHeight + 1, inner.width(), chipHeight);
    if (m_chips.isEmpty()) {
        painter.setFont(font);
        painter.setPen(colours.muted);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("unlabelled"));
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
