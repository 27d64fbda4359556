// A line of the class finder: the name, and muted at the right end what it is below.
//
// Thread contract: GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace biomedica::ui {

class ClassRow : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 100 };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace biomedica::ui
