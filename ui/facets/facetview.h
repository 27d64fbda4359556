// The filter panel's list: click = only this, Ctrl+click = this too, Shift+click = this besides the others,
// Alt+click = not this; Space and Enter do the same for the keyboard, and "-" excludes. Dragging over a
// histogram chooses a range, as arrow keys with Shift do.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/facetmodel.h"

#include <QHash>
#include <QSettings>
#include <QTimer>
#include <QTreeView>

class QLineEdit;

namespace biomedica::ui {

class FacetDelegate;

class FacetView : public QTreeView {
    Q_OBJECT
public:
    /// Which sections are open is kept in the settings.
    FacetView(FacetModel* model, QSettings& settings, QWidget* parent = nullptr);
    ~FacetView() override;

    bool isOpen(const FacetSection& section) const;
    /// The line that narrows a long section; nullptr where the section shows none.
    QLineEdit* filterLine(const QString& sectionKey) const;
    void setOpen(const QModelIndex& section, bool isOpen);

Q_SIGNALS:
    void gestureMade(const biomedica::ui::FilterTarget& target, biomedica::ui::FilterGesture gesture);
    /// All matches with this value are to be selected.
    void selectionRequested(const biomedica::ui::FilterTarget& target);
    /// Nothing: the whole range.
    void rangeChosen(biomedica::query::Field field, std::optional<std::int64_t> low, std::optional<std::int64_t> high);
    /// The mouse is done here, and no text field has got the focus by it.
    void clickDone();
    /// What is open is to be counted.
    void sectionOpened();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void reset() override;

private:
    struct Drag {
        QPersistentModelIndex histogram;
        int from = 0, to = 0; ///< bars
    };

    void activate(const QModelIndex& index, Qt::KeyboardModifiers modifiers);
    void noteExpansion(const QModelIndex& index, bool isOpen);
    void restoreExpansion(const QModelIndex& parent);
    void placeFilterLines();
    QLineEdit* makeFilterLine(const QString& sectionKey);
    void fetchWhatComesIntoView();

    NumberRange draggedRange() const;
    void showDrag();
    void applyDrag();
    bool moveRange(QKeyEvent* event);
    bool showBarToolTip(const QPoint& place, const QPoint& onScreen);

    FacetModel* m_model;
    QSettings& m_settings;
    FacetDelegate* m_delegate;
    QHash<QString, bool> m_expansion; ///< of rows that the person has opened or closed, by key
    QHash<QString, QLineEdit*> m_filterLines;
    std::optional<Drag> m_drag;
    bool m_isMouseDrag = false;
    bool m_isClick = false; ///< between press and release
    QTimer m_keysRest;      ///< a range is applied when the person stops moving it
    QString m_currentKey;
    bool m_isRestoring = false;
};

} // namespace biomedica::ui
