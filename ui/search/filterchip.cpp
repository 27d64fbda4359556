#include "ui/search/filterchip.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace biomedica::ui {

namespace {

QFont chipFont()
{
    return textFont(measure::smallTextSize);
}

} // namespace

FilterChip::FilterChip(query::Node part, QWidget* parent) : QAbstractButton(parent), m_part(std::move(part))
{
    const auto text = QueryWording::filterText(m_part).value_or(QueryWording::FilterText{});
    m_isExcluded = text.isExcluded;
    m_value = text.value;
    m_field = text.lead();
    setAccessibleName(tr("Filter: %1").arg(text.whole()));
    setAccessibleDescription(tr("Delete removes the filter, Enter makes it text again"));
    setToolTip(fromUtf8(query::toText({m_part, {}})));
    setFocusPolicy(Qt::ClickFocus); // the arrow keys lead here; Tab would go through all of them
    setMouseTracking(true);
    setCursor(Qt::ArrowCursor);
}

void FilterChip::setSelected(bool isSelected)
{
    m_isSelected = isSelected;
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    const int words = metrics.horizontalAdvance(m_field) + metrics.horizontalAdvance(m_value)
                      + (m_field.isEmpty() ? 0 : measure::grid);
    return {words + metrics.height() + 4 * measure::grid, metrics.height() + 6};
}

QRect FilterChip::crossRect() const
{
    const int side = QFontMetrics(chipFont()).height() + measure::grid;
    return {width() - side, 0, side, height()};
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = hasFocus() || m_isSelected;
    painter.setPen(m_isExcluded || isMarked ? QPen(isMarked ? colours.accent : colours.bad, isMarked ? 1.6 : 1)
                                            : QPen(Qt::NoPen));
    painter.setBrush(m_isExcluded && !m_isSelected ? colours.raised : colours.accentGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::chipRadius, measure::chipRadius);

    painter.setFont(chipFont());
    const QFontMetrics metrics(chipFont());
    QRect words = rect().adjusted(measure::gap, 0, -crossRect().width(), 0);
    painter.setPen(m_isExcluded ? colours.bad : colours.muted);
    if (!m_field.isEmpty()) {
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_field);
        words.setLeft(words.left() + metrics.horizontalAdvance(m_field) + measure::grid);
    }
    painter.setPen(colours.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(m_value, Qt::ElideRight, words.width() + 1));
    const double arm = metrics.height() / 5.0;
    const QPointF middle = QRectF(crossRect()).center();
    painter.setPen(QPen(m_isOverCross ? colours.text : colours.muted, m_isOverCross ? 2 : 1.4));
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isOnCross = isDown() && event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    QAbstractButton::mouseReleaseEvent(event);
    if (isOnCross)
        Q_EMIT removeRequested();
}

void FilterChip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!crossRect().contains(event->pos()))
        Q_EMIT editRequested();
}

void FilterChip::mouseMoveEvent(QMouseEvent* event)
{
    QAbstractButton::mouseMoveEvent(event);
    if (const bool isOver = crossRect().contains(event->pos()); isOver != m_isOverCross) {
        m_isOverCross = isOver;
        update();
    }
}

void FilterChip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    m_isOverCross = false;
    update();
}

void FilterChip::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused();
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT removeRequested(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: Q_EMIT editRequested(); return;
    case Qt::Key_Left: Q_EMIT moveRequested(-1); return;
    case Qt::Key_Right:
    case Qt::Key_Escape: Q_EMIT moveRequested(event->key() == Qt::Key_Right ? 1 : 1'000); return;
    default: break;
    }
    const QString text = event->text();
    if (!text.isEmpty() && text.front().isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        Q_EMIT typed(text);
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace biomedica::ui
