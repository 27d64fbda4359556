// The small widgets that every screen uses.
//
// Thread contract: GUI thread.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLayout>
#include <QList>

class QTableView;

namespace biomedica::ui {

/// 11 px, muted, upper case.
QLabel* makeHeading(const QString& text, QWidget* parent = nullptr);
/// In the muted colour.
QLabel* makeMutedLabel(const QString& text, QWidget* parent = nullptr);
/// For what went wrong or well: wraps, can be copied, and is hidden until there is something to say.
QLabel* makeOutcomeLabel(QWidget* parent = nullptr);
void showOutcome(QLabel* label, const QString& text, bool isBad);
/// One pixel, across.
QFrame* makeLine(QWidget* parent = nullptr);

/// A table of whole rows that is read, not typed into.
void makeRowTable(QTableView* table, const QString& accessibleName);

/// That size, which grows with the text, or what fits into the window below.
void resizeWithinParent(QWidget* dialog, QSize size);

/// That wide before the text scale, or as its contents need, and as high as they are then; no larger than the window.
void resizeToContents(QWidget* dialog, int width);

/// 1234567 with the user's thousands separators.
QString withThousands(qulonglong number);

/// One line that ends with dots where there is no room for it; the whole of it is its tooltip. Needs no width, so that
/// no text can widen a window.
class ElidedLabel : public QLabel {
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Never lower than its layout needs at the width that it has: for texts that wrap.
class WrappingBox : public QWidget {
public:
    using QWidget::QWidget;

protected:
    bool event(QEvent* event) override;
};

/// Lays widgets out like words: left to right, then the next line. With a maximum of lines the items
/// that do not fit are hidden and `overflow`, if set, takes the last place.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent, int spacing);
    ~FlowLayout() override;

    /// 0 = as many as needed. `overflow` is an item of the layout.
    void setMaximumLines(int lines, QWidget* overflow);
    /// Whether there is more than the layout was given, so that `overflow` is shown in any case.
    void setHasMore(bool hasMore);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& bounds) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    struct Place {
        QLayoutItem* item;
        QRect rect;
    };
    QList<Place> placesIn(int width) const;

    QList<QLayoutItem*> m_items;
    QWidget* m_overflow = nullptr;
    int m_maximumLines = 0;
    bool m_hasMore = false;
};

} // namespace biomedica::ui
