#include "ui/common/chip.h"

#include "ui/common/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <memory>

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

void drawFrame(QPainter& painter, const QRect& box, const QColor& colour, ChipOrigin origin, const QColor& ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), measure::chipRadius, measure::chipRadius);
    const int square = scaled(squareSize);
    const QRectF mark(box.left() + padding, box.top() + (box.height() - square) / 2.0, square, square);
    painter.setBrush(origin == ChipOrigin::Hand ? QBrush(colour) : Qt::NoBrush);
    painter.drawRoundedRect(mark.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
}

QRect wordIn(const QRect& box)
{
    // A pixel more: the width of a word that fits is rounded.
    return box.adjusted(padding + scaled(squareSize) + between, 0, 1 - padding, 0);
}

} // namespace

QSize chipSize(const Chip& chip, const QFont& font)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(chip.text) + frameWidth(), metrics.height() + aroundWords};
}

int drawChip(QPainter& painter, const QRect& bounds, const Chip& chip, const QFont& font, const QPalette& palette)
{
    const Colours& colours = coloursFor(palette);
    const QFontMetrics metrics(font);
    const QSize size = chipSize(chip, font);
    const int width = std::min(bounds.width(), size.width());
    if (width < frameWidth() + metrics.averageCharWidth())
        return 0;
    const QRect box(bounds.left(), bounds.top(), width, std::min(bounds.height(), size.height()));
    painter.save();
    drawFrame(painter, box, chip.colour, chip.origin, colours.panel);
    painter.setFont(font);
    painter.setPen(colours.text);
    const QRect word = wordIn(box);
    painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(chip.text, Qt::ElideRight, word.width()));
    painter.restore();
    return width;
}

void ChipPainter::setFont(const QFont& font)
{
    m_words.setFont(font);
    m_widths.clear();
    m_frames.clear();
    m_height = chipSize({}, font).height();
    m_leastWidth = frameWidth() + QFontMetrics(font).averageCharWidth();
}

int ChipPainter::widthOf(const Chip& chip) const
{
    constexpr qsizetype most = 1000; // more than any taxonomy has
    auto known = m_widths.constFind(chip.text);
    if (known == m_widths.constEnd()) {
        if (m_widths.size() >= most)
            m_widths.clear();
        known = m_widths.insert(chip.text, chipSize(chip, font()).width());
    }
    return *known;
}

const QPixmap& ChipPainter::pixmapOf(const Frame& frame) const
{
    if (const QPixmap* known = m_frames.object(frame))
        return *known;
    auto pixmap = std::make_unique<QPixmap>((QSizeF(frame.size) * frame.ratio).toSize());
    pixmap->setDevicePixelRatio(frame.ratio);
    pixmap->fill(Qt::transparent);
    QPainter painter(pixmap.get());
    drawFrame(painter, QRect({}, frame.size), QColor(frame.colour), frame.origin, QColor(frame.ground));
    painter.end();
    const QPixmap* made = pixmap.get();
    m_frames.insert(frame, pixmap.release());
    return *made;
}

int ChipPainter::draw(QPainter& painter, const QRect& bounds, const Chip& chip, const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    const int width = std::min(bounds.width(), widthOf(chip));
    if (width < m_leastWidth)
        return 0;
    const QRect box(bounds.left(), bounds.top(), width, std::min(bounds.height(), m_height));
    painter.drawPixmap(box.topLeft(), pixmapOf({box.size(), chip.colour.rgb(), colours.panel.rgb(), chip.origin,
                                                painter.device()->devicePixelRatioF()}));
    m_words.drawLine(painter, wordIn(box), chip.text, colours.text);
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
