#include "core/demo/diagrams/diagrams.h"
#include "core/demo/diagrams/graph.h"
#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Filling { Communities, Degrees, One, UpAndDown };
enum class Labelling { None, Beside, Within, Hubs };
enum class Linking { Grey, Communities, Channels };

struct Look {
    Color ground = white;
    Filling filling = Filling::Communities;
    Labelling labelling = Labelling::None;
    Linking linking = Linking::Grey;
    double bend = 0;
    double linkWidth = 1;
    double largest = 1; ///< radius of the greatest hub over that of a node with one link
    bool isDirected = false;
    bool isOutlined = false;
    bool hasMixedShapes = false;
    bool hasKey = false;

    bool isDark() const { return ground.luminance() < 0.4; }
    Color ink() const { return isDark() ? white : black; }
};

Look chooseLook(Random& random)
{
    static constexpr std::array<Color, 7> grounds = {white,         white,         white,        white,
                                                     rgb(0xf4f4f0), rgb(0x0d1320), rgb(0x000000)};
    Look look;
    look.ground = random.pick(grounds);
    look.filling = static_cast<Filling>(random.integer(0, 3));
    look.labelling = static_cast<Labelling>(random.weighted({3, 3, 3, 2}));
    look.linking = static_cast<Linking>(random.weighted({5, 3, 1.5}));
    look.bend = random.chance(0.4) ? random.real(0.05, 0.28) : 0;
    look.linkWidth = random.real(0.5, 2.2);
    look.largest = random.chance(0.3) ? 1 : random.real(1.4, 4);
    look.isDirected = random.chance(0.2);
    look.isOutlined = random.chance(0.5);
    look.hasMixedShapes = random.chance(0.25);
    look.hasKey = random.chance(0.35);
    return look;
}

class NetworkSheet {
public:
    NetworkSheet(Brush& brush, Graph graph, Look look) : m_brush(brush), m_graph(std::move(graph)), m_look(look)
    {
        Random& random = brush.random;
        const auto count = static_cast<double>(m_graph.nodes.size());
        m_names = proteinNames(random, brush.subject, static_cast<int>(m_graph.nodes.size()));
        const double room = std::sqrt(brush.area.width * brush.area.height / count);
        m_largest = room * 0.4;
        m_radius =
            room * random.real(0.1, m_look.labelling == Labelling::Within ? 0.34 : 0.22) / std::sqrt(m_look.largest);
        if (m_look.labelling == Labelling::Within)
            m_radius = std::max(m_radius, room * 0.2);
        m_font = brush.style.font.scaled(random.real(0.65, 1));
        m_font.size = std::clamp(room * 0.17, 5.0, m_font.size);
        for (const Graph::Node& node : m_graph.nodes)
            m_most = std::max(m_most, node.degree);
        const double margin = std::min(m_radius * m_look.largest, m_largest) + m_font.size * 0.9;
        m_field = brush.area.inset(margin, margin, margin, margin + (m_look.hasKey ? m_font.size * 2 : 0));
        m_upShare = random.real(0.3, 0.7);
    }

    void draw()
    {
        if (m_look.ground.luminance() < 1)
            m_brush.canvas.fill(m_brush.area, m_look.ground);
        for (const auto& [from, to] : m_graph.links)
            drawLinkBetween(from, to);
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            drawNode(i);
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            drawName(i);
        if (m_look.hasKey)
            drawKey();
    }

private:
    Point at(std::size_t node) const
    {
        const Point& share = m_graph.nodes[node].at;
        return {m_field.x + share.x * m_field.width, m_field.y + share.y * m_field.height};
    }

    double weight(std::size_t node) const
    {
        return static_cast<double>(m_graph.nodes[node].degree) / std::max(1, m_most);
    }

    double radius(std::size_t node) const
    {
        return std::min(m_radius * (1 + (m_look.largest - 1) * weight(node)), m_largest);
    }

    Color communityColor(std::size_t community) const
    {
        const Color color = m_brush.style.color(community);
        return m_look.isDark() ? color.lighter(0.25) : color;
    }

    Color fill(std::size_t node) const
    {
        const Color main = communityColor(0);
        switch (m_look.filling) {
        case Filling::Communities: return communityColor(m_graph.nodes[node].community);
        case Filling::Degrees: return between(rgb(0xffe9a8), rgb(0xc4161c), weight(node));
        case Filling::One: return main;
        case Filling::UpAndDown:
            // A share that depends on the node alone, so that its shape and its name agree with its colour.
            return std::fmod(static_cast<double>(node) * 0.618034, 1) < m_upShare ? rgb(0xd9483b) : rgb(0x3f9b57);
        }
        return main;
    }

    void drawLinkBetween(std::size_t from, std::size_t to)
    {
        Random& random = m_brush.random;
        const auto line = trimmed(bowed(at(from), at(to), m_look.bend), radius(from), radius(to) + 1);
        const double width = m_look.linkWidth * random.real(0.6, 1.5);
        const Ending ending = m_look.isDirected ? Ending::Arrow : Ending::None;
        const double head = std::max(3.5, m_font.size * 0.5);
        if (m_look.linking == Linking::Channels) {
            drawChannels(line);
            return;
        }
        const Color grey = m_look.isDark() ? rgb(0x9aa3b0).withAlpha(0.6) : rgb(0x777777).withAlpha(0.75);
        const Color color =
            m_look.linking == Linking::Grey ? grey : communityColor(m_graph.nodes[from].community).withAlpha(0.6);
        drawLink(m_brush.canvas, line, {color, width}, ending, head);
    }

    /// A line for each kind of evidence, side by side.
    void drawChannels(const std::vector<Point>& line)
    {
        static constexpr std::array<Color, 5> channels = {rgb(0x9ac13b), rgb(0xb84fc4), rgb(0x37a3b8), rgb(0x3b3b3b),
                                                          rgb(0xe0a030)};
        double shift = 0;
        for (const Color color : m_brush.random.sample(channels, m_brush.random.integer(1, 3))) {
            std::vector<Point> beside = line;
            for (Point& point : beside)
                point = {point.x + shift, point.y + shift * 0.6};
            drawLink(m_brush.canvas, beside, {m_look.isDark() ? color.lighter(0.3) : color, 1}, Ending::None, 1);
            shift += 1.6;
        }
    }

    void drawNode(std::size_t node)
    {
        const Point center = at(node);
        const double size = radius(node);
        const std::size_t shape = m_look.hasMixedShapes ? m_graph.nodes[node].community % 3 : 0;
        const std::array<std::vector<Point>, 3> outlines = {
            ellipse(center, size, size),
            std::vector<Point>{{center.x - size, center.y - size * 0.8},
                               {center.x + size, center.y - size * 0.8},
                               {center.x + size, center.y + size * 0.8},
                               {center.x - size, center.y + size * 0.8}},
            std::vector<Point>{{center.x, center.y - size},
                               {center.x + size, center.y},
                               {center.x, center.y + size},
                               {center.x - size, center.y}}};
        m_brush.canvas.polygon(outlines[shape], fill(node));
        if (m_look.isOutlined)
            m_brush.canvas.outline(outlines[shape], {m_look.ink(), std::clamp(size * 0.08, 0.6, 1.6)});
    }

    void drawName(std::size_t node)
    {
        const bool isHub = weight(node) > 0.45;
        if (m_look.labelling == Labelling::None || node >= m_names.size()
            || (m_look.labelling == Labelling::Hubs && !isHub))
            return;
        const Point center = at(node);
        const double size = radius(node);
        if (m_look.labelling == Labelling::Within) {
            drawFitting(m_brush.canvas, m_names[node], center, m_font, inkOn(fill(node)), size * 1.8);
            return;
        }
        const Font font = isHub ? m_font.bold() : m_font;
        const double half = m_brush.canvas.textWidth(m_names[node], font) / 2;
        const Rect& area = m_brush.area;
        const double x = std::clamp(center.x, area.x + half + 1, area.right() - half - 1);
        const double y = std::min(center.y + size + 1, area.bottom() - font.size * 1.1);
        m_brush.canvas.text(m_names[node], {x, y}, font, m_look.ink(), {Horizontal::Center, Vertical::Top});
    }

    void drawKey()
    {
        const Font font = m_font.scaled(0.95);
        double x = m_brush.area.x + font.size;
        const double y = m_brush.area.bottom() - font.size;
        for (const std::size_t module : {std::size_t(0), std::size_t(1), std::size_t(2)}) {
            const std::string text = "Module " + std::to_string(module + 1);
            const double width = m_brush.canvas.textWidth(text, font) + font.size * 2.4;
            if (x + width > m_brush.area.right())
                return;
            m_brush.canvas.disc({x, y}, font.size * 0.45, communityColor(module));
            m_brush.canvas.text(text, {x + font.size * 0.9, y}, font, m_look.ink(),
                                {Horizontal::Left, Vertical::Middle});
            x += width;
        }
    }

    Brush& m_brush;
    Graph m_graph;
    Look m_look;
    Font m_font;
    Rect m_field; ///< where the nodes' middles lie
    std::vector<std::string> m_names;
    double m_radius = 0;  ///< of a node without links
    double m_largest = 0; ///< radius that a hub may have
    double m_upShare = 0;
    int m_most = 0; ///< links of a node
};

Graph laidOut(Random& random, int nodes)
{
    const int layout = random.weighted({10, 3, 3, 2});
    Graph graph = makeGraph(random, nodes, random.integer(2, 6), random.real(1.1, nodes > 60 ? 2.2 : 3));
    switch (layout) {
    case 0: layOutByForces(graph, random); break;
    case 1: layOutOnRing(graph); break;
    case 2: layOutAroundHubs(graph); break;
    default: layOutInColumns(graph);
    }
    return graph;
}

/// From 10 to 150, few as often as many.
int nodeCount(Random& random, const Rect& area)
{
    const double most = std::min(150.0, area.width * area.height / 900);
    return static_cast<int>(10 * std::pow(most / 10, random.unit()));
}

} // namespace

PanelText drawNetwork(Brush& brush)
{
    Random& random = brush.random;
    const int nodes = nodeCount(random, brush.area);
    Graph graph = laidOut(random, nodes);
    const std::size_t links = graph.links.size();
    NetworkSheet(brush, std::move(graph), chooseLook(random)).draw();
    static constexpr std::array<std::string_view, 4> topics = {
        "protein interaction network around {gene} in {disease}", "co-expression network of {tissue} genes",
        "network of the targets of {drug} in {disease}", "regulatory network of {gene} and {other}"};
    PanelText text;
    const std::string count = std::to_string(nodes) + " nodes";
    text.topic = filled(random.pick(topics), brush.subject);
    text.details = {"The network has " + count + " and " + std::to_string(links) + " edges.",
                    "The size of a node follows its number of links."};
    text.shown = {"network", count};
    return text;
}

} // namespace biomedica::demo
