#include "ui/statistics/tableview.h"

#include "ui/common/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int mostRows = 14; // more are scrolled

} // namespace

TableView::TableView(const QString& name, QWidget* parent) : QTableWidget(parent)
{
    setAccessibleName(name);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStyleSheet(QStringLiteral("QTableView::item { border: 1px solid transparent; padding: 0 %1px; }"
                                 "QTableView::item:focus { border-color: palette(highlight); }")
                      .arg(measure::gap));
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TableView::setTable(const StatisticsTable& table)
{
    clear();
    setColumnCount(static_cast<int>(table.head.size()));
    setRowCount(static_cast<int>(table.rows.size()));
    setHorizontalHeaderLabels(table.head);
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            setItem(row, column, new QTableWidgetItem(table.rows[row][column]));
    fit();
}

void TableView::fit()
{
    verticalHeader()->setDefaultSectionSize(QFontMetrics(textFont(measure::textSize)).height() + measure::gap);
    resizeColumnsToContents();
    for (int column = 0; column + 1 < columnCount(); ++column) // the last one takes what is left
        setColumnWidth(column, columnWidth(column) + measure::margin);
    updateGeometry();
}

QSize TableView::sizeHint() const
{
    int width = 2 * frameWidth();
    for (int column = 0; column < columnCount(); ++column)
        width += columnWidth(column);
    const int rows = std::min(rowCount(), mostRows);
    return {width, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
                       + horizontalScrollBar()->sizeHint().height() + 2 * frameWidth()};
}

QSize TableView::minimumSizeHint() const
{
    return {scaled(160), sizeHint().height()};
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableWidget::keyPressEvent(event);
        return;
    }
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells += item(row, column)->text();
        lines += cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TableView::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace biomedica::ui
