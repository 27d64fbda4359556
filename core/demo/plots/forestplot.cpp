#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 16> studies = {
    "Adeyemi", "Bianchi",  "Castellano", "Eriksen",  "Fontaine", "García", "Haddad", "Ivanova",
    "Jansen",  "Kowalski", "Moreau",     "Nakamura", "Okafor",   "Rossi",  "Tanaka", "Weber"};

// clang-format off
constexpr std::array<std::string_view, 14> subgroups = {
    "Age < 65 years", "Age ≥ 65 years", "Women", "Men", "Smokers", "Never smoked", "BMI < 25 kg/m²", "BMI ≥ 25 kg/m²",
    "Hypertension", "Diabetes", "Stage I–II", "Stage III–IV", "Prior surgery", "High {gene}"};
// clang-format on

struct Row {
    std::string name;
    double estimate = 1;
    double low = 1;
    double high = 1;
    double weight = 0; ///< share of 1
};

struct Forest {
    std::vector<Row> rows;
    Row total;
    int heterogeneity = 0; ///< I², per cent
};

Forest makeForest(Random& random, const std::vector<std::string>& names)
{
    Forest forest;
    const double truth = random.real(-0.75, 0.6);
    double sum = 0;
    double weights = 0;
    double squares = 0;
    std::vector<double> logs;
    std::vector<double> precisions;
    for (const std::string& name : names) {
        const double error = random.real(0.1, 0.42);
        const double log = truth + random.normal(0, 0.12) + random.normal(0, error);
        forest.rows.push_back(
            {name, std::exp(log), std::exp(log - 1.96 * error), std::exp(log + 1.96 * error), 1 / error / error});
        sum += log / error / error;
        weights += 1 / error / error;
        logs.push_back(log);
        precisions.push_back(1 / error / error);
    }
    const double mean = sum / weights;
    for (std::size_t i = 0; i < logs.size(); ++i)
        squares += precisions[i] * (logs[i] - mean) * (logs[i] - mean);
    const double error = 1 / std::sqrt(weights);
    forest.total = {"Total", std::exp(mean), std::exp(mean - 1.96 * error), std::exp(mean + 1.96 * error), 1};
    for (Row& row : forest.rows)
        row.weight /= weights;
    const double freedom = static_cast<double>(logs.size()) - 1;
    forest.heterogeneity = static_cast<int>(std::round(100 * std::max(0.0, (squares - freedom) / squares)));
    return forest;
}

std::string interval(const Row& row)
{
    return fixed(row.estimate, 2) + " [" + fixed(row.low, 2) + ", " + fixed(row.high, 2) + "]";
}

class ForestSheet {
public:
    ForestSheet(Brush& brush, const Forest& forest, std::string first, std::string measure)
        : m_brush(brush), m_forest(forest), m_first(std::move(first)), m_measure(std::move(measure)),
          m_color(brush.style.lineColor(0))
    {
        const Rect& area = brush.area;
        const auto lines = static_cast<double>(forest.rows.size()) + 5.2; // header, total, axis, its numbers and words
        m_font = brush.style.font.scaled(std::min({1.0, area.height / lines / 1.25 / brush.style.font.size}));
        for (;;) {
            m_nameWidth = brush.canvas.textWidth(m_first, m_font.bold());
            for (const Row& row : forest.rows)
                m_nameWidth = std::max(m_nameWidth, brush.canvas.textWidth(row.name, m_font));
            m_textWidth = std::max(brush.canvas.textWidth(m_measure + " [95% CI]", m_font.bold()),
                                   brush.canvas.textWidth(interval(forest.total), m_font.bold()));
            m_hasWeights = area.width > 420;
            m_weightWidth = m_hasWeights ? brush.canvas.textWidth("Weight", m_font.bold()) + m_font.size : 0;
            const double rest = area.width - m_nameWidth - m_textWidth - m_weightWidth - m_font.size * 3;
            if (rest > area.width * 0.28 || m_font.size < 6)
                break;
            m_font.size *= 0.94;
        }
        m_lineHeight = std::min(area.height / lines, m_font.size * 2.1);
        m_plot = {area.x + m_nameWidth + m_font.size, area.y + m_lineHeight * 1.2,
                  area.width - m_nameWidth - m_textWidth - m_weightWidth - m_font.size * 2,
                  m_lineHeight * (static_cast<double>(forest.rows.size()) + 1.4)};
        double reach = 0.4;
        for (const Row& row : forest.rows)
            reach = std::max({reach, -std::log(row.low), std::log(row.high)});
        m_reach = std::min(reach, std::log(6.0)) * 1.05;
    }

    void draw()
    {
        drawHeader();
        double y = m_plot.y + m_lineHeight / 2;
        const double one = xOf(1);
        m_brush.canvas.line({one, m_plot.y}, {one, m_plot.bottom()}, {black, 1});
        const double total = xOf(m_forest.total.estimate);
        m_brush.canvas.line({total, m_plot.y}, {total, m_plot.bottom()}, {rgb(0x777777), 1, {3, 3}});
        for (const Row& row : m_forest.rows) {
            drawRow(row, y);
            y += m_lineHeight;
        }
        y += m_lineHeight * 0.3;
        drawTexts(m_forest.total, y, m_font.bold());
        drawDiamond(y);
        drawAxis();
    }

private:
    double xOf(double ratio) const
    {
        return m_plot.center().x + std::clamp(std::log(ratio) / m_reach, -1.0, 1.0) * m_plot.width / 2;
    }

    void drawHeader()
    {
        const Font font = m_font.bold();
        const double y = m_brush.area.y + m_lineHeight * 0.5;
        m_brush.canvas.text(m_first, {m_brush.area.x, y}, font, black, {Horizontal::Left, Vertical::Middle});
        m_brush.canvas.text(m_measure + " [95% CI]", {textX(), y}, font, black, {Horizontal::Left, Vertical::Middle});
        if (m_hasWeights)
            m_brush.canvas.text("Weight", {m_brush.area.right(), y}, font, black,
                                {Horizontal::Right, Vertical::Middle});
        m_brush.canvas.line({m_brush.area.x, m_plot.y}, {m_brush.area.right(), m_plot.y}, {black, 1});
    }

    double textX() const { return m_plot.right() + m_font.size; }

    void drawTexts(const Row& row, double y, const Font& font)
    {
        m_brush.canvas.text(row.name, {m_brush.area.x + 1, y}, font, black, {Horizontal::Left, Vertical::Middle});
        m_brush.canvas.text(interval(row), {textX(), y}, font, black, {Horizontal::Left, Vertical::Middle});
        if (m_hasWeights)
            m_brush.canvas.text(fixed(row.weight * 100, 1) + "%", {m_brush.area.right(), y}, font, black,
                                {Horizontal::Right, Vertical::Middle});
    }

    void drawRow(const Row& row, double y)
    {
        drawTexts(row, y, m_font);
        const Pen pen{black, std::max(1.0, m_brush.style.lineWidth * 0.8)};
        m_brush.canvas.line({xOf(row.low), y}, {xOf(row.high), y}, pen);
        // An interval that leaves the axis ends in an arrow.
        if (std::log(row.high) > m_reach)
            m_brush.canvas.arrowHead({xOf(row.high) - 9, y}, {xOf(row.high), y}, m_font.size * 0.5, black);
        if (-std::log(row.low) > m_reach)
            m_brush.canvas.arrowHead({xOf(row.low) + 9, y}, {xOf(row.low), y}, m_font.size * 0.5, black);
        const double half = std::min(m_lineHeight * 0.42, m_lineHeight * 0.9 * std::sqrt(row.weight) + 1.2);
        m_brush.canvas.fill({xOf(row.estimate) - half, y - half, 2 * half, 2 * half}, m_color);
    }

    void drawDiamond(double y)
    {
        const Row& total = m_forest.total;
        const double half = m_lineHeight * 0.34;
        const std::vector<Point> corners = {{xOf(total.low), y},
                                            {xOf(total.estimate), y - half},
                                            {xOf(total.high), y},
                                            {xOf(total.estimate), y + half}};
        m_brush.canvas.polygon(corners, m_color);
        m_brush.canvas.outline(corners, {black, 1});
    }

    void drawAxis()
    {
        const double y = m_plot.bottom();
        m_brush.canvas.line({m_plot.x, y}, {m_plot.right(), y}, {black, 1});
        const Font font = m_font.scaled(0.9);
        double last = -1e9;
        for (const double ratio : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0}) {
            if (std::abs(std::log(ratio)) > m_reach || xOf(ratio) - last < font.size * 2)
                continue;
            last = xOf(ratio);
            m_brush.canvas.line({last, y}, {last, y + font.size * 0.35}, {black, 1});
            m_brush.canvas.text(fixed(ratio, ratio < 1 ? 1 : 0), {last, y + font.size * 0.6}, font, black,
                                {Horizontal::Center, Vertical::Top});
        }
        const double below = y + font.size * 2.3;
        const std::array<std::string, 2> sides = {"Favours " + m_brush.subject.drug, "Favours control"};
        for (std::size_t i = 0; i < 2; ++i) {
            const double center = m_plot.center().x + m_plot.width * (i == 0 ? -0.25 : 0.25);
            const double share = m_plot.width * 0.47 / m_brush.canvas.textWidth(sides[i], font);
            m_brush.canvas.text(sides[i], {center, below}, font.scaled(std::min(1.0, share)), black,
                                {Horizontal::Center, Vertical::Middle});
        }
    }

    Brush& m_brush;
    const Forest& m_forest;
    std::string m_first;
    std::string m_measure;
    Color m_color;
    Font m_font;
    Rect m_plot;
    double m_nameWidth = 0;
    double m_textWidth = 0;
    double m_weightWidth = 0;
    double m_lineHeight = 0;
    double m_reach = 1; ///< half the axis, in natural logarithms
    bool m_hasWeights = true;
};

} // namespace

PanelText drawForestPlot(Brush& brush)
{
    Random& random = brush.random;
    const bool isMeta = random.chance(0.6);
    std::vector<std::string> names;
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 1.25)) - 5;
    const int count = std::clamp(fitting, 4, random.integer(5, 13));
    if (isMeta)
        for (const std::string_view study : random.sample(studies, count))
            names.push_back(std::string(study) + " " + std::to_string(random.integer(1998, 2022)));
    else
        for (int i = 0; i < count; ++i)
            names.push_back(filled(subgroups[static_cast<std::size_t>(i)], brush.subject));
    const Forest forest = makeForest(random, names);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> measures = {
        {{"HR", "hazard ratios"}, {"OR", "odds ratios"}, {"RR", "risk ratios"}}};
    const auto& [abbreviation, measure] = random.pick(measures);
    ForestSheet(brush, forest, isMeta ? "Study" : "Subgroup", std::string(abbreviation)).draw();

    PanelText text;
    text.topic = "forest plot of " + std::string(measure) + " for " + brush.subject.drug + " versus control in "
                 + brush.subject.disease + (isMeta ? "" : " by subgroup");
    text.details = {"Pooled " + std::string(abbreviation) + " " + interval(forest.total)
                        + "; I² = " + std::to_string(forest.heterogeneity) + "%.",
                    "Squares are sized by weight; the diamond is the total."};
    text.shown = {"forest plot", std::string(measure), interval(forest.total)};
    return text;
}

} // namespace biomedica::demo
