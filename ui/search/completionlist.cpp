#include "ui/search/completionlist.h"

#include "ui/common/theme.h"
#include "ui/search/completionmodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace biomedica::ui {

namespace {

class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = coloursFor(option.palette);
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? colours.accentGround : colours.raised);
            painter->drawRoundedRect(option.rect, measure::chipRadius, measure::chipRadius);
        }
        const QRect row = option.rect.adjusted(measure::gap, 0, -measure::gap, 0);
        const QString detail = index.data(CompletionModel::DetailRole).toString();
        painter->setFont(textFont(measure::smallTextSize));
        painter->setPen(colours.muted);
        const int detailWidth = std::min(painter->fontMetrics().horizontalAdvance(detail), row.width() / 2);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth + 1));
        painter->setFont(textFont(measure::textSize));
        painter->setPen(colours.text);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle,
                                                            row.width() - detailWidth - 2 * measure::gap));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QFontMetrics words(textFont(measure::textSize));
        const QFontMetrics details(textFont(measure::smallTextSize));
        return {words.horizontalAdvance(index.data().toString())
                    + details.horizontalAdvance(index.data(CompletionModel::DetailRole).toString()) + 5 * measure::gap,
                words.height() + measure::gap};
    }
};

} // namespace

CompletionList::CompletionList(QWidget* parent) : QListView(parent)
{
    setAccessibleName(tr("Completions"));
    setMouseTracking(true);
    setUniformItemSizes(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void CompletionList::drawDetails()
{
    setItemDelegate(new Delegate(this));
}

int CompletionList::wantedWidth() const
{
    constexpr int looked = 30;
    constexpr int least = 260;
    constexpr int most = 620;
    int width = least;
    for (int row = 0; model() && row < std::min(looked, model()->rowCount()); ++row)
        width = std::max(width, sizeHintForIndex(model()->index(row, 0)).width() + 4 * measure::gap);
    return std::min(width, most);
}

void CompletionList::leaveFocusIn(QWidget* field)
{
    m_field = field;
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!isVisible() && m_field && now && now->window() == m_field->window())
            setFocusProxy(now);
    });
}

void CompletionList::showEvent(QShowEvent* event)
{
    setFocusProxy(m_field);
    QListView::showEvent(event);
}

} // namespace biomedica::ui
