#include "ui/facets/facetdelegate.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr int valueHeight = 22;
constexpr int sectionHeight = 30;
constexpr int histogramHeight = 56;
constexpr int histogramFoot = 4;
constexpr int box = 12;

FacetModel::Kind kindOf(const QModelIndex& index)
{
    return static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt());
}

/// Subtypes differ at their ends: "multiple panels: images & plots".
Qt::TextElideMode elideModeOf(const QModelIndex& index)
{
    return index.data().toString().contains(QLatin1Char(':')) ? Qt::ElideMiddle : Qt::ElideRight;
}

QRectF boxIn(const QRect& row)
{
    return {row.left() + 3.5, row.center().y() - box / 2 + 0.5, box, box};
}

QRectF histogramIn(const QRect& row)
{
    return QRectF(row).adjusted(3, 2, -6, 0);
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
    case FacetModel::Kind::Section: return {100, index.row() == 0 ? sectionHeight - 4 : sectionHeight};
    case FacetModel::Kind::Histogram: return {100, histogramHeight + histogramFoot};
    case FacetModel::Kind::Value:
    case FacetModel::Kind::More: break;
    }
    return {100, valueHeight};
}

void FacetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (kindOf(index)) {
    case FacetModel::Kind::Section: paintSection(*painter, option, index); break;
    case FacetModel::Kind::Histogram: paintHistogram(*painter, option.rect, option.palette); break;
    case FacetModel::Kind::Value:
    case FacetModel::Kind::More: paintValue(*painter, option, index); break;
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
    painter.drawText(row, Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    // The arrow points down where the section is open.
    const bool isOpen = option.state & QStyle::State_Open;
    const QPointF middle(row.right() - 4, row.bottom() - 4);
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
    const int indent = index.parent().parent().isValid() ? 16 : 0;
    const QRect row = option.rect;
    if (state == FilterState::Included || option.state & QStyle::State_MouseOver) {
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
    painter.setPen(isMore ? colours.accent : state == FilterState::Excluded ? colours.bad : colours.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(index.data().toString(), elideModeOf(index), room));
    if (!hasCount || index.data(FacetModel::CountRole).toULongLong() == 0)
        return;
    const double share = index.data(FacetModel::ShareRole).toDouble();
    QColor bar = colours.accent;
    bar.setAlphaF(0.75f);
    painter.fillRect(QRectF(words.left(), row.bottom() - 0.5, std::max(2.0, words.width() * share * 0.9), 1.5), bar);
}

std::optional<std::int64_t> FacetDelegate::yearAt(const QRect& area, int x) const
{
    const auto& bars = m_model.bars();
    if (bars.empty() || area.width() < 1)
        return std::nullopt;
    const QRectF drawn = histogramIn(area);
    const int last = static_cast<int>(bars.size()) - 1;
    const int at = std::clamp(static_cast<int>((x - drawn.left()) / stepOf(drawn.width(), bars.size())), 0, last);
    return bars[static_cast<std::size_t>(at)].number;
}

void FacetDelegate::paintHistogram(QPainter& painter, const QRect& row, const QPalette& palette) const
{
    const Colours& colours = coloursFor(palette);
    const auto& bars = m_model.bars();
    if (bars.empty())
        return;
    const QFont small = textFont(measure::headingSize);
    const int foot = QFontMetrics(small).height();
    const QRectF area = histogramIn(row).adjusted(0, 0, 0, -foot - histogramFoot);
    std::size_t most = 1;
    for (const FacetModel::Bar& bar : bars)
        most = std::max(most, bar.count);
    const double step = stepOf(area.width(), bars.size());
    const NumberRange years = m_dragged.value_or(m_model.shownYears());
    QColor quiet = colours.accent;
    quiet.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].count == 0)
            continue;
        const double height =
            std::max(2.0, area.height() * static_cast<double>(bars[i].count) / static_cast<double>(most));
        const QRectF bar(area.left() + static_cast<double>(i) * step, area.bottom() - height,
                         std::max(1.0, step - (step > 4 ? 1 : 0)), height);
        const bool isIn = !years.isEverything() && years.contains(bars[i].number);
        painter.fillRect(bar, years.isEverything() || isIn ? colours.accent : quiet);
    }
    painter.setFont(small);
    painter.setPen(colours.muted);
    const QRectF words(area.left(), area.bottom() + 2, area.width(), foot);
    painter.drawText(words, Qt::AlignLeft, QString::number(bars.front().number));
    if (bars.size() > 1)
        painter.drawText(words, Qt::AlignRight, QString::number(bars.back().number));
    if (years.isEverything())
        return;
    const QString low = years.low ? QString::number(*years.low) : QString();
    const QString high = years.high ? QString::number(*years.high) : QString();
    painter.setPen(colours.text);
    painter.drawText(words, Qt::AlignHCenter, low == high ? low : QStringLiteral("%1 – %2").arg(low, high));
}

} // namespace biomedica::ui
