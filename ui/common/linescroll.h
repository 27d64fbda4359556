// Lines of one height below each other, scrolled: arithmetic only, so that 24 million cost as much as ten.
//
// The scroll bar counts in units, a fraction of a line: one pixel each, unless there are so many lines that an
// int could not count them; then fewer units a line, and the bar still tells the truth.
//
// Thread contract: a value.
#pragma once

#include <QtGlobal>

namespace biomedica::ui {

class LineScroll {
public:
    LineScroll() = default;
    /// `margin` stands above the first line and below the last one.
    LineScroll(qint64 lines, int lineHeight, int viewportHeight, int margin = 0);

    int lineHeight() const { return m_lineHeight; }
    int maximum() const;
    int unitsPerLine() const { return m_unitsPerLine; }
    /// A unit is a pixel.
    bool isExact() const { return m_unitsPerLine == m_lineHeight; }
    /// Lines that fit as a whole, at least 1.
    int linesInView() const;
    int pageStep() const { return linesInView() * m_unitsPerLine; }

    /// What of the contents is above the viewport.
    qint64 pixelsAt(int value) const { return qint64{value} * m_lineHeight / m_unitsPerLine; }
    /// In the viewport; far out of view it is just far out.
    int topOf(qint64 line, int value) const;
    /// At this height of the viewport; may lie outside of [0, lines).
    qint64 lineAt(int y, int value) const;

    /// Lines of which something is in view; first > last where there are none.
    struct Span {
        qint64 first = 0, last = -1;
    };
    Span visibleAt(int value) const;

    /// The position nearest to `value` at which the whole line is in view.
    int toShow(qint64 line, int value) const;
    /// The position at which the line's top stands at `y`, as far as the ends allow.
    int toPlace(qint64 line, int y) const;

private:
    int roundedUp(qint64 pixels) const;

    qint64 m_lines = 0;
    int m_lineHeight = 1, m_viewportHeight = 0, m_margin = 0;
    int m_unitsPerLine = 1;
};

} // namespace biomedica::ui
