#include "ui/charts/barchart.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int widestLabel = 200, narrowestBars = 160; // before the text scale
constexpr double steps[] = {0, 0.25, 0.5, 0.75, 1};

QFont small()
{
    return textFont(measure::smallTextSize);
}

} // namespace

void BarChart::setBars(const QList<Bar>& bars, const QString& axis)
{
    m_bars = bars;
    m_axis = axis;
    noteChange();
}

int BarChart::lineHeight() const
{
    return QFontMetrics(small()).height() + measure::grid;
}

int BarChart::labelWidth() const
{
    const QFontMetrics metrics(small());
    int width = 0;
    for (const Bar& bar : m_bars)
        width = std::max(width, metrics.horizontalAdvance(bar.label));
    return std::min(width, scaled(widestLabel)) + measure::gap;
}

int BarChart::textWidth() const
{
    const QFontMetrics metrics(small());
    int width = 0;
    for (const Bar& bar : m_bars)
        width = std::max(width, metrics.horizontalAdvance(bar.text));
    return width + measure::gap;
}

QSize BarChart::sizeHint() const
{
    const int lines = static_cast<int>(m_bars.size()) + 2; // the axis and its name
    return {labelWidth() + scaled(narrowestBars) + textWidth() + measure::gap, lines * lineHeight()};
}

void BarChart::draw(QPainter& painter, const QSize& size, bool isInteractive) const
{
    const Colours& colours = coloursFor(palette());
    const QFontMetrics metrics(small());
    painter.setFont(small());
    const int line = lineHeight(), bottom = static_cast<int>(m_bars.size()) * line;
    const QRect field(labelWidth(), 0, std::max(1, size.width() - labelWidth() - textWidth() - measure::gap), bottom);
    const auto x = [&](double value) { return field.left() + qRound(std::clamp(value, 0.0, 1.0) * field.width()); };
    for (const double step : steps) {
        painter.setPen(colours.line);
        painter.drawLine(x(step), 0, x(step), bottom);
        painter.setPen(colours.muted);
        const QString text = QLocale().toString(step);
        painter.drawText(QRect(x(step) - 40, bottom, 80, line), Qt::AlignHCenter | Qt::AlignVCenter, text);
    }
    painter.drawText(QRect(field.left(), bottom + line, field.width(), line), Qt::AlignCenter, m_axis);
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const int top = i * line, middle = top + line / 2;
        painter.setPen(colours.text);
        painter.drawText(QRect(0, top, labelWidth() - measure::gap, line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.label, Qt::ElideRight, labelWidth() - measure::gap));
        painter.setPen(colours.muted);
        painter.drawText(QRect(field.right() + measure::gap, top, textWidth(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         bar.text);
        if (!bar.value)
            continue;
        painter.fillRect(
            QRect(field.left(), top + measure::grid, x(*bar.value) - field.left(), line - 2 * measure::grid),
            colours.accent);
        if (!bar.interval)
            continue;
        painter.setPen(QPen(colours.text, 2));
        const int low = x(bar.interval->first), high = x(bar.interval->second);
        painter.drawLine(low, middle, high, middle);
        for (const int end : {low, high})
            painter.drawLine(end, middle - measure::grid, end, middle + measure::grid);
    }
    if (isInteractive && hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(QPoint(0, 0), size).adjusted(0, 0, -1, -1));
    }
}

QString BarChart::spokenText() const
{
    QStringList lines;
    for (const Bar& bar : m_bars)
        lines += tr("%1: %2", "name, value").arg(bar.label, bar.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace biomedica::ui
