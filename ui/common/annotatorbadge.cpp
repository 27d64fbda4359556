#include "ui/common/annotatorbadge.h"

#include "ui/common/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace biomedica::ui {

namespace {

constexpr double letterShare = 0.62; // of the disc's diameter

} // namespace

QString initialOf(const QString& name)
{
    const QList<uint> letters = name.trimmed().toUcs4();
    if (letters.isEmpty())
        return QStringLiteral("?");
    const char32_t first = letters.front();
    return QString::fromUcs4(&first, 1).toUpper();
}

int badgeSize()
{
    return QFontMetrics(textFont(measure::smallTextSize)).height();
}

int drawAnnotatorBadge(QPainter& painter, const QRect& bounds, const QString& name, const QPalette& palette)
{
    const int size = badgeSize();
    const QRect disc(bounds.left(), bounds.center().y() - size / 2, size, size);
    const QColor colour = annotatorColour(name, coloursFor(palette).scheme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(disc);
    QFont font = textFont(measure::smallTextSize, true);
    font.setPixelSize(qRound(size * letterShare));
    painter.setFont(font);
    painter.setPen(textOn(colour));
    painter.drawText(disc, Qt::AlignCenter, initialOf(name));
    painter.restore();
    return size;
}

} // namespace biomedica::ui
