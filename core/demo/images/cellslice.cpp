#include "core/demo/images/electrons.h"

#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// A section through a cell.
class CellSlice {
public:
    CellSlice(Random& random, int width, int height, double unit)
        : m_random(random), m_canvas(width, height, grey(0.68)), m_unit(unit)
    {
    }

    std::vector<Point> mitochondria;
    std::vector<Point> nuclei;
    std::vector<Point> reticulum;

    void draw()
    {
        addRibosomes();
        const bool hasNucleus = m_random.chance(0.55);
        if (hasNucleus)
            addNucleus();
        addReticulum(m_random.integer(1, 3));
        const double area = m_canvas.width() * m_canvas.height() / (m_unit * m_unit);
        const int wanted = std::clamp(static_cast<int>(area / 90), 4, 26);
        for (int attempt = 0; attempt < wanted * 6 && static_cast<int>(mitochondria.size()) < wanted; ++attempt)
            addMitochondrion();
        for (int i = m_random.integer(6, 30); i > 0; --i)
            addVesicle();
    }

    const Canvas& canvas() const { return m_canvas; }

private:
    bool isFree(Point at, double distance) const
    {
        const auto isNear = [&](const Point& other, double reach) {
            return std::hypot(at.x - other.x, at.y - other.y) < reach;
        };
        return std::none_of(mitochondria.begin(), mitochondria.end(),
                            [&](const Point& other) { return isNear(other, distance); })
               && std::none_of(nuclei.begin(), nuclei.end(),
                               [&](const Point& other) { return isNear(other, m_nucleusRadius + distance * 0.55); });
    }

    Point anywhere() { return {m_random.real(0, m_canvas.width()), m_random.real(0, m_canvas.height())}; }

    /// An outline that is not quite an ellipse.
    std::vector<Point> body(Point center, double radiusX, double radiusY, double degrees)
    {
        std::vector<Point> points;
        const double turn = degrees * std::numbers::pi / 180;
        for (int i = 0; i < 10; ++i) {
            const double angle = 2 * std::numbers::pi * i / 10;
            const double wobble = m_random.real(0.93, 1.07);
            const double u = radiusX * wobble * std::cos(angle);
            const double v = radiusY * wobble * std::sin(angle);
            points.push_back({center.x + u * std::cos(turn) - v * std::sin(turn),
                              center.y + u * std::sin(turn) + v * std::cos(turn)});
        }
        return smoothed(points, true);
    }

    void addRibosomes()
    {
        const int count = std::min(2500, static_cast<int>(m_canvas.width() * m_canvas.height() / (m_unit * 5)));
        for (int i = 0; i < count; ++i) {
            const Point at = anywhere();
            const double side = m_unit * m_random.real(0.1, 0.2);
            m_canvas.fill({at.x, at.y, side, side}, grey(0.4));
        }
    }

    void addNucleus()
    {
        m_nucleusRadius = std::min(m_canvas.width(), m_canvas.height()) * m_random.real(0.3, 0.48);
        const Point center{m_canvas.width() * m_random.real(-0.02, 0.4), m_canvas.height() * m_random.real(0.2, 0.9)};
        nuclei.push_back(center);
        const auto rim = body(center, m_nucleusRadius, m_nucleusRadius * 0.92, 0);
        m_canvas.polygon(rim, grey(0.7));
        // Heterochromatin: dark lumps along the membrane and a nucleolus.
        for (int i = 0; i < 34; ++i) {
            const double angle = m_random.real(0, 2 * std::numbers::pi);
            const double away = m_nucleusRadius * (i < 24 ? m_random.real(0.84, 0.9) : m_random.real(0.1, 0.75));
            const double size = m_unit * m_random.real(0.5, 1.5);
            m_canvas.polygon(body({center.x + away * std::cos(angle), center.y + away * 0.92 * std::sin(angle)},
                                  size * 1.5, size * 0.8, angle * 180 / std::numbers::pi + 90),
                             grey(0.36).withAlpha(0.8));
        }
        m_canvas.polygon(
            body({center.x + m_nucleusRadius * 0.25, center.y - m_nucleusRadius * 0.2}, m_unit * 2.4, m_unit * 2.1, 20),
            grey(0.25));
        m_canvas.outline(rim, {grey(0.2), m_unit * 0.55});
        m_canvas.outline(rim, {grey(0.75), m_unit * 0.22});
    }

    /// Stacked membranes, studded on both sides.
    void addReticulum(int stacks)
    {
        for (int i = 0; i < stacks; ++i) {
            const Point start = anywhere();
            if (!isFree(start, m_unit * 4))
                continue;
            reticulum.push_back(start);
            const double heading = m_random.real(0, 2 * std::numbers::pi);
            const int layers = m_random.integer(3, 6);
            const double length = m_unit * m_random.real(8, 16);
            for (int layer = 0; layer < layers; ++layer) {
                std::vector<Point> line;
                for (int step = 0; step <= 6; ++step) {
                    const double along = length * step / 6;
                    const double side = layer * m_unit * 1.25 + m_unit * 0.9 * std::sin(step * 0.9 + i);
                    line.push_back({start.x + along * std::cos(heading) - side * std::sin(heading),
                                    start.y + along * std::sin(heading) + side * std::cos(heading)});
                }
                const auto curve = smoothed(line);
                m_canvas.polyline(curve, {grey(0.28), m_unit * 0.62});
                m_canvas.polyline(curve, {grey(0.78), m_unit * 0.3});
                m_canvas.polyline(curve, {grey(0.25).withAlpha(0.8), m_unit * 0.9, {m_unit * 0.2, m_unit * 0.5}});
                m_canvas.polyline(curve, {grey(0.76), m_unit * 0.3});
            }
        }
    }

    void addMitochondrion()
    {
        const Point center = anywhere();
        const double longer = m_unit * m_random.real(3, 5.4);
        const double shorter = m_unit * m_random.real(2, 2.7);
        if (!isFree(center, longer * 2))
            return;
        mitochondria.push_back(center);
        const double degrees = m_random.real(0, 180);
        const auto rim = body(center, longer, shorter, degrees);
        m_canvas.polygon(rim, grey(0.5));
        const double turn = degrees * std::numbers::pi / 180;
        const auto at = [&](double u, double v) {
            return Point{center.x + u * std::cos(turn) - v * std::sin(turn),
                         center.y + u * std::sin(turn) + v * std::cos(turn)};
        };
        const int cristae = static_cast<int>(longer * 2 / (m_unit * 0.95));
        for (int i = 1; i < cristae; ++i) {
            const double u = -longer + 2 * longer * i / cristae;
            const double half = shorter * std::sqrt(std::max(0.0, 1 - u * u / longer / longer)) * 0.82;
            const double from = m_random.chance(0.5) ? -half : -half * m_random.real(-0.4, 0.6);
            const double to = from < -half * 0.9 ? half * m_random.real(0, 0.9) : half;
            const std::vector<Point> crista = smoothed(
                std::vector<Point>{at(u, from), at(u + m_unit * m_random.real(-0.3, 0.3), (from + to) / 2), at(u, to)});
            m_canvas.polyline(crista, {grey(0.24), m_unit * 0.42});
            m_canvas.polyline(crista, {grey(0.66), m_unit * 0.16});
        }
        m_canvas.outline(rim, {grey(0.2), m_unit * 0.5});
        m_canvas.outline(rim, {grey(0.72), m_unit * 0.16});
    }

    void addVesicle()
    {
        const Point at = anywhere();
        const double radius = m_unit * m_random.real(0.4, 1.3);
        if (!isFree(at, m_unit * 4))
            return;
        const bool isDense = m_random.chance(0.25); // lysosomes and lipid
        m_canvas.disc(at, radius, grey(isDense ? 0.22 : 0.82));
        m_canvas.circle(at, radius, {grey(0.25), m_unit * 0.2});
    }

    Random& m_random;
    Canvas m_canvas;
    double m_unit; ///< about 100 nm in pixels
    double m_nucleusRadius = 0;
};

/// Vesicles in negative stain: bright, each in a dark pool of stain.
Canvas drawVesicles(Random& random, int width, int height, double unit)
{
    Canvas canvas(width, height, grey(0.62));
    for (int i = std::clamp(static_cast<int>(width * height / (unit * unit * 14)), 6, 60); i > 0; --i) {
        const Point at{random.real(0, width), random.real(0, height)};
        const double radius = unit * random.real(0.3, 0.75); // 30 to 75 nm
        const double flat = random.real(0.85, 1);
        const double degrees = random.real(0, 180);
        for (int ring = 5; ring > 0; --ring)
            canvas.polygon(ellipse(at, radius * (1 + 0.12 * ring), radius * flat * (1 + 0.12 * ring), degrees),
                           grey(0.3).withAlpha(0.2));
        canvas.polygon(ellipse(at, radius, radius * flat, degrees), grey(0.8));
        canvas.outline(ellipse(at, radius * 0.9, radius * flat * 0.9, degrees), {grey(0.5), unit * 0.06});
        if (random.chance(0.5)) // dented when dried
            canvas.polygon(ellipse({at.x + radius * 0.1, at.y + radius * 0.1}, radius * 0.5, radius * 0.4, degrees),
                           grey(0.62).withAlpha(0.8));
    }
    return canvas;
}

} // namespace

Exposure exposeVesicles(const Commission& commission)
{
    Random& random = commission.random;
    const double unit = std::clamp(commission.width * random.real(0.045, 0.1), 14.0, 70.0);
    const Canvas canvas = drawVesicles(random, commission.width, commission.height, unit);
    return {transmitted(canvas, random),
            "negative-stain transmission electron micrograph of extracellular vesicles from " + commission.subject.cells
                + " cells",
            "vesicles", "Vesicles were isolated by ultracentrifugation.", unit / 100};
}

Exposure exposeCell(const Commission& commission)
{
    Random& random = commission.random;
    const double unit = std::clamp(commission.width * random.real(0.011, 0.022), 3.0, 13.0);
    CellSlice slice(random, commission.width, commission.height, unit);
    slice.draw();
    const std::string source = random.chance(0.5) ? commission.subject.cells + " cells" : commission.subject.tissue;
    return {transmitted(slice.canvas(), random),
            "transmission electron micrograph of " + source,
            source,
            "Mitochondria with intact cristae are seen after " + commission.subject.drug + ".",
            unit / 100,
            "nm",
            {{"N", "nucleus", slice.nuclei}, {"M", "mitochondrion", slice.mitochondria}}};
}

} // namespace biomedica::demo
