// Draws the rows of the filter panel: headings, values with count and bar, the years as a histogram.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/facetmodel.h"

#include <QStyledItemDelegate>

namespace biomedica::ui {

class FacetDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FacetDelegate(const FacetModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The year of the bar at `x` in a histogram drawn in `area`; the nearest one beside the bars.
    std::optional<std::int64_t> yearAt(const QRect& area, int x) const;
    /// What a drag over the histogram covers so far.
    void setDraggedYears(std::optional<NumberRange> years) { m_dragged = years; }

private:
    void paintSection(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintValue(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintHistogram(QPainter& painter, const QRect& area, const QPalette& palette) const;

    const FacetModel& m_model;
    std::optional<NumberRange> m_dragged;
};

} // namespace biomedica::ui
