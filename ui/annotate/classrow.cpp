#include "ui/annotate/classrow.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

QSize ClassRow::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, QFontMetrics(textFont(measure::textSize)).height() + 2 * measure::grid};
}

void ClassRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursFor(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentGround);
    const QRect inner = option.rect.adjusted(measure::gap, 0, -measure::gap, 0);
    const QFont nameFont = textFont(measure::textSize);
    const QFont detailFont = textFont(measure::smallTextSize);
    const QFontMetrics nameMetrics(nameFont), detailMetrics(detailFont);
    // The name comes first; the detail gets what it leaves.
    const QString name = nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width());
    const int rest = std::max(0, inner.width() - nameMetrics.horizontalAdvance(name) - 2 * measure::gap);
    const QString detail = detailMetrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, rest);
    painter->setFont(nameFont);
    painter->setPen(colours.text);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->setFont(detailFont);
    painter->setPen(colours.muted);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, detail);
    painter->restore();
}

} // namespace biomedica::ui
