#include "core/demo/drawing/plane.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

Color grey(double level)
{
    return {level, level, level};
}

/// One axial slice; coordinates run from −1 to 1 around its middle.
class Slice {
public:
    Slice(Random& random, int width, int height)
        : m_random(random), m_canvas(width, height, grey(0.02)), m_half(std::min(width, height) * 0.46)
    {
    }

    Point at(double x, double y) const
    {
        return {m_canvas.width() / 2.0 + x * m_half, m_canvas.height() / 2.0 + y * m_half};
    }

    void head(double level, bool hasFinding)
    {
        const double width = 0.76 + 0.06 * level;
        oval(0, 0, width + 0.07, 1.0, grey(0.3));
        oval(0, 0, width + 0.02, 0.94, grey(0.98));
        oval(0, 0, width - 0.055, 0.865, grey(0.2));
        oval(0, 0, width - 0.075, 0.84, grey(0.46));
        sulci(width - 0.1);
        m_canvas.line(at(0, -0.82), at(0, 0.82), {grey(0.55), m_half * 0.012});
        for (const double side : {-1.0, 1.0}) {
            body({{side * 0.04, -0.28},
                  {side * 0.1, -0.34},
                  {side * 0.17, -0.25 - 0.1 * level},
                  {side * 0.12, -0.05},
                  {side * 0.14, 0.15},
                  {side * 0.26, 0.36 + 0.06 * level},
                  {side * 0.2, 0.4},
                  {side * 0.08, 0.18},
                  {side * 0.05, -0.02}},
                 grey(0.16));
            oval(side * 0.19, 0.02, 0.08, 0.17, grey(0.53)); // basal ganglia
        }
        if (hasFinding) {
            finding = {m_random.chance(0.5) ? -0.4 : 0.4, m_random.real(-0.3, 0.25)};
            const bool isBlood = m_random.chance(0.5);
            for (int i = 0; i < 6; ++i)
                oval(finding.x + m_random.normal(0, 0.04), finding.y + m_random.normal(0, 0.05),
                     m_random.real(0.07, 0.13), m_random.real(0.07, 0.15), grey(isBlood ? 0.78 : 0.33).withAlpha(0.6));
        }
    }

    void abdomen(double level, bool hasFinding)
    {
        const double flat = 0.74;
        oval(0, 0, 1.0, flat, grey(0.22));
        oval(0, 0, 0.9, flat - 0.09, grey(0.46));
        oval(0, -0.02, 0.83, flat - 0.16, grey(0.24));
        body({{-0.8, -0.1},
              {-0.6, -0.45},
              {-0.2, -0.55},
              {0.15 + 0.1 * level, -0.45},
              {0.02, -0.2},
              {-0.25, -0.05},
              {-0.35, 0.2},
              {-0.6, 0.35},
              {-0.76, 0.2}},
             grey(0.6)); // liver
        oval(0.62, 0.12, 0.17, 0.26, grey(0.58), 20);
        body({{0.15, -0.5}, {0.5, -0.45}, {0.66, -0.25}, {0.45, -0.12}, {0.2, -0.2}}, grey(0.42));
        body({{0.22, -0.48}, {0.48, -0.43}, {0.55, -0.36}, {0.3, -0.35}}, grey(0.03)); // gas in the stomach
        for (const double side : {-1.0, 1.0}) {
            oval(side * 0.4, 0.27, 0.13, 0.17, grey(0.72), side * 25);
            oval(side * 0.35, 0.25, 0.05, 0.08, grey(0.5), side * 25);
            oval(side * 0.24, 0.5, 0.15, 0.1, grey(0.47));
        }
        for (int i = 0; i < 9; ++i)
            oval(m_random.real(-0.25, 0.5), m_random.real(-0.15, 0.15), m_random.real(0.05, 0.09),
                 m_random.real(0.04, 0.07), grey(m_random.real(0.42, 0.52)));
        vertebra(0.33);
        oval(0.05, 0.15, 0.075, 0.075, grey(0.8)); // aorta
        oval(-0.13, 0.14, 0.08, 0.06, grey(0.7));  // vena cava
        ribs(flat - 0.14);
        if (hasFinding) {
            finding = {m_random.real(-0.6, -0.35), m_random.real(-0.25, 0.0)};
            oval(finding.x, finding.y, 0.1, 0.09, grey(0.42));
            oval(finding.x, finding.y, 0.06, 0.05, grey(0.34));
        }
    }

    void chest(double level, bool hasFinding)
    {
        const double flat = 0.72;
        oval(0, 0, 1.0, flat, grey(0.24));
        oval(0, 0, 0.92, flat - 0.07, grey(0.48));
        for (const double side : {-1.0, 1.0}) {
            body({{side * 0.12, -0.45},
                  {side * 0.45, -0.52},
                  {side * 0.75, -0.25},
                  {side * 0.8, 0.1},
                  {side * 0.6, 0.43},
                  {side * 0.3, 0.47},
                  {side * 0.17, 0.2},
                  {side * 0.16, -0.1}},
                 grey(0.07));
            for (int i = 0; i < 34; ++i) { // vessels, seen end-on or as short strands
                const double x = side * m_random.real(0.25, 0.68);
                const double y = m_random.real(-0.36, 0.34);
                const double size = m_random.real(0.006, 0.02);
                oval(x, y, size * m_random.real(1, 3.5), size, grey(0.4), m_random.real(0, 180));
            }
        }
        oval(0.1 + 0.05 * level, -0.18, 0.3, 0.27, grey(0.58), 25);
        oval(0.02, -0.22, 0.13, 0.15, grey(0.72));
        oval(0.12, 0.2, 0.08, 0.08, grey(0.74));
        vertebra(0.36);
        ribs(flat - 0.11);
        if (hasFinding) {
            finding = {m_random.chance(0.5) ? -0.5 : 0.52, m_random.real(-0.2, 0.2)};
            for (int i = 0; i < 8; ++i)
                oval(finding.x + m_random.normal(0, 0.03), finding.y + m_random.normal(0, 0.03),
                     m_random.real(0.04, 0.08), m_random.real(0.04, 0.08), grey(0.5).withAlpha(0.6));
        }
    }

    image::Pixels expose(bool hasTable)
    {
        if (hasTable)
            m_canvas.polyline(arc(at(0, -0.7), m_half * 1.6, m_half * 1.62, 62, 118), {grey(0.4), m_half * 0.02});
        Plane plane = planeOf(m_canvas.pixels());
        plane.blur(std::max(1, static_cast<int>(m_half / 130)));
        const Texture texture(m_random, 1);
        for (int y = 0; y < plane.height; ++y)
            for (int x = 0; x < plane.width; ++x)
                // Noise of the reconstruction is correlated; air is cut off below.
                plane.row(y)[x] += plane.row(y)[x] > 0.9F ? 0.0F
                                   : plane.row(y)[x] > 0.05F
                                       ? 0.022F * texture.at(x, y) + 0.02F * texture.cloud(x, y, 4)
                                       : 0.006F * texture.at(x, y);
        return greyPixels(plane);
    }

    Point finding;

private:
    void oval(double x, double y, double radiusX, double radiusY, Color color, double degrees = 0)
    {
        m_canvas.polygon(ellipse(at(x, y), radiusX * m_half, radiusY * m_half, degrees), color);
    }
    void body(const std::vector<Point>& points, Color color)
    {
        std::vector<Point> placed;
        for (const Point& point : points)
            placed.push_back(at(point.x + m_random.normal(0, 0.008), point.y + m_random.normal(0, 0.008)));
        m_canvas.polygon(smoothed(placed, true), color);
    }
    void vertebra(double y)
    {
        for (const double side : {-1.0, 1.0})
            m_canvas.line(at(0, y + 0.08), at(side * 0.2, y + 0.14), {grey(0.85), m_half * 0.05});
        m_canvas.line(at(0, y + 0.1), at(0, y + 0.27), {grey(0.85), m_half * 0.05});
        oval(0, y, 0.14, 0.1, grey(0.95));
        oval(0, y, 0.11, 0.075, grey(0.75));
        oval(0, y + 0.13, 0.06, 0.05, grey(0.4));
    }
    void ribs(double radius)
    {
        for (int i = 0; i < 14; ++i) {
            const double angle = std::numbers::pi * (0.1 + 0.8 * i / 13.0) * (i % 2 == 0 ? 1 : -1) + 0.06;
            oval(0.86 * std::cos(angle), radius * 1.02 * std::sin(angle), 0.05, 0.018, grey(0.9),
                 angle * 180 / std::numbers::pi + 90);
        }
    }
    void sulci(double width)
    {
        for (int i = 0; i < 54; ++i) {
            const double angle = m_random.real(0, 2 * std::numbers::pi);
            const double from = m_random.real(0.7, 0.82);
            const double bend = m_random.real(-0.08, 0.08);
            const auto place = [&](double share, double turn) {
                return at(width * share * std::cos(angle + turn), 0.84 * share * std::sin(angle + turn));
            };
            m_canvas.polyline(
                smoothed(std::vector<Point>{place(from, bend), place((from + 1) / 2, -bend / 2), place(1.0, 0)}),
                {grey(0.28), m_half * 0.014});
        }
    }

    Random& m_random;
    Canvas m_canvas;
    double m_half;
};

enum class Region { Head, Abdomen, Chest };

void drawSlice(Slice& slice, Region region, double level, bool hasFinding)
{
    switch (region) {
    case Region::Head: return slice.head(level, hasFinding);
    case Region::Abdomen: return slice.abdomen(level, hasFinding);
    case Region::Chest: return slice.chest(level, hasFinding);
    }
}

struct Tiles {
    int columns;
    int rows;
};

Tiles tilesFor(Brush& brush)
{
    const double aspect = brush.area.width / brush.area.height;
    if (brush.isBare || brush.area.width < 240)
        return {1, 1};
    if (aspect > 1.5)
        return {aspect > 2.4 ? 4 : 2, 1};
    return brush.random.chance(0.4) ? Tiles{2, 2} : Tiles{1, 1};
}

} // namespace

PanelText drawTomogram(Brush& brush)
{
    Random& random = brush.random;
    const auto region = static_cast<Region>(random.integer(0, 2));
    const auto [columns, rows] = tilesFor(brush);
    const double gap = 2;
    const Rect area = brush.area.snapped();
    const double width = std::floor((area.width - gap * (columns - 1)) / columns);
    const double height = std::floor((area.height - gap * (rows - 1)) / rows);
    const bool hasFinding = random.chance(0.7);
    const bool hasArrow = !brush.isBare && hasFinding && random.chance(0.8);
    const bool hasMarks = !brush.isBare && random.chance(0.4);
    const Font font = brush.style.font.scaled(0.9);
    for (int i = 0; i < columns * rows; ++i) {
        const Rect rect{area.x + i % columns * (width + gap), area.y + std::floor(i / columns) * (height + gap), width,
                        height};
        Slice slice(random, static_cast<int>(rect.width), static_cast<int>(rect.height));
        drawSlice(slice, region, i / static_cast<double>(columns * rows), hasFinding);
        const Point finding = slice.at(slice.finding.x, slice.finding.y);
        brush.canvas.paint(slice.expose(region != Region::Head), {rect.x, rect.y});
        if (hasArrow)
            drawPointer(brush, {rect.x + finding.x - width * 0.03, rect.y + finding.y - width * 0.03}, width * 0.08,
                        i == 0 || random.chance(0.7) ? rgb(0xffe14d) : white);
        if (hasMarks) {
            brush.canvas.text("R", {rect.x + 5, rect.center().y}, font, white, {Horizontal::Left, Vertical::Middle});
            brush.canvas.text("L", {rect.right() - 5, rect.center().y}, font, white,
                              {Horizontal::Right, Vertical::Middle});
        }
    }
    PanelText text;
    static constexpr std::array<std::string_view, 3> regions = {"head", "abdomen", "chest"};
    static constexpr std::array<std::string_view, 3> findings = {"a focal lesion", "a hypodense liver lesion",
                                                                 "a pulmonary nodule"};
    const auto index = static_cast<std::size_t>(region);
    text.topic = "axial computed tomography of the " + std::string(regions[index]) + " of a patient with "
                 + brush.subject.disease;
    text.details = {hasFinding ? "CT shows " + std::string(findings[index]) + (hasArrow ? " (arrow)." : ".")
                               : std::string("No abnormality is seen."),
                    std::string(columns * rows > 1 ? "Slices run from below upwards." : "Slice thickness, 5 mm.")};
    text.shown = {"computed tomography", std::string(regions[index])};
    return text;
}

} // namespace biomedica::demo
