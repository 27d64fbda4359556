#include "core/demo/diagrams/pathway.h"
#include "core/demo/diagrams/pictograms.h"
#include "core/demo/diagrams/schemeparts.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Joint { Thin, Block, Bent };

/// Pictograms from station to station, their names below, and what is done beside the arrows.
class StorySheet {
public:
    explicit StorySheet(Brush& brush)
        : m_brush(brush), m_font(brush.style.font.scaled(brush.random.real(0.9, 1.5))),
          m_joint(static_cast<Joint>(brush.random.integer(0, 2))), m_hasFrames(brush.random.chance(0.35)),
          m_hasNumbers(brush.random.chance(0.3)),
          m_arrowColor(brush.random.chance(0.5) ? rgb(0x444444) : brush.style.lineColor(0))
    {
        Random& random = brush.random;
        const Rect& area = brush.area;
        const double aspect = area.width / area.height;
        m_columns = std::clamp(static_cast<int>(std::lround(std::sqrt(6 * aspect))), 1, 5);
        m_rows = std::clamp(static_cast<int>(std::lround(m_columns / aspect)), 1, 4);
        if (m_columns * m_rows < 3)
            (aspect > 1 ? m_columns : m_rows) = 3;
        m_cell = {area.width / m_columns, area.height / m_rows};
        m_font.size = std::min({m_font.size, m_cell.x / 9, m_cell.y / 7});
        m_font.isBold = random.chance(0.4);
        std::vector<Pictogram> all;
        for (int i = 0; i < pictogramCount; ++i)
            all.push_back(static_cast<Pictogram>(i));
        m_stations = random.sample(all, m_columns * m_rows);
        m_names = proteinNames(random, brush.subject, 12);
        static constexpr std::array grounds = {white, white, white, rgb(0xf1f6fb), rgb(0xfdf6ec), rgb(0xf2f2f2)};
        m_ground = random.pick(grounds);
    }

    void draw()
    {
        if (m_ground.luminance() < 1)
            m_brush.canvas.fillRounded(m_brush.area, m_ground, m_font.size);
        for (std::size_t i = 0; i < m_stations.size(); ++i)
            drawStation(i);
        for (std::size_t i = 0; i + 1 < m_stations.size(); ++i)
            drawJoint(i);
    }

    std::size_t count() const { return m_stations.size(); }
    std::string first() const { return std::string(nameOf(m_stations.front())); }

private:
    /// To the right in one row, back to the left in the next.
    Rect room(std::size_t index) const
    {
        const auto columns = static_cast<std::size_t>(m_columns);
        const std::size_t row = index / columns;
        const std::size_t along = index % columns;
        const std::size_t column = row % 2 == 0 ? along : columns - 1 - along;
        return Rect{m_brush.area.x + m_cell.x * static_cast<double>(column),
                    m_brush.area.y + m_cell.y * static_cast<double>(row), m_cell.x, m_cell.y}
            .inset(m_cell.x * 0.15, m_cell.y * 0.13, m_cell.x * 0.15, m_cell.y * 0.13);
    }

    void drawStation(std::size_t index)
    {
        Canvas& canvas = m_brush.canvas;
        const Rect place = room(index);
        const Color color = m_brush.style.lineColor(index);
        if (m_hasFrames) {
            canvas.fillRounded(place.inset(-3), color.lighter(0.88), m_font.size * 0.6);
            canvas.outline(place.inset(-3), {color, 1.4}, m_font.size * 0.6);
        }
        const double label = m_font.size * 1.5;
        drawPictogram(canvas, m_stations[index], place.inset(3, 3, 3, label + 3), color);
        const std::string name = capitalised(nameOf(m_stations[index]));
        drawFitting(canvas,
                    index % 2 == 0 ? name
                                   : m_names[index % m_names.size()] + " " + std::string(nameOf(m_stations[index])),
                    {place.center().x, place.bottom() - label / 2}, m_font, black, m_cell.x * 0.85);
        if (m_hasNumbers) {
            const Point corner{place.x + m_font.size * 0.4, place.y + m_font.size * 0.4};
            canvas.disc(corner, m_font.size * 0.75, color);
            canvas.text(std::to_string(index + 1), corner, m_font.scaled(0.9).bold(), inkOn(color),
                        {Horizontal::Center, Vertical::Middle});
        }
    }

    void drawJoint(std::size_t index)
    {
        const Rect from = room(index);
        const Rect to = room(index + 1);
        const bool isDown = to.y > from.y + 1;
        const double way = to.x > from.x ? 1 : -1;
        const Point start = isDown ? Point{from.center().x, from.bottom() + 4}
                                   : Point{way > 0 ? from.right() + 4 : from.x - 4, from.center().y};
        const Point end =
            isDown ? Point{to.center().x, to.y - 4} : Point{way > 0 ? to.x - 4 : to.right() + 4, to.center().y};
        const double length = std::hypot(end.x - start.x, end.y - start.y);
        const double head = std::min(length * 0.55, m_font.size * (m_joint == Joint::Block ? 1.4 : 0.8));
        const Pen pen{m_arrowColor, m_joint == Joint::Block ? head * 0.45 : std::max(1.2, m_font.size * 0.14)};
        const auto line = bowed(start, end, m_joint == Joint::Bent ? 0.25 : 0);
        drawLink(m_brush.canvas, line, pen, Ending::Arrow, head);
    }

    Brush& m_brush;
    Font m_font;
    Joint m_joint;
    bool m_hasFrames;
    bool m_hasNumbers;
    Color m_arrowColor;
    int m_columns = 1;
    int m_rows = 1;
    Point m_cell;
    Color m_ground;
    std::vector<Pictogram> m_stations;
    std::vector<std::string> m_names;
};

} // namespace

PanelText drawStory(Brush& brush)
{
    StorySheet sheet(brush);
    sheet.draw();
    PanelText text;
    const std::string count = std::to_string(sheet.count());
    text.topic = "illustration of the mechanism by which " + brush.subject.drug + " acts in " + brush.subject.disease
                 + ", in " + count + " steps";
    text.details = {"It begins with the " + sheet.first() + ".", "Arrows lead from step to step."};
    text.shown = {"mechanism", brush.subject.drug, count + " steps"};
    return text;
}

} // namespace biomedica::demo
