#include "ui/facets/facetdelegate.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/querywording.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr int barsHeight = 40; ///< of a histogram, above its words
constexpr int box = 12;

int lineHeight(const QFont& font)
{
    return QFontMetrics(font).height();
}

FacetModel::Kind kindOf(const QModelIndex& index)
{
    return static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt());
}

QRectF boxIn(const QRect& row)
{
    return {row.left() + 3.5, row.center().y() - box / 2 + 0.5, box, box};
}

/// Where the bars stand.
QRectF barsIn(const QRect& row)
{
    return {row.left() + 3.0, row.top() + 2.0, row.width() - 9.0, static_cast<double>(barsHeight)};
}

/// Few bars stay slim.
double stepOf(double width, std::size_t bars)
{
    return std::min(width / static_cast<double>(bars), 18.0);
}

void drawBox(QPainter& painter, const QRectF& place, FilterState state, const Colours& colours)
{
    painter.setPen(QPen(state == FilterState::Off        ? colours.muted
                        : state == FilterState::Included ? colours.accent
                                                         : colours.bad,
                        1.3));
    painter.setBrush(state == FilterState::Included ? QBrush(colours.accent) : Qt::NoBrush);
    painter.drawRoundedRect(place, 3, 3);
    if (state == FilterState::Included) {
        painter.setPen(QPen(colours.onAccent, 1.6));
        painter.drawPolyline(QPolygonF({place.topLeft() + QPointF(3, 6.2), place.topLeft() + QPointF(5.2, 8.6),
                                        place.topLeft() + QPointF(9.2, 3.6)}));
    } else if (state == FilterState::Excluded) {
        painter.drawLine(place.topLeft() + QPointF(3, box / 2.0), place.topLeft() + QPointF(box - 3, box / 2.0));
    }
}

} // namespace

FacetDelegate::FacetDelegate(const FacetModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    switch (kindOf(index)) {
    case FacetModel::Kind::Section:
        return {100, lineHeight(headingFont()) + (index.row() == 0 ? measure::margin : 4 * measure::grid)};
    case FacetModel::Kind::Histogram:
        return {100, barsHeight + lineHeight(textFont(measure::headingSize)) + measure::gap};
    case FacetModel::Kind::Filter: return {100, lineHeight(textFont(measure::textSize)) + measure::margin};
    case FacetModel::Kind::Value:
    case FacetModel::Kind::More:
    case FacetModel::Kind::Note: break;
    }
    return {100, lineHeight(textFont(measure::textSize)) + 6};
}

void FacetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (kindOf(index)) {
    case FacetModel::Kind::Section: paintSection(*painter, option, index); break;
    case FacetModel::Kind::Histogram: paintHistogram(*painter, option, index); break;
    case FacetModel::Kind::Filter: break; // a line edit lies here
    case FacetModel::Kind::Value:
    case FacetModel::Kind::More:
    case FacetModel::Kind::Note: paintValue(*painter, option, index); break;
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(coloursFor(option.palette).accent, 1));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter->restore();
}

void FacetDelegate::paintSection(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursFor(option.palette);
    const QRect row = option.rect.adjusted(3, 0, -4, -4);
    painter.setFont(headingFont());
    painter.setPen(colours.muted);
    const QString title = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                           row.width() - measure::margin - measure::grid);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignBottom, title);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(title);
    const QRect beside = row.adjusted(titleWidth + measure::gap, 0, -measure::margin - measure::grid, 0);
    painter.setFont(textFont(measure::headingSize));
    painter.drawText(
        beside, Qt::AlignRight | Qt::AlignBottom,
        painter.fontMetrics().elidedText(index.data(FacetModel::DetailRole).toString(), Qt::ElideLeft, beside.width()));
    // The arrow points down where the section is open.
    const bool isOpen = option.state & QStyle::State_Open;
    const QPointF middle(row.right() - 4, row.bottom() - painter.fontMetrics().height() / 2.0 + 1);
    painter.setPen(QPen(colours.muted, 1.4));
    painter.drawPolyline(
        isOpen ? QPolygonF({middle + QPointF(-3.5, -2), middle + QPointF(0, 1.5), middle + QPointF(3.5, -2)})
               : QPolygonF({middle + QPointF(-2, -3.5), middle + QPointF(1.5, 0), middle + QPointF(-2, 3.5)}));
}

void FacetDelegate::paintValue(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursFor(option.palette);
    const auto state = static_cast<FilterState>(index.data(FacetModel::StateRole).toInt());
    const bool isMore = kindOf(index) == FacetModel::Kind::More;
    const bool isNote = kindOf(index) == FacetModel::Kind::Note;
    const int indent = index.parent().parent().isValid() ? 16 : 0;
    const QRect row = option.rect;
    if (state == FilterState::Included || (option.state & QStyle::State_MouseOver && !isNote)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(state == FilterState::Included ? colours.accentGround : colours.raised);
        painter.drawRoundedRect(QRectF(row), 4, 4);
    }
    const QRect inner = row.adjusted(indent, 0, -6, 0);
    if (!isMore && m_model.targetAt(index))
        drawBox(painter, boxIn(inner), state, colours);
    const QRect words = inner.adjusted(box + 12, 0, 0, -2); // the bar is below
    painter.setFont(textFont(measure::textSize));
    const QString count = isMore ? QString() : withThousands(index.data(FacetModel::CountRole).toULongLong());
    const bool hasCount = !isMore && m_model.targetAt(index);
    painter.setPen(colours.muted);
    if (hasCount)
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, count);
    const QFontMetrics metrics(painter.font());
    const int room = words.width() - (hasCount ? metrics.horizontalAdvance(count) + measure::gap : 0);
    QFont font = painter.font();
    font.setStrikeOut(state == FilterState::Excluded);
    painter.setFont(font);
    painter.setPen(isNote                           ? colours.muted
                   : isMore                         ? colours.accent
                   : state == FilterState::Excluded ? colours.bad
                                                    : colours.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(index.data().toString(), Qt::ElideRight, room));
    if (!hasCount || index.data(FacetModel::CountRole).toULongLong() == 0)
        return;
    const double share = index.data(FacetModel::ShareRole).toDouble();
    QColor bar = colours.accent;
    bar.setAlphaF(0.75f);
    painter.fillRect(QRectF(words.left(), row.bottom() - 0.5, std::max(2.0, words.width() * share * 0.9), 1.5), bar);
}

int FacetDelegate::barAt(const Histogram& histogram, const QRect& area, int x)
{
    const QRectF drawn = barsIn(area);
    const double step = stepOf(std::max(drawn.width(), 1.0), histogram.bars.size());
    return std::clamp(static_cast<int>((x - drawn.left()) / step), 0, static_cast<int>(histogram.bars.size()) - 1);
}

void FacetDelegate::setChoice(const QModelIndex& histogram, std::optional<NumberRange> range)
{
    m_choosing = histogram;
    m_choice = range;
}

void FacetDelegate::paintHistogram(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    const Histogram* histogram = m_model.histogramAt(index);
    if (!histogram || histogram->bars.empty())
        return;
    const Colours& colours = coloursFor(option.palette);
    const QRectF area = barsIn(option.rect);
    std::size_t most = 1;
    for (const Histogram::Bar& bar : histogram->bars)
        most = std::max(most, bar.count);
    const double step = stepOf(area.width(), histogram->bars.size());
    const bool isChoosing = m_choice && m_choosing == index;
    const NumberRange range = isChoosing ? *m_choice : histogram->shown;
    QColor quiet = colours.accent;
    quiet.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    QRectF chosen;
    for (std::size_t i = 0; i < histogram->bars.size(); ++i) {
        const Histogram::Bar& bar = histogram->bars[i];
        const double height =
            bar.count == 0 ? 0
                           : std::max(2.0, area.height() * static_cast<double>(bar.count) / static_cast<double>(most));
        const QRectF column(area.left() + static_cast<double>(i) * step, area.bottom() - height,
                            std::max(1.0, step - (step > 4 ? 1 : 0)), height);
        const bool isIn = range.contains(bar.low) || range.contains(bar.high);
        painter.fillRect(column, isIn ? colours.accent : quiet);
        if (isIn && !range.isEverything())
            chosen = chosen.united(QRectF(column.left(), area.bottom() + 1, column.width(), 2));
    }
    painter.fillRect(chosen, colours.text); // not by colour alone
    const QFont small = textFont(measure::headingSize);
    const QRectF words(area.left(), area.bottom() + 4, area.width(), lineHeight(small));
    painter.setFont(small);
    painter.setPen(isChoosing ? colours.text : colours.muted);
    if (isChoosing) {
        painter.drawText(words, Qt::AlignHCenter, QueryWording::rangeText(range.low, range.high));
        return;
    }
    painter.drawText(words, Qt::AlignLeft, QString::number(histogram->bars.front().low));
    if (histogram->bars.size() > 1)
        painter.drawText(words, Qt::AlignRight, QString::number(histogram->bars.back().high));
}

} // namespace biomedica::ui
