// Filters as chips and words as text, edited as one thing. The text is at the end of the chips; it grows to a second
// line, and scrolls where that is not enough.
//
// Keys: Left and Backspace at the begin of the text go to the last chip; there Delete removes it and Enter makes it
// text again. Ctrl+A takes everything, chips too, and copying that gives the query language's text.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/search/pieces.h"

#include <QList>
#include <QScrollArea>

namespace biomedica::ui {

class FilterChip;
class SearchField;

class ChipField : public QScrollArea {
    Q_OBJECT
public:
    explicit ChipField(QWidget* parent = nullptr);

    Pieces pieces() const;
    /// The text as it stands is kept where it says the same as the new one.
    void setPieces(const Pieces& pieces);
    /// Finished filters in the text become chips.
    void takeFilters();
    /// All of it in the query language; the text as typed where it makes no sense.
    QString wholeText() const;
    bool isEmpty() const;

    SearchField* text() const { return m_text; }
    QList<FilterChip*> chips() const { return m_chips; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the person. `isFinal`: not just a letter on the way.
    void edited(bool isFinal);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent*) override {}
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    FilterChip* addChip(query::Node part);
    void removeChip(FilterChip* chip);
    void editChip(FilterChip* chip);
    void moveFocus(FilterChip* chip, int direction);
    bool handleKey(QKeyEvent* event);
    bool handleWholeSelection(QKeyEvent* event);
    void selectWhole(bool isSelected);
    void clearPieces();
    void layOut();
    int lineHeight() const;

    QWidget* m_content;
    SearchField* m_text;
    QList<FilterChip*> m_chips;
    bool m_isWholeSelected = false;
};

} // namespace biomedica::ui
