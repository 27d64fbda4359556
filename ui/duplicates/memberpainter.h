// Draws a figure of a group: its picture, beside it key, article and licence.
//
// Thread contract: GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace biomedica::ui {

class MemberPainter : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of the picture, before the scale of the screen.
    static QSize pictureBox();
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace biomedica::ui
