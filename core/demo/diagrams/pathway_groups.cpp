#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 6> compartments = {"Extracellular space", "Cytosol", "Nucleus",
                                                          "Mitochondrion",       "ER",      "Golgi"};
constexpr std::array<std::string_view, 9> metabolites = {"ATP",  "cAMP", "PIP3",    "Ca2+", "Ceramide",
                                                         "NADH", "DAG",  "Glucose", "ROS"};

/// How the collections and programs of drawn pathways look.
struct Program {
    Color ground;
    Color compartment;
    Color border;
    double borderWidth;
    bool isDouble;
    NodeForm form;
    Color node;
    Color nodeLine;
    bool areBands; ///< compartments across the whole width instead of frames
};

// clang-format off
constexpr std::array<Program, 6> programs = {{
    // WikiPathways, CellDesigner, Reactome, Ingenuity, PathVisio with grey groups, hand-made
    {white, white, rgb(0x808080), 1.2, true, NodeForm::Box, white, black, false},
    {rgb(0xf7f7f7), rgb(0xffffcc), rgb(0xcccc00), 5, true, NodeForm::Rounded, rgb(0xccffcc), rgb(0x333333), false},
    {rgb(0xe6f0f5), rgb(0xfbe7d3), rgb(0xe59a5a), 3, true, NodeForm::Rounded, rgb(0x8dc7bb), rgb(0x2b6a5c), false},
    {white, rgb(0xf2f2f2), rgb(0x9a9a9a), 1, false, NodeForm::Oval, rgb(0xf3b6b6), rgb(0x444444), true},
    {white, rgb(0xeaeaea), rgb(0x555555), 1, false, NodeForm::Box, rgb(0xffffff), rgb(0x3a3a3a), false},
    {white, rgb(0xe4eefa), rgb(0x4a7ebb), 2, false, NodeForm::Rounded, rgb(0x4f81bd), rgb(0x1f497d), true},
}};
// clang-format on

/// Proteins that touch each other in a stack, as groups and complexes are drawn.
struct Stack {
    Rect rect;
    std::size_t first = 0; ///< name
    int members = 1;
    bool isMetabolite = false;
};

class GroupSheet {
public:
    explicit GroupSheet(Brush& brush)
        : m_brush(brush), m_program(brush.random.pick(programs)),
          m_font(brush.style.font.scaled(brush.random.real(0.6, 0.9))), m_isElbowed(brush.random.chance(0.6)),
          m_hasChanges(brush.random.chance(0.4))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        const double smallest = std::min(area.width, area.height);
        m_font.size = std::clamp(smallest / 34, 6.0, m_font.size);
        m_names = proteinNames(random, brush.subject, 60);
        m_title = random.chance(0.6) ? m_font.size * 2.4 : 0;
        m_nodeHeight = m_font.size * 1.6;
        m_nodeWidth = m_font.size * random.real(4.4, 5.8);
        m_field = area.inset(m_font.size, m_title + m_font.size, m_font.size, m_font.size);
    }

    void draw()
    {
        if (m_program.ground.luminance() < 1)
            m_brush.canvas.fill(m_brush.area, m_program.ground);
        if (m_title > 0)
            m_brush.canvas.text(filled("{gene} signaling in {disease}", m_brush.subject),
                                {m_brush.area.x + m_font.size, m_brush.area.y + m_font.size * 1.3},
                                m_font.bold().scaled(1.3), black, {Horizontal::Left, Vertical::Middle});
        drawCompartments();
        placeStacks();
        linkStacks();
        for (const Stack& stack : m_stacks)
            drawStack(stack);
    }

    int proteins() const { return m_proteins; }
    bool hasMetabolites() const
    {
        return std::any_of(m_stacks.begin(), m_stacks.end(), [](const Stack& stack) { return stack.isMetabolite; });
    }

private:
    void drawCompartments()
    {
        Random& random = m_brush.random;
        const auto names = random.sample(compartments, random.integer(2, 4));
        if (m_program.areBands) {
            const double height = m_field.height / static_cast<double>(names.size());
            for (std::size_t i = 0; i < names.size(); ++i)
                drawCompartment({m_field.x, m_field.y + height * static_cast<double>(i), m_field.width, height - 2},
                                names[i], i % 2 == 0);
            return;
        }
        drawCompartment(m_field, names[0], true);
        const double width = m_field.width * random.real(0.35, 0.6);
        const double height = m_field.height * random.real(0.3, 0.5);
        drawCompartment({m_field.x + (m_field.width - width) * random.unit() * 0.9 + 4,
                         m_field.bottom() - height - m_font.size, width, height},
                        names[1], false);
    }

    void drawCompartment(const Rect& rect, std::string_view name, bool isFilled)
    {
        const double radius = m_program.areBands ? 0 : m_font.size * 1.6;
        if (isFilled)
            m_brush.canvas.fillRounded(rect, m_program.compartment, radius);
        else
            m_brush.canvas.fillRounded(rect, m_program.compartment.lighter(0.5), radius);
        const Pen pen{m_program.border, m_program.borderWidth};
        m_brush.canvas.outline(rect, pen, radius);
        if (m_program.isDouble)
            m_brush.canvas.outline(rect.inset(m_program.borderWidth + 2.5), {pen.color, std::max(0.8, pen.width * 0.4)},
                                   std::max(0.0, radius - m_program.borderWidth));
        m_brush.canvas.text(name, {rect.x + radius * 0.6 + 5, rect.y + m_font.size * 1.2}, m_font.bold(),
                            between(m_program.border, black, 0.5), {Horizontal::Left, Vertical::Middle});
    }

    void placeStacks()
    {
        Random& random = m_brush.random;
        FreePlaces places(m_field.inset(m_font.size, m_font.size * 2.2, m_font.size, m_font.size));
        std::size_t next = 0;
        for (int i = random.integer(12, 34); i > 0 && next + 6 < m_names.size(); --i) {
            Stack stack;
            stack.isMetabolite = random.chance(0.14);
            stack.members = stack.isMetabolite || random.chance(0.6) ? 1 : random.integer(2, 5);
            const auto rect = places.find(random, m_nodeWidth, m_nodeHeight * stack.members, m_font.size * 0.9);
            if (!rect)
                continue;
            stack.rect = *rect;
            stack.first = next;
            next += static_cast<std::size_t>(stack.members);
            m_proteins += stack.isMetabolite ? 0 : stack.members;
            m_stacks.push_back(stack);
        }
    }

    /// Each to one or two that lie lower, near ones first.
    void linkStacks()
    {
        Random& random = m_brush.random;
        for (const Stack& from : m_stacks) {
            const Stack* best = nullptr;
            double shortest = m_field.width;
            for (const Stack& to : m_stacks) {
                const double down = to.rect.y - from.rect.bottom();
                const double way = std::abs(to.rect.center().x - from.rect.center().x) + down * 1.3;
                if (down > m_font.size && way < shortest) {
                    shortest = way;
                    best = &to;
                }
            }
            if (best != nullptr)
                link(from.rect, best->rect, random.chance(0.2));
        }
    }

    void link(const Rect& from, const Rect& to, bool isDashed)
    {
        Pen pen{m_program.nodeLine, std::max(0.8, m_brush.style.lineWidth * 0.6)};
        if (isDashed)
            pen.dashes = {4, 3};
        const Point start{from.center().x, from.bottom()};
        const Point end{to.center().x, to.y - 1};
        std::vector<Point> line = {start, end};
        if (m_isElbowed) {
            const double middle = (start.y + end.y) / 2;
            line = {start, {start.x, middle}, {end.x, middle}, end};
        }
        drawLink(m_brush.canvas, line, pen, m_brush.random.chance(0.18) ? Ending::Bar : Ending::Arrow,
                 m_font.size * 0.55);
    }

    Color fill()
    {
        if (!m_hasChanges)
            return m_program.node;
        const double change = m_brush.random.normal(0, 0.6);
        return between(white, change < 0 ? rgb(0x4caf50) : rgb(0xe53935), std::min(1.0, std::abs(change)));
    }

    void drawStack(const Stack& stack)
    {
        Canvas& canvas = m_brush.canvas;
        if (stack.members > 1) {
            const Rect group = stack.rect.inset(-m_font.size * 0.35);
            canvas.fill(group, rgb(0xd8d8d8).withAlpha(0.6));
            canvas.outline(group, {rgb(0x777777), 0.9, {3, 2}});
        }
        const Font font = m_font.scaled(0.9);
        for (int i = 0; i < stack.members; ++i) {
            const Rect rect{stack.rect.x, stack.rect.y + m_nodeHeight * i, m_nodeWidth, m_nodeHeight};
            if (stack.isMetabolite) {
                drawNode(canvas, NodeForm::Pill, rect, white, {rgb(0x0000cc), 1}, "", font);
                drawFitting(canvas, metabolites[stack.first % metabolites.size()], rect.center(), font, rgb(0x0000cc),
                            rect.width * 0.85);
            } else {
                drawNode(canvas, stack.members > 1 ? NodeForm::Box : m_program.form, rect, fill(),
                         {m_program.nodeLine, 0.9}, m_names[stack.first + static_cast<std::size_t>(i)], font);
            }
        }
    }

    Brush& m_brush;
    const Program& m_program;
    Font m_font;
    bool m_isElbowed;
    bool m_hasChanges; ///< green to red
    double m_title = 0;
    double m_nodeWidth = 0;
    double m_nodeHeight = 0;
    Rect m_field;
    std::vector<std::string> m_names;
    std::vector<Stack> m_stacks;
    int m_proteins = 0;
};

} // namespace

PanelText drawGroupedPathway(Brush& brush)
{
    GroupSheet sheet(brush);
    sheet.draw();
    PanelText text;
    const std::string count = std::to_string(sheet.proteins());
    text.topic = "pathway of " + brush.subject.gene + " in compartments of the cell with " + count + " proteins";
    text.details = {"Grey frames are groups of proteins.",
                    sheet.hasMetabolites() ? "Metabolites are written in blue." : "Arrows indicate activation."};
    text.shown = {"pathway", brush.subject.gene, count};
    return text;
}

} // namespace biomedica::demo
