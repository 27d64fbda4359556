#include "core/demo/plots/axes.h"
#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Endpoint {
    std::string_view name;
    std::string_view unit;
    double span;
};

// clang-format off
constexpr std::array<Endpoint, 6> endpoints = {{
    {"overall survival", "months", 60}, {"progression-free survival", "months", 36},
    {"disease-free survival", "years", 10}, {"relapse-free survival", "months", 120},
    {"survival", "days", 90}, {"event-free survival", "years", 5},
}};

constexpr std::array<std::array<std::string_view, 2>, 5> armNames = {{
    {"High {gene}", "Low {gene}"}, {"Placebo", "{drug}"}, {"{gene}-positive", "{gene}-negative"},
    {"Stage III–IV", "Stage I–II"}, {"WT", "{gene}−/−"},
}};
// clang-format on

struct Arm {
    std::string name;
    int n = 0;
    double hazard = 0;          ///< per time unit
    std::vector<Point> steps;   ///< corners of the curve, survival in per cent
    std::vector<Point> censors; ///< where someone left alive
    std::vector<double> exits;  ///< times of all departures, ascending
    int events = 0;
};

Arm makeArm(Random& random, std::string name, int n, double hazard, double span)
{
    Arm arm{std::move(name), n, hazard, {{0, 100}}, {}, {}};
    std::vector<std::pair<double, bool>> departures; // time, event
    for (int i = 0; i < n; ++i) {
        const double death = -std::log(1 - random.unit()) / hazard;
        const double leaving = random.chance(0.35) ? random.real(0.15, 1) * span : span;
        departures.emplace_back(std::min(death, leaving), death < leaving);
    }
    std::sort(departures.begin(), departures.end());
    double survival = 100;
    int atRisk = n;
    for (const auto& [time, isEvent] : departures) {
        if (isEvent) {
            arm.steps.push_back({time, survival});
            survival *= 1 - 1.0 / atRisk;
            arm.steps.push_back({time, survival});
            ++arm.events;
        } else if (time < span) {
            arm.censors.push_back({time, survival});
        }
        arm.exits.push_back(time);
        --atRisk;
    }
    arm.steps.push_back({span, survival});
    return arm;
}

int atRisk(const Arm& arm, double time)
{
    return static_cast<int>(arm.exits.end() - std::lower_bound(arm.exits.begin(), arm.exits.end(), time - 1e-9));
}

struct Comparison {
    double hazardRatio;
    double low;
    double high;
    double p;
};

/// From the events per time at risk; the error of its logarithm from the counts.
Comparison compare(const Arm& first, const Arm& second)
{
    const auto rate = [](const Arm& arm) {
        double time = 0;
        for (const double exit : arm.exits)
            time += exit;
        return std::max(1, arm.events) / time;
    };
    const double ratio = rate(first) / rate(second);
    const double error = std::sqrt(1.0 / std::max(1, first.events) + 1.0 / std::max(1, second.events));
    return {ratio, ratio * std::exp(-1.96 * error), ratio * std::exp(1.96 * error),
            std::erfc(std::abs(std::log(ratio)) / error / std::sqrt(2.0))};
}

double riskTableHeight(const Font& font, std::size_t arms)
{
    return Canvas::lineHeight(font) * (static_cast<double>(arms) + 1.3);
}

/// Rows of numbers under the ticks of the time axis.
void drawRiskTable(Brush& brush, const Plot& plot, const std::vector<Arm>& arms, const std::vector<Tick>& ticks,
                   const Font& font)
{
    double y = brush.area.bottom() - riskTableHeight(font, arms.size()) + Canvas::lineHeight(font) * 0.8;
    brush.canvas.text("No. at risk", {brush.area.x, y}, font.bold(), black, {Horizontal::Left, Vertical::Middle});
    for (std::size_t a = 0; a < arms.size(); ++a) {
        y += Canvas::lineHeight(font);
        brush.canvas.fill({brush.area.x, y - font.size * 0.15, font.size * 1.1, font.size * 0.3},
                          brush.style.lineColor(a));
        for (const Tick& tick : ticks)
            brush.canvas.text(std::to_string(atRisk(arms[a], tick.value)), {plot.at(tick.value, 0).x, y}, font, black,
                              {Horizontal::Center, Vertical::Middle});
    }
}

void drawArms(Brush& brush, const Plot& plot, const std::vector<Arm>& arms, bool isSecondDashed)
{
    const double tick = brush.style.font.size * 0.3;
    for (std::size_t a = 0; a < arms.size(); ++a) {
        const Color color = brush.style.lineColor(a);
        std::vector<Point> line;
        for (const Point& step : arms[a].steps)
            line.push_back(plot.at(step.x, step.y));
        brush.canvas.polyline(line, {color, brush.style.lineWidth * 1.2,
                                     isSecondDashed && a == 1 ? std::vector{6.0, 3.0} : std::vector<double>{}});
        for (const Point& censor : arms[a].censors) {
            const Point at = plot.at(censor.x, censor.y);
            brush.canvas.line({at.x, at.y - tick}, {at.x, at.y + tick},
                              {color, std::max(1.0, brush.style.lineWidth * 0.7)});
        }
    }
}

} // namespace

PanelText drawSurvivalCurve(Brush& brush)
{
    Random& random = brush.random;
    const Endpoint& endpoint = random.pick(endpoints);
    const auto& names = random.pick(armNames);
    const double hazard = random.real(0.7, 1.9) / endpoint.span;
    std::vector<Arm> arms;
    for (std::size_t a = 0; a < 2; ++a)
        arms.push_back(makeArm(random, capitalised(filled(names[a], brush.subject)), random.integer(28, 190),
                               a == 0 ? hazard : hazard * random.real(0.28, 0.95), endpoint.span));
    const Comparison comparison = compare(arms[0], arms[1]);
    const std::string name(endpoint.name);

    const Font small = brush.style.font.scaled(0.85);
    const bool hasTable = brush.area.height > 230 && random.chance(0.55);
    PlotSpec spec;
    spec.x = exactAxis("Time (" + std::string(endpoint.unit) + ")", 0, endpoint.span, 6);
    spec.y = exactAxis(capitalised(name) + " (%)", 0, 100);
    for (std::size_t a = 0; a < 2; ++a)
        spec.legend.push_back(
            {arms[a].name + " (n = " + std::to_string(arms[a].n) + ")", brush.style.lineColor(a), Marker::None, true});
    const auto ticks = spec.x.ticks;
    Brush upper{brush.canvas, brush.area.inset(0, 0, 0, hasTable ? riskTableHeight(small, 2) : 0), brush.style,
                brush.subject, random};
    const Plot plot(upper, spec);
    drawArms(brush, plot, arms, random.chance(0.2));
    if (hasTable)
        drawRiskTable(brush, plot, arms, ticks, small);

    const std::string p = pValueText(comparison.p);
    const std::string ratio = "HR " + fixed(comparison.hazardRatio, 2) + " (95% CI " + fixed(comparison.low, 2) + "–"
                              + fixed(comparison.high, 2) + ")";
    const Point corner{plot.inner().x + small.size * 0.6, plot.at(0, 0).y - small.size * 0.6};
    brush.canvas.text("Log-rank " + p, corner, small, black, {Horizontal::Left, Vertical::Bottom});
    if (brush.canvas.textWidth(ratio, small) < plot.inner().width * 0.9)
        brush.canvas.text(ratio, {corner.x, corner.y - Canvas::lineHeight(small)}, small, black,
                          {Horizontal::Left, Vertical::Bottom});

    PanelText text;
    text.topic = "Kaplan-Meier curves of " + name + " in "
                 + (names[0] == "WT" ? brush.subject.animal : "patients with " + brush.subject.disease)
                 + " by group: " + arms[0].name + " and " + arms[1].name;
    text.details = {ratio + ", log-rank " + p + ".", "Tick marks indicate censored observations."};
    if (hasTable)
        text.details.push_back("Numbers at risk are given below the time axis.");
    text.shown = {name, "Kaplan-Meier", arms[0].name, arms[1].name, p};
    return text;
}

} // namespace biomedica::demo
