#include "ui/common/markedtext.h"

#include "ui/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

QList<QTextLayout::FormatRange> formatsOf(const std::vector<MarkedText::Mark>& marks, int from, int shift, int end,
                                          const QPalette& palette)
{
    const Colours& colours = coloursFor(palette);
    QTextCharFormat format;
    format.setBackground(colours.match);
    format.setForeground(colours.onMatch);
    QList<QTextLayout::FormatRange> ranges;
    for (const MarkedText::Mark& mark : marks) {
        const int begin = std::max(mark.start, from);
        const int stop = std::min(mark.start + mark.length, end);
        if (begin < stop)
            ranges.append({begin - shift, stop - begin, format});
    }
    return ranges;
}

QTextOption wrapping(QTextOption::WrapMode mode)
{
    QTextOption option;
    option.setWrapMode(mode);
    return option;
}

} // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

MarkedText markedText(std::string_view utf8, const std::vector<textsearch::Pattern>& patterns)
{
    MarkedText marked;
    std::size_t done = 0;
    if (!patterns.empty())
        for (const textsearch::Span& span : textsearch::findMatches(utf8, patterns)) {
            marked.text += fromUtf8(utf8.substr(done, span.begin - done));
            const QString word = fromUtf8(utf8.substr(span.begin, span.end - span.begin));
            marked.marks.push_back({static_cast<int>(marked.text.size()), static_cast<int>(word.size())});
            marked.text += word;
            done = span.end;
        }
    marked.text += fromUtf8(utf8.substr(done));
    return marked;
}

MarkedText snippet(std::string_view utf8, const std::vector<textsearch::Pattern>& patterns, int length)
{
    MarkedText whole = markedText(utf8.substr(0, 20'000), patterns);
    for (QChar& c : whole.text)
        if (c.isSpace())
            c = QLatin1Char(' ');
    constexpr int seenAtOnce = 70; // about three lines of the smallest tile
    int begin = 0;
    if (!whole.marks.empty() && whole.marks.front().start + whole.marks.front().length > seenAtOnce) {
        begin = std::max(0, whole.marks.front().start - 24);
        while (begin < whole.marks.front().start && begin > 0 && whole.text[begin - 1] != QLatin1Char(' '))
            ++begin;
    }
    MarkedText cut;
    const QString lead = begin > 0 ? QStringLiteral("… ") : QString();
    cut.text = lead + whole.text.mid(begin, length);
    const int shift = begin - static_cast<int>(lead.size());
    for (const MarkedText::Mark& mark : whole.marks)
        if (mark.start >= begin && mark.start + mark.length <= begin + length)
            cut.marks.push_back({mark.start - shift, mark.length});
    return cut;
}

QString toHtml(const MarkedText& text, const QPalette& palette)
{
    const Colours& colours = coloursFor(palette);
    const QString open = QStringLiteral("<span style=\"background-color:%1;color:%2\">")
                             .arg(colours.match.name(), colours.onMatch.name());
    const auto escaped = [](const QString& part) {
        return part.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    };
    QString html;
    int done = 0;
    for (const MarkedText::Mark& mark : text.marks) {
        html += escaped(text.text.mid(done, mark.start - done));
        html += open + escaped(text.text.mid(mark.start, mark.length)) + QStringLiteral("</span>");
        done = mark.start + mark.length;
    }
    return html + escaped(text.text.mid(done));
}

void drawMarkedText(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QFont& font,
                    const QColor& colour, const QPalette& palette, int maximumLines)
{
    const QFontMetricsF metrics(font);
    const int lines = std::min(maximumLines, static_cast<int>(bounds.height() / metrics.lineSpacing() + 0.01));
    if (lines < 1 || text.text.isEmpty())
        return;
    painter.setPen(colour);
    QTextLayout layout(text.text, font);
    layout.setTextOption(wrapping(QTextOption::WrapAtWordBoundaryOrAnywhere));
    layout.beginLayout();
    int lastStart = 0;
    bool isCut = false;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(bounds.width());
        line.setPosition(QPointF(0, i * metrics.lineSpacing()));
        isCut = i + 1 == lines && line.textStart() + line.textLength() < text.text.size();
        lastStart = line.textStart();
    }
    layout.endLayout();
    const int end = isCut ? lastStart : static_cast<int>(text.text.size());
    const auto formats = formatsOf(text.marks, 0, 0, end, palette);
    if (!isCut) {
        layout.draw(&painter, bounds.topLeft(), formats);
        return;
    }
    // The lines before the last as laid out, the last one again as what is left, cut with an ellipsis.
    for (int i = 0; i + 1 < layout.lineCount(); ++i) {
        QTextLayout whole(text.text.mid(layout.lineAt(i).textStart(), layout.lineAt(i).textLength()), font);
        whole.setTextOption(wrapping(QTextOption::NoWrap));
        whole.beginLayout();
        whole.createLine();
        whole.endLayout();
        const int start = layout.lineAt(i).textStart();
        whole.draw(&painter, bounds.topLeft() + QPointF(0, i * metrics.lineSpacing()),
                   formatsOf(text.marks, start, start, start + layout.lineAt(i).textLength(), palette));
    }
    const QString rest = text.text.mid(lastStart);
    const QString shown = metrics.elidedText(rest, Qt::ElideRight, bounds.width());
    QTextLayout last(shown, font);
    last.setTextOption(wrapping(QTextOption::NoWrap));
    last.beginLayout();
    last.createLine();
    last.endLayout();
    last.draw(&painter, bounds.topLeft() + QPointF(0, (lines - 1) * metrics.lineSpacing()),
              formatsOf(text.marks, lastStart, lastStart, lastStart + static_cast<int>(shown.size()) - 1, palette));
}

} // namespace biomedica::ui
