// A filter in the search field: "licence CC BY ×". Reached with the arrow keys from the text beside it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/querywording.h"

#include <QAbstractButton>

namespace biomedica::ui {

class FilterChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit FilterChip(query::Node part, QWidget* parent = nullptr);

    const query::Node& part() const { return m_part; }
    /// Drawn as part of a selection of everything in the field.
    void setSelected(bool isSelected);

    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();
    /// It wants to be text again.
    void editRequested();
    void copyRequested();
    /// -1 to the left, 1 to the right.
    void moveRequested(int direction);
    /// A key that belongs into the text.
    void typed(const QString& text);
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect crossRect() const;

    query::Node m_part;
    QString m_field, m_value; ///< what is drawn muted, and what is not
    bool m_isExcluded = false;
    bool m_isSelected = false;
    bool m_isOverCross = false;
};

} // namespace biomedica::ui
