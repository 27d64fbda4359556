#include "core/demo/diagrams/pictograms.h"

#include "core/demo/diagrams/schemeparts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

/// A square in the middle, its side 1 in the coordinates of `at`.
class Sketch {
public:
    Sketch(Canvas& canvas, const Rect& rect, Color color)
        : m_canvas(canvas), m_side(std::min(rect.width, rect.height)), m_center(rect.center()), m_color(color)
    {
    }

    void cell()
    {
        drawBall(m_canvas, box(0, 0, 0.9, 0.86), m_color.lighter(0.45));
        drawBall(m_canvas, box(0.05, 0.04, 0.36, 0.34), between(m_color, black, 0.2));
    }

    void virus()
    {
        for (int i = 0; i < 12; ++i) {
            const double angle = i * std::numbers::pi / 6;
            const Point tip = at(0.46 * std::cos(angle), 0.46 * std::sin(angle));
            m_canvas.line(at(0, 0), tip, {m_color, m_side * 0.035});
            m_canvas.disc(tip, m_side * 0.045, m_color);
        }
        drawBall(m_canvas, box(0, 0, 0.62, 0.62), m_color);
    }

    void mouse()
    {
        m_canvas.polyline(
            smoothed(std::vector<Point>{at(-0.3, 0.18), at(-0.45, 0.1), at(-0.42, -0.15), at(-0.5, -0.25)}),
            {m_color, m_side * 0.03});
        oval(-0.02, 0.08, 0.66, 0.44, m_color.lighter(0.25));
        oval(0.32, 0.02, 0.34, 0.26, m_color.lighter(0.25));
        oval(0.22, -0.12, 0.17, 0.19, m_color.lighter(0.5));
        m_canvas.disc(at(0.38, -0.02), m_side * 0.025, black);
        for (const double x : {-0.2, 0.14})
            oval(x, 0.3, 0.16, 0.06, m_color);
    }

    void person()
    {
        m_canvas.disc(at(0, -0.3), m_side * 0.14, m_color);
        m_canvas.fillRounded(box(0, 0.1, 0.38, 0.46), m_color, m_side * 0.12);
        for (const double x : {-0.09, 0.09})
            m_canvas.fillRounded(box(x, 0.38, 0.13, 0.24), m_color, m_side * 0.05);
    }

    void tube()
    {
        const Rect glass = box(0, 0.06, 0.26, 0.8);
        m_canvas.fillRounded(glass, rgb(0xf2f6fa), glass.width / 2);
        m_canvas.fillRounded({glass.x, glass.center().y, glass.width, glass.height / 2}, m_color, glass.width / 2);
        m_canvas.outline(glass, {rgb(0x556270), m_side * 0.02}, glass.width / 2);
        m_canvas.fillRounded(box(0, -0.38, 0.34, 0.12), between(m_color, black, 0.3), 2);
    }

    void dish()
    {
        oval(0, 0.06, 0.94, 0.5, rgb(0xdfe5ea));
        oval(0, 0.02, 0.9, 0.44, m_color.lighter(0.6));
        for (int i = 0; i < 9; ++i)
            oval(0.3 * std::cos(i * 2.4) * std::sqrt(i / 9.0), 0.02 + 0.14 * std::sin(i * 2.4) * std::sqrt(i / 9.0),
                 0.07, 0.05, m_color);
    }

    void kidney()
    {
        const std::vector<Point> bean =
            smoothed(std::vector<Point>{at(-0.1, -0.42), at(0.22, -0.36), at(0.3, 0), at(0.2, 0.36), at(-0.12, 0.42),
                                        at(-0.24, 0.2), at(-0.02, 0), at(-0.24, -0.2)},
                     true);
        m_canvas.polygon(bean, m_color.lighter(0.15));
        m_canvas.outline(bean, {between(m_color, black, 0.35), m_side * 0.02});
        m_canvas.line(at(-0.05, 0), at(-0.42, 0.3), {rgb(0xe0b040), m_side * 0.05});
    }

    void helix() { drawHelix(m_canvas, box(0, 0, 0.96, 0.3), m_color, between(m_color, black, 0.4), m_side * 0.05); }

    void antibody()
    {
        const Pen pen{m_color, m_side * 0.1};
        m_canvas.line(at(0, 0.42), at(0, 0), pen);
        for (const double side : {-1.0, 1.0}) {
            m_canvas.line(at(0, 0), at(side * 0.28, -0.36), pen);
            m_canvas.line(at(side * 0.15, -0.02), at(side * 0.4, -0.3), {m_color.lighter(0.4), m_side * 0.08});
        }
    }

    void vesicles()
    {
        static constexpr std::array<std::array<double, 3>, 6> places = {{{-0.2, -0.2, 0.3},
                                                                         {0.2, -0.28, 0.22},
                                                                         {0.22, 0.1, 0.34},
                                                                         {-0.18, 0.22, 0.24},
                                                                         {0, 0.4, 0.14},
                                                                         {-0.4, 0, 0.12}}};
        for (const auto& [x, y, size] : places)
            drawBall(m_canvas, box(x, y, size, size), m_color);
    }

    void capsule()
    {
        const Rect whole = box(0, 0, 0.84, 0.34);
        m_canvas.fillRounded(whole, m_color, whole.height / 2);
        m_canvas.fillRounded({whole.x, whole.y, whole.width * 0.55, whole.height}, rgb(0xf6f6f6), whole.height / 2);
        m_canvas.outline(whole, {between(m_color, black, 0.4), m_side * 0.02}, whole.height / 2);
    }

    void chart()
    {
        m_canvas.polyline(std::vector<Point>{at(-0.4, -0.4), at(-0.4, 0.4), at(0.44, 0.4)},
                          {rgb(0x444444), m_side * 0.03});
        int bar = 0;
        for (const double height : {0.25, 0.5, 0.7, 0.35}) {
            const double x = -0.26 + 0.2 * bar++;
            m_canvas.fill(box(x, 0.39 - height / 2, 0.13, height), m_color.lighter(0.12 * bar));
        }
    }

private:
    Point at(double x, double y) const { return {m_center.x + x * m_side, m_center.y + y * m_side}; }

    Rect box(double x, double y, double width, double height) const
    {
        const Point corner = at(x - width / 2, y - height / 2);
        return {corner.x, corner.y, width * m_side, height * m_side};
    }

    void oval(double x, double y, double width, double height, Color color)
    {
        m_canvas.polygon(ellipse(at(x, y), width * m_side / 2, height * m_side / 2), color);
    }

    Canvas& m_canvas;
    double m_side;
    Point m_center;
    Color m_color;
};

struct Entry {
    std::string_view name;
    void (Sketch::*draw)();
};

constexpr std::array<Entry, pictogramCount> entries = {{{"cell", &Sketch::cell},
                                                        {"virus", &Sketch::virus},
                                                        {"mouse", &Sketch::mouse},
                                                        {"patient", &Sketch::person},
                                                        {"sample", &Sketch::tube},
                                                        {"culture", &Sketch::dish},
                                                        {"organ", &Sketch::kidney},
                                                        {"gene", &Sketch::helix},
                                                        {"antibody", &Sketch::antibody},
                                                        {"vesicles", &Sketch::vesicles},
                                                        {"drug", &Sketch::capsule},
                                                        {"readout", &Sketch::chart}}};

} // namespace

std::string_view nameOf(Pictogram pictogram)
{
    return entries[static_cast<std::size_t>(pictogram)].name;
}

void drawPictogram(Canvas& canvas, Pictogram pictogram, const Rect& rect, Color color)
{
    Sketch sketch(canvas, rect, color);
    (sketch.*entries[static_cast<std::size_t>(pictogram)].draw)();
}

} // namespace biomedica::demo
