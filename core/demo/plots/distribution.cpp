#include "core/demo/plots/distribution.h"

#include "core/demo/plots/comparison.h"
#include "core/demo/plots/facets.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>

namespace biomedica::demo {

namespace {

/// What stands above the data.
enum class Marks { None, Brackets, Letters };

/// A letter for each group; those that do not differ from the next lower one share it.
std::vector<std::string> compactLetters(const std::vector<std::vector<Spread>>& rows)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return rows[a][0].median > rows[b][0].median; });
    std::vector<std::string> letters(rows.size());
    char letter = 'a';
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Spread& here = rows[order[i]][0];
        const Spread& above = rows[order[i > 0 ? i - 1 : 0]][0];
        const bool isOther = starsFor(above.median - here.median, above.error(), here.error()) != "ns";
        if (i > 0 && isOther && letter < 'z')
            ++letter;
        letters[order[i]] = std::string(1, letter);
    }
    return letters;
}

class DistributionSheet {
public:
    DistributionSheet(Brush& brush, const Cohorts& cohorts, const GroupDraw& draw)
        : m_brush(brush), m_cohorts(cohorts), m_draw(draw), m_isLying(brush.random.chance(0.25)),
          m_isOneColour(cohorts.series.empty() && brush.random.chance(0.4)),
          m_color(static_cast<std::size_t>(brush.random.integer(0, 3))),
          m_hasReference(cohorts.names.size() > 1 && brush.random.chance(0.08)), m_lowest(cohorts.lowest()),
          m_highest(cohorts.highest())
    {
        const double pad = (m_highest - m_lowest) * 0.08;
        m_least = cohorts.isLog || m_lowest < 0 ? m_lowest - pad : std::max(0.0, m_lowest - pad);
        m_step = brush.random.real(0.6, 0.92) / static_cast<double>(seriesCount());
        m_halfWidth = m_step * (brush.random.chance(0.3) ? brush.random.real(0.12, 0.3) : brush.random.real(0.3, 0.5));
        chooseMarks();
    }

    void draw()
    {
        if (m_cohorts.panels.empty()) {
            const Plot plot(m_brush, spec());
            drawPanel(m_brush, plot, 0);
        } else {
            drawFacets(
                m_brush, m_cohorts.panels, [this](std::size_t) { return spec(); },
                [this](Brush& part, const Plot& plot, std::size_t panel) { drawPanel(part, plot, panel); });
        }
    }

    const std::vector<std::string>& stars() const { return m_stars; }
    bool hasLetters() const { return m_marks == Marks::Letters; }
    bool hasReference() const { return m_hasReference; }
    bool hasPValues() const { return m_hasPValues; }

private:
    std::size_t seriesCount() const { return m_cohorts.spreads[0][0].size(); }

    void chooseMarks()
    {
        Random& random = m_brush.random;
        const std::size_t groups = m_cohorts.names.size();
        if (m_isLying || seriesCount() > 2 || (groups < 2 && seriesCount() < 2))
            return;
        if (groups <= 6 && random.chance(0.32)) {
            m_marks = Marks::Brackets;
            m_hasPValues = random.chance(0.3);
            m_brackets = seriesCount() > 1 ? 1 : std::min(groups - 1, static_cast<std::size_t>(random.integer(1, 3)));
        } else if (seriesCount() == 1 && groups <= 14 && random.chance(0.14)) {
            m_marks = Marks::Letters;
        }
    }

    PlotSpec spec() const
    {
        Axis groups = categoryAxis(m_cohorts.axis, m_cohorts.names);
        groups.areNamesInOrder = std::isdigit(static_cast<unsigned char>(m_cohorts.names[0][0])) != 0;
        const std::string label = withUnit(m_cohorts.measure, m_cohorts.unit);
        const double top = m_highest + (m_highest - m_lowest) * 0.08;
        Axis values = m_cohorts.isLog ? logAxis(label, m_least, top) : exactAxis(label, m_least, top);
        PlotSpec spec{m_isLying ? values : groups, m_isLying ? groups : values};
        for (std::size_t s = 0; s < m_cohorts.series.size(); ++s)
            spec.legend.push_back({m_cohorts.series[s], m_brush.style.color(s)});
        if (m_marks == Marks::Brackets)
            spec.headroom = bracketHeight(m_brush.style) * (static_cast<double>(m_brackets) + 0.4);
        if (m_marks == Marks::Letters)
            spec.headroom = m_brush.style.font.size * 1.5;
        return spec;
    }

    Slot slotOf(const Plot& plot, std::size_t group, std::size_t series) const
    {
        const double shift = static_cast<double>(series) - static_cast<double>(seriesCount() - 1) / 2;
        const std::size_t color = seriesCount() > 1 ? series : m_isOneColour ? m_color : group;
        return {plot, static_cast<double>(group) + shift * m_step, m_halfWidth, color, m_isLying, m_least};
    }

    void drawPanel(Brush& brush, const Plot& plot, std::size_t panel)
    {
        const auto& rows = m_cohorts.spreads[panel];
        if (m_hasReference) {
            const double value = rows[0][0].median;
            const Slot all{plot, static_cast<double>(rows.size() - 1) / 2, 0, 0, m_isLying, m_least};
            const double half = static_cast<double>(rows.size()) / 2;
            brush.canvas.line(all.at(-half, value), all.at(half, value), {rgb(0x666666), 1, {5, 3}});
        }
        for (std::size_t g = 0; g < rows.size(); ++g)
            for (std::size_t s = 0; s < rows[g].size(); ++s)
                m_draw(brush, slotOf(plot, g, s), rows[g][s]);
        if (m_marks == Marks::Letters)
            drawLetters(brush, plot, rows);
        else if (m_marks == Marks::Brackets && seriesCount() > 1)
            drawPairs(brush, plot, rows);
        else if (m_marks == Marks::Brackets)
            drawBrackets(brush, plot, rows);
    }

    void drawLetters(Brush& brush, const Plot& plot, const std::vector<std::vector<Spread>>& rows)
    {
        const auto letters = compactLetters(rows);
        for (std::size_t g = 0; g < rows.size(); ++g) {
            const Point top = plot.at(static_cast<double>(g), rows[g][0].values.back());
            brush.canvas.text(letters[g], {top.x, top.y - brush.style.font.size * 0.5}, brush.style.font,
                              brush.style.ink, {Horizontal::Center, Vertical::Baseline});
        }
    }

    void compare(Brush& brush, const Spread& a, const Spread& b, double fromX, double toX, double y)
    {
        const double difference = a.median - b.median;
        if (m_hasPValues) {
            drawBracket(brush, fromX, toX, y, pValueText(pValueFor(difference, a.error(), b.error())));
            return;
        }
        m_stars.push_back(starsFor(difference, a.error(), b.error()));
        drawBracket(brush, fromX, toX, y, m_stars.back());
    }

    /// From the first group to the others, one above the other.
    void drawBrackets(Brush& brush, const Plot& plot, const std::vector<std::vector<Spread>>& rows)
    {
        double y = plot.at(0, m_highest).y - brush.style.font.size * 0.6;
        for (std::size_t g = 1; g <= m_brackets; ++g) {
            compare(brush, rows[0][0], rows[g][0], plot.at(0, 0).x, plot.at(static_cast<double>(g), 0).x, y);
            y -= bracketHeight(brush.style);
        }
    }

    /// Over the two series of each group.
    void drawPairs(Brush& brush, const Plot& plot, const std::vector<std::vector<Spread>>& rows)
    {
        for (std::size_t g = 0; g < rows.size(); ++g) {
            const double highest = std::max(rows[g][0].values.back(), rows[g][1].values.back());
            compare(brush, rows[g][0], rows[g][1], slotOf(plot, g, 0).at(0, 0).x, slotOf(plot, g, 1).at(0, 0).x,
                    plot.at(0, highest).y - brush.style.font.size * 0.6);
        }
    }

    Brush& m_brush;
    const Cohorts& m_cohorts;
    const GroupDraw& m_draw;
    bool m_isLying;
    bool m_isOneColour;
    std::size_t m_color; ///< of all, where they have one
    bool m_hasReference; ///< a dashed line at the median of the first group
    double m_lowest;
    double m_highest;
    double m_least = 0;     ///< where the axis begins
    double m_step = 1;      ///< from series to series, in groups
    double m_halfWidth = 0; ///< in groups
    Marks m_marks = Marks::None;
    bool m_hasPValues = false;  ///< over the brackets, in place of stars
    std::size_t m_brackets = 0; ///< above each other
    std::vector<std::string> m_stars;
};

std::string groupsSentence(const Cohorts& cohorts)
{
    const std::string n = std::to_string(cohorts.n);
    if (cohorts.names.size() > 12)
        return "There are " + std::to_string(cohorts.names.size()) + " groups (n = " + n + " each).";
    return (cohorts.names.size() > 1 ? "Groups: " : "Group: ") + listed(cohorts.names) + " (n = " + n
           + (cohorts.names.size() > 1 ? " each)." : ").");
}

} // namespace

Point Slot::at(double across, double value) const
{
    return isLying ? plot.at(value, middle + across) : plot.at(middle + across, value);
}

PanelText drawDistributions(Brush& brush, const std::string& name, const std::string& reading, const GroupDraw& draw)
{
    const Cohorts cohorts = makeCohorts(brush);
    DistributionSheet sheet(brush, cohorts, draw);
    sheet.draw();

    PanelText text;
    text.topic = name + " of " + cohorts.measure + " in " + cohorts.context;
    if (!cohorts.series.empty())
        text.topic += ", shown for " + listed(cohorts.series);
    if (!cohorts.panels.empty())
        text.topic += ", with a panel each for " + listed(cohorts.panels);
    text.details = {reading, groupsSentence(cohorts)};
    const bool isWithin = !cohorts.series.empty();
    const std::string meaning =
        starsSentence(brush.random, sheet.stars(), isWithin ? cohorts.series[0] : cohorts.reference);
    if (!meaning.empty())
        text.details.push_back(meaning);
    if (sheet.hasPValues())
        text.details.push_back("The p values are those of the Mann-Whitney U test.");
    if (sheet.hasLetters())
        text.details.push_back("Different letters indicate significant differences (p < 0.05).");
    if (sheet.hasReference())
        text.details.push_back("The dashed line is the median of the first group.");
    if (cohorts.isLog)
        text.details.push_back("The axis is logarithmic.");
    text.shown = {cohorts.measure, name};
    text.shown.insert(text.shown.end(), cohorts.series.begin(), cohorts.series.end());
    text.shown.insert(text.shown.end(), cohorts.panels.begin(), cohorts.panels.end());
    return text;
}

void drawScatteredValues(Brush& brush, const Slot& slot, const Spread& spread, Color color)
{
    const double radius = std::clamp(slot.pixels() * slot.halfWidth * 0.1, 1.2, 2.8);
    for (const double value : spread.values)
        drawMarker(brush.canvas, Marker::Circle, slot.at(brush.random.real(-0.7, 0.7) * slot.halfWidth, value), radius,
                   color);
}

} // namespace biomedica::demo
