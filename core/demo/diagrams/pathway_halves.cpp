#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Contrast {
    std::string_view first;
    std::string_view second;
};

constexpr std::array<Contrast, 7> contrasts = {{{"Healthy", "{disease}"},
                                                {"Control", "{drug}"},
                                                {"Wild type", "{gene} KO"},
                                                {"Normoxia", "Hypoxia"},
                                                {"Acute", "Chronic"},
                                                {"Young", "Aged"},
                                                {"Sensitive", "Resistant"}}};
constexpr std::array<std::string_view, 8> outcomes = {"Homeostasis", "Inflammation", "Fibrosis",  "Cell death",
                                                      "Repair",      "Survival",     "Migration", "Barrier loss"};

enum class Scene { Cells, Epithelium, Cascade };

/// Two halves that show the same with differences.
class HalvesSheet {
public:
    HalvesSheet(Brush& brush, const std::array<std::string, 2>& titles)
        : m_brush(brush), m_titles(titles), m_scene(static_cast<Scene>(brush.random.integer(0, 2))),
          m_isSideBySide(brush.area.width > brush.area.height * 0.8), m_isFramed(brush.random.chance(0.5)),
          m_isTinted(brush.random.chance(0.75)), m_font(brush.style.font.scaled(brush.random.real(1, 1.9))),
          m_form(brush.random.chance(0.5) ? NodeForm::Oval : NodeForm::Rounded),
          m_names(proteinNames(brush.random, brush.subject, 8)), m_outcomes(brush.random.sample(outcomes, 2))
    {
        const Rect& area = brush.area;
        const double width = m_isSideBySide ? area.width / 2 : area.width;
        const double height = m_isSideBySide ? area.height : area.height / 2;
        m_font.size = std::min({m_font.size, width / 12, height / 15});
        static constexpr std::array<std::array<Color, 2>, 6> tints = {{{rgb(0xe3f1fb), rgb(0xfde6e3)},
                                                                       {rgb(0xe8f6e8), rgb(0xfff1d6)},
                                                                       {rgb(0xf3f3f3), rgb(0xe0e0e0)},
                                                                       {rgb(0xeaf6f6), rgb(0xf3e5f5)},
                                                                       {rgb(0x1f2a44), rgb(0x442026)},
                                                                       {rgb(0xfff9e0), rgb(0xe2e8f8)}}};
        m_tints = brush.random.pick(tints);
        for (std::size_t i = 0; i < 2; ++i)
            m_halves[i] = Rect{area.x + (m_isSideBySide ? width * static_cast<double>(i) : 0),
                               area.y + (m_isSideBySide ? 0 : height * static_cast<double>(i)), width, height};
    }

    void draw()
    {
        for (std::size_t i = 0; i < 2; ++i) {
            const Rect half = m_halves[i].inset(m_isFramed ? m_font.size * 0.3 : 0);
            if (m_isTinted)
                m_brush.canvas.fillRounded(half, m_tints[i], m_isFramed ? m_font.size : 0);
            if (m_isFramed)
                m_brush.canvas.outline(half, {m_brush.style.lineColor(i), 1.6}, m_font.size);
            drawTitle(half, i);
            drawScene(half.inset(m_font.size * 0.6, m_font.size * 2.6, m_font.size * 0.6, m_font.size * 0.6), i);
        }
        if (!m_isFramed)
            drawDivision();
    }

    const std::vector<std::string_view>& named() const { return m_outcomes; }

private:
    Color ink(std::size_t half) const { return m_isTinted ? inkOn(m_tints[half]) : black; }

    void drawTitle(const Rect& half, std::size_t i)
    {
        const Font font = m_font.bold().scaled(1.35);
        const Point at{half.center().x, half.y + font.size * 0.95};
        drawFitting(m_brush.canvas, m_titles[i], at, font, i == 0 ? ink(i) : inkOfSecond(), half.width * 0.9);
    }

    Color inkOfSecond() const { return ink(1).luminance() > 0.5 ? white : rgb(0xa01818); }

    void drawDivision()
    {
        const Rect& second = m_halves[1];
        const Pen pen{m_brush.style.ink, 1.4, {7, 5}};
        m_brush.canvas.line({second.x, second.y},
                            m_isSideBySide ? Point{second.x, second.bottom()} : Point{second.right(), second.y}, pen);
    }

    void drawScene(const Rect& room, std::size_t half)
    {
        switch (m_scene) {
        case Scene::Cells: return drawCells(room, half);
        case Scene::Epithelium: return drawEpithelium(room, half);
        case Scene::Cascade: return drawCascadeIn(room, half);
        }
    }

    void arrow(Point from, Point to, double width, Color color, bool isBlunt = false)
    {
        drawLink(m_brush.canvas, std::vector<Point>{from, to}, {color, width}, isBlunt ? Ending::Bar : Ending::Arrow,
                 std::max(m_font.size * 0.7, width * 2.4));
    }

    /// A few round cells with nuclei, those of the second half more and others; the outcome below.
    void drawCells(const Rect& room, std::size_t half)
    {
        Random& random = m_brush.random;
        const double radius = std::min(room.width, room.height) * 0.11;
        FreePlaces places({room.x, room.y, room.width, room.height * 0.7});
        for (int i = half == 0 ? 3 : random.integer(4, 7); i > 0; --i) {
            const auto spot = places.find(random, radius * 2, radius * 2, 4);
            if (!spot)
                continue;
            const auto kind = static_cast<std::size_t>(random.integer(0, static_cast<int>(half) + 1));
            const Color color = m_brush.style.lineColor(kind);
            drawBall(m_brush.canvas, *spot, color.lighter(0.35));
            drawBall(m_brush.canvas, spot->inset(radius * 0.55, radius * 0.5, radius * 0.5, radius * 0.55),
                     between(color, black, 0.25));
        }
        for (int i = random.integer(8, 30) * static_cast<int>(half + 1); i > 0; --i)
            m_brush.canvas.disc({random.real(room.x, room.right()), random.real(room.y, room.y + room.height * 0.7)},
                                radius * 0.1, m_brush.style.lineColor(3));
        drawOutcome({room.x, room.y + room.height * 0.72, room.width, room.height * 0.28}, half);
    }

    void drawOutcome(const Rect& room, std::size_t half)
    {
        const double width = half == 0 ? 1.6 : 4;
        const double x = room.center().x;
        arrow({x, room.y}, {x, room.y + room.height * 0.45}, width, ink(half));
        drawFitting(m_brush.canvas, m_outcomes[half], {x, room.y + room.height * 0.72}, m_font.bold(), ink(half),
                    room.width * 0.95);
    }

    /// A row of columnar cells with brush border, in the second half with gaps; dots above, a vessel below.
    void drawEpithelium(const Rect& room, std::size_t half)
    {
        Random& random = m_brush.random;
        const int cells = std::max(4, static_cast<int>(room.width / (m_font.size * 2.6)));
        const double width = room.width / cells;
        const double top = room.y + room.height * 0.32;
        const double height = room.height * 0.3;
        const Color color = m_brush.style.lineColor(0);
        for (int i = 0; i < cells; ++i) {
            if (half == 1 && random.chance(0.22))
                continue;
            const Rect cell{room.x + width * i, top, width * 0.94, height};
            m_brush.canvas.fillRounded(cell, color.lighter(0.6), width * 0.2);
            m_brush.canvas.outline(cell, {color, 1}, width * 0.2);
            m_brush.canvas.polygon(ellipse({cell.center().x, cell.y + height * 0.68}, width * 0.24, height * 0.14),
                                   between(color, black, 0.15));
        }
        for (int i = random.integer(10, 40); i > 0; --i) {
            const bool isThrough = half == 1 && random.chance(0.4);
            m_brush.canvas.disc(
                {random.real(room.x + 3, room.right() - 3),
                 isThrough ? random.real(top + height, top + height * 1.5) : random.real(room.y + 3, top - 4)},
                random.real(1.5, m_font.size * 0.35), m_brush.style.lineColor(2));
        }
        drawOutcome({room.x, room.y + room.height * 0.76, room.width, room.height * 0.24}, half);
    }

    /// Names below each other; arrows of the second half are thick, dashed or blunt.
    void drawCascadeIn(const Rect& room, std::size_t half)
    {
        Random& random = m_brush.random;
        constexpr std::size_t count = 4;
        const double step = room.height / (count + 1);
        const double width = std::min(room.width * 0.7, m_font.size * 7);
        for (std::size_t i = 0; i < count; ++i) {
            const Rect rect{room.center().x - width / 2, room.y + step * static_cast<double>(i), width,
                            std::min(step * 0.55, m_font.size * 2.2)};
            drawNode(m_brush.canvas, m_form, rect, m_brush.style.lineColor(i).lighter(half == 0 ? 0.5 : 0.15),
                     {rgb(0x444444), 1}, m_names[i], m_font);
            const Point foot{rect.center().x, rect.bottom() + 2};
            arrow(foot, {foot.x, rect.y + step - 2}, half == 0 ? 1.5 : random.real(1.5, 5), ink(half),
                  half == 1 && random.chance(0.3));
            if (half == 1 && random.chance(0.5))
                drawPhosphate(m_brush.canvas, {rect.right(), rect.y}, m_font.size * 0.5, rgb(0xffd54f));
        }
        drawFitting(m_brush.canvas, m_outcomes[half], {room.center().x, room.bottom() - m_font.size * 0.8},
                    m_font.bold(), ink(half), room.width * 0.95);
    }

    Brush& m_brush;
    const std::array<std::string, 2>& m_titles;
    Scene m_scene;
    bool m_isSideBySide;
    bool m_isFramed;
    bool m_isTinted;
    Font m_font;
    NodeForm m_form;
    std::vector<std::string> m_names;
    std::vector<std::string_view> m_outcomes;
    std::array<Color, 2> m_tints;
    std::array<Rect, 2> m_halves;
};

} // namespace

PanelText drawHalves(Brush& brush)
{
    const Contrast& contrast = brush.random.pick(contrasts);
    const std::array<std::string, 2> titles = {capitalised(filled(contrast.first, brush.subject)),
                                               capitalised(filled(contrast.second, brush.subject))};
    HalvesSheet sheet(brush, titles);
    sheet.draw();
    PanelText text;
    text.topic = "model of the " + brush.subject.tissue + " in two states, " + titles[0] + " and " + titles[1];
    text.details = {"The states end in " + std::string(sheet.named()[0]) + " and " + std::string(sheet.named()[1])
                        + ".",
                    "Thick arrows are strong effects."};
    text.shown = {"model", titles[0], titles[1]};
    return text;
}

} // namespace biomedica::demo
