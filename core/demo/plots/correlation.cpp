#include "core/demo/plots/axes.h"
#include "core/demo/plots/bins.h"
#include "core/demo/plots/comparison.h"
#include "core/demo/plots/facets.h"
#include "core/demo/plots/pointclouds.h"
#include "core/demo/plots/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Quantity {
    std::string_view name;
    std::string_view unit;
    double mean;
    double sd;
};

// clang-format off
constexpr std::array<Quantity, 14> quantities = {{
    {"{gene} expression", "log2 TPM", 6, 1.6},
    {"{other} expression", "log2 TPM", 4.5, 1.3},
    {"serum {gene}", "ng/ml", 42, 11},
    {"body mass index", "kg/m²", 27, 3.8},
    {"age", "years", 56, 11},
    {"C-reactive protein", "mg/l", 14, 4},
    {"systolic blood pressure", "mmHg", 134, 14},
    {"estimated glomerular filtration rate", "ml/min", 78, 17},
    {"fasting glucose", "mM", 6.2, 1.1},
    {"tumour diameter", "mm", 31, 8},
    {"cortical thickness", "mm", 2.6, 0.22},
    {"disease duration", "months", 40, 12},
    {"immune score", "", 1200, 320},
    {"observed log reduction", "log10 CFU", 4, 1.1},
}};
// clang-format on

constexpr std::array<std::string_view, 2> groupNames = {"Controls", "Patients"};

/// What a regression shows besides its points.
struct Look {
    PointLook points;
    Color line = black;
    bool hasFit = false;
    bool hasBand = false;
    bool hasNote = false;
    bool hasMargins = false; ///< histograms at the top and at the right
    bool hasErrorBars = false;
    bool hasNumbers = false; ///< beside the points
    bool isConnected = false;
};

/// One cloud of points, in two groups or one.
struct Cloud {
    std::vector<Point> points;
    std::vector<std::size_t> groups; ///< of each point; empty: one group
    LinearFit fit;
};

Cloud makeCloud(Random& random, const Quantity& x, const Quantity& y, int n, bool isGrouped)
{
    const double r = random.real(0.15, 0.96) * (random.chance(0.6) ? 1 : -1);
    Cloud cloud;
    for (int i = 0; i < n; ++i) {
        const double zx = random.normal();
        const double zy = r * zx + std::sqrt(1 - r * r) * random.normal();
        cloud.points.push_back(
            {std::max(x.mean * 0.05, x.mean + x.sd * zx), std::max(y.mean * 0.05, y.mean + y.sd * zy)});
        if (isGrouped)
            cloud.groups.push_back(random.chance(0.5) ? 1 : 0);
    }
    cloud.fit = linearFit(cloud.points);
    return cloud;
}

Look makeLook(Brush& brush, std::size_t points)
{
    Random& random = brush.random;
    Look look;
    look.points = makePointLook(brush, points);
    look.line = random.chance(0.4) ? black : random.chance(0.5) ? rgb(0xc1121f) : brush.style.lineColor(1);
    look.hasFit = random.chance(0.5);
    look.hasBand = look.hasFit && random.chance(0.5);
    look.hasNote = random.chance(0.5);
    look.hasMargins = points > 30 && brush.area.width > 280 && brush.area.height > 260 && random.chance(0.16);
    look.hasErrorBars = points < 25 && random.chance(0.3);
    look.hasNumbers = points < 25 && random.chance(0.3);
    look.isConnected = points < 14 && random.chance(0.15);
    return look;
}

class CorrelationSheet {
public:
    CorrelationSheet(Brush& brush, const std::vector<Cloud>& clouds, const std::array<std::string, 2>& labels,
                     const Look& look)
        : m_brush(brush), m_clouds(clouds), m_labels(labels), m_look(look), m_noteFont(brush.style.font.scaled(0.92))
    {
        std::vector<Point> all;
        for (const Cloud& cloud : clouds)
            all.insert(all.end(), cloud.points.begin(), cloud.points.end());
        m_x = extentOfX(all);
        m_y = extentOfY(all);
    }

    void draw(const std::vector<std::string>& panels)
    {
        if (!panels.empty()) {
            drawFacets(
                m_brush, panels, [this](std::size_t) { return spec(); },
                [this](Brush& part, const Plot& plot, std::size_t i) { drawCloud(part, plot, m_clouds[i]); });
            return;
        }
        if (m_look.hasMargins) {
            drawWithMargins();
            return;
        }
        const Plot plot(m_brush, spec());
        drawCloud(m_brush, plot, m_clouds[0]);
    }

private:
    PlotSpec spec() const
    {
        PlotSpec spec{exactAxis(m_labels[0], m_x.low, m_x.high), exactAxis(m_labels[1], m_y.low, m_y.high)};
        if (m_look.hasNote)
            spec.headroom = Canvas::lineHeight(m_noteFont) * 1.3;
        for (std::size_t g = 0; g < groupNames.size() && !m_clouds[0].groups.empty(); ++g)
            spec.legend.push_back({std::string(groupNames[g]), m_brush.style.lineColor(g), Marker::Circle});
        return spec;
    }

    void drawCloud(Brush& brush, const Plot& plot, const Cloud& cloud)
    {
        const Canvas::Clip clip(brush.canvas, plot.inner());
        if (m_look.isConnected)
            drawConnection(brush, plot, cloud);
        for (std::size_t i = 0; i < cloud.points.size(); ++i) {
            const Color color = brush.style.lineColor(cloud.groups.empty() ? 0 : cloud.groups[i]);
            const Point at = plot.at(cloud.points[i].x, cloud.points[i].y);
            if (m_look.hasErrorBars)
                drawErrors(brush, at, color);
            drawMarker(brush.canvas, m_look.points.marker, at, m_look.points.radius,
                       color.withAlpha(m_look.points.alpha));
            if (m_look.hasNumbers)
                brush.canvas.text(std::to_string(i + 1), {at.x + m_look.points.radius + 2, at.y - m_look.points.radius},
                                  brush.style.font.scaled(0.75), brush.style.ink);
        }
        if (m_look.hasFit)
            drawFit(brush, plot, cloud);
        if (m_look.hasNote)
            brush.canvas.text(noteOf(cloud.fit),
                              {plot.inner().x + m_noteFont.size * 0.7, plot.freeTop() + m_noteFont.size * 0.5},
                              m_noteFont, black, {Horizontal::Left, Vertical::Top});
    }

    /// From each to the next, as courses through two quantities are drawn.
    void drawConnection(Brush& brush, const Plot& plot, const Cloud& cloud)
    {
        std::vector<Point> line;
        for (const Point& point : cloud.points)
            line.push_back(plot.at(point.x, point.y));
        brush.canvas.polyline(line, {brush.style.lineColor(0), brush.style.lineWidth});
    }

    void drawErrors(Brush& brush, Point at, Color color)
    {
        const double along = m_look.points.radius * brush.random.real(1.5, 4);
        const double up = m_look.points.radius * brush.random.real(1.5, 4);
        brush.canvas.line({at.x - along, at.y}, {at.x + along, at.y}, {color, 1});
        brush.canvas.line({at.x, at.y - up}, {at.x, at.y + up}, {color, 1});
    }

    /// With its 95 % confidence band, perhaps.
    void drawFit(Brush& brush, const Plot& plot, const Cloud& cloud)
    {
        const LinearFit& fit = cloud.fit;
        const auto n = static_cast<double>(cloud.points.size());
        const auto lineAt = [&](double at) { return fit.intercept + fit.slope * at; };
        std::vector<Point> edge;
        for (int i = 0; i <= 81 && m_look.hasBand; ++i) {
            const bool isBack = i > 40;
            const double at = m_x.low + (m_x.high - m_x.low) * (isBack ? 81 - i : i) / 40.0;
            const double half =
                1.98 * fit.residualSd * std::sqrt(1.0 / n + (at - fit.meanX) * (at - fit.meanX) / fit.sumSquaresX);
            edge.push_back(plot.at(at, lineAt(at) + (isBack ? -half : half)));
        }
        if (!edge.empty())
            brush.canvas.polygon(edge, m_look.line.withAlpha(0.18));
        brush.canvas.line(plot.at(m_x.low, lineAt(m_x.low)), plot.at(m_x.high, lineAt(m_x.high)),
                          {m_look.line, brush.style.lineWidth * 1.2});
    }

    static std::string noteOf(const LinearFit& fit)
    {
        return std::string("r = ") + (fit.r < 0 ? "\u2212" : "") + fixed(std::abs(fit.r), 2) + ", " + pValueText(fit.p);
    }

    void drawWithMargins()
    {
        const Rect& area = m_brush.area;
        const double depth = std::min(area.width, area.height) * 0.17;
        Style style = m_brush.style;
        style.legend = LegendPlace::None;
        style.axisTitles = style.axisTitles == AxisTitles::None ? AxisTitles::None : AxisTitles::Both;
        style.panelGround = white;
        Brush part{m_brush.canvas, area.inset(0, depth, depth, 0), style, m_brush.subject, m_brush.random};
        const Plot plot(part, spec());
        drawCloud(part, plot, m_clouds[0]);
        std::array<std::vector<double>, 2> values;
        for (const Point& point : m_clouds[0].points) {
            values[0].push_back(point.x);
            values[1].push_back(point.y);
        }
        const int bins = m_brush.random.integer(8, 30);
        const Rect& inner = plot.inner();
        drawMargin(countedIn(values[0], m_x.low, m_x.high, bins), {inner.x, inner.y - depth - 2, inner.width, depth},
                   true);
        // The room above the data is no part of the range.
        const Point top = plot.at(m_x.high, m_y.high);
        drawMargin(countedIn(values[1], m_y.low, m_y.high, bins),
                   {inner.right() + 2, top.y, depth - 4, inner.bottom() - top.y}, false);
    }

    void drawMargin(const std::vector<double>& counts, const Rect& strip, bool isOnTop)
    {
        const double most = *std::max_element(counts.begin(), counts.end());
        const auto bins = static_cast<double>(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double share = counts[i] / most;
            const double step = (isOnTop ? strip.width : strip.height) / bins;
            const double from = step * static_cast<double>(i);
            const Rect bar =
                isOnTop ? Rect{strip.x + from, strip.bottom() - strip.height * share, step, strip.height * share}
                        : Rect{strip.x, strip.bottom() - from - step, strip.width * share, step};
            m_brush.canvas.fill(bar, m_brush.style.lineColor(0).lighter(0.3));
            m_brush.canvas.outline(bar, {white, 0.6});
        }
    }

    Brush& m_brush;
    const std::vector<Cloud>& m_clouds;
    const std::array<std::string, 2>& m_labels;
    const Look& m_look;
    Font m_noteFont;
    Extent m_x{0, 1};
    Extent m_y{0, 1};
};

std::vector<std::string> choosePanels(Brush& brush)
{
    const int most = brush.random.chance(0.3) ? 9 : 4;
    const auto count = static_cast<std::size_t>(brush.random.integer(2, most));
    if (!brush.random.chance(0.18) || !isRoomForFacets(brush, count))
        return {};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back("Cohort " + std::string(1, static_cast<char>('A' + i)));
    return names;
}

} // namespace

PanelText drawCorrelation(Brush& brush)
{
    Random& random = brush.random;
    const auto chosen = random.sample(quantities, 2);
    const auto panels = choosePanels(brush);
    const int n = static_cast<int>(8 * std::pow(250, random.unit()));
    const bool isGrouped = panels.empty() && random.chance(0.3);
    std::vector<Cloud> clouds;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, panels.size()); ++i)
        clouds.push_back(makeCloud(random, chosen[0], chosen[1], n, isGrouped));
    std::array<std::string, 2> names;
    std::array<std::string, 2> labels;
    for (std::size_t i = 0; i < 2; ++i) {
        names[i] = filled(chosen[i].name, brush.subject);
        labels[i] = withUnit(names[i], chosen[i].unit);
    }
    const Look look = makeLook(brush, static_cast<std::size_t>(n));
    CorrelationSheet(brush, clouds, labels, look).draw(panels);

    const LinearFit& fit = clouds[0].fit;
    const std::string r = std::string("r = ") + (fit.r < 0 ? "\u2212" : "") + fixed(std::abs(fit.r), 2);
    PanelText text;
    text.topic = "correlation between " + names[0] + " and " + names[1] + " in patients with " + brush.subject.disease;
    text.details = {
        "Pearson's " + r + ", " + pValueText(fit.p) + ", n = " + std::to_string(n)
            + (panels.empty() ? "." : " in " + panels[0] + "; there is a panel each for " + listed(panels) + "."),
        look.hasFit ? "The line is the linear regression; each symbol is one participant."
                    : "Each symbol is one participant."};
    if (isGrouped)
        text.details.push_back("Colours tell controls from patients.");
    if (look.hasMargins && panels.empty())
        text.details.push_back("Histograms show the distributions of both.");
    text.shown = {names[0], names[1], r};
    text.shown.insert(text.shown.end(), panels.begin(), panels.end());
    return text;
}

} // namespace biomedica::demo
