#include "ui/common/markedtext.h"

#include "ui/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <limits>
#include <memory>

namespace biomedica::ui {

namespace {

QList<QTextLayout::FormatRange> formatsOf(const std::vector<MarkedText::Mark>& marks, int end, const QPalette& palette)
{
    const Colours& colours = coloursFor(palette);
    QTextCharFormat format;
    format.setBackground(colours.match);
    format.setForeground(colours.onMatch);
    QList<QTextLayout::FormatRange> ranges;
    for (const MarkedText::Mark& mark : marks)
        if (mark.start < end)
            ranges.append({mark.start, std::min(mark.length, end - mark.start), format});
    return ranges;
}

int linesIn(qreal height, const QFontMetricsF& metrics, int most)
{
    return std::min(most, static_cast<int>(height / metrics.lineSpacing() + 0.01));
}

/// So many characters fill the lines, unless they are half as wide as is usual.
int likelyShown(const QFont& font, qreal width, int lines)
{
    constexpr int most = 100'000;
    return static_cast<int>(std::min<qreal>(most, lines * (2 * width / QFontMetricsF(font).averageCharWidth() + 2)));
}

bool isWhole(const QTextLayout& layout)
{
    if (layout.lineCount() == 0)
        return true;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    return last.textStart() + last.textLength() >= layout.text().size();
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

LaidOutText::LaidOutText(const QString& text, const QFont& font, qreal width, int maximumLines)
    : m_layout(text.left(likelyShown(font, width, maximumLines)), font), m_end(static_cast<int>(text.size()))
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    breakLines(width, maximumLines, LastLine::Broken);
    if (isWhole(m_layout) && m_layout.text().size() < text.size()) {
        m_layout.setText(text);
        breakLines(width, maximumLines, LastLine::Broken);
    }
    if (isWhole(m_layout))
        return;
    const int lastStart = m_layout.lineAt(m_layout.lineCount() - 1).textStart();
    const QString rest = m_layout.text().mid(lastStart);
    const QString shown = QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width);
    m_layout.setText(text.left(lastStart) + shown);
    if (shown != rest)
        m_end = lastStart + static_cast<int>(shown.size()) - 1;
    breakLines(width, maximumLines, LastLine::Whole);
}

void LaidOutText::breakLines(qreal width, int maximumLines, LastLine last)
{
    const qreal spacing = QFontMetricsF(m_layout.font()).lineSpacing();
    m_layout.beginLayout();
    for (int i = 0; i < maximumLines; ++i) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        if (last == LastLine::Whole && i + 1 == maximumLines)
            line.setNumColumns(std::numeric_limits<int>::max()); // it fits, if not to the fraction of a pixel
        else
            line.setLineWidth(width);
        line.setPosition(QPointF(0, i * spacing));
    }
    m_layout.endLayout();
}

void LaidOutText::draw(QPainter& painter, const QPointF& topLeft, const std::vector<MarkedText::Mark>& marks,
                       const QPalette& palette) const
{
    m_layout.draw(&painter, topLeft, formatsOf(marks, m_end, palette));
}

void drawMarkedText(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QFont& font,
                    const QColor& colour, const QPalette& palette, int maximumLines)
{
    const int lines = linesIn(bounds.height(), QFontMetricsF(font), maximumLines);
    if (lines < 1 || text.text.isEmpty())
        return;
    painter.setPen(colour);
    LaidOutText(text.text, font, bounds.width(), lines).draw(painter, bounds.topLeft(), text.marks, palette);
}

void TextPainter::setFont(const QFont& font)
{
    m_font = font;
    m_texts.clear();
}

const LaidOutText& TextPainter::laidOut(const QString& text, qreal width, int lines) const
{
    const Key key{text, width, lines};
    const LaidOutText* known = m_texts.object(key);
    if (!known) {
        auto made = std::make_unique<LaidOutText>(text, m_font, width, lines);
        known = made.get();
        m_texts.insert(key, made.release());
    }
    return *known;
}

void TextPainter::draw(QPainter& painter, const QRectF& bounds, const MarkedText& text, const QColor& colour,
                       const QPalette& palette, int maximumLines) const
{
    const int lines = linesIn(bounds.height(), QFontMetricsF(m_font), maximumLines);
    if (lines < 1 || text.text.isEmpty())
        return;
    painter.setPen(colour);
    laidOut(text.text, bounds.width(), lines).draw(painter, bounds.topLeft(), text.marks, palette);
}

void TextPainter::drawLine(QPainter& painter, const QRectF& bounds, const QString& text, const QColor& colour) const
{
    if (text.isEmpty() || bounds.width() <= 0)
        return;
    const LaidOutText& line = laidOut(text, bounds.width(), 1);
    painter.setPen(colour);
    line.draw(painter, {bounds.left(), bounds.top() + (bounds.height() - line.height()) / 2}, {}, QPalette());
}

} // namespace biomedica::ui
