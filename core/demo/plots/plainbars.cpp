#include "core/demo/plots/plainbars.h"

#include "core/demo/plots/axes.h"
#include "core/demo/plots/barshape.h"
#include "core/demo/plots/bartable.h"
#include "core/demo/plots/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Look {
    BarLook bar;
    bool isStacked = false;
    bool hasNumbers = false;
    bool areNamesColoured = false; ///< one series: each bar its own colour
    double width = 0.7;            ///< share of a category's room
    std::size_t color = 0;         ///< of the only series
};

Look makeLook(Brush& brush, const BarTable& table)
{
    Random& random = brush.random;
    Look look;
    look.isStacked = table.series.size() > 1 && !table.isMirrored && random.chance(table.areSums ? 0.85 : 0.5);
    look.bar = makeBarLook(brush, table.series.empty());
    look.bar.isLying = random.chance(table.areNamesInOrder ? 0.06 : table.areNamesLong ? 0.92 : 0.45);
    look.bar.isLying = look.bar.isLying || table.isMirrored;
    look.hasNumbers = !look.isStacked && !table.isMirrored && random.chance(0.3);
    look.areNamesColoured =
        table.blocks.empty() && table.series.empty() && table.names.size() < 12 && random.chance(0.25);
    look.width = random.chance(0.06) ? 1 : random.chance(0.2) ? random.real(0.2, 0.4) : random.real(0.5, 0.92);
    if (random.chance(0.4))
        look.color = static_cast<std::size_t>(random.integer(0, 3));
    return look;
}

class PlainBars {
public:
    PlainBars(Brush& brush, const BarTable& table, const Look& look)
        : m_brush(brush), m_table(table), m_look(look), m_font(brush.style.font.scaled(0.78)), m_plot(brush, makeSpec())
    {
    }

    void draw()
    {
        for (std::size_t i = 0; i < m_table.values.size(); ++i)
            if (m_look.isStacked)
                drawStack(i);
            else
                drawSideBySide(i);
        if (m_table.lowest() < 0)
            m_brush.canvas.line(at(-0.5, 0), at(static_cast<double>(m_table.names.size()) - 0.5, 0),
                                {m_brush.style.ink, m_brush.style.frameWidth});
    }

    bool hasNumbers() const { return m_areNumbersDrawn; }

private:
    PlotSpec makeSpec() const
    {
        PlotSpec spec;
        const auto& coloured = m_table.series.empty() ? m_table.blocks : m_table.series;
        for (std::size_t s = 0; s < coloured.size(); ++s)
            spec.legend.push_back({coloured[s], m_brush.style.color(s)});
        if (m_look.hasNumbers && !m_look.bar.isLying)
            spec.headroom = m_font.size * 1.6;
        Axis names = categoryAxis(m_table.axis, m_table.names);
        names.areNamesInOrder = m_table.areNamesInOrder;
        Axis values = valueAxis(!m_look.bar.isLying && demo::hasHeadroom(spec, m_brush.style));
        spec.x = m_look.bar.isLying ? std::move(values) : std::move(names);
        spec.y = m_look.bar.isLying ? std::move(names) : std::move(values);
        return spec;
    }

    Axis valueAxis(bool hasHeadroom) const
    {
        const std::string label = withUnit(m_table.measure, m_table.unit);
        if (m_look.isStacked && m_table.areSums)
            return exactAxis(label, 0, 100);
        const double high = m_look.isStacked ? m_table.highestSum() : m_table.highest();
        const double room = m_look.hasNumbers && m_look.bar.isLying ? 1.18 : 1.0;
        if (m_table.lowest() < 0) {
            Axis axis = linearAxis(label, m_table.lowest() * room, high * room);
            for (Tick& tick : axis.ticks)
                if (m_table.isMirrored)
                    tick.text = fixed(std::abs(tick.value), 0);
            return axis;
        }
        return m_look.bar.isLying && room > 1 ? exactAxis(label, 0, high * room)
                                              : axisFromZero(label, high, hasHeadroom);
    }

    /// `along` counts categories.
    Point at(double along, double value) const
    {
        return m_look.bar.isLying ? m_plot.at(value, along) : m_plot.at(along, value);
    }

    void drawBar(double from, double to, double low, double high, std::size_t color)
    {
        const Point a = at(from, low);
        const Point b = at(to, high);
        const Rect bar{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
        drawBarBody(m_brush, bar, m_look.bar, color, high < low);
    }

    void drawStack(std::size_t index)
    {
        double low = 0;
        const auto middle = static_cast<double>(index);
        for (std::size_t s = 0; s < m_table.values[index].size(); ++s) {
            const double high = low + m_table.values[index][s];
            drawBar(middle - m_look.width / 2, middle + m_look.width / 2, low, high, s);
            low = high;
        }
    }

    void drawSideBySide(std::size_t index)
    {
        const auto& row = m_table.values[index];
        const double width = m_look.width / (m_table.isMirrored ? 1 : static_cast<double>(row.size()));
        for (std::size_t s = 0; s < row.size(); ++s) {
            const double shift = m_table.isMirrored ? 0 : width * static_cast<double>(s);
            const double from = static_cast<double>(index) - m_look.width / 2 + shift;
            drawBar(from, from + width, 0, row[s], row.size() > 1 ? s : colorOf(index));
            if (m_look.hasNumbers)
                drawNumber(from + width / 2, row[s], width);
        }
    }

    /// Of a category with one bar.
    std::size_t colorOf(std::size_t index) const
    {
        if (!m_table.blocks.empty())
            return index * m_table.blocks.size() / m_table.names.size();
        return m_look.areNamesColoured ? index : m_look.color;
    }

    void drawNumber(double along, double value, double width)
    {
        const double highest = std::max(m_table.highest(), -m_table.lowest());
        const std::string text = (value < 0 ? "\u2212" : "")
                                 + fixed(std::abs(value), highest < 10    ? 2
                                                          : highest < 100 ? 1
                                                                          : 0);
        const double room = std::max(width, 0.9 / static_cast<double>(m_table.values[0].size()))
                            * (m_look.bar.isLying ? m_plot.pixelsPerY() : m_plot.pixelsPerX());
        if (room < (m_look.bar.isLying ? m_font.size : m_brush.canvas.textWidth(text, m_font)))
            return;
        m_areNumbersDrawn = true;
        const double gap = (value < 0 ? -1 : 1) * m_font.size * 0.3;
        Point where = at(along, value);
        (m_look.bar.isLying ? where.x : where.y) += m_look.bar.isLying ? gap : -gap;
        const Anchor anchor = m_look.bar.isLying
                                  ? Anchor{value < 0 ? Horizontal::Right : Horizontal::Left, Vertical::Middle}
                                  : Anchor{Horizontal::Center, value < 0 ? Vertical::Top : Vertical::Bottom};
        m_brush.canvas.text(text, where, m_font, m_brush.style.ink, anchor);
    }

    Brush& m_brush;
    const BarTable& m_table;
    const Look& m_look;
    Font m_font;
    Plot m_plot;
    bool m_areNumbersDrawn = false;
};

} // namespace

PanelText drawPlainBars(Brush& brush)
{
    static constexpr std::array makers = {makeCategories, makeTerms, makeSequence, makeChanges, makePyramid, makeParts};
    const BarTable table = makers[static_cast<std::size_t>(brush.random.weighted({29, 12, 19, 11, 4, 25}))](brush);
    const Look look = makeLook(brush, table);
    PlainBars bars(brush, table, look);
    bars.draw();

    PanelText text;
    text.topic = table.measure + " in " + table.context;
    const std::string marks = !look.bar.isThin() ? "Bars" : look.bar.form == BarForm::Dot ? "Dots" : "Sticks";
    const std::string count = std::to_string(table.names.size());
    if (table.series.empty())
        text.details = {marks + " show " + count + " " + (table.areNamesInOrder ? "values." : "categories.")};
    else
        text.details = {(look.isStacked ? "Stacked bars show " : "Bars show ") + listed(table.series) + "."};
    if (!table.blocks.empty())
        text.details.push_back("Colours tell " + listed(table.blocks) + " apart.");
    if (bars.hasNumbers())
        text.details.push_back("Numbers give the values.");
    if (!table.unit.empty())
        text.details.push_back(capitalised(table.measure) + " is given in " + table.unit + ".");
    text.shown = {table.measure};
    text.shown.insert(text.shown.end(), table.series.begin(), table.series.end());
    return text;
}

} // namespace biomedica::demo
