// The filter panel's list: click = only this, Ctrl+click = this too, Alt+click = not this; Space and
// Enter do the same for the keyboard. Dragging over the years chooses a range.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/facetmodel.h"

#include <QTreeView>

namespace biomedica::ui {

class FacetDelegate;

class FacetView : public QTreeView {
    Q_OBJECT
public:
    explicit FacetView(FacetModel* model, QWidget* parent = nullptr);

Q_SIGNALS:
    void gestureMade(const biomedica::ui::FilterTarget& target, biomedica::ui::FilterGesture gesture);
    /// Both ends the same: one year. Nothing: every year.
    void yearsChosen(std::optional<std::int64_t> low, std::optional<std::int64_t> high);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
    void reset() override;

private:
    void activate(const QModelIndex& index, Qt::KeyboardModifiers modifiers);
    NumberRange draggedTo(int x) const;
    void noteExpansion(const QModelIndex& index, bool isOpen);
    void restoreExpansion(const QModelIndex& parent);

    FacetModel* m_model;
    FacetDelegate* m_delegate;
    QSet<QString> m_closed; ///< keys of rows that the person has closed
    QPersistentModelIndex m_histogram;
    std::optional<std::int64_t> m_dragBegin;
    QString m_currentKey;
    bool m_isRestoring = false;
};

} // namespace biomedica::ui
