#include "core/demo/plots/distribution.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

enum class Fill { Own, Pale, Tint, White, Grey, None };
enum class Line { Black, Dark, Own, Grey, None };
enum class MedianLine { AsOutline, White, Red, Orange, None };
enum class Reach { Fences, Extremes, Percentiles };
enum class Points { None, Over, Beside };

struct BoxStyle {
    Fill fill = Fill::Own;
    Line line = Line::Black;
    MedianLine median = MedianLine::AsOutline;
    double medianWidth = 1; ///< times the outline's
    double capShare = 0.5;  ///< of the box's width; 0: whiskers end without
    bool areWhiskersDashed = false;
    Marker outlier = Marker::OpenCircle;
    Marker mean = Marker::None;
    Reach reach = Reach::Fences;
    double notch = 0; ///< share of the box's width that is taken away at the median
    Points points = Points::None;
    bool isRounded = false;
};

// What programs draw unless told otherwise.
// clang-format off
constexpr std::array<BoxStyle, 17> programs = {{
    // R's graphics: stapled, dashed whiskers and a heavy median
    {Fill::Grey, Line::Black, MedianLine::AsOutline, 3, 0.5, true, Marker::OpenCircle},
    {Fill::White, Line::Black, MedianLine::AsOutline, 3, 0.5, true, Marker::OpenCircle},
    {Fill::Own, Line::Black, MedianLine::AsOutline, 3, 0.5, true, Marker::OpenCircle},
    // ggplot2: no caps
    {Fill::White, Line::Dark, MedianLine::AsOutline, 2, 0, false, Marker::Circle},
    {Fill::Own, Line::Dark, MedianLine::AsOutline, 2, 0, false, Marker::Circle},
    {Fill::White, Line::Own, MedianLine::AsOutline, 2, 0, false, Marker::Circle},
    // seaborn, matplotlib, MATLAB, plotly, Vega
    {Fill::Own, Line::Grey, MedianLine::AsOutline, 1, 0.5, false, Marker::Diamond},
    {Fill::None, Line::Black, MedianLine::Orange, 1, 0.5, false, Marker::OpenCircle},
    {Fill::None, Line::Own, MedianLine::Red, 1, 0.5, true, Marker::Plus},
    {Fill::Tint, Line::Own, MedianLine::AsOutline, 1, 0.5, false, Marker::Circle},
    {Fill::Own, Line::None, MedianLine::White, 1, 0, false, Marker::OpenCircle},
    // Prism: from the least to the greatest value
    {Fill::None, Line::Own, MedianLine::AsOutline, 1, 0.6, false, Marker::None, Marker::None, Reach::Extremes},
    {Fill::Own, Line::Black, MedianLine::AsOutline, 1, 1, false, Marker::None, Marker::None, Reach::Extremes},
    // SPSS, SAS, Excel, Origin
    {Fill::Own, Line::Black, MedianLine::AsOutline, 2.6, 0.5, false, Marker::OpenCircle},
    {Fill::Pale, Line::Dark, MedianLine::AsOutline, 1, 0.5, false, Marker::OpenCircle, Marker::Diamond},
    {Fill::Own, Line::Grey, MedianLine::White, 1, 0.4, false, Marker::Circle, Marker::Cross},
    {Fill::None, Line::Black, MedianLine::AsOutline, 1, 0.4, false, Marker::Cross, Marker::OpenSquare,
     Reach::Percentiles},
}};
// clang-format on

/// A program's, in some with what its users change.
BoxStyle makeBoxStyle(Random& random)
{
    static constexpr std::array outliers = {Marker::OpenCircle, Marker::Circle, Marker::Plus,
                                            Marker::Diamond,    Marker::Cross,  Marker::None};
    static constexpr std::array means = {Marker::Cross, Marker::Diamond, Marker::Plus, Marker::OpenCircle,
                                         Marker::Triangle};
    BoxStyle box = random.pick(programs);
    if (random.chance(0.3))
        box.fill = static_cast<Fill>(random.integer(0, 5));
    if (random.chance(0.2))
        box.line = static_cast<Line>(random.integer(0, 3));
    if (random.chance(0.2))
        box.capShare = random.chance(0.4) ? 0 : random.real(0.2, 1);
    if (random.chance(0.25))
        box.medianWidth = random.real(1, 3.5);
    if (random.chance(0.25))
        box.outlier = random.pick(outliers);
    if (random.chance(0.12))
        box.mean = random.pick(means);
    if (random.chance(0.12))
        box.notch = random.real(0.3, 0.6);
    if (random.chance(0.06))
        box.reach = Reach::Extremes;
    if (random.chance(0.3))
        box.points = random.chance(0.8) ? Points::Over : Points::Beside;
    box.isRounded = box.notch == 0 && random.chance(0.04);
    if (box.line == Line::None && (box.fill == Fill::White || box.fill == Fill::None))
        box.fill = Fill::Own;
    return box;
}

class Box {
public:
    Box(Brush& brush, const Slot& slot, const Spread& spread, const BoxStyle& style)
        : m_brush(brush), m_slot(slot), m_spread(spread), m_style(style),
          m_fill(fillColor()), m_pen{lineColor(), std::max(0.8, brush.style.lineWidth * 0.7)}
    {
        switch (style.reach) {
        case Reach::Fences: m_low = spread.lowerWhisker, m_high = spread.upperWhisker; break;
        case Reach::Extremes: m_low = spread.values.front(), m_high = spread.values.back(); break;
        case Reach::Percentiles: m_low = spread.share(0.05), m_high = spread.share(0.95); break;
        }
    }

    void draw()
    {
        if (m_style.points == Points::Over && m_fill.alpha == 0)
            drawPoints();
        drawWhisker(m_spread.upperQuartile, m_high);
        drawWhisker(m_spread.lowerQuartile, m_low);
        drawBody();
        drawMedian();
        if (m_style.points == Points::None)
            drawOutliers();
        else if (m_style.points == Points::Beside || m_fill.alpha > 0)
            drawPoints();
        if (m_style.mean != Marker::None)
            drawMarker(m_brush.canvas, m_style.mean, m_slot.at(0, m_spread.mean()), m_brush.style.font.size * 0.26,
                       isDark() ? white : black);
    }

private:
    bool isDark() const { return m_fill.alpha > 0 && m_fill.luminance() < 0.3; }
    double half() const { return m_style.points == Points::Beside ? m_slot.halfWidth * 0.55 : m_slot.halfWidth; }
    double shift() const { return m_style.points == Points::Beside ? m_slot.halfWidth * 0.45 : 0; }
    double waist() const { return half() * (1 - m_style.notch); }
    Point at(double across, double value) const { return m_slot.at(across + shift(), value); }

    Color fillColor() const
    {
        const Color own = m_brush.style.color(m_slot.color);
        switch (m_style.fill) {
        case Fill::Own: return own;
        case Fill::Pale: return own.lighter(0.65);
        case Fill::Tint: return m_brush.style.lineColor(m_slot.color).withAlpha(0.5);
        case Fill::White: return white;
        case Fill::Grey: return rgb(0xd3d3d3);
        case Fill::None: return own.withAlpha(0);
        }
        return white;
    }

    Color lineColor() const
    {
        switch (m_style.line) {
        case Line::Black: return black;
        case Line::Dark: return rgb(0x333333);
        // On its own colour a line of that colour would not show.
        case Line::Own: return m_style.fill == Fill::Own ? black : m_brush.style.lineColor(m_slot.color);
        case Line::Grey: return rgb(0x4d4d4d);
        case Line::None: return rgb(0x555555);
        }
        return black;
    }

    void drawWhisker(double quartile, double end)
    {
        Pen pen = m_pen;
        if (m_style.areWhiskersDashed)
            pen.dashes = {4, 3};
        m_brush.canvas.line(at(0, quartile), at(0, end), pen);
        const double cap = half() * m_style.capShare;
        if (cap > 0)
            m_brush.canvas.line(at(-cap, end), at(cap, end), m_pen);
    }

    /// From the lower left corner, narrowed at the median where it has a notch.
    std::vector<Point> outline() const
    {
        const double slope = m_style.notch > 0 ? (m_spread.upperQuartile - m_spread.lowerQuartile) * 0.22 : 0;
        const double low = m_spread.lowerQuartile;
        const double median = m_spread.median;
        const double high = m_spread.upperQuartile;
        return {at(-half(), low),           at(-half(), median - slope),
                at(-waist(), median),       at(-half(), median + slope),
                at(-half(), high),          at(half(), high),
                at(half(), median + slope), at(waist(), median),
                at(half(), median - slope), at(half(), low)};
    }

    void drawBody()
    {
        if (m_style.isRounded) {
            const Point a = at(-half(), m_spread.lowerQuartile);
            const Point b = at(half(), m_spread.upperQuartile);
            const Rect rect{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
            const double radius = std::min(rect.width, rect.height) * 0.25;
            m_brush.canvas.fillRounded(rect, m_fill, radius);
            m_brush.canvas.outline(rect, m_pen, radius);
            return;
        }
        const auto points = outline();
        m_brush.canvas.polygon(points, m_fill);
        if (m_style.line != Line::None)
            m_brush.canvas.outline(points, m_pen);
    }

    void drawMedian()
    {
        Color color = isDark() ? white : m_pen.color;
        switch (m_style.median) {
        case MedianLine::None: return;
        case MedianLine::AsOutline: break;
        case MedianLine::White: color = m_fill.alpha > 0 && m_fill.luminance() < 0.85 ? white : m_pen.color; break;
        case MedianLine::Red: color = rgb(0xe00000); break;
        case MedianLine::Orange: color = rgb(0xff7f0e); break;
        }
        m_brush.canvas.line(at(-waist(), m_spread.median), at(waist(), m_spread.median),
                            {color, m_pen.width * m_style.medianWidth});
    }

    void drawOutliers()
    {
        const Color color =
            m_style.outlier == Marker::Plus && m_style.median == MedianLine::Red ? rgb(0xe00000) : m_pen.color;
        for (const double value : m_spread.values)
            if (value < m_low || value > m_high)
                drawMarker(m_brush.canvas, m_style.outlier, at(0, value), m_brush.style.font.size * 0.2, color);
    }

    void drawPoints()
    {
        const bool isBeside = m_style.points == Points::Beside;
        const Slot slot{m_slot.plot,
                        m_slot.middle - (isBeside ? m_slot.halfWidth * 0.65 : 0),
                        isBeside ? m_slot.halfWidth * 0.5 : m_slot.halfWidth,
                        m_slot.color,
                        m_slot.isLying,
                        m_slot.least};
        const bool isOwn = isBeside || (m_style.fill != Fill::Own && m_style.fill != Fill::Grey);
        drawScatteredValues(m_brush, slot, m_spread,
                            isOwn ? m_brush.style.lineColor(m_slot.color).withAlpha(0.75)
                                  : rgb(0x202020).withAlpha(0.6));
    }

    Brush& m_brush;
    const Slot& m_slot;
    const Spread& m_spread;
    const BoxStyle& m_style;
    Color m_fill;
    Pen m_pen;
    double m_low = 0; ///< where the whiskers end
    double m_high = 0;
};

std::string_view nameOf(Marker marker)
{
    switch (marker) {
    case Marker::OpenCircle: return "circles";
    case Marker::Circle: return "dots";
    case Marker::Diamond: return "diamonds";
    case Marker::Triangle: return "triangles";
    case Marker::OpenSquare: return "squares";
    default: return "crosses";
    }
}

std::string readingOf(const BoxStyle& box)
{
    static constexpr std::array<std::string_view, 3> ends = {"1.5 times the interquartile range",
                                                             "the minimum and maximum", "the 5th and 95th percentile"};
    std::string text = "Boxes show the median and interquartile range, whiskers "
                       + std::string(ends[static_cast<std::size_t>(box.reach)]);
    if (box.points != Points::None)
        text += "; dots are single values";
    else if (box.reach != Reach::Extremes && box.outlier != Marker::None)
        text += "; " + std::string(nameOf(box.outlier)) + " are outliers";
    if (box.mean != Marker::None)
        text += "; " + std::string(nameOf(box.mean)) + " mark the mean";
    return text + ".";
}

} // namespace

PanelText drawBoxPlot(Brush& brush)
{
    const BoxStyle box = makeBoxStyle(brush.random);
    return drawDistributions(
        brush, "box plot", readingOf(box),
        [&box](Brush& each, const Slot& slot, const Spread& spread) { Box(each, slot, spread, box).draw(); });
}

} // namespace biomedica::demo
