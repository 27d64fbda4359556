#include "ui/charts/linechart.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int narrowestField = 260, lowestField = 150, widestName = 160; // before the text scale
constexpr double steps[] = {0, 0.25, 0.5, 0.75, 1};
constexpr int shapes = 4;

QFont small()
{
    return textFont(measure::smallTextSize);
}

/// Disc, square, triangle, diamond; the same colour with another shape is another name.
void drawMark(QPainter& painter, QPointF at, int shape)
{
    const double r = measure::grid;
    switch (shape % shapes) {
    case 0: painter.drawEllipse(at, r, r); break;
    case 1: painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r)); break;
    case 2:
        painter.drawPolygon(
            QPolygonF({QPointF(at.x(), at.y() - r), {at.x() + r, at.y() + r}, {at.x() - r, at.y() + r}}));
        break;
    default:
        painter.drawPolygon(QPolygonF({QPointF(at.x(), at.y() - r - 1),
                                       {at.x() + r + 1, at.y()},
                                       {at.x(), at.y() + r + 1},
                                       {at.x() - r - 1, at.y()}}));
    }
}

QString dayText(const QDate& day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString percent(double share)
{
    return LineChart::tr("%1 %").arg(qRound(share * 100));
}

} // namespace

void LineChart::setLines(const QList<Line>& lines, const QString& axis)
{
    m_lines = lines;
    m_axis = axis;
    noteChange();
}

int LineChart::lineHeight() const
{
    return QFontMetrics(small()).height() + measure::grid;
}

int LineChart::legendWidth() const
{
    int width = 0;
    for (const Line& line : m_lines)
        width = std::max(width, QFontMetrics(small()).horizontalAdvance(line.name));
    return std::min(width, scaled(widestName)) + 3 * measure::margin;
}

QSize LineChart::sizeHint() const
{
    const int lines = static_cast<int>(m_lines.size());
    return {scaled(narrowestField) + legendWidth(),
            std::max(scaled(lowestField) + 2 * lineHeight(), lines * lineHeight())};
}

QRect LineChart::field(const QSize& size) const
{
    const int left = QFontMetrics(small()).horizontalAdvance(percent(1)) + measure::gap;
    return QRect(left, measure::gap, std::max(1, size.width() - left - legendWidth() - measure::margin),
                 std::max(1, size.height() - 2 * lineHeight() - measure::gap));
}

std::pair<QDate, QDate> LineChart::days() const
{
    QDate first, last;
    for (const Line& line : m_lines)
        for (const Line::Point& point : line.points) {
            first = first.isValid() ? std::min(first, point.day) : point.day;
            last = last.isValid() ? std::max(last, point.day) : point.day;
        }
    return {first, last};
}

void LineChart::drawAxes(QPainter& painter, const QRect& field) const
{
    const Colours& colours = coloursFor(palette());
    for (const double step : steps) {
        const int y = field.bottom() - qRound(step * field.height());
        painter.setPen(colours.line);
        painter.drawLine(field.left(), y, field.right(), y);
        painter.setPen(colours.muted);
        painter.drawText(QRect(0, y - lineHeight() / 2, field.left() - measure::grid, lineHeight()),
                         Qt::AlignRight | Qt::AlignVCenter, percent(step));
    }
    const auto [first, last] = days();
    const QRect below(field.left(), field.bottom(), field.width(), lineHeight());
    painter.drawText(below, (first == last ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, dayText(first));
    if (first != last)
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, dayText(last));
    painter.drawText(below.translated(0, lineHeight()), Qt::AlignCenter, m_axis);
}

void LineChart::drawLegend(QPainter& painter, const QRect& field) const
{
    const Colours& colours = coloursFor(palette());
    for (int i = 0; i < m_lines.size(); ++i) {
        const QRect line(field.right() + 2 * measure::margin, i * lineHeight(), legendWidth() - 2 * measure::margin,
                         lineHeight());
        painter.setPen(Qt::NoPen);
        painter.setBrush(annotatorColour(m_lines[i].name, colours.scheme));
        drawMark(painter, QPointF(line.left() + measure::grid, line.center().y()), i);
        painter.setPen(colours.text);
        const QRect words = line.adjusted(measure::margin, 0, 0, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(small()).elidedText(m_lines[i].name, Qt::ElideRight, words.width()));
    }
}

void LineChart::draw(QPainter& painter, const QSize& size, bool isInteractive) const
{
    if (m_lines.isEmpty())
        return;
    const Colours& colours = coloursFor(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(small());
    const QRect area = field(size);
    drawAxes(painter, area);
    drawLegend(painter, area);
    const auto [first, last] = days();
    const double span = static_cast<double>(std::max<qint64>(1, first.daysTo(last)));
    const auto place = [&, begin = first, isOneDay = first == last](const Line::Point& point) {
        const double along = isOneDay ? 0.5 : static_cast<double>(begin.daysTo(point.day)) / span;
        return QPointF(area.left() + along * area.width(), area.bottom() - point.share * area.height());
    };
    for (int i = 0; i < m_lines.size(); ++i) {
        const QColor colour = annotatorColour(m_lines[i].name, colours.scheme);
        QPolygonF course;
        for (const Line::Point& point : m_lines[i].points)
            course << place(point);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(course);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPointF& point : std::as_const(course))
            drawMark(painter, point, i);
    }
    if (isInteractive && hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(QPoint(0, 0), size).adjusted(0, 0, -1, -1));
    }
}

QString LineChart::spokenText() const
{
    QStringList lines;
    for (const Line& line : m_lines)
        for (const Line::Point& point : line.points)
            lines += tr("%1, %2: %3 of %Ln vote(s)", "name, day, share", point.votes)
                         .arg(line.name, dayText(point.day), percent(point.share));
    return lines.join(QLatin1Char('\n'));
}

} // namespace biomedica::ui
