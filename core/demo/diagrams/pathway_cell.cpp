#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 10> notes = {
    "ROS",         "Ca²⁺",          "Inflammation",         "Apoptosis",    "Cytokines", "Autophagy",
    "Degradation", "Transcription", "Mitochondrial damage", "Translocation"};

enum class Extent { WholeCell, Arc, Membrane };

struct Protein {
    Rect rect;
    std::string name;
    Color fill;
};

class CellSheet {
public:
    explicit CellSheet(Brush& brush)
        : m_brush(brush), m_extent(static_cast<Extent>(brush.random.integer(0, 2))),
          m_form(brush.random.chance(0.6) ? NodeForm::Oval : NodeForm::Pill), m_places(brush.area.inset(3))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        m_isColoured = random.chance(0.85);
        m_font = brush.style.font.scaled(random.real(0.8, 1.3));
        m_font.size = std::min({m_font.size, area.width / 22, area.height / 20});
        m_unit = std::min(area.width, area.height);
        static constexpr std::array<Color, 7> grounds = {rgb(0xfdf1e3), rgb(0xe8f2fb), rgb(0xeaf6ea), rgb(0xfbeaf0),
                                                         rgb(0xf3eefa), rgb(0xffffff), rgb(0xfff8d8)};
        m_cell = m_isColoured ? random.pick(grounds) : white;
        m_membrane = m_isColoured ? brush.style.lineColor(0) : rgb(0x333333);
    }

    void draw()
    {
        if (m_isColoured && m_brush.random.chance(0.35))
            m_brush.canvas.fill(m_brush.area, m_brush.style.color(1).lighter(0.85));
        drawMembrane();
        drawOrganelles();
        placeProteins();
        linkProteins();
        for (const Protein& protein : m_proteins)
            drawProtein(protein);
        drawNotes();
    }

    std::size_t proteins() const { return m_proteins.size(); }
    bool hasMitochondrion() const { return m_hasMitochondrion; }

private:
    std::vector<Point> cellOutline() const
    {
        const Rect& area = m_brush.area;
        const Point center = area.center();
        switch (m_extent) {
        case Extent::WholeCell: return ellipse(center, area.width * 0.47, area.height * 0.46);
        case Extent::Arc: return ellipse({center.x, area.y + area.height * 0.95}, area.width * 0.75, area.height * 0.8);
        case Extent::Membrane:
            return ellipse({center.x, area.y + area.height * 1.9}, area.width * 2.2, area.height * 1.68);
        }
        return {};
    }

    void drawMembrane()
    {
        const auto outline = cellOutline();
        const double width = m_unit * m_brush.random.real(0.008, 0.03);
        m_brush.canvas.polygon(outline, m_cell);
        m_brush.canvas.outline(outline, {m_membrane, width});
        if (m_brush.random.chance(0.6))
            m_brush.canvas.outline(outline, {m_isColoured ? m_membrane.lighter(0.75) : white, width * 0.45});
    }

    void drawOrganelles()
    {
        Random& random = m_brush.random;
        if (random.chance(0.85))
            drawNucleus();
        for (int i = random.integer(0, 3); i > 0; --i)
            if (const auto rect = m_places.find(random, m_unit * 0.22, m_unit * 0.12, 4)) {
                m_hasMitochondrion = true;
                drawMitochondrion(m_brush.canvas, *rect, tint(3),
                                  {m_isColoured ? rgb(0xc76b3f) : rgb(0x444444), std::max(1.0, m_unit * 0.004)});
            }
        if (random.chance(0.55))
            if (const auto rect = m_places.find(random, m_unit * 0.2, m_unit * 0.16, 4))
                drawGolgi(*rect);
        for (int i = random.integer(0, 6); i > 0; --i)
            if (const auto rect = m_places.find(random, m_unit * 0.05, m_unit * 0.05, 4))
                drawVesicle(*rect);
    }

    Color tint(std::size_t series) const
    {
        return m_isColoured ? m_brush.style.color(series).lighter(0.5) : rgb(0xe8e8e8);
    }

    void drawNucleus()
    {
        const Rect& area = m_brush.area;
        const double width = area.width * m_brush.random.real(0.3, 0.48);
        const double height = area.height * m_brush.random.real(0.16, 0.26);
        const Rect rect{area.center().x - width / 2 + area.width * m_brush.random.real(-0.1, 0.1),
                        area.y + area.height * m_brush.random.real(0.58, 0.66), width, height};
        m_places.block(rect);
        const auto outline = ellipse(rect.center(), width / 2, height / 2);
        m_brush.canvas.polygon(outline, tint(2));
        m_brush.canvas.outline(outline, {m_membrane, m_brush.random.real(1, 4)});
        m_brush.canvas.text("Nucleus", {rect.center().x, rect.y + height * 0.24}, m_font.italic(), black,
                            {Horizontal::Center, Vertical::Middle});
        drawGene({rect.x + width * 0.2, rect.center().y, width * 0.6, height * 0.25});
    }

    /// A promoter with its bent arrow.
    void drawGene(const Rect& rect)
    {
        const double y = rect.bottom();
        m_brush.canvas.line({rect.x, y}, {rect.right(), y}, {black, 1.5});
        const Rect box{rect.x + rect.width * 0.35, y - m_font.size * 0.6, rect.width * 0.5, m_font.size * 1.2};
        m_brush.canvas.fill(box, white);
        m_brush.canvas.outline(box, {black, 1});
        drawFitting(m_brush.canvas, m_brush.subject.gene, box.center(), m_font.scaled(0.85).italic(), black,
                    box.width * 0.9);
        const double x = rect.x + rect.width * 0.2;
        drawLink(m_brush.canvas, std::vector<Point>{{x, y}, {x, rect.y}, {x + rect.width * 0.25, rect.y}}, {black, 1.2},
                 Ending::Arrow, m_font.size * 0.5);
    }

    /// A stack of bent sacks.
    void drawGolgi(const Rect& rect)
    {
        const Color color = m_isColoured ? m_brush.style.lineColor(1) : rgb(0x555555);
        for (int i = 0; i < 4; ++i) {
            const double y = rect.y + rect.height * (0.2 + 0.2 * i);
            const double margin = rect.width * 0.06 * i;
            m_brush.canvas.polyline(bowed({rect.x + margin, y}, {rect.right() - margin, y}, 0.09),
                                    {color, rect.height * 0.1});
        }
    }

    void drawVesicle(const Rect& rect)
    {
        m_brush.canvas.disc(rect.center(), rect.width / 2, tint(4));
        m_brush.canvas.circle(rect.center(), rect.width / 2, {m_membrane, 1.2});
    }

    void placeProteins()
    {
        Random& random = m_brush.random;
        const int count = random.integer(5, 18);
        const auto names = proteinNames(random, m_brush.subject, count);
        const bool isOneColor = random.chance(0.3);
        for (const std::string& name : names) {
            const double width = m_brush.canvas.textWidth(name, m_font) + m_font.size * random.real(1, 1.8);
            const auto rect = m_places.find(random, width, m_font.size * random.real(1.6, 2.3), m_font.size * 1.1);
            if (!rect)
                continue;
            const auto series = static_cast<std::size_t>(isOneColor ? 0 : random.integer(0, 5));
            const Color fill = m_isColoured ? m_brush.style.color(series).lighter(random.real(0, 0.4)) : white;
            m_proteins.push_back({*rect, name, fill});
        }
    }

    void linkProteins()
    {
        Random& random = m_brush.random;
        const double bend = random.chance(0.6) ? random.real(0.08, 0.25) : 0;
        const Color color = random.chance(0.6) ? rgb(0x222222) : m_membrane;
        for (std::size_t i = 0; i + 1 < m_proteins.size(); ++i) {
            // To the nearest of those that come later, so that there are no circles.
            const Point from = m_proteins[i].rect.center();
            const auto nearest =
                std::min_element(m_proteins.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_proteins.end(),
                                 [&](const Protein& a, const Protein& b) {
                                     return std::hypot(a.rect.center().x - from.x, a.rect.center().y - from.y)
                                            < std::hypot(b.rect.center().x - from.x, b.rect.center().y - from.y);
                                 });
            Pen pen{color, std::max(1.0, m_brush.style.lineWidth)};
            if (random.chance(0.3))
                pen.dashes = {5, 4};
            const auto line = bowed(from, nearest->rect.center(), random.chance(0.5) ? bend : -bend);
            drawLink(m_brush.canvas, trimmed(line, m_font.size, reachOf(nearest->rect)), pen,
                     random.chance(0.2) ? Ending::Bar : Ending::Arrow, m_font.size * 0.65);
        }
    }

    double reachOf(const Rect& rect) const { return (rect.width + rect.height) / 4 + m_font.size * 0.3; }

    void drawProtein(const Protein& protein)
    {
        const Rect& rect = protein.rect;
        drawNode(m_brush.canvas, m_form, rect, protein.fill, {rgb(0x444444), 1}, protein.name, m_font);
        const double radius = m_font.size * 0.45;
        if (m_brush.random.chance(0.25))
            drawPhosphate(m_brush.canvas, {rect.right() - radius * 0.8, rect.y + radius * 0.5}, radius,
                          m_isColoured ? rgb(0xffd54f) : white);
    }

    void drawNotes()
    {
        Random& random = m_brush.random;
        const Font font = m_font.bold().scaled(0.95);
        for (const std::string_view note : random.sample(notes, random.integer(1, 4)))
            if (const auto rect = m_places.find(random, m_brush.canvas.textWidth(note, font) + 4, font.size * 1.3, 3))
                m_brush.canvas.text(note, rect->center(), font, m_isColoured ? rgb(0x8e1c1c) : black,
                                    {Horizontal::Center, Vertical::Middle});
    }

    Brush& m_brush;
    Extent m_extent;
    NodeForm m_form; ///< of the proteins
    FreePlaces m_places;
    bool m_isColoured = true;
    bool m_hasMitochondrion = false;
    Font m_font;
    double m_unit = 0; ///< the panel's shorter side
    Color m_cell;
    Color m_membrane;
    std::vector<Protein> m_proteins;
};

} // namespace

PanelText drawCellScheme(Brush& brush)
{
    CellSheet sheet(brush);
    sheet.draw();
    PanelText text;
    text.topic =
        "scheme of the proposed mechanism of " + brush.subject.drug + " in a cell of the " + brush.subject.tissue;
    text.details = {"Expression of " + brush.subject.gene + " is controlled from the membrane to the nucleus"
                        + (sheet.hasMitochondrion() ? " and through mitochondria." : "."),
                    "P, phosphorylation; dashed arrows, translocation."};
    text.shown = {"mechanism", brush.subject.gene};
    return text;
}

} // namespace biomedica::demo
