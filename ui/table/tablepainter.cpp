#include "ui/table/tablepainter.h"

#include "ui/common/theme.h"
#include "ui/session/wording.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr int captionLines = 2;

} // namespace

TablePainter::TablePainter(const FigureResultModel& figures, const FigureTableModel& table,
                           const annotation::Taxonomy& taxonomy)
    : m_figures(figures), m_table(table), m_taxonomy(taxonomy)
{
    refreshFonts();
}

void TablePainter::refreshFonts()
{
    m_words.setFont(textFont(measure::smallTextSize));
    m_chips.setFont(textFont(measure::headingSize));
}

int TablePainter::rowHeight() const
{
    return static_cast<int>(std::ceil(captionLines * QFontMetricsF(m_words.font()).lineSpacing())) + 2 * above + 1;
}

int TablePainter::averageCharWidth() const
{
    return QFontMetrics(m_words.font()).averageCharWidth();
}

void TablePainter::paintCell(QPainter& painter, const QRect& cell, int row, TableColumn column,
                             const Thumbnail* thumbnail, const QPalette& palette) const
{
    const QRect area = cell.adjusted(padding, above, -padding, -above);
    if (area.width() <= 0)
        return;
    if (column == TableColumn::Picture) {
        paintPicture(painter, area, thumbnail, palette);
        return;
    }
    const FigureTile* figure = m_figures.tileAt(row);
    if (column == TableColumn::Caption && figure) {
        paintCaption(painter, area, *figure, palette);
        return;
    }
    if (const auto question = FigureTableModel::questionOf(column)) {
        if (figure)
            paintLabels(painter, area, *figure, *question, palette);
        return;
    }
    const Colours& colours = coloursFor(palette);
    painter.setFont(m_words.font());
    painter.setPen(column == TableColumn::State ? colours.muted : colours.text);
    painter.drawText(area,
                     Qt::AlignVCenter | Qt::TextSingleLine
                         | (FigureTableModel::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft),
                     QFontMetrics(m_words.font()).elidedText(m_table.text(row, column), Qt::ElideRight, area.width()));
}

void TablePainter::paintPicture(QPainter& painter, const QRect& area, const Thumbnail* thumbnail,
                                const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    if (!thumbnail) {
        painter.fillRect(area, colours.raised);
        return;
    }
    if (!thumbnail->problem.isEmpty()) {
        painter.setFont(m_words.font());
        painter.setPen(colours.bad);
        const QString words = QStringLiteral("⚠ ") + QCoreApplication::translate("TablePainter", "no picture");
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(m_words.font()).elidedText(words, Qt::ElideRight, area.width()));
        return;
    }
    QRect place(QPoint(), thumbnail->image.size().scaled(area.size(), Qt::KeepAspectRatio));
    place.moveCenter(area.center());
    painter.fillRect(area, thumbnail->ground);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, thumbnail->image);
}

void TablePainter::paintCaption(QPainter& painter, const QRect& area, const FigureTile& figure,
                                const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    if (!figure.problem.isEmpty())
        m_words.draw(painter, area, {figure.problem, {}}, colours.bad, palette, captionLines);
    else if (figure.caption.text.isEmpty()) // as on a tile
        m_words.draw(painter, area, {fromUtf8(figure.summary.key), {}}, colours.muted, palette, 1);
    else
        m_words.draw(painter, area, figure.caption, colours.text, palette, captionLines);
}

void TablePainter::paintLabels(QPainter& painter, const QRect& area, const FigureTile& figure, Question question,
                               const QPalette& palette) const
{
    const bool isByHand = figure.summary.isFromVotes[static_cast<std::size_t>(question)];
    const auto origin = isByHand ? ChipOrigin::Hand : ChipOrigin::Imported;
    const auto& answer = figure.summary.effective[question];
    int x = area.left();
    for (const std::string& value : answer.value_or(Answer{})) {
        const Chip chip = chipFor(m_taxonomy, question, value, origin, coloursFor(palette).scheme);
        const int height = m_chips.height();
        const QRect place(x, area.center().y() - height / 2, area.right() + 1 - x, height);
        const int width = m_chips.draw(painter, place, chip, palette);
        if (width == 0)
            break;
        x += width + measure::grid;
    }
}

} // namespace biomedica::ui
