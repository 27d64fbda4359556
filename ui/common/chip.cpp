#include "ui/common/chip.h"

#include "ui/common/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int padding = 6;
constexpr int squareSize = 8;
constexpr int between = 5;
constexpr int aroundWords = 5;

/// What a chip needs beside its words.
int frameWidth()
{
    return 2 * padding + scaled(squareSize) + between;
}

} // namespace

QSize chipSize(const Chip& chip, const QFont& font)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(chip.text) + frameWidth(), metrics.height() + aroundWords};
}

int drawChip(QPainter& painter, const QRect& bounds, const Chip& chip, const QFont& font, const QPalette& palette)
{
    const QFontMetrics metrics(font);
    const int width = std::min(bounds.width(), chipSize(chip, font).width());
    if (width < frameWidth() + metrics.averageCharWidth())
        return 0;
    const QRect box(bounds.left(), bounds.top(), width, std::min(bounds.height(), metrics.height() + aroundWords));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(chip.colour, 1));
    painter.setBrush(coloursFor(palette).panel);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), measure::chipRadius, measure::chipRadius);
    const int square = scaled(squareSize);
    const QRectF mark(box.left() + padding, box.top() + (box.height() - square) / 2.0, square, square);
    painter.setBrush(chip.origin == ChipOrigin::Hand ? QBrush(chip.colour) : Qt::NoBrush);
    painter.drawRoundedRect(mark.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
    painter.setFont(font);
    painter.setPen(coloursFor(palette).text);
    const QRect words = box.adjusted(padding + square + between, 0, -padding, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(chip.text, Qt::ElideRight, words.width() + 1));
    painter.restore();
    return width;
}

ChipRow::ChipRow(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChipRow::setChips(QList<Chip> chips, const QString& placeholder)
{
    if (chips == m_chips && placeholder == m_placeholder)
        return;
    m_chips = std::move(chips);
    m_placeholder = placeholder;
    QStringList words;
    for (const Chip& chip : m_chips)
        words += chip.text;
    setToolTip(words.join(QStringLiteral(", ")));
    setAccessibleDescription(m_chips.isEmpty() ? m_placeholder : toolTip());
    updateGeometry();
    update();
}

QSize ChipRow::sizeHint() const
{
    const QFont font = textFont(measure::smallTextSize);
    int width = 0;
    for (const Chip& chip : m_chips)
        width += chipSize(chip, font).width() + measure::grid;
    if (m_chips.isEmpty())
        width = QFontMetrics(font).horizontalAdvance(m_placeholder) + measure::grid;
    return {width, QFontMetrics(font).height() + aroundWords};
}

QSize ChipRow::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), sizeHint().height()};
}

void ChipRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = textFont(measure::smallTextSize);
    if (m_chips.isEmpty()) {
        painter.setFont(font);
        painter.setPen(coloursFor(palette()).muted);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(font).elidedText(m_placeholder, Qt::ElideRight, width()));
        return;
    }
    int x = 0;
    for (const Chip& chip : m_chips) {
        const int used = drawChip(painter, QRect(x, 0, width() - x, height()), chip, font, palette());
        if (used == 0)
            break;
        x += used + measure::grid;
    }
}

} // namespace biomedica::ui
