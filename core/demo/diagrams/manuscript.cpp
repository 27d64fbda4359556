#include "core/base/text.h"
#include "core/demo/diagrams/diagrams.h"
#include "core/demo/drawing/prose.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 10> headings = {
    "Introduction",         "Materials and methods", "Results",      "Discussion", "Conclusions",
    "Statistical analysis", "Participants",          "Study design", "References", "Limitations"};

enum class Setting { Justified, Ragged, Strokes };
enum class Opening { Title, Heading, None };

struct Look {
    Font font;
    Color ink = black;
    Color accent = black;
    Setting setting = Setting::Justified;
    Opening opening = Opening::Title;
    double leading = 1.3; ///< from line to line, of the font size
    double gap = 0.5;     ///< between paragraphs, lines
    double indent = 0;    ///< of the first line, of the font size
    bool areLinesNumbered = false;
};

Look chooseLook(Brush& brush, double columnWidth)
{
    Random& random = brush.random;
    Look look;
    look.font = brush.style.font;
    look.font.isSerif = random.chance(0.65);
    // About half an em a letter.
    look.font.size = std::clamp(columnWidth / random.real(38, 90) / 0.5, 4.0, brush.style.font.size * 1.3);
    look.ink = random.chance(0.7) ? black : random.chance(0.5) ? rgb(0x3a3a3a) : rgb(0x666666);
    look.accent = random.chance(0.6) ? look.ink : brush.style.lineColor(0);
    // Letters too small to be read may as well be strokes.
    look.setting = look.font.size < 8 && random.chance(0.3) ? Setting::Strokes
                   : random.chance(0.65)                    ? Setting::Justified
                                                            : Setting::Ragged;
    look.opening = static_cast<Opening>(random.weighted({5, 3, 2}));
    look.leading = random.chance(0.2) ? random.real(1.7, 2.2) : random.real(1.15, 1.5);
    look.gap = random.chance(0.4) ? 0 : random.real(0.4, 1);
    look.indent = random.chance(0.5) ? random.real(1, 2) : 0;
    look.areLinesNumbered = look.leading > 1.6 && random.chance(0.6);
    return look;
}

class Page {
public:
    Page(Brush& brush, int columns) : m_brush(brush), m_columns(columns)
    {
        Random& random = brush.random;
        const double margin = brush.area.width * random.real(0.02, 0.09);
        m_gutter = brush.area.width * random.real(0.03, 0.05);
        m_sheet = brush.area.inset(margin);
        m_look = chooseLook(brush, columnWidth());
        m_y = m_sheet.y;
    }

    void draw()
    {
        Random& random = m_brush.random;
        drawPaper();
        if (random.chance(0.5))
            drawRunningHead();
        if (m_look.opening == Opening::Title)
            drawTitle();
        m_top = m_y;
        m_bottom = m_sheet.bottom();
        if (random.chance(0.4))
            drawPageNumber();
        // A page that ends early, now and then.
        if (random.chance(0.12))
            m_bottom -= (m_bottom - m_top) * random.real(0.2, 0.6);
        for (int column = 0; column < m_columns; ++column)
            fillColumn(column);
    }

private:
    double columnWidth() const { return (m_sheet.width - m_gutter * (m_columns - 1)) / m_columns; }
    double lineHeight() const { return m_look.font.size * m_look.leading; }
    bool hasRoom(double height) const { return m_y + height <= m_bottom; }

    void drawPaper()
    {
        static constexpr std::array<Color, 6> papers = {white,         white,         white,
                                                        rgb(0xfbf7ea), rgb(0xf0f0ee), rgb(0xe9e4d6)};
        const Color paper = m_brush.random.pick(papers);
        m_brush.canvas.fill(m_brush.area, paper);
        if (m_brush.random.chance(0.3))
            m_brush.canvas.outline(m_brush.area.inset(1), {rgb(0x888888), 1});
    }

    void drawRunningHead()
    {
        const Font font = m_look.font.scaled(0.85).italic();
        const double width = m_sheet.width * 0.45;
        put("J Invented Results 2021", {m_sheet.x, m_y}, font, width, Horizontal::Left);
        put(authorName(m_brush.random) + " et al.", {m_sheet.right(), m_y}, font, width, Horizontal::Right);
        m_y += font.size * 1.5;
        if (m_brush.random.chance(0.6))
            m_brush.canvas.line({m_sheet.x, m_y}, {m_sheet.right(), m_y}, {m_look.accent, 0.8});
        m_y += font.size;
    }

    void drawPageNumber()
    {
        m_bottom -= m_look.font.size * 2;
        m_brush.canvas.text(std::to_string(m_brush.random.integer(1, 480)), {m_sheet.center().x, m_sheet.bottom()},
                            m_look.font, m_look.ink, {Horizontal::Center, Vertical::Bottom});
    }

    void drawTitle()
    {
        Random& random = m_brush.random;
        const Look body = m_look;
        m_look.setting = Setting::Ragged;
        m_look.indent = 0;
        m_look.ink = m_look.accent;
        m_look.font = body.font.bold().scaled(random.real(1.5, 2.2));
        m_look.leading = 1.25;
        drawParagraph(articleTitle(m_brush.subject, random), m_sheet.x, m_sheet.width, 4);
        m_look = body;
        m_look.setting = Setting::Ragged;
        m_look.indent = 0;
        m_y += body.font.size * 0.6;
        std::string authors = authorName(random);
        for (int i = random.integer(1, 7); i > 0; --i)
            authors += ", " + authorName(random);
        drawParagraph(authors, m_sheet.x, m_sheet.width, 3);
        m_look = body;
        m_y += body.font.size;
        if (random.chance(0.6))
            drawAbstract();
    }

    void drawAbstract()
    {
        const double pad = m_look.font.size;
        const double top = m_y;
        const bool isBoxed = m_brush.random.chance(0.5);
        m_y += isBoxed ? pad * 0.6 : 0;
        m_bottom = m_sheet.y + m_sheet.height * 0.55;
        drawParagraph("Abstract. " + articleAbstract(m_brush.subject, m_brush.random), m_sheet.x + pad,
                      m_sheet.width - 2 * pad, 40);
        m_y += pad * 0.6;
        if (isBoxed)
            m_brush.canvas.outline(Rect{m_sheet.x, top, m_sheet.width, m_y - top}, {m_look.accent, 1});
        m_y += pad;
    }

    void fillColumn(int column)
    {
        Random& random = m_brush.random;
        const double x = m_sheet.x + column * (columnWidth() + m_gutter);
        m_y = m_top;
        m_lines = 0;
        int paragraphs = column == 0 && m_look.opening == Opening::Heading ? 0 : random.integer(1, 3);
        while (hasRoom(lineHeight())) {
            const double before = m_y;
            if (paragraphs-- <= 0 && hasRoom(lineHeight() * 4)) {
                drawHeading(x);
                paragraphs = random.integer(1, 3);
            } else if (random.chance(0.1)) {
                random.chance(0.5) ? drawPlot(x) : drawTable(x);
            }
            drawParagraph(bodyParagraph(m_brush.subject, random, random.integer(2, 5)), x, columnWidth(), 60);
            m_y += m_look.gap * lineHeight();
            if (m_y <= before)
                return;
        }
    }

    void drawHeading(double x)
    {
        m_y += lineHeight() * 0.5;
        const Font font = m_look.font.bold().scaled(1.15);
        put(std::string(m_brush.random.pick(headings)), {x, m_y}, font, columnWidth(), Horizontal::Left);
        m_y += lineHeight() * 1.25;
    }

    /// In smaller letters where it would be too wide; its top at `at`.
    void put(const std::string& text, Point at, const Font& font, double width, Horizontal side)
    {
        const double share = std::min(1.0, width / std::max(1.0, m_brush.canvas.textWidth(text, font)));
        m_brush.canvas.text(text, at, font.scaled(share), m_look.accent, {side, Vertical::Top});
    }

    /// Words to the width, at most so many lines and never below the column.
    void drawParagraph(const std::string& text, double x, double width, int most)
    {
        const double space = m_look.font.size * 0.3;
        double used = m_look.indent * m_look.font.size;
        double left = x + used;
        std::vector<std::string> line;
        for (const std::string& word : split(text, ' ')) {
            const double wide = m_brush.canvas.textWidth(word, m_look.font);
            if (!line.empty() && used + wide > width) {
                if (most-- <= 1 || !drawLine(line, left, x + width, m_look.setting != Setting::Ragged))
                    return;
                line.clear();
                left = x;
                used = 0;
            }
            line.push_back(word);
            used += wide + space;
        }
        if (!line.empty())
            drawLine(line, left, x + width, false);
    }

    /// False where there is no room left.
    bool drawLine(const std::vector<std::string>& words, double left, double right, bool isFull)
    {
        if (m_bottom > 0 && !hasRoom(m_look.font.size))
            return false;
        const double baseline = m_y + m_look.font.size * 0.8;
        std::vector<double> widths;
        double total = 0;
        for (const std::string& word : words)
            total += widths.emplace_back(m_brush.canvas.textWidth(word, m_look.font));
        const double gaps = static_cast<double>(words.size()) - 1;
        const double space = isFull && gaps > 0 ? (right - left - total) / gaps : m_look.font.size * 0.3;
        double x = left;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const double fitting = std::min(1.0, (right - x) / std::max(1.0, widths[i]));
            if (m_look.setting == Setting::Strokes)
                m_brush.canvas.fill(
                    {x, baseline - m_look.font.size * 0.5, widths[i] * fitting, m_look.font.size * 0.45},
                    m_look.ink.lighter(0.35));
            else
                m_brush.canvas.text(words[i], {x, baseline}, m_look.font.scaled(fitting), m_look.ink);
            x += widths[i] + space;
        }
        if (m_look.areLinesNumbered && m_top > 0 && ++m_lines % 5 == 0)
            m_brush.canvas.text(std::to_string(m_lines), {left - m_look.font.size * 0.5, baseline},
                                m_look.font.scaled(0.6), m_look.ink, {Horizontal::Right, Vertical::Baseline});
        m_y += lineHeight();
        return true;
    }

    /// A small figure of bars or a line, and its caption.
    void drawPlot(double x)
    {
        Random& random = m_brush.random;
        const double height = columnWidth() * random.real(0.4, 0.65);
        if (!hasRoom(height + lineHeight() * 3))
            return;
        const Rect frame{x + columnWidth() * 0.12, m_y, columnWidth() * 0.78, height};
        m_brush.canvas.line({frame.x, frame.y}, {frame.x, frame.bottom()}, {black, 1});
        m_brush.canvas.line({frame.x, frame.bottom()}, {frame.right(), frame.bottom()}, {black, 1});
        const int count = random.integer(4, 9);
        const bool hasBars = random.chance(0.5);
        std::vector<Point> line;
        for (int i = 0; i < count; ++i) {
            const double top = frame.bottom() - frame.height * random.real(0.2, 0.95);
            const double middle = frame.x + frame.width * (i + 0.5) / count;
            line.push_back({middle, top});
            if (hasBars)
                m_brush.canvas.fill(
                    {middle - frame.width * 0.3 / count, top, frame.width * 0.6 / count, frame.bottom() - top},
                    m_brush.style.lineColor(static_cast<std::size_t>(i % 2)));
        }
        if (!hasBars)
            m_brush.canvas.polyline(line, {m_brush.style.lineColor(0), 1.5});
        m_y = frame.bottom() + lineHeight() * 0.7;
        drawParagraph("Figure " + std::to_string(random.integer(1, 6)) + ". Expression of " + m_brush.subject.gene
                          + ".",
                      x, columnWidth(), 2);
        m_y += lineHeight();
    }

    void drawTable(double x)
    {
        Random& random = m_brush.random;
        const int rows = random.integer(3, 8);
        const int columns = random.integer(2, 4);
        const double rowHeight = m_look.font.size * 1.5;
        if (!hasRoom(rowHeight * (rows + 3)))
            return;
        m_y += rowHeight * 0.5;
        const double bottom = m_y + rowHeight * rows;
        for (const double y : {m_y, m_y + rowHeight, bottom})
            m_brush.canvas.line({x, y}, {x + columnWidth(), y}, {black, 1});
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < columns; ++c)
                m_brush.canvas.text(fixed(random.real(0, 90), 1),
                                    {x + columnWidth() * (c + 0.5) / columns, m_y + rowHeight * (r + 0.5)}, m_look.font,
                                    m_look.ink, {Horizontal::Center, Vertical::Middle});
        m_y = bottom + rowHeight;
    }

    Brush& m_brush;
    int m_columns;
    double m_gutter = 0;
    Rect m_sheet; ///< the page without its margins
    Look m_look;
    double m_y = 0; ///< where the next line begins
    double m_top = 0;
    double m_bottom = 0;
    int m_lines = 0;
};

} // namespace

PanelText drawManuscript(Brush& brush)
{
    const int columns = brush.area.width < 300 ? 1 : brush.random.weighted({5, 6, 1}) + 1;
    Page(brush, columns).draw();
    PanelText text;
    static constexpr std::array<std::string_view, 3> counts = {"one column", "two columns", "three columns"};
    const std::string count(counts[static_cast<std::size_t>(columns - 1)]);
    text.topic = "page of the manuscript on " + brush.subject.drug + " in " + brush.subject.disease;
    text.details = {"The text is set in " + count + "."};
    text.shown = {"manuscript", count};
    return text;
}

} // namespace biomedica::demo
