#include "core/demo/plots/axes.h"
#include "core/demo/plots/pointclouds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Methods {
    std::string_view name;
    std::string_view unit;
    std::string_view first;
    std::string_view second;
    double low;
    double high;
};

// clang-format off
constexpr std::array<Methods, 5> methods = {{
    {"ejection fraction", "%", "MRI", "echocardiography", 25, 75},
    {"tumour volume", "ml", "manual", "automatic", 2, 60},
    {"glucose", "mM", "sensor", "laboratory", 3, 18},
    {"{gene} level", "ng/ml", "ELISA", "mass spectrometry", 5, 90},
    {"age", "years", "chronological", "predicted", 20, 85},
}};
// clang-format on

struct Readings {
    std::vector<Point> pairs; ///< first and second method
    double bias = 0;          ///< mean difference
    double sd = 0;
};

Readings makeReadings(Random& random, const Methods& chosen)
{
    const double range = chosen.high - chosen.low;
    const double error = range * random.real(0.02, 0.09);
    const double shift = random.normal(0, 0.6) * error;
    Readings readings;
    for (int i = static_cast<int>(15 * std::pow(25, random.unit())); i > 0; --i) {
        const double truth = random.real(chosen.low + range * 0.1, chosen.high - range * 0.1);
        readings.pairs.push_back({truth + random.normal(0, error), truth + shift + random.normal(0, error)});
    }
    const auto n = static_cast<double>(readings.pairs.size());
    for (const Point& pair : readings.pairs)
        readings.bias += (pair.x - pair.y) / n;
    for (const Point& pair : readings.pairs)
        readings.sd += std::pow(pair.x - pair.y - readings.bias, 2) / n;
    readings.sd = std::sqrt(readings.sd);
    return readings;
}

void drawPoints(Brush& brush, const Plot& plot, const std::vector<Point>& points)
{
    const PointLook look = makePointLook(brush, points.size());
    const Canvas::Clip clip(brush.canvas, plot.inner());
    for (const Point& point : points)
        drawMarker(brush.canvas, look.marker, plot.at(point.x, point.y), look.radius,
                   brush.style.lineColor(0).withAlpha(look.alpha));
}

/// Differences against means, with bias and limits as lines and numbers at their right ends.
void drawDifferences(Brush& brush, const Methods& chosen, const Readings& readings)
{
    std::vector<Point> points;
    for (const Point& pair : readings.pairs)
        points.push_back({(pair.x + pair.y) / 2, pair.x - pair.y});
    const Extent y = extentOfY(points);
    const double reach = std::max({std::abs(y.low), std::abs(y.high), 2.6 * readings.sd + std::abs(readings.bias)});
    const std::string unit = " (" + std::string(chosen.unit) + ")";
    const Plot plot(brush, {exactAxis("Mean of both methods" + unit, chosen.low, chosen.high),
                            exactAxis("Difference" + unit, -reach, reach)});
    const Rect& inner = plot.inner();
    if (brush.random.chance(0.3)) {
        const double top = plot.at(0, readings.bias + 1.96 * readings.sd).y;
        const double bottom = plot.at(0, readings.bias - 1.96 * readings.sd).y;
        brush.canvas.fill({inner.x, top, inner.width, bottom - top}, brush.style.lineColor(1).withAlpha(0.15));
    }
    drawPoints(brush, plot, points);
    const Font font = brush.style.font.scaled(0.78);
    for (const double limit : {-1.96, 0.0, 1.96}) {
        const double value = readings.bias + limit * readings.sd;
        const Point end = plot.at(chosen.high, value);
        brush.canvas.line({inner.x, end.y}, end,
                          {limit == 0 ? brush.style.ink : rgb(0xb02020), std::max(1.0, brush.style.lineWidth * 0.8),
                           limit == 0 ? std::vector<double>{} : std::vector{5.0, 4.0}});
        brush.canvas.text((value < 0 ? "\u2212" : "") + fixed(std::abs(value), 1), {end.x - 3, end.y - 3}, font,
                          brush.style.ink, {Horizontal::Right, Vertical::Baseline});
    }
}

/// One method against the other, with the line on which they agree.
void drawIdentity(Brush& brush, const Methods& chosen, const Readings& readings)
{
    const std::string unit = " (" + std::string(chosen.unit) + ")";
    const Plot plot(brush, {exactAxis(capitalised(chosen.first) + unit, chosen.low, chosen.high),
                            exactAxis(capitalised(chosen.second) + unit, chosen.low, chosen.high)});
    drawPoints(brush, plot, readings.pairs);
    const Canvas::Clip clip(brush.canvas, plot.inner());
    brush.canvas.line(plot.at(chosen.low, chosen.low), plot.at(chosen.high, chosen.high),
                      {brush.style.ink, std::max(1.0, brush.style.lineWidth * 0.8), {6, 4}});
}

} // namespace

PanelText drawAgreement(Brush& brush)
{
    const Methods& chosen = brush.random.pick(methods);
    const Readings readings = makeReadings(brush.random, chosen);
    const bool isIdentity = brush.random.chance(0.4);
    (isIdentity ? drawIdentity : drawDifferences)(brush, chosen, readings);

    const std::string name = filled(chosen.name, brush.subject);
    PanelText text;
    text.topic = std::string(isIdentity ? "scatter plot" : "Bland-Altman plot") + " of " + name + " by "
                 + std::string(chosen.first) + " and " + std::string(chosen.second) + " readings";
    text.details = {"There are " + std::to_string(readings.pairs.size()) + " pairs of readings.",
                    isIdentity ? "On the dashed line both agree."
                               : "Lines mark the mean difference and, dashed, the limits of agreement."};
    text.shown = {isIdentity ? "scatter plot" : "Bland-Altman plot", name};
    return text;
}

} // namespace biomedica::demo
