#include "ui/charts/heatmap.h"

#include "ui/common/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int widestLabel = 220; // before the text scale

QFont small()
{
    return textFont(measure::smallTextSize);
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

} // namespace

HeatMap::HeatMap(const QString& name, QWidget* parent) : Chart(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void HeatMap::setMatrix(const QString& first, const QString& second, const QStringList& labels,
                        const QList<int>& counts)
{
    m_first = first;
    m_second = second;
    m_labels = labels;
    m_counts = counts;
    m_current = {0, 0};
    noteChange();
}

int HeatMap::cellSize() const
{
    const QFontMetrics metrics(small());
    int most = 1;
    for (const int count : m_counts)
        most = std::max(most, count);
    return std::max(metrics.height(), metrics.horizontalAdvance(QString::number(most))) + 2 * measure::gap;
}

int HeatMap::labelWidth() const
{
    const QFontMetrics metrics(small());
    int width = 0;
    for (const QString& label : m_labels)
        width = std::max(width, metrics.horizontalAdvance(label));
    return std::min(width, scaled(widestLabel));
}

/// Rows carry number and word, columns the number: words across would be wider than the cells.
QPoint HeatMap::origin() const
{
    const QFontMetrics metrics(small());
    return {labelWidth() + metrics.horizontalAdvance(QStringLiteral("00  ")) + measure::gap,
            2 * (metrics.height() + measure::grid)};
}

QRect HeatMap::cellRect(int row, int column) const
{
    const int cell = cellSize();
    return {origin().x() + column * cell, origin().y() + row * cell, cell - 1, cell - 1};
}

QPoint HeatMap::cellAt(const QPoint& point) const
{
    const QPoint inside = point - origin();
    const int cell = cellSize(), count = static_cast<int>(m_labels.size());
    if (inside.x() < 0 || inside.y() < 0 || inside.x() >= count * cell || inside.y() >= count * cell)
        return {-1, -1};
    return {inside.y() / cell, inside.x() / cell};
}

QSize HeatMap::sizeHint() const
{
    const int count = static_cast<int>(m_labels.size());
    const int words = QFontMetrics(small()).horizontalAdvance(m_second + QStringLiteral(" →"));
    return {origin().x() + std::max(count * cellSize(), words) + 2, origin().y() + count * cellSize() + 2};
}

void HeatMap::drawCell(QPainter& painter, int row, int column, int most) const
{
    const Colours& colours = coloursFor(palette());
    const int number = count(row, column);
    const QColor ground = number == 0
                              ? colours.raised
                              : mixed(colours.accentGround, colours.accent, most == 0 ? 0 : double(number) / most);
    const QRect cell = cellRect(row, column);
    painter.fillRect(cell, ground);
    if (row == column) { // where they say the same
        painter.setPen(colours.good);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
    }
    painter.setPen(number == 0 ? colours.muted : textOn(ground));
    painter.drawText(cell, Qt::AlignCenter, number == 0 ? QStringLiteral("·") : QString::number(number));
}

void HeatMap::draw(QPainter& painter, const QSize&, bool isInteractive) const
{
    const Colours& colours = coloursFor(palette());
    const QFontMetrics metrics(small());
    painter.setFont(small());
    const int count = static_cast<int>(m_labels.size()), cell = cellSize();
    const int most = m_counts.isEmpty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    painter.setPen(colours.muted);
    const int line = metrics.height() + measure::grid;
    painter.drawText(QRect(0, line, origin().x() - measure::gap, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_first + QStringLiteral(" ↓"), Qt::ElideRight, origin().x() - measure::gap));
    painter.drawText(QPoint(origin().x(), metrics.ascent()), m_second + QStringLiteral(" →"));
    for (int i = 0; i < count; ++i) {
        const QRect left(0, origin().y() + i * cell, origin().x() - measure::gap, cell);
        painter.setPen(colours.text);
        painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter, QString::number(i + 1));
        const int number = metrics.horizontalAdvance(QStringLiteral("00  "));
        painter.drawText(left.adjusted(number, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_labels[i], Qt::ElideRight, labelWidth()));
        painter.drawText(QRect(origin().x() + i * cell, line, cell, line), Qt::AlignCenter, QString::number(i + 1));
        for (int column = 0; column < count; ++column)
            drawCell(painter, i, column, most);
    }
    if (isInteractive && hasFocus() && count > 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.text, 2));
        painter.drawRect(cellRect(m_current.x(), m_current.y()).adjusted(1, 1, -1, -1));
    }
}

QString HeatMap::cellText(QPoint cell) const
{
    if (cell.x() < 0 || cell.x() >= m_labels.size() || cell.y() < 0 || cell.y() >= m_labels.size())
        return {};
    return tr("%1 says %2, %3 says %4: %Ln figure(s)", nullptr, count(cell.x(), cell.y()))
        .arg(m_first, m_labels[cell.x()], m_second, m_labels[cell.y()]);
}

QString HeatMap::spokenText() const
{
    QStringList lines;
    for (int row = 0; row < m_labels.size(); ++row)
        for (int column = 0; column < m_labels.size(); ++column)
            if (count(row, column) > 0)
                lines += cellText({row, column});
    return lines.join(QLatin1Char('\n'));
}

void HeatMap::setCurrent(QPoint cell)
{
    if (m_labels.isEmpty())
        return;
    const int last = static_cast<int>(m_labels.size()) - 1;
    m_current = {std::clamp(cell.x(), 0, last), std::clamp(cell.y(), 0, last)};
    setAccessibleDescription(cellText(m_current));
    update();
    Q_EMIT currentChanged();
}

bool HeatMap::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return Chart::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), cellText(cellAt(help->pos())), this);
    return true;
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Up: step = {-1, 0}; break;
    case Qt::Key_Down: step = {1, 0}; break;
    case Qt::Key_Left: step = {0, -1}; break;
    case Qt::Key_Right: step = {0, 1}; break;
    default: Chart::keyPressEvent(event); return;
    }
    setCurrent(m_current + step);
}

void HeatMap::mousePressEvent(QMouseEvent* event)
{
    if (const QPoint cell = cellAt(event->pos()); cell.x() >= 0)
        setCurrent(cell);
}

void HeatMap::focusInEvent(QFocusEvent* event)
{
    Chart::focusInEvent(event);
    setCurrent(m_current);
}

} // namespace biomedica::ui
