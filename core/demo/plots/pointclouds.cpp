#include "core/demo/plots/pointclouds.h"

#include "core/demo/plots/colormap.h"
#include "core/demo/plots/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Pair {
    std::string_view x;
    std::string_view y;
    std::string_view third;
    std::string_view context;
    double xHigh;
    double yHigh;
};

// clang-format off
constexpr std::array<Pair, 7> pairs = {{
    {"gene ratio", "\u2212log10 p", "number of genes", "the pathways changed by {drug}", 0.3, 14},
    {"age", "survival (months)", "tumour volume", "patients with {disease}", 90, 70},
    {"income per head", "life expectancy (years)", "population", "the countries studied", 60, 85},
    {"{gene} expression", "{other} expression", "methylation", "samples of {disease}", 12, 12},
    {"mass (kDa)", "isoelectric point", "abundance", "the proteins of {tissue}", 200, 12},
    {"longitude", "latitude", "prevalence", "the sites sampled", 40, 60},
    {"dose (mg)", "response (%)", "duration", "trials of {drug}", 400, 95},
}};
// clang-format on

/// Shares of the two axes: spread evenly, along a bow, or in knots.
std::vector<Point> makeCloud(Random& random, int count)
{
    const int form = random.integer(0, 2);
    const double bow = random.real(-2, 2);
    std::array<Point, 4> knots;
    for (Point& knot : knots)
        knot = {random.real(0.2, 0.8), random.real(0.2, 0.8)};
    std::vector<Point> cloud;
    for (int i = 0; i < count; ++i) {
        Point point{random.unit(), random.unit()};
        if (form == 1)
            point.y = 0.5 + bow * (point.x - 0.5) * (point.x - 0.3) + random.normal(0, 0.08);
        if (form == 2) {
            const Point& knot = random.pick(knots);
            point = {knot.x + random.normal(0, 0.06), knot.y + random.normal(0, 0.06)};
        }
        cloud.push_back({std::clamp(point.x, 0.01, 0.99), std::clamp(point.y, 0.01, 0.99)});
    }
    return cloud;
}

PlotSpec specOf(Brush& brush, const Pair& pair)
{
    return {exactAxis(capitalised(filled(pair.x, brush.subject)), 0, pair.xHigh),
            exactAxis(capitalised(filled(pair.y, brush.subject)), 0, pair.yHigh)};
}

PanelText textOf(Brush& brush, const Pair& pair, const std::string& meaning, std::size_t count)
{
    const std::string x = filled(pair.x, brush.subject);
    const std::string y = filled(pair.y, brush.subject);
    PanelText text;
    text.topic = "scatter plot of " + y + " against " + x + " in " + filled(pair.context, brush.subject);
    text.details = {meaning + " " + std::string(pair.third) + ".", "There are " + std::to_string(count) + " points."};
    text.shown = {"scatter plot", x, y};
    return text;
}

template <typename Coordinate>
Extent extentOf(std::span<const Point> points, Coordinate coordinate)
{
    Extent extent{points[0].*coordinate, points[0].*coordinate};
    for (const Point& point : points) {
        extent.low = std::min(extent.low, point.*coordinate);
        extent.high = std::max(extent.high, point.*coordinate);
    }
    const double pad = (extent.high - extent.low) * 0.06;
    return {extent.low - pad, extent.high + pad};
}

} // namespace

PointLook makePointLook(Brush& brush, std::size_t points)
{
    static constexpr std::array markers = {Marker::Circle,  Marker::OpenCircle, Marker::Square, Marker::Triangle,
                                           Marker::Diamond, Marker::OpenSquare, Marker::Cross,  Marker::Plus};
    Random& random = brush.random;
    PointLook look;
    look.marker = markers[static_cast<std::size_t>(random.weighted({50, 20, 6, 5, 5, 4, 5, 5}))];
    const double usual = brush.style.font.size * 0.36 * std::pow(60.0 / static_cast<double>(points), 0.25);
    look.radius = std::clamp(usual * random.real(0.5, 1.7), 1.0, 9.0);
    look.alpha = random.chance(0.4) ? 1 : random.real(0.35, 0.9);
    return look;
}

Extent extentOfX(std::span<const Point> points)
{
    return extentOf(points, &Point::x);
}

Extent extentOfY(std::span<const Point> points)
{
    return extentOf(points, &Point::y);
}

PanelText drawStrips(Brush& brush)
{
    static constexpr std::array<std::string_view, 10> groups = {
        "Control", "{drug}", "{inhibitor}", "Sham", "Model", "Baseline", "Week 4", "Week 12", "Donor A", "Donor B"};
    Random& random = brush.random;
    const Measure& measure = random.pick(measures());
    const auto chosen = random.sample(groups, random.integer(2, 7));
    const auto names = filledAll({chosen.begin(), chosen.end()}, brush.subject);
    const int n = random.integer(5, random.chance(0.3) ? 150 : 30);
    const bool isLying = random.chance(0.2);
    const bool hasMean = random.chance(0.6);
    const bool isOneColour = random.chance(0.4);
    const double high = measure.high * 2.2;
    const std::string name = filled(measure.name, brush.subject);
    Axis across = categoryAxis("", names);
    Axis values = exactAxis(withUnit(name, measure.unit), 0, high);
    const Plot plot(brush, isLying ? PlotSpec{values, across} : PlotSpec{across, values});
    const auto at = [&](double along, double value) { return isLying ? plot.at(value, along) : plot.at(along, value); };
    const PointLook look = makePointLook(brush, static_cast<std::size_t>(n) * names.size());
    const double reach = random.real(0.05, 0.35);
    for (std::size_t g = 0; g < names.size(); ++g) {
        const auto middle = static_cast<double>(g);
        const double mean = high * random.real(0.25, 0.7);
        const double sd = high * random.real(0.04, 0.1);
        const Color color = brush.style.lineColor(isOneColour ? 0 : g).withAlpha(look.alpha);
        double sum = 0;
        for (int i = 0; i < n; ++i) {
            const double value = std::clamp(random.normal(mean, sd), high * 0.02, high * 0.98);
            sum += value;
            drawMarker(brush.canvas, look.marker, at(middle + random.real(-reach, reach), value), look.radius, color);
        }
        if (hasMean)
            brush.canvas.line(at(middle - 0.3, sum / n), at(middle + 0.3, sum / n),
                              {black, std::max(1.2, brush.style.lineWidth)});
    }
    PanelText text;
    text.topic = "scatter plot of " + name + " by group in " + brush.subject.animal;
    text.details = {"Groups are " + listed(names) + " (n = " + std::to_string(n) + " each)."};
    text.details.push_back(!hasMean  ? "Each symbol is one animal."
                           : isLying ? "Upright lines mark the means."
                                     : "Horizontal lines mark the means.");
    text.shown = names;
    text.shown.push_back(name);
    return text;
}

PanelText drawBubbles(Brush& brush)
{
    Random& random = brush.random;
    const Pair& pair = random.pick(pairs);
    const auto cloud = makeCloud(random, random.integer(8, 70));
    const Plot plot(brush, specOf(brush, pair));
    const double largest = std::min(plot.inner().width, plot.inner().height) * random.real(0.04, 0.11);
    const double alpha = random.real(0.35, 0.8);
    const bool isOneColour = random.chance(0.4);
    const bool isOutlined = random.chance(0.5);
    const Canvas::Clip clip(brush.canvas, plot.inner());
    for (const Point& share : cloud) {
        const Point where = plot.at(share.x * pair.xHigh, share.y * pair.yHigh);
        const double radius = std::max(1.5, largest * std::sqrt(std::pow(random.unit(), 2)));
        const Color color = brush.style.lineColor(isOneColour ? 0 : static_cast<std::size_t>(random.integer(0, 4)));
        brush.canvas.disc(where, radius, color.withAlpha(alpha));
        if (isOutlined)
            brush.canvas.circle(where, radius, {color, 1});
    }
    return textOf(brush, pair, "The area of a symbol is proportional to the", cloud.size());
}

PanelText drawColoredPoints(Brush& brush)
{
    Random& random = brush.random;
    const Pair& pair = random.pick(pairs);
    const auto cloud = makeCloud(random, static_cast<int>(20 * std::pow(80, random.unit())));
    const ColorMap& map = random.pick(colorMaps());
    const double size = brush.style.font.size;
    Brush left{brush.canvas, brush.area.inset(0, 0, size * 3.6, 0), brush.style, brush.subject, random};
    const Plot plot(left, specOf(brush, pair));
    const PointLook look = makePointLook(brush, cloud.size());
    const double turn = random.real(0, 6.28);
    {
        const Canvas::Clip clip(brush.canvas, plot.inner());
        for (const Point& share : cloud) {
            const double value = 0.5 + 0.6 * ((share.x - 0.5) * std::cos(turn) + (share.y - 0.5) * std::sin(turn))
                                 + random.normal(0, 0.1);
            drawMarker(brush.canvas, look.marker, plot.at(share.x * pair.xHigh, share.y * pair.yHigh), look.radius,
                       map.at(value).withAlpha(look.alpha));
        }
    }
    const Rect& inner = plot.inner();
    drawColorKey(brush,
                 {brush.area.right() - size * 2.8, inner.y + size, size * 0.8, std::max(size, inner.height - size * 2)},
                 map, {}, brush.style.font.scaled(0.75));
    return textOf(brush, pair, "The colour scale gives the", cloud.size());
}

} // namespace biomedica::demo
