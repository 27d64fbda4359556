#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Palette {
    Color outside;
    Color inside;
    Color deep; ///< the inside at the bottom
    Color membrane;
};

// clang-format off
constexpr std::array<Palette, 7> palettes = {{
    {rgb(0xffffff), rgb(0xfdeee4), rgb(0xf9d9c6), rgb(0xe9a46a)},
    {rgb(0xf4fafd), rgb(0xd9edf7), rgb(0xb5d8ec), rgb(0x6ba3c7)},
    {rgb(0xffffff), rgb(0xeaf5e4), rgb(0xcfe7c3), rgb(0x7fae6c)},
    {rgb(0xfdf4f8), rgb(0xf7dfea), rgb(0xeec2d6), rgb(0xc77fa3)},
    {rgb(0x10182c), rgb(0x1d2b4a), rgb(0x2c3f6b), rgb(0x7f95c8)},
    {rgb(0xffffff), rgb(0xfff7d6), rgb(0xfdeaa6), rgb(0xd2a93a)},
    {rgb(0xf2f0fa), rgb(0xe1dbf3), rgb(0xc7bce8), rgb(0x8f7fc4)},
}};
constexpr std::array<Color, 8> blobs = {rgb(0xe8795a), rgb(0x5aa9e6), rgb(0x7ac27a), rgb(0xf2c14e),
                                        rgb(0xb07cc6), rgb(0x4db6ac), rgb(0xef7fa5), rgb(0x8a9bb5)};
constexpr std::array<std::string_view, 8> effects = {"Proliferation", "Migration", "Survival", "Inflammation",
                                                     "Apoptosis", "Angiogenesis", "EMT", "Stemness"};
// clang-format on

/// A membrane across the panel with receptors in it, soft shapes below, thick arrows down to the nucleus.
class MembraneSheet {
public:
    explicit MembraneSheet(Brush& brush)
        : m_brush(brush), m_palette(brush.random.pick(palettes)),
          m_font(brush.style.font.scaled(brush.random.real(1, 1.5))), m_isBent(brush.random.chance(0.55)),
          m_hasDrug(brush.random.chance(0.4)), m_hasBeads(brush.random.chance(0.7))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        m_font.size = std::min({m_font.size, area.width / 20, area.height / 19});
        m_font.isBold = random.chance(0.6);
        m_bead = m_font.size * random.real(0.26, 0.5);
        m_level = area.y + area.height * random.real(0.2, 0.3);
        m_columns = random.integer(1, std::clamp(static_cast<int>(area.width / (m_font.size * 8)), 1, 4));
        m_arrow = Pen{m_palette.inside.luminance() < 0.5 ? rgb(0xe0e6f2)
                      : random.chance(0.5)               ? rgb(0x4a4a4a)
                                                         : rgb(0x8f8f8f),
                      m_font.size * random.real(0.12, 0.42)};
        m_names = proteinNames(random, brush.subject, 24);
        m_nucleus = {area.x + area.width * 0.2, area.bottom() - area.height * 0.22, area.width * 0.6,
                     area.height * 0.34};
    }

    void draw()
    {
        drawGrounds();
        drawNucleus();
        const auto count = static_cast<double>(m_columns);
        for (int i = 0; i < m_columns; ++i)
            drawColumn(m_brush.area.x + m_brush.area.width * (i + 0.5) / count);
        drawLigands();
        if (m_hasDrug)
            drawDrug();
    }

    const std::string& outcome() const { return m_outcome; }

private:
    double membraneY(double x) const
    {
        const Rect& area = m_brush.area;
        const double share = (x - area.center().x) / area.width * 2;
        return m_level + (m_isBent ? share * share * area.height * 0.1 : 0);
    }

    std::vector<Point> membraneLine() const
    {
        std::vector<Point> line;
        for (int i = 0; i <= 30; ++i) {
            const double x = m_brush.area.x + m_brush.area.width * i / 30;
            line.push_back({x, membraneY(x)});
        }
        return line;
    }

    void drawGrounds()
    {
        Canvas& canvas = m_brush.canvas;
        const Rect& area = m_brush.area;
        fillFading(canvas, area, m_palette.inside, m_palette.deep);
        auto outside = membraneLine();
        outside.insert(outside.end(), {{area.right(), area.y}, {area.x, area.y}});
        canvas.polygon(outside, m_palette.outside);
        if (m_hasBeads)
            drawBilayer(canvas, membraneLine(), m_bead, m_palette.membrane, m_palette.membrane.lighter(0.3));
        else
            for (const double share : {1.0, 0.5})
                canvas.polyline(membraneLine(), {share == 1 ? m_palette.membrane : m_palette.membrane.lighter(0.6),
                                                 m_bead * 3.4 * share});
    }

    void drawNucleus()
    {
        Canvas& canvas = m_brush.canvas;
        const Color color = between(m_palette.deep, m_palette.membrane, 0.45);
        canvas.polygon(ellipse(m_nucleus.center(), m_nucleus.width / 2, m_nucleus.height / 2), color);
        canvas.outline(ellipse(m_nucleus.center(), m_nucleus.width / 2, m_nucleus.height / 2),
                       {m_palette.membrane, m_bead * 0.9, {m_bead * 5, m_bead * 1.6}});
        // Its lower part lies outside.
        const double shown = m_brush.area.bottom() - m_nucleus.y;
        const Rect helix{m_nucleus.x + m_nucleus.width * 0.2, m_nucleus.y + shown * 0.28, m_nucleus.width * 0.36,
                         std::min(m_font.size * 1.2, shown * 0.28)};
        drawHelix(canvas, helix, rgb(0x3b6fb6), rgb(0xd1495b), std::max(1.2, m_font.size * 0.16));
        drawFitting(canvas, m_brush.subject.gene, {helix.right() + m_nucleus.width * 0.14, helix.center().y},
                    m_font.italic(), inkOn(color), m_nucleus.width * 0.24);
        m_outcome = m_brush.random.pick(effects);
        drawFitting(canvas, m_outcome, {m_nucleus.center().x, m_nucleus.y + shown * 0.8}, m_font.bold(), inkOn(color),
                    m_nucleus.width * 0.8);
    }

    /// A receptor and what lies below it, each a soft shape with its name, joined by bent arrows.
    void drawColumn(double x)
    {
        Random& random = m_brush.random;
        const double y = membraneY(x);
        const Color color = random.pick(blobs);
        const auto form = static_cast<ReceptorForm>(random.integer(0, receptorForms - 1));
        drawReceptor(m_brush.canvas, form, {x, y}, m_font.size * random.real(1.2, 1.9), color);
        if (!m_hasDrug || x > m_brush.area.center().x)
            write(nextName(), {x, y - m_font.size * 2.7}, inkOn(m_palette.outside));
        const double top = y + m_font.size * 3.2;
        const double bottom = m_nucleus.y - m_font.size * 0.6;
        const int count = std::clamp(static_cast<int>((bottom - top) / (m_font.size * 3)), 1, random.integer(1, 4));
        Point from{x, y + m_font.size * 1.9};
        for (int i = 0; i < count; ++i) {
            const double step = (bottom - top) / count;
            const Point middle{x + random.real(-0.8, 0.8) * m_font.size, top + step * (i + 0.4)};
            connect(from, {middle.x, middle.y - m_font.size * 1.1});
            drawBlob(middle);
            from = {middle.x, middle.y + m_font.size * 1.1};
        }
        const double target =
            std::clamp(from.x, m_nucleus.x + m_nucleus.width * 0.25, m_nucleus.right() - m_nucleus.width * 0.25);
        connect(from, {target, m_nucleus.y + m_font.size * 0.6});
    }

    void connect(Point from, Point to)
    {
        if (to.y - from.y < m_font.size * 0.5)
            return;
        const double bend = m_brush.random.real(-0.18, 0.18);
        drawLink(m_brush.canvas, bowed(from, to, bend), m_arrow,
                 m_brush.random.chance(0.14) ? Ending::Bar : Ending::Arrow,
                 std::min((to.y - from.y) * 0.7, std::max(m_font.size * 0.6, m_arrow.width * 2.6)));
    }

    std::string nextName() { return m_names[m_next++ % m_names.size()]; }

    void write(const std::string& text, Point where, Color color)
    {
        const double half = m_brush.canvas.textWidth(text, m_font) / 2;
        const Rect& area = m_brush.area;
        m_brush.canvas.text(text, {std::clamp(where.x, area.x + half, area.right() - half), where.y}, m_font, color,
                            {Horizontal::Center, Vertical::Middle});
    }

    /// One protein or a complex of two or three that touch each other.
    void drawBlob(Point middle)
    {
        Random& random = m_brush.random;
        const double room = m_brush.area.width / m_columns;
        const int most = std::clamp(static_cast<int>(room / (m_font.size * 4)), 1, 3);
        const int parts = std::min(most, random.weighted({60, 25, 15}) + 1);
        const double half = std::min(m_font.size * 2.2, room / parts * 0.48);
        const double height = m_font.size * random.real(1.7, 2.3);
        std::vector<Rect> places;
        for (int i = 0; i < parts; ++i) {
            const double x = middle.x + (i - (parts - 1) / 2.0) * half * 1.8;
            const double left = std::clamp(x - half, m_brush.area.x, m_brush.area.right() - 2 * half);
            places.push_back({left, middle.y - height / 2, 2 * half, height});
            drawBall(m_brush.canvas, places.back(), random.pick(blobs));
        }
        for (const Rect& rect : places) {
            if (random.chance(0.3))
                drawPhosphate(m_brush.canvas, {rect.right() - m_font.size * 0.3, rect.y + m_font.size * 0.2},
                              m_font.size * 0.45, rgb(0xffe27a));
            drawFitting(m_brush.canvas, nextName(), rect.center(), m_font, black, half * 1.6);
        }
    }

    /// Small balls above the membrane.
    void drawLigands()
    {
        Random& random = m_brush.random;
        const Color color = random.pick(blobs);
        for (int i = random.integer(0, 16); i > 0; --i) {
            const double x = random.real(m_brush.area.x + 4, m_brush.area.right() - 4);
            const double high = membraneY(x) - m_font.size * 1.8;
            const double y = random.real(m_brush.area.y + 3, std::max(m_brush.area.y + 4, high));
            const double radius = m_font.size * 0.28;
            drawBall(m_brush.canvas, {x - radius, y - radius, 2 * radius, 2 * radius}, color);
        }
    }

    void drawDrug()
    {
        const Rect& area = m_brush.area;
        const double width = m_brush.canvas.textWidth(m_brush.subject.drug, m_font) + m_font.size;
        const Rect label{area.x + 4, area.y + 4, std::min(width, area.width * 0.45), m_font.size * 1.8};
        drawNode(m_brush.canvas, NodeForm::Pill, label, rgb(0xc0392b), {rgb(0x8e1f14), 1}, m_brush.subject.drug,
                 m_font);
        const double x = area.x + area.width * 0.5 / m_columns;
        drawLink(m_brush.canvas, bowed({label.center().x, label.bottom()}, {x - m_font.size * 1.6, membraneY(x)}, 0.15),
                 {rgb(0xc0392b), m_font.size * 0.2}, Ending::Bar, m_font.size);
    }

    Brush& m_brush;
    const Palette& m_palette;
    Font m_font;
    bool m_isBent;
    bool m_hasDrug; ///< at the left, in the place of names
    bool m_hasBeads;
    double m_bead = 2;  ///< radius of a lipid's head
    double m_level = 0; ///< of the membrane in the middle
    int m_columns = 1;
    Pen m_arrow;
    Rect m_nucleus;
    std::vector<std::string> m_names;
    std::size_t m_next = 0;
    std::string m_outcome;
};

} // namespace

PanelText drawMembraneScheme(Brush& brush)
{
    MembraneSheet sheet(brush);
    sheet.draw();
    PanelText text;
    text.topic = "illustration of the signalling in cells of the " + brush.subject.tissue + " that ends in "
                 + uncapitalised(sheet.outcome());
    text.details = {"Receptors in the membrane lead to " + brush.subject.gene + " in the nucleus.",
                    "P, phosphorylation."};
    text.shown = {"signalling", uncapitalised(sheet.outcome()), brush.subject.gene};
    return text;
}

} // namespace biomedica::demo
