// A text for the screen with the places that matched the search.
//
// Thread contract: a value; markedText() may run on any thread.
#pragma once

#include "core/textsearch/tokenizer.h"

#include <QFont>
#include <QPalette>
#include <QString>
#include <QTextLayout>
#include <string_view>
#include <vector>

class QPainter;
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

/// As many whole lines as fit, at most `maximumLines`; the last one ends in "…" where text is left.
void drawMarkedText(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QFont& font,
                    const QColor& colour, const QPalette& palette, int maximumLines);

} // namespace biomedica::ui
