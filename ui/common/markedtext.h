// A text for the screen with the places that matched the search.
//
// Thread contract: values; markedText() may run on any thread, what draws belongs to the GUI thread.
#pragma once

#include "core/textsearch/tokenizer.h"

#include <QCache>
#include <QFont>
#include <QPalette>
#include <QString>
#include <QTextLayout>
#include <string_view>
#include <vector>

class QPainter;
class QPointF;
class QRectF;

namespace biomedica::ui {

struct MarkedText {
    struct Mark {
        int start = 0, length = 0; ///< UTF-16
    };
    QString text;
    std::vector<Mark> marks; ///< in order, without overlaps
};

QString fromUtf8(std::string_view text);
std::string toUtf8(const QString& text);

MarkedText markedText(std::string_view utf8, const std::vector<textsearch::Pattern>& patterns);

/// One paragraph of at most `length` characters for a tile. It begins with the text's beginning, or
/// shortly before the first match where that would not be seen.
MarkedText snippet(std::string_view utf8, const std::vector<textsearch::Pattern>& patterns, int length);

/// Rich text with the marks as yellow grounds.
QString toHtml(const MarkedText& text, const QPalette& palette);

/// A text broken into lines of a width, to be drawn again and again; the last line ends in "…" where text is left.
class LaidOutText {
public:
    LaidOutText(const QString& text, const QFont& font, qreal width, int maximumLines);

    void draw(QPainter& painter, const QPointF& topLeft, const std::vector<MarkedText::Mark>& marks,
              const QPalette& palette) const;
    qreal height() const { return m_layout.boundingRect().height(); }

private:
    enum class LastLine { Broken, Whole };
    void breakLines(qreal width, int maximumLines, LastLine last);

    QTextLayout m_layout;
    int m_end = 0; ///< of the text's own characters in the layout
};

/// As many whole lines as fit, at most `maximumLines`.
void drawMarkedText(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QFont& font,
                    const QColor& colour, const QPalette& palette, int maximumLines);

/// The same for a view that draws the same texts at every step of scrolling: it keeps them as laid out, which takes
/// ten times as long as drawing them. For one font.
class TextPainter {
public:
    explicit TextPainter(const QFont& font = {}) { setFont(font); }

    const QFont& font() const { return m_font; }
    void setFont(const QFont& font);
    void draw(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QColor& colour,
              const QPalette& palette, int maximumLines) const;
    /// One line, in the middle of the height.
    void drawLine(QPainter& painter, const QRectF& bounds, const QString& text, const QColor& colour) const;

private:
    struct Key {
        QString text;
        qreal width = 0;
        int lines = 0;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.text, key.width, key.lines); }
    };
    const LaidOutText& laidOut(const QString& text, qreal width, int lines) const;

    QFont m_font;
    mutable QCache<Key, LaidOutText> m_texts{1024}; ///< more than any screen shows at once, 2 KB each
};

} // namespace biomedica::ui
