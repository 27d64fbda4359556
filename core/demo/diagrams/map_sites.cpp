#include "core/demo/diagrams/country.h"
#include "core/demo/diagrams/map.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace biomedica::demo {

namespace {

enum class Marking { Points, Bubbles, Tracks };

constexpr std::array<std::string_view, 12> places = {"Arvena",  "Belmor", "Castrel", "Dunwick", "Elmstad", "Farrow",
                                                     "Gellina", "Hoswin", "Ivrea",   "Jorvan",  "Kelmar",  "Lindra"};
constexpr std::array<std::string_view, 4> groups = {"Clinic", "Farm", "Wetland", "Control site"};

class SiteMap {
public:
    SiteMap(Brush& brush, Marking marking)
        : m_brush(brush), m_marking(marking), m_font(brush.style.font.scaled(brush.random.real(0.75, 0.95)))
    {
        static constexpr std::array<std::pair<Color, Color>, 7> grounds = {{{white, white},
                                                                            {white, rgb(0xf2efe6)},
                                                                            {rgb(0xcfe4f2), rgb(0xf5eddc)},
                                                                            {rgb(0xa9cfe8), rgb(0xe4edcf)},
                                                                            {white, rgb(0xd9d9d9)},
                                                                            {rgb(0xeaf3f8), white},
                                                                            {rgb(0x1d3c5a), rgb(0x57795a)}}};
        std::tie(m_sea, m_land) = brush.random.pick(grounds);
        m_border = {brush.random.chance(0.6) ? rgb(0x444444) : rgb(0x8a7f6a), brush.random.real(0.6, 1.8)};
        const bool hasDegrees = brush.random.chance(0.4);
        const double margin = hasDegrees ? m_font.size * 1.8 : 1;
        m_frame = brush.area.inset(hasDegrees ? m_font.size * 3 : 1, 1, 1, margin);
        m_hasDegrees = hasDegrees;
    }

    void draw()
    {
        {
            const Canvas::Clip clip(m_brush.canvas, m_frame);
            m_brush.canvas.fill(m_frame, m_sea);
            m_brush.random.chance(0.5) ? drawIslands() : drawCountry();
            placeSites();
            mark();
        }
        if (m_hasDegrees)
            drawDegrees();
        if (m_hasDegrees || m_brush.random.chance(0.6))
            m_brush.canvas.outline(m_frame, {black, 1});
        drawFurniture();
    }

    std::size_t sites() const { return m_sites.size(); }

private:
    void drawIslands()
    {
        Random& random = m_brush.random;
        const int islands = random.integer(1, 4);
        for (int i = 0; i < islands; ++i) {
            const double width = m_frame.width * (i == 0 ? random.real(0.6, 1.2) : random.real(0.12, 0.35));
            const double height = m_frame.height * (i == 0 ? random.real(0.6, 1.1) : random.real(0.12, 0.35));
            const Rect rect{m_frame.x + random.real(0, 1) * (m_frame.width - width),
                            m_frame.y + random.real(0, 1) * (m_frame.height - height), width, height};
            drawLand(coast(random, rect));
        }
        if (random.chance(0.6))
            drawRivers();
    }

    void drawCountry()
    {
        Random& random = m_brush.random;
        const int columns = random.integer(2, 9);
        const Rect rect =
            m_frame.inset(m_frame.width * 0.08, m_frame.height * 0.06, m_frame.width * 0.08, m_frame.height * 0.12);
        const Country country(random, rect, columns, std::max(2, static_cast<int>(columns * rect.height / rect.width)));
        for (std::size_t i = 0; i < country.regions(); ++i)
            drawLand(country.outline(i));
    }

    void drawLand(const std::vector<Point>& outline)
    {
        m_brush.canvas.polygon(outline, m_land);
        m_brush.canvas.outline(outline, m_border);
    }

    void drawRivers()
    {
        Random& random = m_brush.random;
        for (int river = random.integer(1, 3); river > 0; --river) {
            Point at{m_frame.x + m_frame.width * random.real(0.3, 0.7),
                     m_frame.y + m_frame.height * random.real(0.3, 0.5)};
            std::vector<Point> course;
            double heading = random.real(0.3, 2.8);
            for (int i = 0; i < 12; ++i) {
                course.push_back(at);
                heading += random.normal(0, 0.5);
                at = {at.x + m_frame.width * 0.03 * std::cos(heading), at.y + m_frame.width * 0.03 * std::sin(heading)};
            }
            m_brush.canvas.polyline(smoothed(course), {rgb(0x4a90c4), random.real(0.8, 2.2)});
        }
    }

    void placeSites()
    {
        Random& random = m_brush.random;
        const bool isClustered = random.chance(0.4);
        const Point home{random.real(0.35, 0.65), random.real(0.35, 0.65)};
        for (int i = random.integer(4, m_marking == Marking::Points ? 45 : 14); i > 0; --i) {
            const double x = isClustered ? std::clamp(random.normal(home.x, 0.1), 0.08, 0.92) : random.real(0.2, 0.8);
            const double y = isClustered ? std::clamp(random.normal(home.y, 0.1), 0.08, 0.92) : random.real(0.18, 0.8);
            m_sites.push_back({m_frame.x + m_frame.width * x, m_frame.y + m_frame.height * y});
        }
    }

    void mark()
    {
        Random& random = m_brush.random;
        if (m_marking == Marking::Tracks)
            for (std::size_t i = 0; i + 1 < m_sites.size(); ++i)
                drawLink(m_brush.canvas, bowed(m_sites[i], m_sites[i + 1], random.real(-0.2, 0.2)),
                         {m_brush.style.lineColor(1), random.real(1, 2.5)}, Ending::Arrow, m_font.size * 0.6);
        const double size = m_font.size * random.real(0.25, 0.5);
        const bool areNamed = m_sites.size() <= places.size() && random.chance(0.7);
        const auto names = random.sample(places, static_cast<int>(places.size()));
        for (std::size_t i = 0; i < m_sites.size(); ++i) {
            const double radius = m_marking == Marking::Bubbles ? m_font.size * random.real(0.4, 2.2) : size;
            const Color color = m_brush.style.lineColor(i % groups.size());
            m_brush.canvas.disc(m_sites[i], radius, m_marking == Marking::Bubbles ? color.withAlpha(0.6) : color);
            m_brush.canvas.circle(m_sites[i], radius, {m_land.luminance() < 0.5 ? white : black, 0.8});
            if (areNamed)
                m_brush.canvas.text(names[i], {m_sites[i].x + radius + 2, m_sites[i].y}, m_font, inkOn(m_land),
                                    {Horizontal::Left, Vertical::Middle});
        }
    }

    void drawDegrees()
    {
        const int west = m_brush.random.integer(5, 80);
        const int north = m_brush.random.integer(10, 55);
        const Font font = m_font.scaled(0.8);
        for (int i = 1; i < 4; ++i) {
            const double x = m_frame.x + m_frame.width * i / 4;
            const double y = m_frame.y + m_frame.height * i / 4;
            m_brush.canvas.line({x, m_frame.bottom()}, {x, m_frame.bottom() + 3}, {black, 1});
            m_brush.canvas.line({m_frame.x - 3, y}, {m_frame.x, y}, {black, 1});
            m_brush.canvas.text(std::to_string(west + i) + "°E", {x, m_frame.bottom() + 5}, font, black,
                                {Horizontal::Center, Vertical::Top});
            drawFitting(m_brush.canvas, std::to_string(north - i) + "°N", {(m_brush.area.x + m_frame.x) / 2 - 2, y},
                        font, black, m_font.size * 2.6);
        }
    }

    void drawFurniture()
    {
        Random& random = m_brush.random;
        const double size = m_font.size;
        if (random.chance(0.5))
            drawNorth(m_brush, {m_frame.right() - size * 1.4, m_frame.y + size * 0.6}, size * 1.8);
        if (random.chance(0.6))
            drawScaleLine(m_brush, {m_frame.x + size, m_frame.bottom() - size * 0.7}, random.integer(1, 20) * 5,
                          m_frame.width * 0.2);
        if (m_marking == Marking::Points && random.chance(0.7))
            drawKey();
    }

    void drawKey()
    {
        const std::vector<std::string> texts(groups.begin(), groups.end());
        const double line = m_font.size * 1.35;
        const double width = m_brush.canvas.widest(texts, m_font) + m_font.size * 2.2;
        const Rect box{m_frame.right() - width - 3, m_frame.bottom() - line * 4.4 - 3, width, line * 4.4};
        m_brush.canvas.fill(box, white);
        m_brush.canvas.outline(box, {rgb(0x555555), 0.8});
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double y = box.y + line * (static_cast<double>(i) + 0.7);
            m_brush.canvas.disc({box.x + m_font.size * 0.8, y}, m_font.size * 0.35, m_brush.style.lineColor(i));
            m_brush.canvas.text(texts[i], {box.x + m_font.size * 1.6, y}, m_font, black,
                                {Horizontal::Left, Vertical::Middle});
        }
    }

    Brush& m_brush;
    Marking m_marking;
    Font m_font;
    Color m_sea;
    Color m_land;
    Pen m_border;
    Rect m_frame;
    bool m_hasDegrees = false;
    std::vector<Point> m_sites;
};

} // namespace

PanelText drawSites(Brush& brush)
{
    const auto marking = static_cast<Marking>(brush.random.weighted({5, 3, 2}));
    SiteMap map(brush, marking);
    map.draw();
    PanelText text;
    const std::string count = std::to_string(map.sites()) + " sites";
    text.topic = "map of the " + count + " where " + brush.subject.disease + " was studied";
    text.details = {marking == Marking::Tracks    ? "Arrows show the routes of transport."
                    : marking == Marking::Bubbles ? "The area of a circle follows the number of cases."
                                                  : "Points are coloured by the type of site."};
    text.shown = {"map", count};
    return text;
}

} // namespace biomedica::demo
