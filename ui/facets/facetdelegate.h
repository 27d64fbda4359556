// Draws the rows of the filter panel: headings, values with count and bar, numbers as a histogram.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/facetmodel.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace biomedica::ui {

class FacetDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FacetDelegate(const FacetModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The bar at `x` in a histogram drawn in `area`; the nearest one beside the bars. `histogram` has bars.
    static int barAt(const Histogram& histogram, const QRect& area, int x);
    /// What a histogram shows as chosen while the person is choosing; nothing: what the query says.
    void setChoice(const QModelIndex& histogram, std::optional<NumberRange> range);
    std::optional<NumberRange> choice() const { return m_choice; }

private:
    void paintSection(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintValue(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintHistogram(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const FacetModel& m_model;
    QPersistentModelIndex m_choosing;
    std::optional<NumberRange> m_choice;
};

} // namespace biomedica::ui
